using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Craftsman.Api.Candidates;

/// <summary>
/// JSON that was written once, with a gap where the number of votes goes. In a string the quotes of the gap's name would be escaped, so
/// the first place that looks like the gap is it.
/// </summary>
internal readonly struct CountedJson
{
    /// <summary>More digits has no vote count.</summary>
    private const int MostDigits = 10;

    private readonly byte[] json;
    private readonly int gap;

    private CountedJson(byte[] json)
    {
        this.json = json;
        gap = json.AsSpan().IndexOf("\"voteCount\":0"u8) + "\"voteCount\":"u8.Length;
        Stamp = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(json));
    }

    /// <summary>Of everything but the votes. The same on every instance.</summary>
    public long Stamp { get; }

    /// <summary>With zero votes.</summary>
    public ReadOnlySpan<byte> Json => json;

    public int MostBytes => json.Length + MostDigits;

    /// <param name="value">With zero votes.</param>
    public static CountedJson Of<T>(T value, JsonSerializerOptions options) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, options));

    /// <returns>How many bytes were written.</returns>
    public int Write(int votes, Span<byte> into)
    {
        json.AsSpan(0, gap).CopyTo(into);
        Utf8Formatter.TryFormat(votes, into[gap..], out var digits);
        var rest = json.AsSpan(gap + 1);
        rest.CopyTo(into[(gap + digits)..]);
        return gap + digits + rest.Length;
    }
}
