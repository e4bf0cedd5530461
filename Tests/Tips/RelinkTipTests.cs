using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

/// <summary>A wrong verification is mended and a candidate split; no other act moves a tip (law 3).</summary>
public sealed class RelinkTipTests(App app)
{
    [Fact]
    public async Task A_relinked_tip_counts_for_the_other_candidate_and_its_tipster_reads_so()
    {
        var citizen = await app.NewCitizen();
        var tipId = await citizen.Tips();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var from = await reviewer.VerifiesAsNew(tipId);
        var into = await app.ACandidate();

        var version = await reviewer.VersionOfTip(tipId);
        var relinked = (await reviewer.Relinks(tipId, into, version)).Should(200);

        Assert.Equal((into.ToString(), version + 1), (relinked.Word("candidateId"), relinked.Number("version")));
        var tip = await citizen.SeesTip(tipId);
        Assert.Equal(into.ToString(), tip.Word("candidateId"));
        Assert.Equal(["Joined", "Relinked"], tip.ThreadKinds().TakeLast(2));
        Assert.Equal(0, (await reviewer.Reads(from)).GetProperty("tipCount").GetInt32());
        Assert.Equal(2, (await reviewer.Reads(into)).GetProperty("tipCount").GetInt32());
        Assert.Equal("tip.relinked", (await app.AuditOf(tipId))[^1]);
        Assert.Equal(
            "核实时认错了人。",
            await app.Database.Value<string>(
                "SELECT reason FROM tip_relinks WHERE tip_id = @tipId AND from_id = @from AND to_id = @into",
                new
                {
                    tipId,
                    from,
                    into,
                }
            )
        );
    }

    [Fact]
    public async Task A_candidate_is_split_by_relinking_to_a_new_one()
    {
        var tipId = await (await app.NewCitizen()).Tips();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var from = await app.ACandidate();
        await reviewer.Verifies(tipId, from);

        var relinked = (
            await reviewer.Decides(
                tipId,
                "relink",
                new
                {
                    newCandidate = A.Person(),
                    reason = "父子同厂，两条线索说的是儿子。",
                    version = await reviewer.VersionOfTip(tipId),
                }
            )
        ).Should(200);

        var added = await reviewer.Reads(relinked.Json.GetProperty("candidateId").GetGuid());
        Assert.Equal(("Hidden", 1), (added.GetProperty("state").GetString(), added.GetProperty("tipCount").GetInt32()));
        Assert.Equal(1, (await reviewer.Reads(from)).GetProperty("tipCount").GetInt32());
    }

    [Fact]
    public async Task A_merged_candidates_id_leads_to_its_root_and_the_tip_stays_there_after_the_undo()
    {
        var tipId = await (await app.NewCitizen()).Tips();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        await reviewer.VerifiesAsNew(tipId);
        var (child, root) = (await app.ACandidate(), await app.ACandidate());
        var mergeId = await app.Merges(child, root);

        var relinked = (await reviewer.Relinks(tipId, child, await reviewer.VersionOfTip(tipId))).Should(200);
        await app.UndoesMerge(mergeId);

        Assert.Equal(root.ToString(), relinked.Word("candidateId"));
        Assert.Equal(2, (await reviewer.Reads(root)).GetProperty("tipCount").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_relinked_is_refused()
    {
        var tipId = await (await app.NewCitizen()).Tips();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidate = await app.ACandidate();

        (await reviewer.Relinks(tipId, candidate, 1)).ShouldRefuse(409, "tip-not-joined");
        await reviewer.Verifies(tipId, candidate);
        var version = await reviewer.VersionOfTip(tipId);
        (await reviewer.Relinks(tipId, candidate, version)).ShouldRefuse(409, "tip-already-there");
        (await reviewer.Relinks(tipId, await app.ACandidate(), version - 1)).ShouldRefuse(409, "version-stale");
        (await reviewer.Relinks(tipId, Guid.AllBitsSet, version)).ShouldRefuse(404, "not-found");
        (await (await app.ReviewerOf("330106")).Relinks(tipId, candidate, version)).ShouldRefuse(404, "not-found");
        (await (await app.Staff(StaffRole.Auditor)).Relinks(tipId, candidate, version)).Should(403);
        (await reviewer.Decides(tipId, "relink", new { reason = "无", version })).ShouldRefuse(
            400,
            "request-malformed"
        );
    }

    [Fact]
    public async Task Of_relinks_and_merges_at_once_every_tip_ends_in_one_place()
    {
        var tipId = await (await app.NewCitizen()).Tips();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        await reviewer.VerifiesAsNew(tipId);
        var (one, other) = (await app.ACandidate(), await app.ACandidate());
        var version = await reviewer.VersionOfTip(tipId);

        var relinks = new[] { one, other, one, other }.Select(to => reviewer.Relinks(tipId, to, version)).ToList();
        var merge = reviewer.TriesToMerge(one, other);
        var answers = await Task.WhenAll(relinks);
        (await merge).Should(200);

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(3, (await reviewer.Reads(other)).GetProperty("tipCount").GetInt32());
    }
}
