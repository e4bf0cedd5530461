using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Database;

/// <summary>Several SELECTs in one round trip, of which the caller reads the first and goes: it finds nothing, is refused, or gives up.</summary>
public sealed class SeveralSelectsTests(App app)
{
    private const string Sql = """
        SELECT id FROM campaigns WHERE 1 = 0;
        SELECT code FROM campaign_districts;
        SELECT rule_id FROM campaign_rules;
        SELECT day FROM campaign_days;
        SELECT code FROM campaign_trades;
        """;

    /// <summary>How many at once, and how often each: when what was left was given up with KILL QUERY, about one in a thousand waited for ever.</summary>
    private const int AtOnce = 12;
    private const int Times = 400;

    [Fact]
    public async Task Who_leaves_after_the_first_waits_for_nothing_and_takes_no_connection_along()
    {
        await Many(
            async (db, _) =>
                Assert.Null(
                    await db.Multiple(
                        Sql,
                        null,
                        grid => grid.ReadFirstOrDefaultAsync<string>(),
                        TestContext.Current.CancellationToken
                    )
                )
        );
    }

    [Fact]
    public async Task Who_refuses_after_the_first_is_heard_at_once()
    {
        await Many(
            async (db, _) =>
                await Assert.ThrowsAsync<NoCampaignException>(() =>
                    db.Multiple<object>(
                        Sql,
                        null,
                        async grid => await grid.ReadFirstOrDefaultAsync<string>() ?? throw new NoCampaignException(),
                        TestContext.Current.CancellationToken
                    )
                )
        );
    }

    [Fact]
    public async Task Who_gives_up_in_the_middle_leaves_nobody_waiting()
    {
        var sql = string.Concat(Enumerable.Repeat(Sql, 8));
        await Many(
            async (db, number) =>
            {
                using var patience = new CancellationTokenSource();
                patience.CancelAfter(TimeSpan.FromMicroseconds(number % 60 * 100));
                try
                {
                    await db.Multiple(
                        sql,
                        null,
                        async grid =>
                        {
                            while (!grid.IsConsumed)
                            {
                                await grid.ReadAsync();
                            }

                            return true;
                        },
                        patience.Token
                    );
                }
                catch (OperationCanceledException)
                {
                    // Before it had a connection.
                }
            }
        );
    }

    /// <summary>Acts many times at once on few connections, so that one that is lost is missed.</summary>
    private async Task Many(Func<Db, int, Task> act)
    {
        var settings = DatabaseOptions.WithOurSettings(app.Database.ConnectionString);
        settings.MaximumPoolSize = AtOnce;
        await using var source = new MySqlDataSource(settings.ConnectionString);
        var db = new Db(source);
        var all = Enumerable
            .Range(0, AtOnce)
            .Select(async _ =>
            {
                for (var number = 0; number < Times; number++)
                {
                    // Longer than any of them takes on the busiest machine, shorter than a command's time-out.
                    await act(db, number).WaitAsync(TimeSpan.FromSeconds(12));
                }
            });
        await Task.WhenAll(all);
    }
}
