using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class ConfirmPaperConsent
{
    public sealed record Request([property: Needed, Between(1, int.MaxValue)] int? Version);

    /// <summary>确认单位登记的纸质同意书</summary>
    /// <remarks>The scan is read first: it is a file of the consent.</remarks>
    public static async Task<Results<Ok<RecordedConsent>, ProblemHttpResult>> Handle(
        OpaqueId id,
        OpaqueId consentId,
        Request request,
        StaffCaller caller,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var confirmed = await move.Make<RecordedConsent>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                var waiting = await PaperConsentStore.LockWaiting(work, candidate.Id, consentId.Value);
                var hasConsent = await CandidateStore.HasConsent(work, candidate.Id);
                return CandidateRules
                    .ConfirmPaper(candidate, request.Version!.Value, waiting, hasConsent)
                    .IsRefused(out var no, out var consent)
                    ? no
                    : await PaperConsentStore.Confirm(work, candidate, consent, caller.Id, caller.Now);
            },
            cancellationToken
        );
        return confirmed.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }
}
