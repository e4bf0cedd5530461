using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Craftsman.Tests.Support;

/// <summary>
/// Keeps what the service answered to whom tests asked: for each operation and status one example. With <c>CRAFTSMAN_NOTE_ANSWERS</c> the
/// run adds what is new to that file, which the descriptions are written from; without it nothing is kept.
/// </summary>
public static class Observed
{
    private const int LongestText = 200;
    private const int LongestExample = 12_000;
    private static readonly string? Target = Environment.GetEnvironmentVariable("CRAFTSMAN_NOTE_ANSWERS");
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly Lock Gate = new();
    private static readonly SortedDictionary<string, SortedDictionary<string, JsonNode>> All = new(
        StringComparer.Ordinal
    );

    public static void Note(HttpMethod method, string path, Answer answer)
    {
        if (Target is null || answer.Status >= 500 || Described.OperationOf(method, path) is not { } operation)
        {
            return;
        }

        var isProblem = answer.MediaType == "application/problem+json";
        if (!isProblem && answer.MediaType != "application/json")
        {
            return;
        }

        lock (Gate)
        {
            if (!All.TryGetValue(operation, out var statuses))
            {
                All[operation] = statuses = new(StringComparer.Ordinal);
            }

            var status = answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!statuses.TryGetValue(status, out var seen) || (!isProblem && IsEmptyList(seen)))
            {
                statuses[status] = JsonNode.Parse(answer.Text)!;
            }
        }
    }

    /// <summary>Adds to the file what it does not have yet; examples that are there stay.</summary>
    public static void Write()
    {
        if (Target is null)
        {
            return;
        }

        var file = File.Exists(Target) ? JsonNode.Parse(File.ReadAllText(Target))!.AsObject() : [];
        lock (Gate)
        {
            foreach (var (operation, statuses) in All)
            {
                if (file[operation] is not JsonObject kept)
                {
                    file[operation] = kept = [];
                }

                foreach (var (status, seen) in statuses)
                {
                    if (
                        kept[status] is null
                        && Short(seen) is { } example
                        && example.ToJsonString().Length <= LongestExample
                    )
                    {
                        kept[status] = example;
                    }
                }
            }
        }

        File.WriteAllText(Target, InOrder(file).ToJsonString(Written) + "\n");
    }

    private static JsonObject InOrder(JsonObject file) =>
        new(
            file.OrderBy(operation => operation.Key, StringComparer.Ordinal)
                .Select(operation =>
                    KeyValuePair.Create<string, JsonNode?>(
                        operation.Key,
                        new JsonObject(
                            operation
                                .Value!.AsObject()
                                .OrderBy(status => status.Key, StringComparer.Ordinal)
                                .Select(status => KeyValuePair.Create(status.Key, status.Value?.DeepClone()))
                        )
                    )
                )
        );

    /// <summary>One entry of a list shows what all are like, and the beginning of a token what tokens are like.</summary>
    private static JsonNode? Short(JsonNode? node) =>
        node switch
        {
            JsonArray list => new JsonArray([.. list.Take(1).Select(Short)]),
            JsonObject fields => new JsonObject(
                fields
                    .Where(field => field.Key != "traceId")
                    .Select(field => KeyValuePair.Create(field.Key, Short(field.Value)))
                    .Concat(
                        fields.ContainsKey("traceId")
                            ? [KeyValuePair.Create<string, JsonNode?>("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")]
                            : []
                    )
            ),
            JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongestText =>
                JsonValue.Create($"{text[..24]}…"),
            _ => node?.DeepClone(),
        };

    private static bool IsEmptyList(JsonNode example) => example["items"] is JsonArray { Count: 0 };
}
