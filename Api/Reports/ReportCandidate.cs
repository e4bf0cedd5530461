using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Reports;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Reports;

public static class ReportCandidate
{
    /// <param name="ReasonCode">反映的问题</param>
    /// <param name="Text">补充说明，只供工作人员看</param>
    public sealed record Request([property: Needed] ReportReason? ReasonCode, [property: Prose(500)] string? Text);

    public sealed record Response(Guid Id, ReportState State, DateTimeOffset CreatedAt);

    /// <summary>反映人选的公开内容有问题</summary>
    /// <remarks>
    /// A merged candidate's is about its root. One that waits a citizen and candidate; how it ended stands in me/reports. Staff decide and
    /// are not told who sent it.
    /// </remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var sent = await citizen.Once<Request, Response>(
            writes,
            request,
            async (work, live) =>
            {
                if (await ReportStore.RootOf(work, campaign.Id, id.Value) is not { } root)
                {
                    return RequestRefusals.NotFound;
                }

                if (ReportRules.Send(root).IsRefused(out var no))
                {
                    return no;
                }

                var added = await ReportStore.TryAdd(
                    work,
                    root,
                    live.Id,
                    request.ReasonCode!.Value,
                    request.Text?.Trim(),
                    citizen.Now
                );
                return added.Then(reportId => new Response(reportId, ReportState.Received, citizen.Now));
            },
            cancellationToken
        );
        return sent.IsRefused(out var refusal, out var report)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, report);
    }
}
