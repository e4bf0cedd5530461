using Craftsman.Domain.Experts;
using Craftsman.Infrastructure.Experts;

namespace Craftsman.Tests.Experts;

/// <summary>Each case has its experts, nobody judges against a hindrance, and loads are even.</summary>
public sealed class AssignmentSolverTests
{
    [Fact]
    public void Loads_are_as_even_as_they_can_be_and_no_conflict_is_dealt_out()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var random = new Random(seed);
            var problem = Some(random, cases: 40, experts: 12, hindered: 0.1);

            var pairs = Solved(problem);

            Assert.Equal(120, pairs.Count);
            Assert.Equal(120, pairs.Distinct().Count());
            Assert.DoesNotContain(pairs, pair => problem.Hindrances.ContainsKey(pair));
            var loads = pairs.GroupBy(pair => pair.StaffId).Select(own => own.Count()).ToList();
            Assert.Equal((12, 10, 10), (loads.Count, loads.Min(), loads.Max()));
        }
    }

    [Fact]
    public void Who_holds_cases_elsewhere_is_given_fewer()
    {
        var problem = Some(new Random(1), cases: 10, experts: 6, hindered: 0);
        ExpertToAssign[] experts = [problem.Experts[0] with { Load = 5 }, .. problem.Experts.Skip(1)];

        var pairs = Solved(problem with { Experts = experts });

        // Thirty new and five old, over six.
        var own = pairs.Count(pair => pair.StaffId == experts[0].StaffId);
        Assert.InRange(own + 5, 5, 6);
    }

    [Fact]
    public void Equal_input_makes_an_equal_plan_whatever_its_order_and_what_was_before_stays()
    {
        var problem = Some(new Random(7), cases: 30, experts: 9, hindered: 0.1);
        var pairs = Solved(problem);

        var turned = problem with { Cases = [.. problem.Cases.Reverse()], Experts = [.. problem.Experts.Reverse()] };

        Assert.Equal(pairs, Solved(turned));
        Assert.Equal(pairs.Order(), Solved(problem with { Before = pairs.ToHashSet() }).Order());
    }

    [Fact]
    public void What_cannot_be_is_explained_case_by_case()
    {
        var problem = Some(new Random(3), cases: 2, experts: 4, hindered: 0);
        var (first, second) = (problem.Cases[0].CaseId, problem.Cases[1].CaseId);
        var hindrances = new Dictionary<(Guid, Guid), Hindrance>
        {
            [(first, problem.Experts[0].StaffId)] = Hindrance.Conflict,
            [(first, problem.Experts[1].StaffId)] = Hindrance.NotDeclared,
        };
        ExpertToAssign[] experts = [.. problem.Experts.Take(3), problem.Experts[3] with { Load = 60 }];

        var decision = AssignmentSolver.Solve(problem with { Experts = experts, Hindrances = hindrances });

        Assert.True(decision.IsRefused(out var refusal));
        var shortfall = Assert.Single((IReadOnlyList<Shortfall>)refusal.Extensions!["cases"]!);
        Assert.Equal(new Shortfall(first, Lacking: 2, Conflicts: 1, NotDeclared: 1, Full: 1), shortfall);
        Assert.NotEqual(second, shortfall.CaseId);
    }

    private static IReadOnlyList<(Guid CaseId, Guid StaffId)> Solved(AssignmentProblem problem)
    {
        Assert.False(AssignmentSolver.Solve(problem).IsRefused(out _, out var plan));
        return plan.Pairs;
    }

    private static AssignmentProblem Some(Random random, int cases, int experts, double hindered)
    {
        CaseToAssign[] some = [.. Enumerable.Range(1, cases).Select(at => new CaseToAssign(Id(random), 3))];
        ExpertToAssign[] people = [.. Enumerable.Range(1, experts).Select(at => new ExpertToAssign(Id(random), 0, 60))];
        var hindrances = some.SelectMany(each => people.Select(person => (each.CaseId, person.StaffId)))
            .Where(_ => random.NextDouble() < hindered)
            .ToDictionary(pair => pair, _ => Hindrance.Conflict);
        return new AssignmentProblem(some, people, hindrances, new HashSet<(Guid, Guid)>());
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
