using Craftsman.Domain.Tips.Similarity;

namespace Craftsman.Domain.Experts;

/// <summary>Law 6: why an expert does not judge a case (回避).</summary>
public enum ConflictSource
{
    /// <summary>They said so.</summary>
    Declared,

    /// <summary>The panel's secretary said so.</summary>
    Secretary,

    /// <summary>They and the worker have one employer.</summary>
    SameEmployer,

    /// <summary>Their organization recommended the worker.</summary>
    SameOrganization,

    /// <summary>They tipped the worker themselves.</summary>
    OwnTip,

    /// <summary>They are the worker, or filed the application.</summary>
    OwnApplication,
}

/// <summary>What is compared without asking anybody.</summary>
public static class ConflictRules
{
    /// <summary>Region, form of company, branch and department do not matter: who works in another workshop of the house works in the house.</summary>
    public static bool IsSameEmployer(string? one, string? other, UnitAliases aliases)
    {
        var (mine, theirs) = (UnitName.Of(one), UnitName.Of(other));
        return mine.IsKnown
            && theirs.IsKnown
            && (UnitAliases.KeyOf(one!) == UnitAliases.KeyOf(other!) || aliases.AreOne(mine, theirs));
    }

    /// <summary>Whether what an expert declared is about this worker: the name, and the unit where they gave one.</summary>
    public static bool IsAbout(string declaredName, string declaredUnit, string name, string? unit) =>
        Bare(declaredName) == Bare(name) && (declaredUnit.Length == 0 || Bare(declaredUnit) == Bare(unit ?? ""));

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
