using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

/// <summary>
/// The bounds of what citizens send are those the service keeps: for each bound of each field in openapi.json, the value just outside is
/// refused at that field, and the one on the bound is not refused for it.
/// </summary>
public sealed class BoundsTests(App app)
{
    /// <summary>Any id; what is refused at the door never asks whose it is.</summary>
    private const string SomeId = "01a21820-17e0-731e-8249-6997ed8dda9f";

    [Fact]
    public async Task Each_bound_of_what_a_citizen_sends_is_the_one_that_is_kept()
    {
        var instance = app.With(
            ("RateLimits:WritesPerCitizen:PerMinute", "1000000"),
            ("RateLimits:WritesPerCitizen:Burst", "1000000"),
            ("RateLimits:WritesPerAddress:PerMinute", "1000000"),
            ("RateLimits:WritesPerAddress:Burst", "1000000"),
            ("RateLimits:LoginPerAddress:PerMinute", "1000000"),
            ("RateLimits:LoginPerAddress:Burst", "1000000")
        );
        var citizen = (await app.NewCitizen()).At(instance);
        var operations = (await Description.Of(app, "v1")).Where(operation => operation.HasBody).ToList();
        var faults = new List<string>();
        var asked = 0;

        foreach (var operation in operations)
        {
            var body = operation.Body(Sample);
            foreach (var field in FieldsOf(operation.Root, SchemaOf(operation), body, ""))
            {
                foreach (var bound in BoundsOf(field))
                {
                    asked++;
                    var outside = await Ask(citizen.Api, operation, field, bound.Outside);
                    var refused = ErrorsOf(outside, field.Name);
                    if (outside.Status != 400 || refused is null)
                    {
                        faults.Add(
                            $"{operation} {field.Name}, {bound.What}: outside it was {outside.Status} {outside.Text}"
                        );
                        continue;
                    }

                    var on = await Ask(citizen.Api, operation, field, bound.On);
                    if (ErrorsOf(on, field.Name) == refused)
                    {
                        faults.Add($"{operation} {field.Name}, {bound.What}: on it is refused as well: {on.Text}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {asked} bounds are otherwise:\n{string.Join('\n', faults)}");
        Assert.True(asked > 100, $"Only {asked} bounds were found.");
    }

    [Fact]
    public async Task Each_bound_of_what_a_citizen_asks_for_is_the_one_that_is_kept()
    {
        var citizen = await app.NewCitizen();
        var faults = new List<string>();
        var asked = 0;
        foreach (var operation in (await Description.Of(app, "v1")).Where(operation => !operation.IsWrite))
        {
            foreach (var (name, schema) in NumbersAskedFor(operation))
            {
                foreach (var bound in BoundsOf(new Field(name, schema, null)))
                {
                    asked++;
                    var refused = ErrorsOf(await Ask(bound.Outside), name);
                    if (refused is null || ErrorsOf(await Ask(bound.On), name) == refused)
                    {
                        faults.Add($"{operation} {name}, {bound.What}");
                    }
                }

                Task<Answer> Ask(JsonNode? value) =>
                    citizen.Api.Get($"{PathOf(operation)}?{name}={Uri.EscapeDataString($"{value}")}");
            }
        }

        Assert.Empty(faults);
        Assert.True(asked > 20, $"Only {asked} bounds were found.");
    }

    private static Task<Answer> Ask(ApiClient citizen, Operation operation, Field field, JsonNode? value)
    {
        var body = operation.Body(Sample);
        Put(body, field.Path, value);
        return citizen.Send(
            new HttpMethod(operation.Method),
            PathOf(operation),
            new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")
        );
    }

    /// <summary>Words in a query are judged by the rule that knows them.</summary>
    private static IEnumerable<(string Name, JsonElement Schema)> NumbersAskedFor(Operation operation) =>
        from parameter in operation.Json.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : []
        where parameter.GetProperty("in").GetString() == "query"
        let schema = Plain(operation.Root, parameter.GetProperty("schema"))
        where schema.GetProperty("type").ToString() is "integer" or "number"
        select (parameter.GetProperty("name").GetString()!, schema);

    private static string? ErrorsOf(Answer answer, string field) =>
        answer.Status == 400
        && answer.Json.TryGetProperty("errors", out var errors)
        && errors.TryGetProperty(field, out var texts)
            ? texts.GetRawText()
            : null;

    private static IEnumerable<Bound> BoundsOf(Field field)
    {
        var schema = field.Schema;
        if (Number(schema, "maxLength") is { } most)
        {
            // An id is as long as it may be, and no other text of that length is one.
            JsonNode on = IsId(schema) ? SomeId : Text(schema, most);
            yield return new Bound($"maxLength {most}", Text(schema, most + 1), on);
        }

        if (Number(schema, "minLength") is > 0)
        {
            yield return new Bound("minLength 1", "", Text(schema, 1));
        }

        if (Number(schema, "maxItems") is { } items)
        {
            yield return new Bound($"maxItems {items}", Copies(field.Value, items + 1), Copies(field.Value, items));
        }

        if (Number(schema, "minimum") is { } least)
        {
            yield return new Bound($"minimum {least}", least - 1, least);
        }

        if (Number(schema, "maximum") is { } greatest)
        {
            yield return new Bound($"maximum {greatest}", greatest + 1, greatest);
        }

        if (schema.TryGetProperty("x-zi", out var zi))
        {
            var (few, many) = (zi.GetProperty("minimum").GetInt32(), zi.GetProperty("maximum").GetInt32());
            yield return new Bound($"at least {few} 字", new string('手', few - 1), new string('手', few));
            yield return new Bound($"at most {many} 字", new string('手', many + 1), new string('手', many));
        }

        if (schema.TryGetProperty("pattern", out var pattern) && IsText(schema))
        {
            yield return new Bound($"pattern {pattern}", $"{Text(schema, 1)}\u0001", Text(schema, 1));
        }
    }

    /// <summary>So many UTF-16 units, with as many 字 as the field asks for: a run of letters is one.</summary>
    private static string Text(JsonElement schema, long length)
    {
        var least = schema.TryGetProperty("x-zi", out var zi) ? zi.GetProperty("minimum").GetInt32() - 1 : 0;
        return (new string('手', least) + new string('a', (int)length))[..(int)Math.Max(length, least + 1)];
    }

    private static JsonArray Copies(JsonNode? list, long count) =>
        new([
            .. Enumerable
                .Range(0, (int)count)
                .Select(_ => list is JsonArray { Count: > 0 } some ? some[0]?.DeepClone() : "a"),
        ]);

    private static bool IsId(JsonElement schema) =>
        Number(schema, "maxLength") == SomeId.Length && !schema.TryGetProperty("pattern", out _);

    private static bool IsText(JsonElement schema) => !schema.TryGetProperty("format", out _);

    private static long? Number(JsonElement schema, string bound) =>
        schema.TryGetProperty(bound, out var value) ? value.GetInt64() : null;

    /// <summary>Each field of a body that is whole, with its schema and value.</summary>
    private static IEnumerable<Field> FieldsOf(JsonElement root, JsonElement schema, JsonNode? value, string path)
    {
        schema = Plain(root, schema);
        if (value is JsonObject fields && schema.TryGetProperty("properties", out var properties))
        {
            return properties
                .EnumerateObject()
                .SelectMany(property =>
                    FieldsOf(
                        root,
                        property.Value,
                        fields[property.Name],
                        path.Length == 0 ? property.Name : $"{path}.{property.Name}"
                    )
                );
        }

        var own = new Field(path, schema, value);
        // Entries that are words alone are judged by the rule that knows the words.
        return value is JsonArray { Count: > 0 } list && list[0] is JsonObject entry
            ? FieldsOf(root, schema.GetProperty("items"), entry, $"{path}[0]").Prepend(own)
            : [own];
    }

    private static JsonElement Plain(JsonElement root, JsonElement schema)
    {
        while (true)
        {
            if (schema.TryGetProperty("$ref", out var reference))
            {
                var name = reference.GetString()!.Split('/')[^1];
                schema = root.GetProperty("components").GetProperty("schemas").GetProperty(name);
            }
            else if (schema.TryGetProperty("oneOf", out var choices))
            {
                schema = choices.EnumerateArray().First(choice => choice.TryGetProperty("$ref", out _));
            }
            else
            {
                return schema;
            }
        }
    }

    private static JsonElement SchemaOf(Operation operation) =>
        operation
            .Json.GetProperty("requestBody")
            .GetProperty("content")
            .EnumerateObject()
            .First()
            .Value.GetProperty("schema");

    private static void Put(JsonObject body, string path, JsonNode? value)
    {
        JsonNode place = body;
        var steps = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
        {
            place = step == "0" ? place[0]! : place[step]!;
        }

        place[steps[^1]] = value;
    }

    private static string PathOf(Operation operation)
    {
        var path = operation.Path;
        foreach (var parameter in operation.Json.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : [])
        {
            var schema = Plain(operation.Root, parameter.GetProperty("schema"));
            path = path.Replace(
                $"{{{parameter.GetProperty("name").GetString()}}}",
                schema.TryGetProperty("enum", out var words) ? words[0].GetString() : SomeId,
                StringComparison.Ordinal
            );
        }

        return path;
    }

    /// <summary>What a sample of the schema alone would not be read as.</summary>
    private static JsonNode? Sample(string field) =>
        field switch
        {
            "workerContact" => "13800001234",
            "entryId" => SomeId,
            _ => null,
        };

    private sealed record Bound(string What, JsonNode? Outside, JsonNode? On);

    private sealed record Field(string Name, JsonElement Schema, JsonNode? Value)
    {
        public string Path => Name;
    }
}
