using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

/// <summary>The running service's own description, read for tests that go through all of it.</summary>
public static class Description
{
    private static readonly string[] Methods = ["get", "post", "put", "delete"];

    public static async Task<IReadOnlyList<Operation>> Of(App app, string document)
    {
        var root = (await app.Anonymous.Get($"/swagger/{document}/swagger.json")).Should(200).Json;
        return
        [
            .. from path in root.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where Methods.Contains(operation.Name)
            select new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value, root),
        ];
    }
}

/// <summary>One operation of a description.</summary>
public sealed record Operation(string Method, string Path, JsonElement Json, JsonElement Root)
{
    public bool IsWrite => Method != "GET";

    public override string ToString() => $"{Method} {Path}";

    public string? Text(string property) => Json.TryGetProperty(property, out var value) ? value.GetString() : null;

    /// <summary>The names of its parameters that stand in the path, the query or a header.</summary>
    public IReadOnlyList<string> Parameters(string place) =>
        Json.TryGetProperty("parameters", out var parameters)
            ?
            [
                .. parameters
                    .EnumerateArray()
                    .Where(parameter => parameter.GetProperty("in").GetString() == place)
                    .Select(parameter => parameter.GetProperty("name").GetString()!),
            ]
            : [];

    public bool NeedsBody =>
        HasBody
        && Json.GetProperty("requestBody").TryGetProperty("required", out var required)
        && required.GetBoolean();

    public bool HasBody => Json.TryGetProperty("requestBody", out _);

    /// <summary>Every field of the body with a value the schema would take: lists have one entry, nested objects are whole.</summary>
    /// <param name="sample">A value for a field by its name, where the schema does not tell enough; null to make one up.</param>
    public JsonObject Body(Func<string, JsonNode?> sample) =>
        HasBody
        && Json.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out var json)
            ? (JsonObject)Example("", json.GetProperty("schema"), sample)!
            : [];

    private JsonNode? Example(string name, JsonElement schema, Func<string, JsonNode?> sample)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Example(
                name,
                Root.GetProperty("components")
                    .GetProperty("schemas")
                    .GetProperty(reference.GetString()!.Split('/')[^1]),
                sample
            );
        }

        if (sample(name) is { } value)
        {
            return value;
        }

        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("allOf", out choices))
        {
            return Example(name, choices.EnumerateArray().First(choice => !IsNull(choice)), sample);
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            return JsonNode.Parse(words[0].GetRawText());
        }

        return TypeOf(schema) switch
        {
            "object" => new JsonObject(
                schema.TryGetProperty("properties", out var properties)
                    ? properties
                        .EnumerateObject()
                        .Select(property =>
                            KeyValuePair.Create(property.Name, Example(property.Name, property.Value, sample))
                        )
                    : []
            ),
            "array" => new JsonArray(Example(name, schema.GetProperty("items"), sample)),
            "boolean" => true,
            "integer" or "number" => 1,
            _ when Text(schema, "format") == "date" => "2000-01-01",
            _ => "手艺",
        };
    }

    private static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.String ? type.GetString()
        : type.EnumerateArray().Select(each => each.GetString()).First(each => each != "null");

    private static bool IsNull(JsonElement schema) =>
        schema.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.GetString() == "null";

    private static string? Text(JsonElement schema, string property) =>
        schema.TryGetProperty(property, out var value) ? value.GetString() : null;
}
