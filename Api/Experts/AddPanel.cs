using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class AddPanel
{
    /// <param name="Name">评审组名称，同一届不重复</param>
    /// <param name="Trades">负责的专业领域；一个专业领域只由一个评审组负责</param>
    /// <param name="ScoresDueOn">评分截止的日期，含当天</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Name,
        [property: Needed, AtMost(50)] IReadOnlyList<string> Trades,
        DateOnly? ScoresDueOn
    );

    /// <summary>成立评审组</summary>
    public static async Task<Results<Created<ChangedPanel>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (PanelRequests.Fault(campaign, request.Trades) is { } fault)
        {
            return Problems.From(fault);
        }

        var added = await db.Write<ChangedPanel>(
            work =>
                PanelStore.TryAdd(
                    work,
                    campaign.Id,
                    request.Name.Trim(),
                    [.. request.Trades.Distinct()],
                    request.ScoresDueOn,
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return added.IsRefused(out var refusal, out var panel)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, panel);
    }
}
