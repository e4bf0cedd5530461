using System.Globalization;

namespace Craftsman.Domain.Honours;

/// <summary>七: how a certificate is numbered: by edition, and counted through it. A number is given once, whatever becomes of the recognition.</summary>
public static class Certificate
{
    public static string NumberOf(int edition, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"杭工匠〔{edition}〕第{number:00}号");
}
