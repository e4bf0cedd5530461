using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class RejectTip
{
    /// <param name="ReasonCode">不采用的原因</param>
    /// <param name="Message">推荐人会看到的说明，可以写 {name}、{workUnit}、{district}</param>
    public sealed record Request(
        [property: Needed] TipRejection? ReasonCode,
        [property: Needed, Prose(ReplyWords.Longest)] string Message,
        [property: Between(1, int.MaxValue)] int Version
    );

    /// <summary>不采用线索</summary>
    public static async Task<Results<Ok<TipMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        var rejected = await move.Make<TipMoved>(
            id.Value,
            staff,
            (work, tip, campaign) => Act(work, tip, campaign, request, staff),
            cancellationToken
        );
        return rejected.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }

    /// <summary>What a rejection does, alone or among others.</summary>
    internal static async Task<Decision<TipMoved>> Act(
        Work work,
        Tip tip,
        Campaign campaign,
        Request request,
        StaffCaller staff
    )
    {
        if (TipRules.Decide(tip, staff.Id, request.Version, staff.Now).IsRefused(out var no))
        {
            return no;
        }

        var filled = ReplyWords.Fill(
            request.Message,
            "message",
            campaign,
            tip.Name,
            tip.WorkUnit ?? tip.Workplace,
            tip.District
        );
        if (filled.IsRefused(out var malformed, out var message))
        {
            return malformed;
        }

        await TipReviewStore.Reject(work, tip, staff.Id, request.ReasonCode!.Value, message, staff.Now);
        return new TipMoved(TipState.Rejected, tip.Version + 1);
    }
}
