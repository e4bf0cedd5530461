using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Media;

/// <summary>The list of photos that wait for a human. On a database of its own: nobody else's photos are in it.</summary>
public sealed class ListPhotosTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task What_WeChat_did_not_pass_waits_with_its_verdict_and_a_picture_until_somebody_decides()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (tipId, risky) = await Tip("-risky");
        var (_, fine) = await Tip("");
        var (_, silent) = await Tip("-silent");
        await app.CheckBecomes(risky, "Risky");
        await app.CheckBecomes(fine, "Pass");
        await app.IsSubmitted(silent, 1);

        var waiting = await Lists(reviewer);
        Assert.DoesNotContain(fine, waiting.Keys);
        Assert.DoesNotContain(silent, waiting.Keys);
        var line = waiting[risky];
        Assert.Equal("Risky", line.GetProperty("check").GetProperty("state").GetString());
        Assert.Equal(tipId, line.GetProperty("tipId").GetGuid());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("applicationId").ValueKind);
        Assert.Equal(JsonValueKind.Null, line.GetProperty("decided").ValueKind);
        Assert.InRange(line.GetProperty("ageMinutes").GetInt32(), 0, 10);
        Assert.Equal(
            "image/jpeg",
            (await app.Anonymous.Get(line.GetProperty("smallUrl").GetString()!)).Should(200).MediaType
        );

        (await reviewer.DecidesOnPhoto(risky, "Unfit", "Advertising", "墙上是一张广告。")).Should(200);

        Assert.DoesNotContain(risky, (await Lists(reviewer)).Keys);
        var decided = (await Lists(reviewer, "Decided"))[risky].GetProperty("decided");
        Assert.Equal("Advertising", decided.GetProperty("reasonCode").GetString());
        Assert.Equal("墙上是一张广告。", decided.GetProperty("note").GetString());
    }

    [Fact]
    public async Task The_photo_of_a_submitted_application_is_listed_with_its_case()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var applicant = await Citizen.LogIn(app.Anonymous, app.UniqueName("photographer-") + "-review");
        var photoId = await applicant.UploadsPhoto(Pictures.Jpeg());
        var applicationId = await applicant.Applies(A.Form() with { PhotoId = photoId.ToString() });
        await app.CheckBecomes(photoId, "Review");

        var line = (await Lists(reviewer))[photoId];

        Assert.Equal(applicationId, line.GetProperty("applicationId").GetGuid());
        Assert.Equal(await app.CaseOf(applicationId), line.GetProperty("caseId").GetGuid());
        (await applicant.Withdraws(applicationId)).Should(200);
        Assert.DoesNotContain(photoId, (await Lists(reviewer)).Keys);
    }

    [Fact]
    public async Task It_is_read_page_by_page_the_oldest_first_and_by_the_reviewers_of_the_district()
    {
        var sent = new List<Guid>();
        for (var photo = 0; photo < 3; photo++)
        {
            sent.Add((await Tip("-review")).PhotoId);
            await app.CheckBecomes(sent[^1], "Review");
        }

        var listed = (await Lists(await app.Staff(StaffRole.TipReviewer), limit: 1)).Keys.ToList();

        Assert.Equal(sent, listed.Where(sent.Contains));
        var ofTheDistrict = await Lists(await app.NewReviewer("330102"));
        Assert.All(sent, photoId => Assert.Contains(photoId, ofTheDistrict.Keys));
        Assert.Empty(await Lists(await app.NewReviewer("330106")));
    }

    [Fact]
    public async Task Every_decision_needs_a_reason_that_speaks_for_it_and_stays_on_record()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (_, photoId) = await Tip("-risky");
        var address = $"/admin/v1/photos/{photoId}/content-decision";

        Assert.Equal(
            ["reasonCode"],
            (await reviewer.Api.Post(address, new { decision = "Fit" }))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        Assert.Equal(
            ["reasonCode"],
            (await reviewer.DecidesOnPhoto(photoId, "Fit", "Violent"))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        (await reviewer.DecidesOnPhoto(photoId, "Unfit", "WronglyFlagged")).ShouldRefuse(400, "request-malformed");
        (await reviewer.DecidesOnPhoto(photoId, "Unfit", "Unclear")).Should(200);
        (await reviewer.DecidesOnPhoto(photoId, "Fit", "WronglyFlagged", "再看一次，没有问题。")).Should(200);

        Assert.Equal(
            ["Unfit Unclear -", "Fit WronglyFlagged 再看一次，没有问题。"],
            await app.Database.Rows<string>(
                """
                SELECT CONCAT(decision, ' ', reason_code, ' ', COALESCE(note, '-'))
                FROM photo_decisions
                WHERE photo_id = @photoId
                ORDER BY at, id
                """,
                new { photoId }
            )
        );
        Assert.All(
            await app.Database.Rows<string>(
                "SELECT detail FROM audit_entries WHERE subject_id = @photoId",
                new { photoId }
            ),
            detail =>
            {
                Assert.Contains("reasonCode", detail);
                Assert.DoesNotContain("再看", detail);
            }
        );
        Assert.Equal(
            "WronglyFlagged",
            (await Lists(reviewer, "Decided"))[photoId].GetProperty("decided").GetProperty("reasonCode").GetString()
        );
    }

    [Fact]
    public async Task It_is_for_tip_reviewers_and_knows_two_states()
    {
        (await (await app.Staff(StaffRole.QualificationReviewer)).Api.Get("/admin/v1/photos")).Should(403);
        (await (await app.Staff(StaffRole.Auditor)).Api.Get("/admin/v1/photos")).Should(403);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        Assert.Equal(
            ["state"],
            (await reviewer.Api.Get("/admin/v1/photos?state=waiting"))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
    }

    private async Task<(Guid TipId, Guid PhotoId)> Tip(string verdict)
    {
        var citizen = await Citizen.LogIn(app.Anonymous, app.UniqueName("photographer-") + verdict);
        return await citizen.TipsWithPhoto();
    }

    /// <summary>The whole list in its order, read page by page.</summary>
    private static async Task<OrderedDictionary<Guid, JsonElement>> Lists(
        StaffMember reviewer,
        string state = "Waiting",
        int limit = 100
    )
    {
        var lines = new OrderedDictionary<Guid, JsonElement>();
        string? cursor = null;
        do
        {
            var page = (
                await reviewer.Api.Get(
                    $"/admin/v1/photos?state={state}&limit={limit}&cursor={Uri.EscapeDataString(cursor ?? "")}"
                )
            )
                .Should(200)
                .Json;
            foreach (var line in page.GetProperty("items").EnumerateArray())
            {
                lines.Add(line.GetProperty("photoId").GetGuid(), line);
            }

            cursor = page.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        return lines;
    }
}
