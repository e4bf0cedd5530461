using System.Diagnostics;
using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Experts;

namespace Craftsman.Load;

/// <summary>
/// 500 cases, 60 experts, three each: how long the solver takes. Conflicts as they come: most experts know a few workers, some work in a house
/// that has many, and a few may take fewer cases.
/// </summary>
internal static class AssignmentBench
{
    private const int Cases = 500;
    private const int Experts = 60;
    private const int ExpertsPerCase = 3;
    private const int Rounds = 9;

    /// <summary>False where a plan was wrong.</summary>
    public static bool Run(Report report)
    {
        Report.Say("Assigning cases …");
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var problem = Some(new Random(round));
            var begun = Stopwatch.GetTimestamp();
            if (AssignmentSolver.Solve(problem).IsRefused(out var refusal, out var plan))
            {
                Report.Say($"Nothing is told: {refusal.Code}.");
                return false;
            }

            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            var loads = plan.Pairs.GroupBy(pair => pair.StaffId).Select(own => own.Count()).ToList();
            if (plan.Pairs.Count != Cases * ExpertsPerCase || plan.Pairs.Any(problem.Hindrances.ContainsKey))
            {
                Report.Say("Nothing is told: a plan is wrong.");
                return false;
            }

            if (round == 0)
            {
                report.Add("review.assign_load_spread", loads.Max() - loads.Min(), "cases");
            }
        }

        report.Add("review.assign_ms", Report.Median(times), "ms");
        report.Add("review.assign_most_ms", times.Max(), "ms");
        return true;
    }

    private static AssignmentProblem Some(Random random)
    {
        CaseToAssign[] cases =
        [
            .. Enumerable.Range(0, Cases).Select(_ => new CaseToAssign(Id(random), ExpertsPerCase)),
        ];
        ExpertToAssign[] experts =
        [
            .. Enumerable.Range(0, Experts).Select(at => new ExpertToAssign(Id(random), at % 10 == 0 ? 5 : 0, 60)),
        ];
        var hindrances = new Dictionary<(Guid CaseId, Guid StaffId), Hindrance>();
        foreach (var (expert, at) in experts.Select((expert, at) => (expert, at)))
        {
            var known = at % 6 == 0 ? 60 : random.Next(0, 12);
            for (var one = 0; one < known; one++)
            {
                hindrances[(cases[random.Next(Cases)].CaseId, expert.StaffId)] = Hindrance.Conflict;
            }
        }

        return new AssignmentProblem(cases, experts, hindrances, new HashSet<(Guid CaseId, Guid StaffId)>());
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
