using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class GetInvitation
{
    /// <param name="Said">What the tips say, without their authors.</param>
    /// <param name="PolicyVersion">The text to read before agreeing; accepting names it.</param>
    public sealed record Response(
        string CandidateName,
        IReadOnlyList<string> Said,
        string PolicyVersion,
        DateTimeOffset ExpiresAt
    );

    /// <summary>查看邀请</summary>
    /// <remarks>The code may be typed with spaces, dashes and small letters.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        string code,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        InvitationQueries invitations,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var codeHash = SecretCode.HashOf(InvitationCode.Normalize(code));
        if (await invitations.ByCode(campaign.Id, codeHash, cancellationToken) is not { } received)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        return InvitationRules
            .CanBeAnswered(received.Invitation, received.CandidateState, citizen.Now)
            .IsRefused(out var refusal, out var invitation)
            ? Problems.From(refusal)
            : TypedResults.Ok(
                new Response(received.CandidateName, received.Said, campaign.PolicyVersion, invitation.ExpiresAt)
            );
    }
}
