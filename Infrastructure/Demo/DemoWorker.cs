namespace Craftsman.Infrastructure.Demo;

/// <summary>An invented worker with the tips that invented citizens sent about them. Either the work unit or the workplace is known, as on a real tip.</summary>
/// <param name="Name">The name as staff would settle it, two to four characters; the tips may spell it otherwise.</param>
/// <param name="WorkUnit">The full name of the employer, or null for somebody who works on their own.</param>
/// <param name="Workplace">Where to find somebody who has no employer: a stall, a shop, a workshop.</param>
/// <param name="District">Six-digit code of a district of Hangzhou.</param>
/// <param name="Trade">Code of the trade, such as <c>textile-silk</c>.</param>
public sealed record DemoWorker(
    string Name,
    string? WorkUnit,
    string? Workplace,
    string District,
    string Trade,
    IReadOnlyList<DemoTip> Tips
);

/// <summary>What one citizen typed about the worker.</summary>
/// <param name="NameAsWritten">May hold a homophone, a nickname or 师傅.</param>
/// <param name="WorkUnitAsWritten">May be half a name, a department, a stall, or null where the citizen left it empty.</param>
/// <param name="Relation">How the citizen knows the worker, at most twenty characters.</param>
/// <param name="Story">Ten to six hundred 字, in the citizen's own voice.</param>
public sealed record DemoTip(string NameAsWritten, string? WorkUnitAsWritten, string Relation, string Story);
