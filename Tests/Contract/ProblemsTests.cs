using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Experts;
using Craftsman.Domain.PublicNotices;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

/// <summary>problems.md and the code name the same problems: all that the code can say is found by reflection.</summary>
public sealed partial class ProblemsTests(App app)
{
    private static readonly Assembly[] Projects =
    [
        typeof(Refusal).Assembly,
        typeof(Db).Assembly,
        typeof(Problems).Assembly,
    ];

    /// <summary>Codes of no described route, and where they are met.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["method-not-allowed"] = "any address, asked by a method it does not have",
        ["push-signature-invalid"] = "WeChat's message push",
        ["push-body-invalid"] = "WeChat's message push",
        ["tip-named-twice"] = "a result inside the answer of tips/bulk",
        ["case-not-shortlisted"] = "a case inside notice-cases-refused",
        ["supplement-not-overdue"] = "a job",
    };

    [Fact]
    public void Every_code_is_in_kebab_case() =>
        Assert.DoesNotContain(Refusals(), refusal => !Code().IsMatch(refusal.Code));

    [Fact]
    public void Every_title_is_a_chinese_sentence() =>
        Assert.DoesNotContain(
            Refusals(),
            refusal =>
                !refusal.Title.EndsWith('。') || !refusal.Title.Any(letter => letter is >= '\u4e00' and <= '\u9fff')
        );

    [Fact]
    public void One_code_has_one_status() =>
        Assert.DoesNotContain(
            Refusals().GroupBy(refusal => refusal.Code),
            same => same.Select(Problems.StatusOf).Distinct().Count() > 1
        );

    [Fact]
    public void Problems_md_lists_every_code_and_no_other()
    {
        var known = Refusals().Select(refusal => refusal.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        var listed = Rows().Select(row => row.Code).Order(StringComparer.Ordinal).ToList();

        Assert.True(
            known.SequenceEqual(listed),
            $"mini-program-contract/problems.md lacks [{string.Join(", ", known.Except(listed))}], has of codes that are gone [{string.Join(", ", listed.Except(known))}], and twice [{string.Join(", ", listed.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => same.Key))}]."
        );
    }

    [Fact]
    public async Task Every_code_is_told_by_a_route_that_lists_it()
    {
        var operations = (await Description.Of(app, "v1")).Concat(await Description.Of(app, "admin"));
        var listed = operations
            .SelectMany(operation => operation.Json.GetProperty("responses").EnumerateObject())
            .Where(response => response.Value.TryGetProperty("x-problem-codes", out _))
            .SelectMany(response => response.Value.GetProperty("x-problem-codes").EnumerateArray())
            .Select(code => code.GetString()!)
            .ToHashSet();

        Assert.Equal(
            Elsewhere.Keys.Order(StringComparer.Ordinal),
            Rows().Select(row => row.Code).Where(code => !listed.Contains(code)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Problems_md_tells_each_status_and_title_as_the_service_does()
    {
        var rows = Rows().ToDictionary(row => row.Code);

        Assert.DoesNotContain(
            Refusals(),
            refusal =>
                rows[refusal.Code].Status != Problems.StatusOf(refusal)
                || !Tells(rows[refusal.Code].Title, refusal.Title)
        );
    }

    /// <summary>The column may hold several titles; an ellipsis stands for a word of the case.</summary>
    private static bool Tells(string column, string title) =>
        column
            .Split(" / ")
            .Select(told => told.Split('…'))
            .Any(words =>
                title.StartsWith(words[0], StringComparison.Ordinal)
                && title.EndsWith(words[^1], StringComparison.Ordinal)
                && (words.Length > 1 || title == words[0])
            );

    /// <summary>All constant refusals, and one of each method that makes them.</summary>
    private static List<Refusal> Refusals()
    {
        const BindingFlags statics =
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var types = Projects.SelectMany(project => project.GetTypes()).ToList();
        var constants = types
            .SelectMany(type => type.GetFields(statics))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!);
        var made = types
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(statics))
            .Where(method => method.ReturnType == typeof(Refusal))
            .Select(method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);
        return [.. constants, .. made];
    }

    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(string) => "x",
            var type when type == typeof(int) => 1,
            var type when type == typeof(Guid) => Guid.AllBitsSet,
            var type when type == typeof(Guid[]) => new[] { Guid.AllBitsSet },
            var type when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
            var type when type == typeof(IEnumerable<string>) => new[] { "name" },
            var type when type == typeof(IReadOnlyList<string>) => new[] { "name" },
            var type when type == typeof(IReadOnlyList<PanelKind>) => new[] { PanelKind.Media },
            var type when type == typeof(IReadOnlyList<Shortfall>) => Array.Empty<Shortfall>(),
            var type when type == typeof(IReadOnlyDictionary<string, string[]>) => new Dictionary<string, string[]>(),
            var type when type == typeof(CaseMoveRule) => CaseMoves.All[0],
            var type when type == typeof(IReadOnlyList<ImportedRow>) => Array.Empty<ImportedRow>(),
            var type when type == typeof(IReadOnlyList<PublicationKind>) => Array.Empty<PublicationKind>(),
            var type when type == typeof(IReadOnlyList<RefusedCase>) => Array.Empty<RefusedCase>(),
            var type when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            var type when type == typeof(IReadOnlyList<ScreeningNeed>) => new[] { ScreeningNeed.Union },
            var type when type == typeof(IReadOnlyList<EligibilityRule>) => EligibilityRules.Default,
            var type when type == typeof(EligibilityResult) => new EligibilityResult(
                EligibilityVerdict.Ineligible,
                1,
                new DateOnly(2026, 6, 30),
                [new RuleResult("x", "三", "x", RuleOutcome.Fail, "x", [])]
            ),
            var type => throw new NotSupportedException(
                $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} takes a {type.Name}: add a sample of it here."
            ),
        };

    private static IEnumerable<Row> Rows() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "problems.md"))
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select new Row(cells[1].Trim('`'), int.Parse(cells[2], CultureInfo.InvariantCulture), cells[4]);

    private sealed record Row(string Code, int Status, string Title);

    [GeneratedRegex(
        "^[a-z]+(-[a-z]+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Code();
}
