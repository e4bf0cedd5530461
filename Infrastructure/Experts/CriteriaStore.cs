using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Experts;

/// <summary>How a campaign's experts score.</summary>
/// <param name="Scale">Whole points from 0 to this.</param>
/// <param name="IsInUse">A sheet has been submitted, so nothing changes any more.</param>
public sealed record ScoringSheet(int Scale, IReadOnlyList<Criterion> Criteria, int Version, bool IsInUse);

/// <summary>Reads and writes what experts score by.</summary>
public static class CriteriaStore
{
    private const string Lines =
        "SELECT id, name, weight FROM scoring_criteria WHERE campaign_id = @campaignId ORDER BY position";

    /// <summary>A new campaign scores as usual.</summary>
    public static async Task Seed(Work work, Guid campaignId)
    {
        await work.Execute(
            "INSERT INTO scoring_scales (campaign_id, scale) VALUES (@campaignId, @UsualScale)",
            new { campaignId, ScoringRules.UsualScale }
        );
        await Put(work, campaignId, ScoringRules.Usual);
    }

    /// <summary>As it stands, held as it is until the transaction ends: nobody changes it meanwhile.</summary>
    public static Task<ScoringSheet> Hold(Work work, Guid campaignId) => Read(work, campaignId, "LOCK IN SHARE MODE");

    /// <summary>As it stands.</summary>
    public static Task<ScoringSheet> Read(Work work, Guid campaignId) => Read(work, campaignId, "");

    /// <summary>Held by one at a time: what changes criteria or deals out cases.</summary>
    public static Task<ScoringSheet> HoldAlone(Work work, Guid campaignId) => Read(work, campaignId, "FOR UPDATE");

    /// <summary>Sets criteria and scale; drafts lose their lines of criteria that go.</summary>
    public static async Task<Decision<int>> Change(
        Work work,
        Guid campaignId,
        int version,
        int scale,
        IReadOnlyList<Criterion> criteria,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string change =
            "UPDATE scoring_scales SET scale = @scale, version = version + 1 WHERE campaign_id = @campaignId";
        const string tooHigh = """
            DELETE FROM scores
            WHERE campaign_id = @campaignId AND score > @scale
            """;
        const string gone = "DELETE FROM scoring_criteria WHERE campaign_id = @campaignId AND id NOT IN @kept";
        const string aside = "UPDATE scoring_criteria SET position = -position WHERE campaign_id = @campaignId";
        var sheet = await HoldAlone(work, campaignId);
        if (sheet.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        if (sheet.IsInUse)
        {
            return ExpertRefusals.CriteriaInUse;
        }

        if (ScoringRules.Accept(criteria).IsRefused(out var refusal))
        {
            return refusal;
        }

        await work.Execute(change, new { campaignId, scale });
        await work.Execute(tooHigh, new { campaignId, scale });
        await work.Execute(gone, new { campaignId, kept = criteria.Select(each => each.Id) });
        await work.Execute(aside, new { campaignId });
        await Put(work, campaignId, criteria);
        await AuditLog.Record(
            work,
            staffId,
            "criteria.changed",
            "campaign",
            campaignId,
            now,
            new { scale, weights = criteria.ToDictionary(each => each.Id, each => each.Weight) }
        );
        return version + 1;
    }

    private static async Task Put(Work work, Guid campaignId, IReadOnlyList<Criterion> criteria)
    {
        const string sql = """
            INSERT INTO scoring_criteria (campaign_id, id, position, name, weight)
            VALUES (@campaignId, @Id, @position, @Name, @Weight)
            ON DUPLICATE KEY UPDATE position = @position, name = @Name, weight = @Weight
            """;
        foreach (var (each, at) in criteria.Select((each, at) => (each, at)))
        {
            await work.Execute(
                sql,
                new
                {
                    campaignId,
                    each.Id,
                    position = at + 1,
                    each.Name,
                    each.Weight,
                }
            );
        }
    }

    private static async Task<ScoringSheet> Read(Work work, Guid campaignId, string held)
    {
        const string inUse = """
            SELECT COUNT(*)
            FROM case_experts
            WHERE campaign_id = @campaignId AND submitted_at IS NOT NULL
            """;
        var row = (
            await work.FirstOrNothing<ScaleRow>(
                $"SELECT scale, version FROM scoring_scales WHERE campaign_id = @campaignId {held}",
                new { campaignId }
            )
        )!;
        var criteria = await work.List<CriterionRow>(Lines, new { campaignId });
        return new ScoringSheet(
            row.Scale,
            [.. criteria.Select(each => new Criterion(each.Id, each.Name, each.Weight))],
            row.Version,
            await work.FirstOrNothing<int>(inUse, new { campaignId }) > 0
        );
    }

    private sealed record ScaleRow
    {
        public int Scale { get; init; }
        public int Version { get; init; }
    }

    private sealed record CriterionRow
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public int Weight { get; init; }
    }
}
