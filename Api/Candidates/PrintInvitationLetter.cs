using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Candidates;

public static class PrintInvitationLetter
{
    /// <summary>可打印的邀请信</summary>
    /// <remarks>Goes on the audit record each time: whoever holds the letter may answer.</remarks>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller caller,
        HttpResponse response,
        CampaignQueries campaigns,
        InvitationStore invitations,
        IOptions<InvitationOptions> options,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var written = await move.Make<InvitationLetter>(
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
                    : new InvitationLetter(
                        campaign.Name,
                        candidate.Name,
                        await Tipsters.Count(work, candidate.Id),
                        await Tipsters.Said(work, candidate.Id),
                        await invitations.Disclose(work, living, "invitation.letter-printed", caller.Id, caller.Now),
                        living.ExpiresAt,
                        ChinaDay.Of(caller.Now)
                    );
            },
            cancellationToken
        );
        if (written.IsRefused(out var refusal, out var letter))
        {
            return Problems.From(refusal);
        }

        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
        return TypedResults.Text(
            letter.ToHtml(QrCode.Of(options.Value.LinkTo(letter.Code))),
            "text/html",
            System.Text.Encoding.UTF8
        );
    }
}
