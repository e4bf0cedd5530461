namespace Craftsman.Load;

/// <summary>The servers that bench.sh started for this run.</summary>
internal static class BenchServers
{
    public static string Database => Given("CRAFTSMAN_BENCH_DATABASE");

    public static string Migrator => Given("CRAFTSMAN_BENCH_MIGRATOR");

    public static string Redis => Given("CRAFTSMAN_BENCH_REDIS");

    private static string Given(string name) =>
        Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: start a bench with ./bench.sh.");
}
