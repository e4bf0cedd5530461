using System.Collections.Frozen;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>Names that one unit goes by: those we know of Hangzhou (<c>Units.txt</c>) and those that staff confirmed. Two names of one unit make all their names one.</summary>
public sealed class UnitAliases
{
    private readonly FrozenDictionary<string, string> firstNames;

    /// <param name="confirmed">Pairs as staff wrote them.</param>
    public UnitAliases(IEnumerable<(string Unit, string Alias)> confirmed)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var names in Tables.Lines("Units.txt").Select(line => line.Split(' ')))
        {
            foreach (var name in names.Skip(1))
            {
                Join(parents, KeyOf(names[0]), KeyOf(name));
            }
        }

        foreach (var (unit, alias) in confirmed)
        {
            Join(parents, KeyOf(unit), KeyOf(alias));
        }

        firstNames = parents.Keys.ToFrozenDictionary(name => name, name => Root(parents, name));
    }

    public static UnitAliases Known { get; } = new([]);

    /// <summary>Whether the two are names of one unit, whatever departments are told with them.</summary>
    public bool AreOne(UnitName one, UnitName other) =>
        FirstNameOf(one) is { } mine && FirstNameOf(other) is { } theirs && mine == theirs;

    /// <summary>The other names of a unit, as its own is compared; none when it has no aliases.</summary>
    public IEnumerable<string> OtherNamesOf(UnitName unit)
    {
        var first = FirstNameOf(unit);
        return first is null ? [] : firstNames.Where(each => each.Value == first).Select(each => each.Key);
    }

    /// <summary>Region and form of company do not matter, but they would where nothing else is left.</summary>
    public static string KeyOf(string written) => KeyOf(UnitName.Of(written));

    private static string KeyOf(UnitName unit) => unit.Stem.Length > 1 ? unit.Stem : unit.Folded;

    private string? FirstNameOf(UnitName unit) =>
        firstNames.GetValueOrDefault(KeyOf(unit)) ?? firstNames.GetValueOrDefault(unit.Folded);

    private static void Join(Dictionary<string, string> parents, string one, string other)
    {
        parents.TryAdd(one, one);
        parents.TryAdd(other, other);
        parents[Root(parents, other)] = Root(parents, one);
    }

    private static string Root(Dictionary<string, string> parents, string name)
    {
        while (parents[name] != name)
        {
            name = parents[name];
        }

        return name;
    }
}
