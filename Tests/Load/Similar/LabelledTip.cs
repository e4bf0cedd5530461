using System.Text.Json;
using System.Text.Json.Serialization;

namespace Craftsman.Load.Similar;

/// <summary>A line of a labelled file: a tip, and which worker it is about.</summary>
/// <param name="Cluster">Tips of one cluster are about one worker.</param>
/// <param name="Case">What makes it hard.</param>
/// <param name="District">A code or a name of the campaign's; anything else counts as not told. The trade likewise.</param>
internal sealed record LabelledTip(
    string Id,
    string Cluster,
    string Case,
    string Name,
    string? WorkUnit,
    string? District,
    string? Trade,
    string? Story,
    string? Submitter
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new AnyAsText() },
    };

    public static IReadOnlyList<LabelledTip> ReadFrom(string file) =>
        [
            .. File.ReadLines(file)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => JsonSerializer.Deserialize<LabelledTip>(line, Options)!),
        ];

    /// <summary>Ids and clusters may be numbers in the files of others.</summary>
    private sealed class AnyAsText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return value.RootElement.ValueKind is JsonValueKind.String
                ? value.RootElement.GetString()
                : value.RootElement.GetRawText();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}
