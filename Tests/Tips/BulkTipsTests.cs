using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

public sealed class BulkTipsTests(App app)
{
    private const string Words = "这位师傅不在杭州工作，谢谢您的推荐。";

    [Fact]
    public async Task Only_tip_reviewers_move_many_tips()
    {
        var id = await (await app.NewCitizen()).Tips();
        var claim = new BulkItem(id, 1, "claim");

        (await app.Anonymous.Post("/admin/v1/tips/bulk", new { items = new[] { claim } })).ShouldRefuse(
            401,
            "token-missing"
        );
        foreach (var role in new[] { StaffRole.Expert, StaffRole.Auditor })
        {
            (await (await app.Staff(role)).MovesTips(claim)).ShouldRefuse(403, "role-missing");
        }
    }

    [Fact]
    public async Task None_and_more_than_a_hundred_are_refused_by_the_field()
    {
        var reviewer = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();
        var claim = new BulkItem(id, 1, "claim");

        foreach (var items in new[] { [], Enumerable.Repeat(claim, 101).ToArray() })
        {
            var refused = (await reviewer.MovesTips(items)).ShouldRefuse(400, "request-malformed");
            Assert.Equal(["items"], refused.ErrorFields);
        }

        (await reviewer.Api.Post("/admin/v1/tips/bulk", new { items = new[] { (object?)null } })).ShouldRefuse(
            400,
            "request-malformed"
        );
        Assert.Equal([], await app.AuditOf(id));
    }

    [Fact]
    public async Task Each_item_does_what_the_single_move_does_and_a_bad_one_holds_up_no_other()
    {
        var reviewer = await app.NewReviewer("330102");
        var another = await app.NewReviewer();
        var citizen = await app.NewCitizen();
        var (free, mine, rejected, theirs) = (
            await citizen.Tips(),
            await citizen.Tips(),
            await citizen.Tips(),
            await citizen.Tips()
        );
        var elsewhere = await citizen.Tips(A.Tip() with { District = "330106" });
        var (mineVersion, rejectedVersion, theirVersion) = (
            await reviewer.Claims(mine),
            await reviewer.Claims(rejected),
            await another.Claims(theirs)
        );

        var answer = (
            await reviewer.MovesTips(
                new BulkItem(theirs, theirVersion, "claim"),
                new BulkItem(free, 1, "claim"),
                new BulkItem(free, 2, "release"),
                new BulkItem(elsewhere, 1, "claim"),
                new BulkItem(mine, mineVersion, "reject", "NotInHangzhou"),
                new BulkItem(rejected, rejectedVersion, "reject", "NotInHangzhou", $" {Words} "),
                new BulkItem("nonsense", 1, "claim"),
                new BulkItem(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), 1, "verify"),
                new BulkItem(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), null, "claim"),
                new BulkItem(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), 1, "reject", "Nonsense", Words)
            )
        ).Should(200);

        Assert.Equal(
            [
                "tip-claimed-by-another",
                "Claimed 2",
                "tip-named-twice",
                "not-found",
                "request-malformed message",
                "Rejected 3",
                "not-found",
                "request-malformed act",
                "request-malformed version",
                "request-malformed reasonCode",
            ],
            Results(answer)
        );
        Assert.Equal(["tip.claimed"], await app.AuditOf(free));
        Assert.Equal(["tip.claimed"], await app.AuditOf(mine));
        Assert.Equal(["tip.claimed", "tip.rejected"], await app.AuditOf(rejected));
        Assert.Equal([], await app.AuditOf(elsewhere));
        var told = await citizen.SeesTip(rejected);
        Assert.Equal(("Rejected", "NotInHangzhou"), (told.Word("state"), told.Word("reasonCode")));
        Assert.Equal(Words, told.Json.GetProperty("thread").EnumerateArray().Last().GetProperty("text").GetString());

        // What was refused for its version or its second mention may come again, alone.
        Assert.Equal(
            ["version-stale", "Received 3"],
            Results(
                await reviewer.MovesTips(new BulkItem(free, 1, "release"), new BulkItem(mine, mineVersion, "release"))
            )
        );
        Assert.Equal(["Received 3"], Results(await reviewer.MovesTips(new BulkItem(free, 2, "release"))));
    }

    [Fact]
    public async Task Of_ten_reviewers_who_claim_the_same_hundred_tips_at_once_each_tip_has_one_claimant()
    {
        var citizens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.NewCitizen()));
        List<Guid> ids = [];
        foreach (var citizen in citizens)
        {
            for (var each = 0; each < 5; each++)
            {
                ids.Add(await citizen.Tips());
            }
        }

        var reviewers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.NewReviewer()));
        var answers = await Task.WhenAll(
            reviewers.Select(
                (reviewer, number) =>
                    // Half of them begin at the other end.
                    reviewer.MovesTips([
                        .. (number % 2 == 0 ? ids : Enumerable.Reverse(ids)).Select(id => new BulkItem(id, 1, "claim")),
                    ])
            )
        );

        var results = answers.SelectMany(answer => Results(answer.Should(200))).ToList();
        Assert.Equal(1000, results.Count);
        Assert.Equal(100, results.Count(result => result == "Claimed 2"));
        Assert.All(results, result => Assert.Contains(result, new[] { "Claimed 2", "tip-claimed-by-another" }));
        Assert.Equal(
            100,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE subject_id IN @ids AND action = 'tip.claimed'",
                new { ids }
            )
        );
        Assert.Equal(
            100,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM tips WHERE id IN @ids AND state = 'Claimed' AND version = 2",
                new { ids }
            )
        );
    }

    /// <summary>What each item became and its version, or the code and the fields at fault.</summary>
    private static IReadOnlyList<string> Results(Answer answer) =>
        [
            .. answer
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(item =>
                    item.GetProperty("code").GetString() is not { } code
                        ? $"{item.GetProperty("state").GetString()} {item.GetProperty("version").GetInt32()}"
                    : item.GetProperty("errors") is { ValueKind: JsonValueKind.Object } errors
                        ? $"{code} {string.Join(',', errors.EnumerateObject().Select(field => field.Name))}"
                    : code
                ),
        ];
}
