using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class WithdrawFromPolicy
{
    /// <summary>撤回对隐私条款的同意</summary>
    /// <remarks>Withdrawing what was never given is no error.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ConsentKind kind,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var withdrawn = await citizen.Once(
            writes,
            kind.ToString(),
            async Task<Decision<ConsentKindWritten>> (work, live) =>
            {
                await CitizenConsents.Withdraw(work, live.Id, kind, citizen.Now);
                return new ConsentKindWritten(kind);
            },
            cancellationToken
        );
        return withdrawn.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}
