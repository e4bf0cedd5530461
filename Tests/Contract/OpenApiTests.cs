using System.Text.Json;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

public sealed class OpenApiTests(App app)
{
    private const string HowToWrite =
        "The service describes itself otherwise than the contract says. Run ./scripts/write-contract.sh and look at what it changed";

    [Theory]
    [InlineData("v1", "openapi.json")]
    [InlineData("admin", "openapi-admin.json")]
    public async Task The_committed_description_is_that_of_the_running_service(string document, string file)
    {
        var served = Lines((await app.Anonymous.Get($"/swagger/{document}/swagger.json")).Should(200).Text);
        var committed = Lines(
            await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, file),
                TestContext.Current.CancellationToken
            )
        );

        var first = served.Zip(committed).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            served.SequenceEqual(committed),
            $"{HowToWrite}: {file} differs from line {first + 1}, “{served.ElementAtOrDefault(first)?.Trim()}”."
        );
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("admin")]
    public async Task Every_route_has_a_chinese_summary_a_name_of_its_own_and_problems_as_such(string document)
    {
        var operations = await Description.Of(app, document);

        Assert.DoesNotContain(operations, operation => !IsChinese(operation.Text("summary")));
        Assert.Equal(
            operations.Count,
            operations.Select(operation => operation.Text("operationId")).Distinct().Count()
        );
        Assert.All(
            operations,
            operation =>
            {
                var refusals = operation.Json.GetProperty("responses").EnumerateObject().Where(IsRefusal).ToList();
                Assert.Contains(refusals, refusal => refusal.Name == "503");
                Assert.All(
                    refusals,
                    refusal =>
                        Assert.Equal(
                            ["application/problem+json"],
                            refusal.Value.GetProperty("content").EnumerateObject().Select(content => content.Name)
                        )
                );
            }
        );
    }

    [Theory]
    [InlineData("v1", "citizen")]
    [InlineData("admin", "staff")]
    public async Task A_route_that_needs_a_token_says_whose_and_that_it_may_be_missing(string document, string audience)
    {
        var operations = await Description.Of(app, document);

        // An empty list says that nobody need log in.
        var guarded = operations
            .Where(operation => operation.Json.GetProperty("security").GetArrayLength() > 0)
            .ToList();
        Assert.NotEmpty(guarded);
        Assert.True(guarded.Count < operations.Count);
        Assert.All(
            guarded,
            operation =>
            {
                var scheme = Assert.Single(operation.Json.GetProperty("security").EnumerateArray());
                Assert.Equal([audience], scheme.EnumerateObject().Select(name => name.Name));
                Assert.True(operation.Json.GetProperty("responses").TryGetProperty("401", out _));
            }
        );
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("admin")]
    public async Task Every_refusal_lists_its_codes_and_shows_one_of_them(string document)
    {
        var operations = await Description.Of(app, document);

        Assert.All(
            operations,
            operation =>
                Assert.All(
                    operation.Json.GetProperty("responses").EnumerateObject().Where(IsRefusal),
                    refusal =>
                    {
                        Assert.True(
                            refusal.Value.TryGetProperty("x-problem-codes", out var codes),
                            $"{operation} {refusal.Name}"
                        );
                        var example = refusal
                            .Value.GetProperty("content")
                            .GetProperty("application/problem+json")
                            .GetProperty("example");
                        Assert.Contains(
                            example.GetProperty("code").GetString(),
                            codes.EnumerateArray().Select(code => code.GetString())
                        );
                        Assert.Equal(refusal.Name, example.GetProperty("status").GetRawText());
                    }
                )
        );
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("admin")]
    public async Task Every_answer_says_what_it_is_and_shows_an_example_where_it_is_json(string document)
    {
        var operations = await Description.Of(app, document);

        Assert.All(
            operations.SelectMany(operation =>
                operation.Json.GetProperty("responses").EnumerateObject().Select(response => (operation, response))
            ),
            each =>
            {
                var where = $"{each.operation} {each.response.Name}";
                if (each.response.Name is "204" or "304")
                {
                    Assert.False(each.response.Value.TryGetProperty("content", out _), where);
                    return;
                }

                foreach (var content in each.response.Value.GetProperty("content").EnumerateObject())
                {
                    Assert.True(content.Value.TryGetProperty("schema", out _), where);
                    Assert.True(
                        !content.Name.EndsWith("json", StringComparison.Ordinal)
                            || content.Value.TryGetProperty("example", out _),
                        $"{where} has no example."
                    );
                }
            }
        );
    }

    private static bool IsChinese(string? text) => text?.Any(letter => letter is >= '\u4e00' and <= '\u9fff') is true;

    private static bool IsRefusal(JsonProperty response) => response.Name[0] is '4' or '5';

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
}
