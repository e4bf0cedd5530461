using System.Globalization;
using System.Text.Json;

namespace Craftsman.Load;

/// <summary>What a bench found: a table for people, or with <c>--json</c> one object a line.</summary>
internal sealed class Report
{
    private readonly List<(string Name, double Value, string Unit)> figures = [];
    private readonly bool json;

    private Report(bool json) => this.json = json;

    public static Report For(string[] arguments) => new(arguments.Contains("--json"));

    /// <summary>What goes on, for who waits; never among the figures.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);

    public void Add(string name, double value, string unit) => figures.Add((name, value, unit));

    public void Print()
    {
        foreach (var (name, value, unit) in figures)
        {
            Console.WriteLine(
                json
                    ? JsonSerializer.Serialize(
                        new
                        {
                            name,
                            value = Math.Round(value, 4),
                            unit,
                        }
                    )
                    : string.Create(CultureInfo.InvariantCulture, $"{name, -32} {value, 14:0.###} {unit}")
            );
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
