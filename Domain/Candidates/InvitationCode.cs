namespace Craftsman.Domain.Candidates;

/// <summary>The code of an invitation as people read and type it.</summary>
public static class InvitationCode
{
    private const int Group = 4;

    /// <summary>Capital letters and digits only, so that spaces, dashes and small letters typed from paper do not matter.</summary>
    public static string Normalize(string typed) =>
        string.Concat(typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant));

    /// <summary>In groups of four, as the letter prints it.</summary>
    public static string InGroups(string code) =>
        string.Join(' ', code.Chunk(Group).Select(group => new string(group)));
}
