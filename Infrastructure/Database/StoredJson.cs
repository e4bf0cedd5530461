using System.Text.Json;
using System.Text.Json.Serialization;

namespace Craftsman.Infrastructure.Database;

/// <summary>JSON in our own columns: the web's camelCase, and words for enums so that rows can be read by people.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
