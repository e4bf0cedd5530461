namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Patterns for LIKE … ESCAPE '!'. The exclamation mark, because a backslash means different things to the server in different SQL modes.
/// </summary>
public static class LikePattern
{
    /// <summary>Finds the text anywhere; signs that LIKE would read as wildcards stand for themselves.</summary>
    public static string Containing(string text) =>
        $"%{text
            .Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal)}%";
}
