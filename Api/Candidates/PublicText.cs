using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain.Candidates;

namespace Craftsman.Api.Candidates;

/// <summary>
/// The texts that are searched, read out of the JSON in which a candidate is held, which has only what the public may see: a second copy of
/// all stories would cost more memory than reading the few that are compared costs time.
/// </summary>
internal static class PublicText
{
    /// <summary>Stands between the texts, and in no word.</summary>
    private const char Between = '\n';

    /// <summary>Of the folded texts.</summary>
    public static long StampOf(ReadOnlySpan<byte> json) =>
        Read(
            json,
            0,
            (text, _) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text)))
        );

    public static bool HasAll(SearchedWords words, ReadOnlySpan<byte> json)
    {
        foreach (var han in words.Han)
        {
            if (json.IndexOf(han) < 0)
            {
                return false;
            }
        }

        return Read(
            json,
            words.Words,
            (text, words) =>
            {
                foreach (var word in words)
                {
                    if (!text.Contains(word, StringComparison.Ordinal))
                    {
                        return false;
                    }
                }

                return true;
            }
        );
    }

    /// <summary>Every pair of signs that stand side by side.</summary>
    public static void EachPair(ReadOnlySpan<byte> json, Action<char, char> pair) =>
        Read(
            json,
            pair,
            (text, pair) =>
            {
                for (var at = 1; at < text.Length; at++)
                {
                    if (text[at - 1] != Between && text[at] != Between)
                    {
                        pair(text[at - 1], text[at]);
                    }
                }

                return 0;
            }
        );

    private static T Read<TWith, T>(ReadOnlySpan<byte> json, TWith with, Func<ReadOnlySpan<char>, TWith, T> use)
    {
        // A sign of UTF-16 takes a byte of UTF-8 at least.
        var rented = ArrayPool<char>.Shared.Rent(json.Length);
        try
        {
            var length = 0;
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                var isSearched =
                    reader.ValueTextEquals("name"u8)
                    || reader.ValueTextEquals("workUnit"u8)
                    || reader.ValueTextEquals("workplace"u8)
                    || reader.ValueTextEquals("story"u8);
                reader.Read();
                if (isSearched && reader.TokenType == JsonTokenType.String)
                {
                    length += reader.CopyString(rented.AsSpan(length));
                    rented[length++] = Between;
                }
            }

            var text = rented.AsSpan(0, length);
            SearchWords.Fold(text);
            return use(text, with);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}

/// <summary>The words of a search and, of each, a part that stands in the JSON as it is: it tells most candidates apart without reading the texts out.</summary>
internal sealed class SearchedWords(IReadOnlyList<string> words)
{
    private const char FirstHan = '\u3400';
    private const char LastHan = '\u9fff';

    public IReadOnlyList<string> Words { get; } = words;

    /// <summary>The first Chinese characters of each word that has any, in UTF-8; neither folding nor JSON changes them.</summary>
    public IReadOnlyList<byte[]> Han { get; } =
    [
        .. words
            .Select(word => string.Concat(word.SkipWhile(sign => !IsHan(sign)).TakeWhile(IsHan)))
            .Where(han => han.Length > 0)
            .Select(han => Encoding.UTF8.GetBytes(han)),
    ];

    private static bool IsHan(char sign) => sign is >= FirstHan and <= LastHan;
}
