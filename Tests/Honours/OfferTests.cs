using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Honours;

/// <summary>八(二) 工匠精神传承: 引导工匠积极参与带徒弟活动. A laureate offers, citizens ask, the union confirms.</summary>
public sealed class OfferTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task 八_二_A_laureate_offers_to_take_apprentices_a_citizen_asks_and_the_union_confirms()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var (citizen, late) = (await app.NewCitizen(), await app.NewCitizen());
        var offerId = (await Offers(laureate)).Should(201).Word("id");

        Assert.Equal(0, (await Shown(id)).GetArrayLength());
        (await Asks(citizen, id, offerId)).ShouldRefuse(404, "not-found");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        Assert.Equal("每周六下午收两名徒弟。", (await Shown(id))[0].GetProperty("text").GetString());
        (await Asks(laureate, id, offerId)).ShouldRefuse(409, "own-offer");
        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Asks(citizen, id, offerId)));
        var requestId = Assert.Single(asked, answer => answer.Status == 201).Word("id");
        Assert.Equal(4, asked.Count(answer => answer.Code == "offer-already-requested"));
        Assert.Equal(0, (await Confirmed(laureate, offerId)).GetArrayLength());
        var other = (await Asks(late, id, offerId)).Should(201).Word("id");
        var answers = await Task.WhenAll(Confirms(clerk, requestId), Confirms(clerk, other));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Single(answers, answer => answer.Code == "offer-full");
        Assert.Equal("我想学配色。", (await Confirmed(laureate, offerId))[0].GetProperty("message").GetString());
        var mine = await Task.WhenAll(Mine(citizen), Mine(late));
        Assert.Equal(
            ["Confirmed", "Received"],
            mine.Select(list => list[0].GetProperty("state").GetString()).Order(StringComparer.Ordinal)
        );
        (await Confirms(clerk, answers[0].Status == 200 ? requestId : other, "decline")).ShouldRefuse(
            409,
            "version-stale"
        );
    }

    [Fact]
    public async Task 八_二_Only_a_laureate_offers_and_nothing_is_shown_that_neither_WeChat_nor_staff_passed()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        (await Offers(await app.NewCitizen())).ShouldRefuse(403, "not-a-laureate");
        var (laureate, id) = await AShownLaureate();
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        await app.Database.Execute(
            "UPDATE content_checks SET state = 'Risky' WHERE id = @offerId",
            new { offerId = Guid.Parse(offerId) }
        );

        (await Decides(clerk, offerId, "approve", new { version = 1 })).ShouldRefuse(409, "offer-content-undecided");
        (await Decides(clerk, offerId, "refuse", new { version = 1, word = "请写明时间。" })).Should(200);
        (await Decides(clerk, offerId, "approve", new { version = 2, contentFit = true })).ShouldRefuse(
            409,
            "offer-already-decided"
        );

        Assert.Equal(0, (await Shown(id)).GetArrayLength());
        var own = (await laureate.Api.Get("/api/v1/me/laureate/offers")).Should(200).Json.GetProperty("items")[0];
        Assert.Equal(
            ("Refused", "请写明时间。"),
            (own.GetProperty("state").GetString(), own.GetProperty("word").GetString())
        );
    }

    [Fact]
    public async Task Who_deletes_their_account_takes_their_words_with_them_after_having_read_them()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var citizen = await app.NewCitizen();
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        (await Asks(citizen, id, offerId)).Should(201);
        Assert.Contains(
            "我想学配色。",
            (await citizen.Api.Get("/api/v1/me/export")).Should(200).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "每周六下午收两名徒弟。",
            (await laureate.Api.Get("/api/v1/me/export")).Should(200).Text,
            StringComparison.Ordinal
        );

        (await citizen.Api.Delete("/api/v1/me")).Should(200);
        (await laureate.Api.Delete("/api/v1/me")).Should(200);

        Assert.Equal(
            0,
            await app.Database.Value<long>(
                """
                SELECT COUNT(*)
                FROM laureate_offers o
                LEFT JOIN offer_requests r ON r.offer_id = o.id
                WHERE o.id = @offerId AND COALESCE(o.citizen_id, r.citizen_id, o.text, r.message) IS NOT NULL
                """,
                new { offerId = Guid.Parse(offerId) }
            )
        );
    }

    private async Task<(Citizen Laureate, Guid Id)> AShownLaureate()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (applicant, _, _, id) = await app.ALaureate();
        (
            await officer.Api.Put($"/admin/v1/laureates/{id}/story", new { version = 1, text = "三十年守着织机。" })
        ).Should(200);
        (await officer.Api.Post($"/admin/v1/laureates/{id}/publish", new { version = 2 })).Should(200);
        return (applicant, id);
    }

    private static Task<Answer> Offers(Citizen citizen) => citizen.ProposesOffer();

    private static Task<Answer> Asks(Citizen citizen, Guid laureateId, string offerId) =>
        citizen.Api.Post($"/api/v1/laureates/{laureateId}/offers/{offerId}/requests", new { message = "我想学配色。" });

    private static Task<Answer> Decides(StaffMember clerk, string offerId, string word, object body) =>
        clerk.Api.Post($"/admin/v1/laureate-offers/{offerId}/{word}", body);

    private static Task<Answer> Confirms(StaffMember clerk, string requestId, string word = "confirm") =>
        clerk.Api.Post(
            $"/admin/v1/offer-requests/{requestId}/{word}",
            new { version = 1, word = "周六下午两点在厂门口见。" }
        );

    private async Task<JsonElement> Shown(Guid id) =>
        (await app.Anonymous.Get($"/api/v1/laureates/{id}")).Should(200).Json.GetProperty("offers");

    private static async Task<JsonElement> Confirmed(Citizen laureate, string offerId) =>
        (await laureate.Api.Get($"/api/v1/me/laureate/offers/{offerId}/requests"))
            .Should(200)
            .Json.GetProperty("items");

    private static async Task<JsonElement> Mine(Citizen citizen) =>
        (await citizen.Api.Get("/api/v1/me/offer-requests")).Should(200).Json.GetProperty("items");
}
