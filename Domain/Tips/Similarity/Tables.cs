using System.Reflection;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>The word lists beside this file. Lines that begin with # explain.</summary>
internal static class Tables
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && line[0] != '#'),
        ];
    }

    /// <summary>Every word of a list, whichever line it stands on.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(line => line.Split(' '));
}
