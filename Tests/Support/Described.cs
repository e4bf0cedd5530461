using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Craftsman.Tests.Support;

/// <summary>
/// Holds every answer that any test gets against the committed descriptions: a status, a code of a problem, a header of a limit, a field or a
/// null that they do not tell of fails the test that met it.
/// </summary>
public static class Described
{
    /// <summary>Of each operation and status so many answers are compared field by field; the rest look the same.</summary>
    private const int Compared = 40;

    /// <summary>What any address can answer: a method it does not have, a body over the limit where none is read.</summary>
    private static readonly int[] AnyAddress = [405, 413];

    private static readonly Lazy<IReadOnlyList<Route>> Routes = new(ReadRoutes);
    private static readonly ConcurrentDictionary<(string, int), int> Seen = new();

    public static void Check(HttpMethod method, string path, Answer answer)
    {
        if (RouteOf(method, path) is not { } route || AnyAddress.Contains(answer.Status))
        {
            return;
        }

        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        if (!route.Operation.GetProperty("responses").TryGetProperty(status, out var response))
        {
            Assert.Fail($"{route.Id} answered {status}, which its description does not have: {answer.Text}");
        }

        var tellsLimit =
            response.TryGetProperty("headers", out var headers) && headers.TryGetProperty("RateLimit", out _);
        Assert.True(
            answer.Headers.ContainsKey("RateLimit") ? tellsLimit : !tellsLimit || answer.Status is >= 300 and not 429,
            $"{route.Id} answered {status} {(tellsLimit ? "without the" : "with a")} RateLimit header, unlike its description."
        );

        if (answer.Code is { } code)
        {
            Assert.True(
                response.TryGetProperty("x-problem-codes", out var codes)
                    && codes.EnumerateArray().Any(each => each.ValueEquals(code)),
                $"{route.Id} answered {status} {code}, which its description does not list: see ProblemCodes."
            );
        }

        if (
            answer.MediaType is not { } type
            || !type.EndsWith("json", StringComparison.Ordinal)
            || Seen.AddOrUpdate((route.Id, answer.Status), 1, (_, count) => count + 1) > Compared
        )
        {
            return;
        }

        if (
            !response.TryGetProperty("content", out var content)
            || !content.TryGetProperty(type, out var described)
            || !described.TryGetProperty("schema", out var schema)
        )
        {
            Assert.Fail($"{route.Id} answered {status} with {type}, which its description does not have.");
            return;
        }

        var faults = Faults(route.Root, schema, answer.Json, "").ToList();
        Assert.True(
            faults.Count == 0,
            $"{route.Id} answered {status} otherwise than described: {string.Join("; ", faults)}"
        );
    }

    /// <summary>The operation that a request reaches, or null where it is described nowhere.</summary>
    public static string? OperationOf(HttpMethod method, string path) => RouteOf(method, path)?.Id;

    private static Route? RouteOf(HttpMethod method, string path)
    {
        var parts = path.Split('?')[0].Trim('/').Split('/');
        return Routes
            .Value.Where(route =>
                route.Method == method.Method
                && route.Parts.Length == parts.Length
                && route.Parts.Zip(parts).All(pair => pair.First[0] == '{' || pair.First == pair.Second)
            )
            .MinBy(route => route.Parts.Count(part => part[0] == '{'));
    }

    private static IReadOnlyList<Route> ReadRoutes() =>
        [
            .. from file in new[] { "openapi.json", "openapi-admin.json" }
            let root = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))).RootElement
            from path in root.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new Route(
                operation.Name.ToUpperInvariant(),
                path.Name.Trim('/').Split('/'),
                operation.Value.GetProperty("operationId").GetString()!,
                operation.Value,
                root
            ),
        ];

    private static IEnumerable<string> Faults(JsonElement root, JsonElement schema, JsonElement value, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return Faults(root, root.GetProperty("components").GetProperty("schemas").GetProperty(name), value, where);
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var each = choices.EnumerateArray().Select(choice => Faults(root, choice, value, where).ToList()).ToList();
            return each.Any(faults => faults.Count == 0) ? [] : each.MaxBy(faults => faults.Count)!;
        }

        if (schema.TryGetProperty("type", out var types) && !IsOf(types, value))
        {
            return [$"{where} is {value.ValueKind} and not {types}"];
        }

        if (
            schema.TryGetProperty("enum", out var words)
            && !words.EnumerateArray().Any(word => word.ValueEquals(value.GetString()))
        )
        {
            return [$"{where} is {value}, a word unknown"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => InObject(root, schema, value, where),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value
                .EnumerateArray()
                .SelectMany(item => Faults(root, items, item, $"{where}[]")),
            _ => [],
        };
    }

    private static IEnumerable<string> InObject(JsonElement root, JsonElement schema, JsonElement value, string where)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                {
                    yield return $"{where}.{name} is missing";
                }
            }
        }

        var isKnown = schema.TryGetProperty("properties", out var properties);
        var isMap =
            schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object;
        foreach (var field in value.EnumerateObject())
        {
            JsonElement described = default;
            if (isKnown && properties.TryGetProperty(field.Name, out described) || isMap)
            {
                var of = described.ValueKind == JsonValueKind.Undefined ? others : described;
                foreach (var fault in Faults(root, of, field.Value, $"{where}.{field.Name}"))
                {
                    yield return fault;
                }
            }
        }
    }

    private static bool IsOf(JsonElement types, JsonElement value) =>
        types.ValueKind == JsonValueKind.Array
            ? types.EnumerateArray().Any(type => IsOf(type, value))
            : types.GetString() switch
            {
                "object" => value.ValueKind == JsonValueKind.Object,
                "array" => value.ValueKind == JsonValueKind.Array,
                "string" => value.ValueKind == JsonValueKind.String,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                "number" => value.ValueKind == JsonValueKind.Number,
                "null" => value.ValueKind == JsonValueKind.Null,
                _ => false,
            };

    private sealed record Route(string Method, string[] Parts, string Id, JsonElement Operation, JsonElement Root);
}
