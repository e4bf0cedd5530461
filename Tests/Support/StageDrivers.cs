using Craftsman.Domain.Review;

namespace Craftsman.Tests.Support;

/// <summary>Cases for tests of one stage that are not about how they came there.</summary>
public static class StageDrivers
{
    /// <summary>
    /// A case put into a stage by hand, as passing the qualification review left it and with the mark of the short-list where it is past the
    /// experts: what belongs to the stages between is not there. The tests of the whole notice walk all the way.
    /// </summary>
    /// <param name="withProof">The form has one proof.</param>
    public static async Task<(Citizen Applicant, Guid CandidateId, Guid CaseId)> ACaseIn(
        this App app,
        Stage stage,
        bool withProof = false
    )
    {
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview(withProof: withProof);
        await app.Database.Execute(
            """
            UPDATE cases SET stage = @stage, stage_since = UTC_TIMESTAMP(6), version = version + 1,
                shortlisted_at = IF(@isPastExperts, UTC_TIMESTAMP(6), NULL)
            WHERE id = @caseId
            """,
            new
            {
                caseId,
                stage = stage.ToString(),
                isPastExperts = stage is Stage.PublicNotice or Stage.LeadingGroupDecision or Stage.Recognised,
            }
        );
        var candidateId = await app.Database.Value<Guid>(
            "SELECT candidate_id FROM applications WHERE id = @applicationId",
            new { applicationId }
        );
        return (applicant, candidateId, caseId);
    }
}
