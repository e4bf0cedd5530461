using Craftsman.Domain.Campaigns;
using Craftsman.Domain.ContentChecks;

namespace Craftsman.Domain.Candidates;

/// <summary>What staff may do with a candidate, and when. Nobody is named without their own word (law 7).</summary>
public static class CandidateRules
{
    /// <summary>As many 字 as the form allows for the summary of deeds (附件).</summary>
    public const int MostZiOfStory = 600;

    /// <summary>
    /// Staff rewrite what the public will read, of a merged candidate on the root that is shown for it. A candidate who is shown keeps a place of work.
    /// </summary>
    /// <param name="text">The candidate with its new text.</param>
    public static Decision<Candidate> Edit(Candidate candidate, int version, Candidate text, Campaign campaign)
    {
        if (candidate.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        if (candidate.IsMerged)
        {
            return CandidateRefusals.CandidateMerged;
        }

        var errors = new Dictionary<string, string[]>(campaign.UnknownCodes(text.District, text.Trade));
        if (text.Story is not null && Zi.Count(text.Story) > MostZiOfStory)
        {
            errors["story"] = [$"最多 {MostZiOfStory} 字。"];
        }

        return errors.Count > 0 ? RequestRefusals.Malformed.About(errors)
            : candidate.State == CandidateState.Published && !text.WorksSomewhere ? CandidateRefusals.WorkplaceMissing
            : text;
    }

    /// <summary>Asks the worker, or asks again where nobody answered. A no stays a no.</summary>
    public static Decision<CandidateState> Invite(Candidate candidate, int version) =>
        candidate.Version != version ? RequestRefusals.VersionStale
        : candidate.IsMerged ? CandidateRefusals.CandidateMerged
        : candidate.IsNameErased ? CandidateRefusals.NameErased
        : candidate.State switch
        {
            CandidateState.Hidden or CandidateState.Invited or CandidateState.Unreached => CandidateState.Invited,
            CandidateState.Declined => CandidateRefusals.InvitationDeclined,
            _ => CandidateRefusals.CandidateAlreadyAgreed,
        };

    /// <summary>An acceptance counts once staff have checked who gave it; a tip that was joined since may show that it was a tipster.</summary>
    public static Decision<Invitation> ConfirmConsent(
        Candidate candidate,
        int version,
        Invitation? living,
        bool isAnsweredByTipster
    ) =>
        candidate.Version != version ? RequestRefusals.VersionStale
        : candidate.State != CandidateState.Invited || living is not { State: InvitationState.AwaitingConfirmation }
            ? CandidateRefusals.ConsentNotWaiting
        : isAnsweredByTipster ? CandidateRefusals.OwnTip
        : living;

    /// <summary>
    /// The worker's word on signed paper. It holds against an earlier no and against silence; a second one says nothing new.
    /// </summary>
    /// <param name="hasConsent">A consent that counts and was not withdrawn is on record.</param>
    /// <param name="today">The day in Hangzhou: a paper is signed before it is recorded.</param>
    public static Decision<CandidateState> RecordPaper(
        Candidate candidate,
        bool hasConsent,
        DateOnly signedOn,
        string policyVersion,
        Campaign campaign,
        DateOnly today
    ) =>
        signedOn > today ? RequestRefusals.Malformed.About("paper.date", "签字日期不能晚于今天。")
        : policyVersion != campaign.PolicyVersion ? CampaignRefusals.PolicyVersionStale
        : candidate.IsMerged ? CandidateRefusals.CandidateMerged
        : hasConsent ? CandidateRefusals.CandidateAlreadyAgreed
        : AfterConsent(candidate.State);

    /// <summary>What an organization brought counts once a tip reviewer confirms it.</summary>
    public static Decision<Guid> ConfirmPaper(Candidate candidate, int version, Guid? waiting, bool hasConsent) =>
        candidate.Version != version ? RequestRefusals.VersionStale
        : candidate.IsMerged ? CandidateRefusals.CandidateMerged
        : waiting is null ? CandidateRefusals.ConsentNotWaiting
        : hasConsent ? CandidateRefusals.CandidateAlreadyAgreed
        : waiting.Value;

    /// <summary>Consent makes a candidate Agreed; one that was shown before is shown again only by staff.</summary>
    public static CandidateState AfterConsent(CandidateState state) =>
        state is CandidateState.Published or CandidateState.Unpublished ? state : CandidateState.Agreed;

    /// <summary>
    /// Shows a candidate. What a citizen wrote of them and WeChat did not pass becomes public only by the recorded word of who publishes
    /// (law 7); grants whether that word was needed.
    /// </summary>
    /// <param name="hasConsent">A consent that counts and was not withdrawn is on record.</param>
    /// <param name="isTakenBackByCase">The candidate's case ended in Withdrawn, Disqualified or Revoked.</param>
    /// <param name="check">Of what a citizen wrote; null where all of the text is staff's.</param>
    public static Decision<bool> Publish(
        Candidate candidate,
        int version,
        bool hasConsent,
        bool isTakenBackByCase,
        ContentCheck? check,
        bool isContentFit
    ) =>
        candidate.Version != version ? RequestRefusals.VersionStale
        : candidate.IsMerged ? CandidateRefusals.CandidateMerged
        : candidate.State == CandidateState.Published ? CandidateRefusals.CandidateAlreadyPublished
        : candidate.State is not (CandidateState.Agreed or CandidateState.Unpublished) || !hasConsent
            ? CandidateRefusals.ConsentMissing
        : isTakenBackByCase ? CandidateRefusals.CaseEnded
        : !candidate.WorksSomewhere ? CandidateRefusals.WorkplaceMissing
        : check is null || check.IsFit() ? false
        : isContentFit ? true
        : CandidateRefusals.ContentUndecided;

    /// <summary>Takes a candidate back from the public; votes stay. A merged one may be taken back too, so that an undone merge does not show it again.</summary>
    public static Decision<CandidateState> Unpublish(Candidate candidate, int version) =>
        candidate.Version != version ? RequestRefusals.VersionStale
        : candidate.State != CandidateState.Published ? CandidateRefusals.CandidateNotPublished
        : CandidateState.Unpublished;
}
