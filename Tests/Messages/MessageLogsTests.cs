using Craftsman.Tests.Support;

namespace Craftsman.Tests.Messages;

/// <summary>Law 8 for subscribe messages: whom they went to and what they said stays out of logs, traces and metrics, whatever became of them.</summary>
public sealed class MessageLogsTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private const string Phone = "13876501234";
    private static readonly DateTimeOffset Noon = MessageDrivers.Noon;
    private static readonly string[] News = ["劈丝泄露甲", "劈丝泄露乙", "劈丝泄露丙", "劈丝泄露丁"];
    private readonly App app = lonely.App;

    [Fact]
    public async Task No_openid_no_phone_no_data_of_a_template_is_found_after_messages_that_arrive_fail_and_get_lost()
    {
        using var telemetry = new Telemetry();
        using var output = new StandardOutput();
        var instance = app.At(Noon, [.. MessageDrivers.Delivering, (App.LogLevel, "Information")]);
        var citizen = await Citizen.LogIn(instance, "reads-news");
        (await citizen.BindsPhone($"phone:{Phone}:nonce-of-the-message-test")).Should(200);
        var id = await app.IdOf(citizen);
        await citizen.AcceptsMessages(instance, News.Length + 1);

        await app.Tells(id, Noon, News[0]);
        await app.MessagesStand(id, "Sent");
        await Meets(new { apis = new[] { "send" }, errorCode = -1 }, News[1], "Pending -1");
        await Meets(new { apis = new[] { "send" }, isAway = true }, null, "Unknown NoAnswer");
        await Meets(new { apis = new[] { "send" }, errorCode = 40037 }, News[2], "Unknown NoAnswer", "Pending 40037");
        await Meets(new { apis = new[] { "send" }, errorCode = 43101 }, null, "Unknown NoAnswer", "Dropped 43101");
        await citizen.AcceptsMessages(instance, 1);
        await Meets(
            new { apis = new[] { "send" }, delayMilliseconds = 6_000 },
            News[3],
            "Unknown NoAnswer",
            "Dropped 43101",
            "Unknown NoAnswer"
        );
        await instance.WeChatIs();

        string[] secrets = [.. await instance.WeChatSecrets(), Phone, .. News, citizen.AccessToken.Split('.')[2]];
        Assert.Contains(
            await app.Database.Value<string>("SELECT openid FROM citizens WHERE id = @id", new { id }),
            secrets
        );
        Assert.Contains("CaseMoved message", output.Text, StringComparison.Ordinal);
        Assert.Contains("40037", output.Text, StringComparison.Ordinal);
        Assert.NotEmpty(telemetry.Text);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, output.Text, StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, telemetry.Text, StringComparison.Ordinal));

        async Task Meets(object trouble, string? news, params string[] states)
        {
            await instance.WeChatIs(trouble);
            if (news is not null)
            {
                await app.Tells(id, Noon, news);
            }

            await app.PausesPass(Noon);
            await app.MessagesStand(id, ["Sent", .. states]);
        }
    }
}
