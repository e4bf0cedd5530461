using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Reports;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Reports;

public static class ListReports
{
    private sealed record Position(Guid Id);

    /// <summary>市民反映的问题</summary>
    /// <remarks>Those that wait unless another state is asked for; the earliest first, of the districts the reader works for.</remarks>
    public static async Task<Results<Ok<Page<DeskReport>>, ProblemHttpResult>> Handle(
        string? state,
        string? cursor,
        StaffCaller caller,
        CampaignQueries campaigns,
        ReportQueries reports,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var wanted = ReportState.Received;
        if (!string.IsNullOrEmpty(state))
        {
            if (!Enum.GetNames<ReportState>().Contains(state))
            {
                return Problems.From(RequestRefusals.Malformed.About("state", "没有这个状态。"));
            }

            wanted = Enum.Parse<ReportState>(state);
        }

        var list = $"reports?state={wanted}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var found = await reports.OfState(
            campaign.Id,
            wanted,
            caller.Districts,
            position.After?.Id,
            limit + 1,
            cancellationToken
        );
        return TypedResults.Ok(cursors.PageOf(found, limit, list, report => new Position(report.Id)));
    }
}
