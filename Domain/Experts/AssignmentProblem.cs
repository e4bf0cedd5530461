namespace Craftsman.Domain.Experts;

/// <summary>A case that needs experts.</summary>
/// <param name="Needed">How many more.</param>
public sealed record CaseToAssign(Guid CaseId, int Needed);

/// <summary>An expert who can be given cases.</summary>
/// <param name="Load">How many they hold already, in whatever panel.</param>
/// <param name="Cap">How many they may hold.</param>
public sealed record ExpertToAssign(Guid StaffId, int Load, int Cap);

/// <summary>Why an expert is not given a case.</summary>
public enum Hindrance
{
    /// <summary>They have a conflict.</summary>
    Conflict,

    /// <summary>They have not said whether they have one.</summary>
    NotDeclared,

    /// <summary>They judge it already.</summary>
    Assigned,
}

/// <summary>Whom to give which case: the pairs that must not be, and those that were before and are kept where nothing speaks against it.</summary>
public sealed record AssignmentProblem(
    IReadOnlyList<CaseToAssign> Cases,
    IReadOnlyList<ExpertToAssign> Experts,
    IReadOnlyDictionary<(Guid CaseId, Guid StaffId), Hindrance> Hindrances,
    IReadOnlySet<(Guid CaseId, Guid StaffId)> Before
);

/// <summary>A case that cannot have its experts, and what stands in the way.</summary>
/// <param name="Lacking">How many experts it lacks.</param>
/// <param name="Conflicts">How many members of the panel are recused.</param>
/// <param name="NotDeclared">How many have not declared whether they are.</param>
/// <param name="Full">How many could judge it and hold as many cases as they may.</param>
public sealed record Shortfall(Guid CaseId, int Lacking, int Conflicts, int NotDeclared, int Full);

/// <summary>Who is given which case; in order, so that equal input makes an equal plan.</summary>
public sealed record AssignmentPlan(IReadOnlyList<(Guid CaseId, Guid StaffId)> Pairs);
