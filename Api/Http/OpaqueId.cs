using System.Diagnostics.CodeAnalysis;

namespace Craftsman.Api.Http;

/// <summary>
/// An id in a path. Ids are opaque to clients, so one we never gave out is simply not found: text that is no id at all becomes
/// an id that nothing has, and both are answered alike.
/// </summary>
public readonly record struct OpaqueId(Guid Value)
{
    public static bool TryParse(string? text, IFormatProvider? provider, [NotNullWhen(true)] out OpaqueId result)
    {
        result = new OpaqueId(Guid.TryParseExact(text, "D", out var value) ? value : Guid.Empty);
        return true;
    }
}
