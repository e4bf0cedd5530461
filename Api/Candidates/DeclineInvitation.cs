using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class DeclineInvitation
{
    /// <summary>谢绝邀请</summary>
    /// <remarks>The worker is not asked again, and the contact that tipsters gave is erased. The same citizen may say so twice.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        string code,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var codeHash = SecretCode.HashOf(InvitationCode.Normalize(code));
        var declined = await citizen.Once(
            writes,
            "",
            async Task<Decision<AnswerGiven>> (work, live) =>
            {
                if (
                    await InvitationStore.LockByCode(work, codeHash) is not { } opened
                    || opened.Candidate.CampaignId != campaign.Id
                )
                {
                    return RequestRefusals.NotFound;
                }

                var decision = InvitationRules.Decline(opened.Invitation, opened.Candidate.State, live.Id, citizen.Now);
                if (!decision.IsRefused(out _, out var given) && given == AnswerGiven.Now)
                {
                    await InvitationStore.Decline(work, opened, live.Id, citizen.Now);
                }

                return decision;
            },
            cancellationToken
        );
        return declined.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}
