using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class WithdrawConsent
{
    /// <param name="Reason">本人如何提出；不公开</param>
    public sealed record Request([property: Needed, Prose(500)] string Reason);

    /// <summary>撤回公开展示的同意</summary>
    /// <remarks>Ends the worker's applications and case too. Votes stay, new ones are refused. A second time changes nothing.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> OfCitizen(
        OpaqueId id,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var withdrawn = await citizen.Once(
            writes,
            "",
            (work, live) => ConsentWithdrawal.ByCitizen(work, id.Value, live.Id, citizen.Now),
            cancellationToken
        );
        return withdrawn.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }

    /// <summary>代本人撤回公开展示的同意</summary>
    /// <remarks>For a worker who is no user. Whichever consent is named, all that name this worker fall with it.</remarks>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> OfStaff(
        OpaqueId id,
        OpaqueId consentId,
        Request request,
        StaffCaller caller,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var withdrawn = await db.Write<CandidateMoved>(
            async work =>
                (await CandidateForest.Hold(work, id.Value)).GetValueOrDefault(id.Value) is { } tree
                && caller.WorksIn(tree.Named.District)
                    ? await ConsentWithdrawal.ByStaff(
                        work,
                        tree,
                        consentId.Value,
                        request.Reason.Trim(),
                        caller.Id,
                        caller.Now
                    )
                    : RequestRefusals.NotFound,
            cancellationToken
        );
        return withdrawn.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
