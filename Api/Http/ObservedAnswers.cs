using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Craftsman.Api.Http;

/// <summary>
/// Puts into a description what tests have seen the service answer: an example of each answer, and the codes of its refusals as
/// <c>x-problem-codes</c>. The file is written by a run of the tests (<c>CRAFTSMAN_NOTE_ANSWERS</c>), so it knows of no code that no test met.
/// </summary>
internal static class ObservedAnswers
{
    private static readonly Lazy<JsonObject> All = new(() =>
    {
        using var file = typeof(ObservedAnswers).Assembly.GetManifestResourceStream("observed-answers.json")!;
        return JsonNode.Parse(file)!.AsObject();
    });

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            if (operation.OperationId is not { } id || All.Value[id] is not JsonObject answers)
            {
                continue;
            }

            foreach (var (status, response) in operation.Responses!)
            {
                if (response is OpenApiResponse described && answers[status] is JsonObject seen)
                {
                    Add(described, seen);
                }
            }
        }
    }

    private static void Add(OpenApiResponse response, JsonObject seen)
    {
        if (seen["codes"] is JsonArray codes)
        {
            response.Extensions ??= new Dictionary<string, IOpenApiExtension>();
            response.Extensions["x-problem-codes"] = new JsonNodeExtension(codes.DeepClone());
        }

        if (seen["example"] is { } example && response.Content?.Values.FirstOrDefault() is OpenApiMediaType content)
        {
            content.Example = example.DeepClone();
        }
    }
}
