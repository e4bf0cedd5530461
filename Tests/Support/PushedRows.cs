namespace Craftsman.Tests.Support;

/// <summary>What pushes left in the database.</summary>
public static class PushedRows
{
    /// <summary>Generous, for the machine may be busy; nothing is concluded from how long it took.</summary>
    private const int Looks = 600;

    public static Task<long> Verdicts(this App app, string prefix) =>
        app.Database.Value<long>(
            "SELECT COUNT(*) FROM wechat_media_verdicts WHERE trace_id LIKE @like",
            new { like = prefix + "%" }
        );

    public static Task<string> VerdictOf(this App app, string trace) =>
        app.Database.Value<string>("SELECT suggest FROM wechat_media_verdicts WHERE trace_id = @trace", new { trace });

    public static Task<long> EventsNamed(this App app, string name, string state) =>
        app.Database.Value<long>(
            "SELECT COUNT(*) FROM wechat_events WHERE name = @name AND state = @state",
            new { name, state }
        );

    /// <summary>Waits for a number that the background work is to bring about.</summary>
    public static async Task Becomes(this Func<Task<long>> count, long expected)
    {
        var seen = await count();
        for (var look = 0; look < Looks && seen != expected; look++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            seen = await count();
        }

        Assert.Equal(expected, seen);
    }
}
