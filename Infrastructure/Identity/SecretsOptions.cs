using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Keys from outside the repository, ours each 32 random bytes in base64. Section <c>Secrets</c>.</summary>
public sealed class SecretsOptions : IValidatableObject
{
    public const string Section = "Secrets";
    public const int KeyBytes = 32;

    /// <summary>Signs the access tokens of citizens.</summary>
    public string CitizenTokenKey { get; set; } = "";

    /// <summary>Signs the access tokens of staff.</summary>
    public string StaffTokenKey { get; set; } = "";

    /// <summary>Signs list cursors, so that a client cannot write its own.</summary>
    public string CursorKey { get; set; } = "";

    /// <summary>Signs the addresses under which photos that are not public can be seen for a while.</summary>
    public string MediaKey { get; set; } = "";

    /// <summary>The account at the S3 store of photos and files; needed only with <c>Media:Store</c> S3.</summary>
    public string S3AccessKey { get; set; } = "";

    public string S3SecretKey { get; set; } = "";

    /// <summary>Of <c>Mail:UserName</c>; needed only where the mail server asks for a login.</summary>
    public string MailPassword { get; set; } = "";

    /// <summary>Keys the blind indexes by which equal phones are found without reading them.</summary>
    public string BlindIndexKey { get; set; } = "";

    /// <summary>Keys that encrypt phones and contacts at rest, by version; old versions stay so that old rows can be read.</summary>
    public IDictionary<int, string> DataKeys { get; } = new Dictionary<int, string>();

    /// <summary>The version new rows are encrypted under.</summary>
    public int CurrentDataKey { get; set; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, string Value)[] keys =
        [
            (nameof(CitizenTokenKey), CitizenTokenKey),
            (nameof(StaffTokenKey), StaffTokenKey),
            (nameof(CursorKey), CursorKey),
            (nameof(MediaKey), MediaKey),
            (nameof(BlindIndexKey), BlindIndexKey),
            .. DataKeys.Select(key => ($"{nameof(DataKeys)}:{key.Key}", key.Value)),
        ];
        foreach (var (name, value) in keys)
        {
            if (value.Length == 0)
            {
                yield return new ValidationResult(
                    $"{Section}:{name} is missing: give it 32 random bytes in base64 (openssl rand -base64 32)."
                );
            }
            else if (!IsKey(value))
            {
                yield return new ValidationResult(
                    $"{Section}:{name} is a placeholder or too short: give it 32 random bytes in base64 (openssl rand -base64 32)."
                );
            }
        }

        var given = keys.Where(key => key.Value.Length > 0).ToList();
        if (given.DistinctBy(key => key.Value).Count() != given.Count)
        {
            yield return new ValidationResult(
                $"Two keys of {Section} are equal: each needs its own, so that one leak does not open the others."
            );
        }

        if (!DataKeys.ContainsKey(CurrentDataKey))
        {
            yield return new ValidationResult(
                $"{Section}:DataKeys has no version {CurrentDataKey}, which {Section}:CurrentDataKey names."
            );
        }
    }

    /// <summary>Thirty-two bytes that look drawn at random: words, repeats and counters, as examples have them, show far fewer distinct bytes.</summary>
    private static bool IsKey(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length)
            && length >= KeyBytes
            && bytes.AsSpan(0, length).ToArray().Distinct().Count() >= 20
            && bytes.Take(length).Any(each => each is > 127);
    }
}
