using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.Candidates;

/// <summary>What the holder of an invitation's code may do.</summary>
public static class InvitationRules
{
    /// <summary>An invitation waits for an answer while it is open, in time, and nobody has spoken for the candidate another way.</summary>
    public static Decision<Invitation> CanBeAnswered(
        Invitation invitation,
        CandidateState candidate,
        DateTimeOffset now
    ) =>
        invitation.State switch
        {
            InvitationState.Replaced => CandidateRefusals.InvitationExpired,
            InvitationState.Open when invitation.ExpiresAt <= now => CandidateRefusals.InvitationExpired,
            InvitationState.Open when candidate == CandidateState.Invited => invitation,
            InvitationState.Open when candidate == CandidateState.Unreached => CandidateRefusals.InvitationExpired,
            _ => CandidateRefusals.InvitationAnswered,
        };

    /// <summary>
    /// The worker agrees to be named. Who accepted before hears the same answer again. A citizen who tipped the candidate cannot
    /// accept for them (law 7).
    /// </summary>
    /// <param name="isTipster">A tip of this citizen is joined to the candidate's tree, or was until its author withdrew it.</param>
    public static Decision<AnswerGiven> Accept(
        Invitation invitation,
        Candidate candidate,
        Guid citizenId,
        bool isTipster,
        string policyVersion,
        Corrections? corrections,
        Campaign campaign,
        DateTimeOffset now
    )
    {
        if (
            invitation.State is InvitationState.AwaitingConfirmation or InvitationState.Accepted
            && invitation.AnsweredBy == citizenId
        )
        {
            return AnswerGiven.Before;
        }

        if (CanBeAnswered(invitation, candidate.State, now).IsRefused(out var refusal))
        {
            return refusal;
        }

        var errors = campaign.UnknownCodes(corrections?.District, corrections?.Trade, "corrections.");
        return errors.Count > 0 ? RequestRefusals.Malformed.About(errors)
            : isTipster ? CandidateRefusals.OwnTip
            : policyVersion != campaign.PolicyVersion ? CampaignRefusals.PolicyVersionStale
            : AnswerGiven.Now;
    }

    /// <summary>The worker does not want to be named. Anybody who holds the code may say so, for a no harms nobody who has said yes.</summary>
    public static Decision<AnswerGiven> Decline(
        Invitation invitation,
        CandidateState candidate,
        Guid citizenId,
        DateTimeOffset now
    ) =>
        invitation.State == InvitationState.Declined && invitation.AnsweredBy == citizenId
            ? AnswerGiven.Before
            : CanBeAnswered(invitation, candidate, now).Then(_ => AnswerGiven.Now);

    /// <summary>Nobody answered in time. An acceptance that waits for staff is an answer.</summary>
    public static bool IsUnanswered(Invitation? living, Candidate candidate, DateTimeOffset now) =>
        candidate.State == CandidateState.Invited
        && living is { State: InvitationState.Open }
        && living.ExpiresAt <= now;
}

/// <summary>Whether an answer is new or a repetition of what the same citizen said before.</summary>
public enum AnswerGiven
{
    Now,
    Before,
}
