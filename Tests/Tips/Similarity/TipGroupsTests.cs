using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Tips.Similarity;

/// <summary>On a database of its own, in which nights may pass.</summary>
public sealed class TipGroupsTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task The_night_groups_tips_and_candidates_and_a_group_goes_when_its_tips_are_settled()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate("上官建国", "杭州碧波纺机厂");
        var one = await Tip("上官建国师傅", "碧波纺机");
        var two = await Tip("上官健国", "杭州碧波纺机厂一车间");
        var apart = await Tip("上官建华", "杭州碧波纺机厂");

        Assert.Equal(1, await Group());
        Assert.Equal([candidateId, one, two], (await GroupWith(one))!.Order());
        // Three citizens speak of one worker, among them whose tip became the candidate: the tips are due in a third of the time.
        Assert.Equal((3, 24), await Urgency(one));
        Assert.Equal((3, 24), await Urgency(two));
        Assert.Equal((1, 72), await Urgency(apart));

        // Settled one after the other: the first stands there as its candidate.
        await Joins(reviewer, one, candidateId);
        Assert.Equal([candidateId, two], (await GroupWith(two))!.Order());
        await Joins(reviewer, two, candidateId);
        Assert.Null(await GroupWith(candidateId));

        // The next night replaces what the last proposed.
        Assert.Equal(1, await Group());
        Assert.Equal(
            0,
            await app.Database.Value<int>("SELECT COUNT(*) FROM tip_group_members WHERE tip_id = @one", new { one })
        );
    }

    [Fact]
    public async Task Two_instances_group_one_night_once()
    {
        await Tip("慕容建国", "杭州碧浪纺机厂");
        await Tip("慕容健国", "杭州碧浪纺机厂");

        Assert.Equal(1, await Group(instances: 4));
        Assert.Equal(0, await Group(instances: 2, isSameNight: true));
    }

    [Fact]
    public async Task Groups_are_read_page_by_page_in_ones_own_districts()
    {
        var first = await Tip("长孙建国", "杭州碧云纺机厂", "330106");
        await Tip("长孙健国", "杭州碧云纺机厂", "330106");
        var second = await Tip("闻人建国", "杭州碧霞纺机厂", "330109");
        await Tip("闻人健国", "杭州碧霞纺机厂", "330109");
        await Group();

        Assert.NotNull(await GroupWith(first));
        Assert.NotNull(await GroupWith(second));
        var ofOne = await app.NewReviewer("330106");
        Assert.NotNull(await GroupWith(first, ofOne));
        Assert.Null(await GroupWith(second, ofOne));
        (await (await app.Staff(StaffRole.Expert)).Api.Get("/admin/v1/tips/groups")).ShouldRefuse(403, "role-missing");
        (await ofOne.Api.Get("/admin/v1/tips/groups?cursor=abc")).ShouldRefuse(400, "cursor-invalid");
    }

    [Fact]
    public async Task Tips_and_candidates_from_before_there_were_terms_are_indexed_once()
    {
        var id = await Tip("公孙建国", "杭州碧天纺机厂");
        var candidateId = await app.CandidateRow("Hidden");
        var withdrawn = await Tip("公孙建国", "杭州碧天纺机厂");
        await app.Database.Execute("UPDATE tips SET state = 'Withdrawn' WHERE id = @withdrawn", new { withdrawn });
        await app.Database.Execute("DELETE FROM tip_terms WHERE tip_id IN @ids", new { ids = new[] { id, withdrawn } });
        await using var source = Source();
        var db = new Db(source);

        await Task.WhenAll(
            SimilarIndex.Fill(db, CancellationToken.None),
            SimilarIndex.Fill(db, CancellationToken.None)
        );

        Assert.True(await Count("tip_terms WHERE tip_id = @id", id) > 5);
        Assert.True(await Count("candidate_terms WHERE candidate_id = @id", candidateId) > 2);
        Assert.Equal(0, await Count("tip_terms WHERE tip_id = @id", withdrawn));
        Assert.Equal(0, await SimilarIndex.Fill(db, CancellationToken.None));
    }

    [Fact]
    public async Task A_voice_that_goes_is_no_longer_counted_after_the_next_night()
    {
        var one = await Tip("司马建国", "杭州碧海纺机厂");
        var two = await Tip("司马健国", "杭州碧海纺机厂");
        await Group();
        Assert.Equal((2, 36), await Urgency(one));

        await app.Database.Execute("UPDATE tips SET state = 'Withdrawn' WHERE id = @two", new { two });
        await Group();

        Assert.Equal((1, 72), await Urgency(one));
    }

    /// <summary>How many citizens were found to speak of a tip's worker, and in how many hours from its arrival it is due.</summary>
    private async Task<(int Voices, int Hours)> Urgency(Guid id) =>
        (
            await app.Database.Value<int>("SELECT voices FROM tips WHERE id = @id", new { id }),
            await app.Database.Value<int>(
                "SELECT TIMESTAMPDIFF(HOUR, created_at, due_at) FROM tips WHERE id = @id",
                new { id }
            )
        );

    private Task<int> Count(string from, Guid id) =>
        app.Database.Value<int>($"SELECT COUNT(*) FROM {from}", new { id });

    /// <summary>So many instances at once, in the night after the last or once more in the same; says how many of them grouped.</summary>
    private async Task<int> Group(int instances = 1, bool isSameNight = false)
    {
        var campaignId = await app.Database.Value<Guid>("SELECT id FROM campaigns WHERE is_current = 1");
        await using var source = Source();
        var last = await app.Database.Value<DateTime?>("SELECT MAX(grouped_at) FROM tip_groupings");
        var now = last is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : TimeProvider.System.GetUtcNow();
        if (last is null)
        {
            await new TipGrouping(new Db(source)).GroupIfDue(campaignId, now, CancellationToken.None);
        }

        var night = isSameNight ? now : now.AddDays(1);
        var grouped = await Task.WhenAll(
            Enumerable
                .Range(0, instances)
                .Select(_ => new TipGrouping(new Db(source)).GroupIfDue(campaignId, night, CancellationToken.None))
        );
        return grouped.Count(isDone => isDone);
    }

    private MySqlDataSource Source() =>
        new(DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString);

    /// <summary>The ids in the group of a tip or candidate, walked to page by page; null when there is none.</summary>
    private async Task<IReadOnlyList<Guid>?> GroupWith(Guid id, StaffMember? reader = null)
    {
        var reviewer = reader ?? await app.Staff(StaffRole.TipReviewer);
        string? cursor = null;
        do
        {
            var page = (await reviewer.Api.Get($"/admin/v1/tips/groups?limit=1&cursor={cursor}")).Should(200).Json;
            foreach (var group in page.GetProperty("items").EnumerateArray())
            {
                var members = group.GetProperty("members").EnumerateArray().Select(IdOf).ToList();
                if (members.Contains(id))
                {
                    return members;
                }
            }

            cursor = page.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        return null;
    }

    private static Guid IdOf(JsonElement member) =>
        member.GetProperty("tipId").ValueKind == JsonValueKind.Null
            ? member.GetProperty("candidateId").GetGuid()
            : member.GetProperty("tipId").GetGuid();

    private async Task<Guid> Tip(string name, string unit, string district = "330102") =>
        await (await app.NewCitizen()).Tips(A.Tip() with { Name = name, WorkUnit = unit, District = district });

    private static async Task Joins(StaffMember reviewer, Guid tipId, Guid candidateId)
    {
        var version = await reviewer.Claims(tipId);
        (
            await reviewer.Decides(
                tipId,
                "verify",
                new
                {
                    candidateId,
                    contentFit = true,
                    version,
                }
            )
        ).Should(200);
    }
}
