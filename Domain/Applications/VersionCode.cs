using System.Text.Json;

namespace Craftsman.Domain.Applications;

/// <summary>
/// The code printed on a 申报表, by which staff see whether the signed paper says what the electronic application says. It tells what the
/// form prints and nothing else: an application that only changed its place in the case keeps the code of its paper.
/// </summary>
public static class VersionCode
{
    /// <summary>Characters; sixty bits.</summary>
    public const int Length = 12;

    private const int Group = 4;
    private const int BitsEach = 5;

    /// <summary>Crockford's: without I, L, O and U, which are taken for others on paper.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>What the code is made from. Never reorder: papers that were signed would no longer match; append, and leave out what is absent.</summary>
    public static string Facts(Guid applicationId, Channel channel, ApplicationContent content) =>
        JsonSerializer.Serialize<string?[]>([
            applicationId.ToString(),
            channel.ToString(),
            content.Name,
            content.BirthDate?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            content.EthnicGroup,
            content.PhotoId,
            content.Trade,
            content.TitleOrSkillLevel,
            content.Phone,
            content.Mobile,
            content.Address,
            content.WorkUnit,
            content.Workplace,
            content.DeedsSummary,
            .. content.Endorsement is { } said
                ? new[] { said.Opinion, said.Date?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) }
                : [],
        ]);

    /// <summary>The code of a keyed hash of the facts.</summary>
    public static string Of(ReadOnlySpan<byte> hash)
    {
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
        return string.Create(
            Length,
            bits,
            static (code, left) =>
            {
                for (var at = 0; at < code.Length; at++, left <<= BitsEach)
                {
                    code[at] = Alphabet[(int)(left >> (64 - BitsEach))];
                }
            }
        );
    }

    /// <summary>A code as somebody typed it from paper; null when it cannot be one.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(
            typed
                .Where(sign => !char.IsWhiteSpace(sign) && sign != '-')
                .Select(sign =>
                    char.ToUpperInvariant(sign) switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        var other => other,
                    }
                )
        );
        return code.Length == Length && code.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal))
            ? code
            : null;
    }

    /// <summary>In groups of four, as the form prints it.</summary>
    public static string InGroups(string code) =>
        string.Join('-', code.Chunk(Group).Select(group => new string(group)));
}
