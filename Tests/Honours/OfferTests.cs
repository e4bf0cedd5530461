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

    [Fact]
    public async Task 八_二_A_laureate_takes_an_offer_back_and_whoever_asked_reads_that_it_is_over()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var (confirmed, waiting, late) = (await app.NewCitizen(), await app.NewCitizen(), await app.NewCitizen());
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        (await Confirms(clerk, (await Asks(confirmed, id, offerId)).Should(201).Word("id"))).Should(200);
        // The only place is taken, so the other one asks as a row.
        await app.Database.Execute(
            """
            INSERT INTO offer_requests (id, offer_id, citizen_id, message, created_at)
            VALUES (@id, @offerId, @citizenId, '也想学。', UTC_TIMESTAMP(6))
            """,
            new
            {
                id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                offerId = Guid.Parse(offerId),
                citizenId = await app.IdOf(waiting),
            }
        );

        (await TakesBack(confirmed, offerId, 2)).ShouldRefuse(404, "not-found");
        (await TakesBack(laureate, offerId, 1)).ShouldRefuse(409, "version-stale");
        Assert.Equal("Withdrawn", (await TakesBack(laureate, offerId, 2, "下月住院。")).Should(200).Word("state"));
        (await TakesBack(laureate, offerId, 3)).ShouldRefuse(409, "offer-already-decided");

        Assert.Equal(0, (await Shown(id)).GetArrayLength());
        (await Asks(late, id, offerId)).ShouldRefuse(404, "not-found");
        foreach (var citizen in new[] { confirmed, waiting })
        {
            var own = (await Mine(citizen))[0];
            Assert.Equal("Cancelled", own.GetProperty("state").GetString());
            Assert.Equal(
                "“杭州工匠”本人撤回了这项安排，您的报名随之取消。说明：下月住院。",
                own.GetProperty("word").GetString()
            );
        }
    }

    [Fact]
    public async Task 八_二_The_union_takes_an_offer_from_the_public_on_record_with_its_reason()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var citizen = await app.NewCitizen();
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        (await Asks(citizen, id, offerId)).Should(201);

        (await Decides(clerk, offerId, "withdraw", new { version = 2 })).ShouldRefuse(400, "request-malformed");
        (await Decides(clerk, offerId, "withdraw", new { version = 2, word = "场地不能再用。" })).Should(200);

        Assert.Equal(0, (await Shown(id)).GetArrayLength());
        Assert.Equal(
            "工会已取消这项安排，您的报名随之取消。说明：场地不能再用。",
            (await Mine(citizen))[0].GetProperty("word").GetString()
        );
        var own = (await laureate.Api.Get("/api/v1/me/laureate/offers")).Should(200).Json.GetProperty("items")[0];
        Assert.Equal(
            ("Withdrawn", "场地不能再用。"),
            (own.GetProperty("state").GetString(), own.GetProperty("word").GetString())
        );
        Assert.Equal(["offer.approved", "offer.withdrawn"], await app.AuditedActs(Guid.Parse(offerId)));
    }

    [Fact]
    public async Task Of_confirming_and_taking_back_at_once_nobody_is_left_confirmed_for_an_offer_that_is_gone()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        var requests = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async _ => (await Asks(await app.NewCitizen(), id, offerId)).Should(201).Word("id"))
        );

        var withdrawn = await Task.WhenAll(
            requests
                .Select(async requestId =>
                {
                    await Confirms(clerk, requestId);
                    return 0;
                })
                .Append(Counted(TakesBack(laureate, offerId, 2)))
                .Append(Counted(TakesBack(laureate, offerId, 2)))
                .Append(Counted(Decides(clerk, offerId, "withdraw", new { version = 2, word = "场地不能再用。" })))
        );

        Assert.Equal(1, withdrawn.Sum());
        Assert.Equal(
            ["Cancelled"],
            await app.Database.Rows<string>(
                "SELECT DISTINCT state FROM offer_requests WHERE offer_id = @offerId",
                new { offerId = Guid.Parse(offerId) }
            )
        );

        static async Task<int> Counted(Task<Answer> answer) => (await answer).Status == 200 ? 1 : 0;
    }

    [Fact]
    public async Task Nobody_is_confirmed_for_the_offer_of_a_laureate_whose_recognition_was_taken_back()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        var requestId = (await Asks(await app.NewCitizen(), id, offerId)).Should(201).Word("id");
        var another = (await Offers(laureate)).Should(201).Word("id");
        await app.PutsCaseIn(
            await app.Database.Value<Guid>("SELECT case_id FROM laureates WHERE id = @id", new { id }),
            "Revoked"
        );

        (await Confirms(clerk, requestId)).ShouldRefuse(409, "laureate-revoked");
        (await Decides(clerk, another, "approve", new { version = 1, contentFit = true })).ShouldRefuse(
            409,
            "laureate-revoked"
        );
        (await Confirms(clerk, requestId, "decline")).Should(200);
    }

    [Fact]
    public async Task Whoever_asked_a_laureate_who_deletes_their_account_reads_that_it_is_over()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (laureate, id) = await AShownLaureate();
        var citizen = await app.NewCitizen();
        var offerId = (await Offers(laureate)).Should(201).Word("id");
        (await Decides(clerk, offerId, "approve", new { version = 1, contentFit = true })).Should(200);
        (await Asks(citizen, id, offerId)).Should(201);

        (await laureate.Api.Delete("/api/v1/me")).Should(200);

        var own = (await Mine(citizen))[0];
        Assert.Equal("Cancelled", own.GetProperty("state").GetString());
        Assert.StartsWith("“杭州工匠”本人撤回", own.GetProperty("word").GetString(), StringComparison.Ordinal);
    }

    private static Task<Answer> TakesBack(Citizen citizen, string offerId, int version, string? word = null) =>
        citizen.Api.Post($"/api/v1/me/laureate/offers/{offerId}/withdraw", new { version, word });

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
