using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class WithdrawMyTip
{
    /// <summary>撤回线索</summary>
    /// <remarks>Erases what the citizen told and gives the day's slot not back. Withdrawing twice is no error.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var withdrawn = await citizen.Once<string, bool>(
            writes,
            "",
            async (work, live) =>
            {
                var tip = await TipStore.LockOwn(work, live.Id, id.Value);
                if (tip is null)
                {
                    return RequestRefusals.NotFound;
                }

                var decision = TipRules.Withdraw(tip);
                if (!decision.IsRefused(out _, out var isDue) && isDue)
                {
                    await TipStore.Withdraw(work, tip, citizen.Now);
                }

                return decision;
            },
            cancellationToken
        );
        return withdrawn.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}
