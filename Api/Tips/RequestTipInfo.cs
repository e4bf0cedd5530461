using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class RequestTipInfo
{
    /// <param name="Question">想请推荐人补充什么，可以写 {name}、{workUnit}、{district}</param>
    public sealed record Request(
        [property: Needed, Prose(ReplyWords.Longest)] string Question,
        [property: Between(1, int.MaxValue)] int Version
    );

    /// <summary>请推荐人补充</summary>
    public static async Task<Results<Ok<TipMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        var asked = await move.Make<TipMoved>(
            id.Value,
            staff,
            async (work, tip, campaign) =>
            {
                if (TipRules.Decide(tip, staff.Id, request.Version, staff.Now).IsRefused(out var no))
                {
                    return no;
                }

                var filled = ReplyWords.Fill(
                    request.Question,
                    "question",
                    campaign,
                    tip.Name,
                    tip.WorkUnit ?? tip.Workplace,
                    tip.District
                );
                if (filled.IsRefused(out var malformed, out var question))
                {
                    return malformed;
                }

                await TipReviewStore.RequestInfo(work, tip, staff.Id, question, staff.Now);
                return new TipMoved(TipState.InfoRequested, tip.Version + 1);
            },
            cancellationToken
        );
        return asked.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
