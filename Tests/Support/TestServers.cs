namespace Craftsman.Tests.Support;

/// <summary>The real MariaDB and Redis that <c>./test.sh</c> started, as it names them in the environment.</summary>
public static class TestServers
{
    private const string HowToStart =
        "The tests need a MariaDB and a Redis of their own: run ./test.sh, which starts them and names them in the environment.";

    /// <summary>The account the API works with, without a database name.</summary>
    public static string Database => Read("CRAFTSMAN_TEST_DATABASE");

    /// <summary>The account that may create databases named craftsman_test_… and change their schema.</summary>
    public static string Migrator => Read("CRAFTSMAN_TEST_MIGRATOR");

    public static string Redis => Read("CRAFTSMAN_TEST_REDIS");

    private static string Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"{name} is not set. {HowToStart}");
}
