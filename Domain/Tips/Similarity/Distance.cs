namespace Craftsman.Domain.Tips.Similarity;

/// <summary>How many characters one must insert, leave out or replace to make one text of the other.</summary>
internal static class Distance
{
    private const double SoundingAlike = 0.2;
    private const int Longest = 64;

    public static double Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Between(one, other, 1);

    /// <summary>The same, where a character that sounds or looks alike is almost the right one.</summary>
    public static double BetweenWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        Between(one, other, SoundingAlike);

    private static double Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, double variant)
    {
        // What both begin with costs nothing, and in no other way less.
        var common = one.CommonPrefixLength(other);
        one = one[common..Math.Min(one.Length, common + Longest)];
        other = other[common..Math.Min(other.Length, common + Longest)];
        Span<double> row = stackalloc double[Longest + 1];
        for (var at = 0; at <= other.Length; at++)
        {
            row[at] = at;
        }

        for (var mine = 1; mine <= one.Length; mine++)
        {
            var diagonal = row[0];
            row[0] = mine;
            for (var theirs = 1; theirs <= other.Length; theirs++)
            {
                var above = row[theirs];
                var addOrLeaveOut = Math.Min(above, row[theirs - 1]) + 1;
                row[theirs] =
                    diagonal < addOrLeaveOut
                        ? Math.Min(diagonal + CostOf(one[mine - 1], other[theirs - 1], variant), addOrLeaveOut)
                        : addOrLeaveOut;
                diagonal = above;
            }
        }

        return row[other.Length];
    }

    private static double CostOf(char one, char other, double variant) =>
        one == other ? 0
        : variant < 1 && (Han.SoundAlike(one, other) || Han.Likeness(one, other) >= Han.LeastLikeness) ? variant
        : 1;
}
