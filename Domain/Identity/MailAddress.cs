using System.Text.RegularExpressions;

namespace Craftsman.Domain.Identity;

/// <summary>An address for mails, as far as its form tells.</summary>
public static partial class MailAddress
{
    public const int Longest = 200;

    public static bool IsPlausible(string address) => address.Length <= Longest && Shape().IsMatch(address);

    [GeneratedRegex(
        @"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$",
        RegexOptions.None,
        100
    )]
    private static partial Regex Shape();
}
