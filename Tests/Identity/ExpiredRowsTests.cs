using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Identity;

public sealed class ExpiredRowsTests(App app)
{
    [Fact]
    public async Task An_idempotency_key_is_kept_for_seventy_two_hours_and_no_longer()
    {
        var citizen = await app.NewCitizen();
        var citizenId = await app.IdOf(citizen);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var age in new[] { 71, 73 })
        {
            await app.Database.Execute(
                "INSERT INTO idempotency_keys (scope, citizen_id, content, answer, created_at) VALUES (@scope, @citizenId, @scope, '{}', @at)",
                new
                {
                    scope = SecretCode.HashOf($"{citizenId}{age}"),
                    citizenId,
                    at = now.AddHours(-age),
                }
            );
        }

        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        await new ExpiredRows(new Db(source)).Delete(now, TestContext.Current.CancellationToken);

        Assert.Equal(
            SecretCode.HashOf($"{citizenId}71"),
            Assert.Single(
                await app.Database.Rows<byte[]>(
                    "SELECT scope FROM idempotency_keys WHERE citizen_id = @citizenId",
                    new { citizenId }
                )
            )
        );
    }
}
