using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class WithdrawApplication
{
    /// <summary>撤回申报</summary>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        ApplicationMove request,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var withdrawn = await citizen.Once<ApplicationMove, ApplicationStatus>(
            writes,
            request,
            async (work, live) =>
                (
                    await ApplicationStore.Withdraw(
                        work,
                        Filer.Citizen(live.Id),
                        id.Value,
                        request.Version,
                        citizen.Now
                    )
                ).Then(ApplicationStatus.For),
            cancellationToken
        );
        return withdrawn.IsRefused(out var refusal, out var status) ? Problems.From(refusal) : TypedResults.Ok(status);
    }
}
