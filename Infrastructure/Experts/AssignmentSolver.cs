using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Google.OrTools.Graph;

namespace Craftsman.Infrastructure.Experts;

/// <summary>
/// Gives each case its experts at least cost: a flow from the cases through the experts to a sink. An expert's next case costs more than
/// the one before, so loads are even; among equally even plans those pairs win that were before, and then a fixed order made of the ids,
/// which mixes the experts that meet at a case. Equal input makes an equal plan.
/// </summary>
public static class AssignmentSolver
{
    /// <summary>More than all preferences of a plan together can cost, so evenness comes first.</summary>
    private const long StepCost = 1_000_000;
    private const int Preferences = 16;

    public static Decision<AssignmentPlan> Solve(AssignmentProblem problem)
    {
        CaseToAssign[] cases = [.. problem.Cases.Where(each => each.Needed > 0).OrderBy(each => each.CaseId)];
        ExpertToAssign[] experts = [.. problem.Experts.OrderBy(each => each.StaffId)];
        var demand = cases.Sum(each => (long)each.Needed);
        if (demand == 0)
        {
            return new AssignmentPlan([]);
        }

        var flow = new MinCostFlow();
        var (source, sink) = (0, 1 + cases.Length + experts.Length);
        var entries = new int[cases.Length];
        var pairs = new List<(int Arc, Guid CaseId, Guid StaffId)>();
        for (var at = 0; at < cases.Length; at++)
        {
            entries[at] = flow.AddArcWithCapacityAndUnitCost(source, 1 + at, cases[at].Needed, 0);
            for (var to = 0; to < experts.Length; to++)
            {
                var pair = (cases[at].CaseId, experts[to].StaffId);
                if (!problem.Hindrances.ContainsKey(pair))
                {
                    var cost = problem.Before.Contains(pair) ? 0 : 1 + Mixed(pair.CaseId, pair.StaffId);
                    pairs.Add(
                        (
                            flow.AddArcWithCapacityAndUnitCost(1 + at, 1 + cases.Length + to, 1, cost),
                            pair.CaseId,
                            pair.StaffId
                        )
                    );
                }
            }
        }

        for (var to = 0; to < experts.Length; to++)
        {
            for (var load = experts[to].Load; load < experts[to].Cap; load++)
            {
                flow.AddArcWithCapacityAndUnitCost(1 + cases.Length + to, sink, 1, StepCost * (load + 1));
            }
        }

        flow.SetNodeSupply(source, (int)demand);
        flow.SetNodeSupply(sink, (int)-demand);
        var status = flow.SolveMaxFlowWithMinCost();
        if (status != MinCostFlowBase.Status.OPTIMAL)
        {
            throw new InvalidOperationException($"The solver of assignments ended with {status}.");
        }

        var given = pairs.Where(pair => flow.Flow(pair.Arc) == 1).Select(pair => (pair.CaseId, pair.StaffId)).ToList();
        Shortfall[] lacking =
        [
            .. cases
                .Select((each, at) => (each, Lacking: (int)(each.Needed - flow.Flow(entries[at]))))
                .Where(each => each.Lacking > 0)
                .Select(each => Explain(problem, given, each.each.CaseId, each.Lacking)),
        ];
        return lacking.Length > 0 ? ExpertRefusals.AssignmentInfeasible(lacking) : new AssignmentPlan(given);
    }

    private static Shortfall Explain(
        AssignmentProblem problem,
        List<(Guid CaseId, Guid StaffId)> given,
        Guid caseId,
        int lacking
    )
    {
        var loads = given.GroupBy(pair => pair.StaffId).ToDictionary(own => own.Key, own => own.Count());
        int Behind(Hindrance barrier) =>
            problem.Experts.Count(each =>
                problem.Hindrances.TryGetValue((caseId, each.StaffId), out var found) && found == barrier
            );
        return new Shortfall(
            caseId,
            lacking,
            Behind(Hindrance.Conflict),
            Behind(Hindrance.NotDeclared),
            problem.Experts.Count(each =>
                !problem.Hindrances.ContainsKey((caseId, each.StaffId))
                && each.Load + loads.GetValueOrDefault(each.StaffId) >= each.Cap
            )
        );
    }

    /// <summary>A number that looks random and is not: FNV-1a of both ids.</summary>
    private static int Mixed(Guid caseId, Guid staffId)
    {
        var hash = 2166136261u;
        foreach (var part in (byte[])[.. caseId.ToByteArray(), .. staffId.ToByteArray()])
        {
            hash = (hash ^ part) * 16777619u;
        }

        return (int)((hash >> 8) % Preferences);
    }
}
