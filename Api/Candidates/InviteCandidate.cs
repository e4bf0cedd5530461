using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class InviteCandidate
{
    public sealed record Request([property: Needed, Between(1, int.MaxValue)] int? Version);

    /// <param name="QrUrl">Where staff fetch the QR code, with their token.</param>
    /// <param name="LetterUrl">Where staff fetch the letter to print, with their token.</param>
    public sealed record Response(string Code, string QrUrl, string LetterUrl, DateTimeOffset ExpiresAt, int Version);

    /// <summary>邀请本人同意公开展示</summary>
    /// <remarks>A new invitation takes the place of one that nobody answered, and of an acceptance that staff did not confirm.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CampaignQueries campaigns,
        InvitationStore invitations,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var invited = await move.Make<SentInvitation>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                return CandidateRules.Invite(candidate, request.Version!.Value).IsRefused(out var no)
                    ? no
                    : await invitations.Invite(
                        work,
                        candidate,
                        caller.Now.AddDays(campaign.InvitationDays),
                        caller.Id,
                        caller.Now
                    );
            },
            cancellationToken
        );
        if (invited.IsRefused(out var refusal, out var sent))
        {
            return Problems.From(refusal);
        }

        var address = $"/admin/v1/candidates/{id.Value}/invitation";
        return TypedResults.Ok(
            new Response(sent.Code, $"{address}/qr.png", $"{address}/letter.html", sent.ExpiresAt, sent.Version)
        );
    }
}
