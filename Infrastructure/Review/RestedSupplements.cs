using Craftsman.Domain;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Review;

/// <summary>While a case rests behind another its applicant can send no supplement, so the days of the merge are given back when it is undone.</summary>
internal static class RestedSupplements
{
    /// <summary>The cases that rest in the tree and go on once the branch has left it. The caller holds the tree and has yet to part it.</summary>
    public static async Task GiveBack(
        Work work,
        IReadOnlyCollection<Guid> branch,
        IReadOnlyCollection<Guid> tree,
        DateTimeOffset mergedAt,
        DateTimeOffset now
    )
    {
        const string cases =
            "SELECT id AS case_id, candidate_id, stage, opened_at FROM cases WHERE candidate_id IN @tree";
        const string extend = """
            UPDATE cases
            SET supplement_due_on = supplement_due_on + INTERVAL @days DAY
            WHERE id IN @woken AND stage = 'Returned'
            """;
        var days = ChinaDay.Of(now).DayNumber - ChinaDay.Of(mergedAt).DayNumber;
        var rows = days == 0 ? [] : await work.List<CaseRow>(cases, new { tree });
        var goesOn = CaseTree.GoingOn(rows.Select(row => row.Case));
        var woken = rows.GroupBy(row => branch.Contains(row.CandidateId))
            .Select(part => CaseTree.GoingOn(part.Select(row => row.Case)))
            .OfType<CaseInTree>()
            .Where(each => each != goesOn)
            .Select(each => each.CaseId)
            .ToList();
        if (woken.Count > 0)
        {
            await work.Execute(extend, new { woken, days });
        }
    }

    private sealed record CaseRow
    {
        public Guid CaseId { get; init; }
        public Guid CandidateId { get; init; }
        public Stage Stage { get; init; }
        public DateTimeOffset OpenedAt { get; init; }

        public CaseInTree Case => new(CaseId, Stage, OpenedAt);
    }
}
