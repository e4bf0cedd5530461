using Craftsman.Domain.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

public sealed class SavedRepliesTests(App app)
{
    [Fact]
    public async Task Reviewers_keep_replies_and_auditors_read_them()
    {
        var reviewer = await app.NewReviewer();
        var (auditor, expert) = (await app.Staff(StaffRole.Auditor), await app.Staff(StaffRole.Expert));
        var title = app.UniqueName("信息太少");
        var id = (await reviewer.SavesReply(title)).Should(201).Word("id");
        var path = $"/admin/v1/saved-replies/{id}";

        Assert.Contains(title, await Titles(auditor), StringComparer.Ordinal);
        (await expert.Api.Get("/admin/v1/saved-replies?kind=Rejection")).ShouldRefuse(403, "role-missing");
        foreach (var other in new[] { auditor, expert })
        {
            (await other.SavesReply(title)).ShouldRefuse(403, "role-missing");
            (await other.Api.Put(path, Changed(title, 1))).ShouldRefuse(403, "role-missing");
            (await other.Api.Delete($"{path}?version=1")).ShouldRefuse(403, "role-missing");
        }

        (await (await app.NewCitizen()).Api.Get("/admin/v1/saved-replies?kind=Rejection")).ShouldRefuse(
            401,
            "token-invalid"
        );
    }

    [Fact]
    public async Task A_reply_is_changed_and_removed_by_its_version()
    {
        var reviewer = await app.NewReviewer();
        var (title, taken) = (app.UniqueName("不在杭州"), app.UniqueName("已有标题"));
        await reviewer.SavesReply(taken);
        var id = (await reviewer.SavesReply(title)).Should(201).Word("id");
        var path = $"/admin/v1/saved-replies/{id}";

        (await reviewer.SavesReply(title)).ShouldRefuse(409, "saved-reply-title-taken");
        (await reviewer.SavesReply(title, kind: "Question")).Should(201);
        (await reviewer.Api.Put(path, Changed(title, 2))).ShouldRefuse(409, "version-stale");
        (await reviewer.Api.Put(path, Changed(taken, 1))).ShouldRefuse(409, "saved-reply-title-taken");
        Assert.Equal(2, (await reviewer.Api.Put(path, Changed(title, 1))).Should(200).Number("version"));
        Assert.Equal(["version"], (await reviewer.Api.Delete(path)).ShouldRefuse(400, "request-malformed").ErrorFields);
        (await reviewer.Api.Delete($"{path}?version=1")).ShouldRefuse(409, "version-stale");
        Assert.Equal(204, (await reviewer.Api.Delete($"{path}?version=2")).Status);
        (await reviewer.Api.Delete($"{path}?version=2")).ShouldRefuse(404, "not-found");

        Assert.DoesNotContain(title, await Titles(reviewer), StringComparer.Ordinal);
        Assert.Equal(
            ["saved-reply.added", "saved-reply.changed", "saved-reply.removed"],
            await app.AuditOf(Guid.Parse(id))
        );
    }

    [Theory]
    [InlineData("", "请补充。", "title")]
    [InlineData("标题", "   ", "text")]
    [InlineData("标题", "请联系{phone}。", "text")]
    [InlineData("标题", "请联系{Name}。", "text")]
    public async Task A_reply_that_cannot_be_filled_in_is_refused_by_its_field(string title, string text, string field)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        var refused = (await reviewer.SavesReply(title, text)).ShouldRefuse(400, "request-malformed");

        Assert.Equal([field], refused.ErrorFields);
    }

    [Fact]
    public async Task Of_ten_who_change_a_reply_at_once_one_succeeds()
    {
        var reviewer = await app.NewReviewer();
        var id = (await reviewer.SavesReply(app.UniqueName("同时修改"))).Should(201).Word("id");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => reviewer.Api.Put($"/admin/v1/saved-replies/{id}", Changed(app.UniqueName("改过的"), 1)))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
    }

    [Fact]
    public async Task The_reasons_of_a_rejection_are_listed_in_words()
    {
        var reasons = (await (await app.Staff(StaffRole.Auditor)).Api.Get("/admin/v1/tips/rejection-reasons"))
            .Should(200)
            .Json.GetProperty("items")
            .EnumerateArray()
            .ToList();

        Assert.Equal(Enum.GetNames<TipRejection>(), reasons.Select(reason => reason.GetProperty("code").GetString()));
        Assert.Distinct(reasons.Select(reason => reason.GetProperty("text").GetString()));
    }

    private static object Changed(string title, int version) =>
        new
        {
            title,
            text = "请补充{name}的工作单位。",
            version,
        };

    private static async Task<IReadOnlyList<string>> Titles(StaffMember reader)
    {
        List<string> titles = [];
        string? cursor = null;
        do
        {
            var page = (await reader.Api.Get($"/admin/v1/saved-replies?kind=Rejection&limit=2&cursor={cursor}")).Should(
                200
            );
            titles.AddRange(
                page.Json.GetProperty("items").EnumerateArray().Select(reply => reply.GetProperty("title").GetString()!)
            );
            cursor = page.Json.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        return titles;
    }
}
