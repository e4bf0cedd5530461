using System.Text.RegularExpressions;

namespace Craftsman.Domain.Identity;

/// <summary>Telephone numbers as people type them.</summary>
public static partial class Phone
{
    /// <summary>Digits only, without the country code of China, so that “+86 138-0000-0000” and “13800000000” are one number.</summary>
    public static string Normalize(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length > 11 && digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..]
            : digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..]
            : digits;
    }

    /// <summary>A mobile or fixed line number: 7 to 15 digits with the signs people put between them.</summary>
    public static bool IsPlausible(string phone) => Shape().IsMatch(phone) && Normalize(phone).Length is >= 7 and <= 15;

    /// <summary>A mobile number of mainland China.</summary>
    public static bool IsMobile(string phone) =>
        Shape().IsMatch(phone) && Normalize(phone) is ['1', >= '3' and <= '9', ..] number && number.Length == 11;

    /// <summary>What may be shown: 138****0000.</summary>
    public static string Mask(string phone)
    {
        var digits = Normalize(phone);
        return digits.Length < 7 ? "****" : $"{digits[..3]}****{digits[^4..]}";
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()\-]{5,23}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
