using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Craftsman.Api.Http;

/// <summary>
/// Puts into a description what tests have seen the service answer: an example of each answer. The file is written by a run of the tests
/// (<c>CRAFTSMAN_NOTE_ANSWERS</c>); what no test met keeps the example that was made of its refusal.
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
                if (
                    response.Content?.Values.FirstOrDefault() is OpenApiMediaType content
                    && answers[status] is { } example
                )
                {
                    content.Example = example.DeepClone();
                }
            }
        }
    }
}
