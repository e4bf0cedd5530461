using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Domain.Tips.Similarity;

/// <summary>
/// Under which terms a told worker is found: how the name is read; the name with one character left open; the given name; the family with
/// each character of the unit, which finds the misheard, the mistyped and 张师傅 of the same house. A term is a number of 64 bits: nobody
/// reads it, it is no name, and where two meet by chance the comparison tells them apart.
/// </summary>
public static class SimilarTerms
{
    /// <summary>Raised when a change of the rules makes other terms, or more is kept beside them: what has terms of an earlier one is indexed anew.</summary>
    public const int Edition = 2;

    private const int MostReadings = 4;
    private const int MostMarks = 6;
    private const int OpenFrom = 3;

    /// <param name="otherUnits">Further names of the unit, when it is looked for.</param>
    public static IReadOnlyList<long> Of(PersonName name, UnitName unit, IEnumerable<string>? otherUnits = null)
    {
        var terms = new List<string>();
        var isFull = name.Form == NameForm.Full;
        if (isFull)
        {
            terms.AddRange(ReadingsOf(name.Whole).Select(reading => $"read {reading}"));
            for (var open = 1; open < name.Whole.Length && name.Whole.Length >= OpenFrom; open++)
            {
                terms.Add($"open {name.Whole[..open]}?{name.Whole[(open + 1)..]}");
            }
        }

        if (name.Given.Length > 0 && name.Form != NameForm.FamilyOnly)
        {
            terms.Add($"given {(name.Given.Length > 1 ? name.Given.TrimStart('阿') : name.Given)}");
        }

        if (name.Family.Length > 0)
        {
            var marks = unit
                .Marks.Take(MostMarks)
                .Concat((otherUnits ?? []).SelectMany(other => other.Take(MostMarks)));
            terms.AddRange(marks.Distinct().Select(mark => $"at {name.Family} {mark}"));
        }

        // Whatever it is, it has a term, so that it is not taken for one that waits to be indexed.
        return [.. terms.DefaultIfEmpty($"else {name.Whole}").Select(NumberOf).Distinct()];
    }

    private static IEnumerable<string> ReadingsOf(string name)
    {
        IEnumerable<string> readings = [""];
        foreach (var sign in name)
        {
            readings = readings
                .SelectMany(_ => Han.ReadingsOf(sign), (before, reading) => $"{before} {reading}")
                .Take(MostReadings)
                .ToList();
        }

        return readings;
    }

    private static long NumberOf(string term) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(term)));
}
