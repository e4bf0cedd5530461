using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Experts;

/// <summary>Ends the experts' review of a case (五, 专家评审): it is marked for the public notice, or not selected.</summary>
public static class ShortListStore
{
    /// <summary>Marks the case, with the method and what all methods said of it on record.</summary>
    /// <param name="method">Null for the campaign's.</param>
    /// <param name="reason">Needed where the case came back after an objection and was not scored anew.</param>
    public static async Task<Decision<MovedCase>> Shortlist(
        Work work,
        Campaign campaign,
        Guid caseId,
        int version,
        RankingMethod? method,
        string? reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string record = """
            INSERT INTO short_lists (id, case_id, round, panel_id, method, figures, reason, staff_id, at)
            SELECT @id, k.id, k.expert_round, @PanelId, @Method, @figures, @reason, @staffId, @now
            FROM cases k
            WHERE k.id = @caseId
            """;
        var decisive = method ?? RankingQueries.Deciding(campaign.Terms);
        if ((await ClosedPanelOf(work, campaign.Id, caseId, version)).IsRefused(out var refusal, out var panel))
        {
            return refusal;
        }

        var ranking = await RankingQueries.Of(work, panel.Id, decisive, campaign.Places);
        var line = ranking.Items.FirstOrDefault(each => each.CaseId == caseId);
        if (line?.IsShortlisted ?? ranking.Unscored.Any(each => each.CaseId == caseId && each.IsShortlisted))
        {
            return ExpertRefusals.AlreadyShortlisted;
        }

        var moved = await ReviewStore.MoveLater(
            work,
            caseId,
            CaseMove.Shortlist,
            version,
            (_, facts) => Task.FromResult(facts),
            "专家评审通过，列入入围名单，等待社会公示。",
            staffId,
            now
        );
        if (moved.IsRefused(out refusal))
        {
            return refusal;
        }

        if (line is null && (reason is null || await Round(work, caseId) == 1))
        {
            return ExpertRefusals.NotScored;
        }

        await work.Execute(
            record,
            new
            {
                id = Guid.CreateVersion7(now),
                PanelId = panel.Id,
                Method = decisive.ToString(),
                figures = line is null
                    ? null
                    : StoredJson.Write(
                        new
                        {
                            line.Mean,
                            line.TrimmedMean,
                            line.ZScore,
                            Totals = line.Totals.Select(each => new { each.StaffId, each.Total }),
                        }
                    ),
                reason,
                staffId,
                now,
                caseId,
            }
        );
        return moved;
    }

    /// <summary>Others were chosen.</summary>
    /// <param name="message">What the applicant reads.</param>
    public static async Task<Decision<MovedCase>> NotSelect(
        Work work,
        Guid campaignId,
        Guid caseId,
        int version,
        string? reasonCode,
        string message,
        Guid staffId,
        DateTimeOffset now
    ) =>
        (await ClosedPanelOf(work, campaignId, caseId, version)).IsRefused(out var refusal)
            ? refusal
            : await ReviewStore.MoveLater(
                work,
                caseId,
                CaseMove.NotSelect,
                version,
                (_, facts) => Task.FromResult(facts),
                $"专家评审后未能入选：{message}",
                staffId,
                now,
                reasonCode
            );

    /// <summary>The panel of the case, closed. Where the case is elsewhere than at the experts the move itself says so, without a panel.</summary>
    private static async Task<Decision<HeldPanel>> ClosedPanelOf(Work work, Guid campaignId, Guid caseId, int version)
    {
        const string find = "SELECT stage, version FROM cases WHERE id = @caseId AND campaign_id = @campaignId";
        if (await work.FirstOrNothing<CaseRow>(find, new { caseId, campaignId }) is not { } row)
        {
            return RequestRefusals.NotFound;
        }

        var isLegal = CaseRules.Move(
            new CaseFacts
            {
                Stage = row.Stage,
                Version = row.Version,
                IsResting = false,
            },
            CaseMove.Shortlist,
            version
        );
        if (isLegal.IsRefused(out var refusal))
        {
            return refusal;
        }

        return await PanelStore.HoldOfCase(work, caseId) switch
        {
            null => ExpertRefusals.NoPanel,
            { ClosedAt: null } => ExpertRefusals.PanelOpen,
            { } panel => panel,
        };
    }

    private static Task<int> Round(Work work, Guid caseId) =>
        work.FirstOrNothing<int>("SELECT expert_round FROM cases WHERE id = @caseId", new { caseId });

    private sealed record CaseRow
    {
        public Stage Stage { get; init; }
        public int Version { get; init; }
    }
}
