using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class GetPanel
{
    /// <summary>A panel and who sits in it. An expert sees neither members nor version.</summary>
    /// <param name="MissingKinds">五(专家评审)：还缺少哪几方面的人员</param>
    /// <param name="MembersNeeded">还缺少几位成员</param>
    public sealed record Response(
        Guid Id,
        string Name,
        IReadOnlyList<string> Trades,
        DateOnly? ScoresDueOn,
        DateTimeOffset? ClosedAt,
        int? Version,
        IReadOnlyList<PanelMember> Members,
        IReadOnlyList<PanelKind> MissingKinds,
        int MembersNeeded
    );

    /// <summary>查看评审组</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelQueries panels,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return
            await panels.Detail(campaign.Id, id.Value, staff.AsExpert(), campaign.Terms.PanelSize, cancellationToken)
                is { Panel: var panel } detail
            ? TypedResults.Ok(
                new Response(
                    panel.Id,
                    panel.Name,
                    panel.Trades,
                    panel.ScoresDueOn,
                    panel.ClosedAt,
                    panel.Version,
                    detail.Members,
                    detail.MissingKinds,
                    detail.MembersNeeded
                )
            )
            : Problems.From(RequestRefusals.NotFound);
    }
}
