using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class ChangePanel
{
    /// <param name="Trades">负责的专业领域；已经分派了案卷的不能移出</param>
    /// <param name="ScoresDueOn">评分截止的日期，含当天</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Name,
        [property: Needed, AtMost(50)] IReadOnlyList<string> Trades,
        DateOnly? ScoresDueOn,
        [property: Between(1, int.MaxValue)] int Version
    );

    /// <summary>修改评审组</summary>
    public static async Task<Results<Ok<ChangedPanel>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return PanelRequests.Fault(campaign, request.Trades) is { } fault
            ? Problems.From(fault)
            : ExpertAnswers.For(
                await db.Write<ChangedPanel>(
                    work =>
                        PanelStore.Change(
                            work,
                            campaign.Id,
                            id.Value,
                            request.Version,
                            request.Name.Trim(),
                            [.. request.Trades.Distinct()],
                            request.ScoresDueOn,
                            staff.Id,
                            staff.Now
                        ),
                    cancellationToken
                )
            );
    }
}
