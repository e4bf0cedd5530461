using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Applications;

/// <summary>What the rules of 三 said when something was decided; append-only, so that a decision can be read as it was made (law 10).</summary>
internal static class EligibilityRecords
{
    /// <param name="occasion">Submit or Resubmit, or the move of the case that leaned on it.</param>
    /// <remarks>Names the version of the form that was judged: the last that was submitted.</remarks>
    /// <param name="checklist">What the reviewers had found; null where none was asked for.</param>
    public static Task<int> Write(
        Work work,
        Guid applicationId,
        string occasion,
        EligibilityResult result,
        IReadOnlyList<RuleCheck>? checklist,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO eligibility_evaluations (id, application_id, at, occasion, rule_version, as_of_day, overall, results, application_version, checklist)
            SELECT @id, @applicationId, @now, @occasion, @RuleVersion, @AsOfDay, @Overall, @Results, MAX(number), @Checklist
            FROM application_versions
            WHERE application_id = @applicationId
            """;
        return work.Execute(
            sql,
            new
            {
                id = Guid.CreateVersion7(now),
                applicationId,
                now,
                occasion,
                result.RuleVersion,
                result.AsOfDay,
                Overall = result.Overall.ToString(),
                Results = StoredJson.Write(result.Rules),
                Checklist = checklist is null ? null : StoredJson.Write(checklist),
            }
        );
    }
}
