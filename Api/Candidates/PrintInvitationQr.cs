using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Candidates;

public static class PrintInvitationQr
{
    /// <summary>邀请的二维码</summary>
    /// <remarks>Goes on the audit record: whoever holds the code may answer.</remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller caller,
        HttpResponse response,
        InvitationStore invitations,
        IOptions<InvitationOptions> options,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var disclosed = await move.Make<string>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                if (await InvitationStore.LockLiving(work, candidate.Id) is not { } living)
                {
                    return RequestRefusals.NotFound;
                }

                return InvitationRules.CanBeAnswered(living, candidate.State, caller.Now).IsRefused(out var no)
                    ? no
                    : await invitations.Disclose(work, living, "invitation.qr-printed", caller.Id, caller.Now);
            },
            cancellationToken
        );
        if (disclosed.IsRefused(out var refusal, out var code))
        {
            return Problems.From(refusal);
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(QrCode.Of(options.Value.LinkTo(code)), "image/png");
    }
}
