using Craftsman.Domain;
using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Messages;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>What citizens accept and are sent.</summary>
public static class MessageDrivers
{
    public const string CaseTemplate = "development-case-moved";

    public static readonly (string Key, string Value)[] Delivering =
    [
        ("Messages:LookEvery", "00:00:00.050"),
        ("Messages:Templates:CaseMoved:StatusKey", "thing2"),
    ];

    /// <summary>Noon in Hangzhou on the day it now is there: no quiet hours.</summary>
    public static DateTimeOffset Noon =>
        ChinaDay.StartOf(ChinaDay.Of(TimeProvider.System.GetUtcNow())) + TimeSpan.FromHours(12);

    public static Task<Answer> Subscribes(this Citizen citizen, string? key, params string[] templateIds) =>
        citizen.Api.Post("/api/v1/me/subscriptions", new { templateIds }, key);

    /// <summary>Accepts in WeChat and tells us so.</summary>
    public static async Task AcceptsMessages(this Citizen citizen, ApiClient wechat, int count)
    {
        for (var accept = 0; accept < count; accept++)
        {
            (await citizen.Subscribes(null, CaseTemplate)).Should(200);
        }

        await citizen.AgreesInWeChat(wechat, count);
    }

    public static async Task AgreesInWeChat(this Citizen citizen, ApiClient wechat, int count) =>
        (
            await wechat.Post($"/simulated-wechat/accepts?name={citizen.Name}&templateId={CaseTemplate}&count={count}")
        ).Should(204);

    /// <summary>The statuses WeChat showed a citizen, the earliest first.</summary>
    public static async Task<IReadOnlyList<string>> StatusesSent(this ApiClient wechat, string name) =>
        [
            .. (await wechat.Get($"/simulated-wechat/messages?name={name}"))
                .Should(200)
                .Json.EnumerateArray()
                .Select(message => message.GetProperty("data").GetProperty("thing2"))
                .Select(value => value.GetProperty("value").GetString()!),
        ];

    /// <summary>Writes messages as the acts do, one after another.</summary>
    public static async Task Tells(this App app, Guid citizenId, DateTimeOffset now, params string[] statuses)
    {
        await using var source = app.Source();
        foreach (var status in statuses)
        {
            await new Db(source).Write<bool>(
                async work =>
                {
                    await Outbox.Tell(work, citizenId, MessageKind.CaseMoved, status, now);
                    return true;
                },
                CancellationToken.None
            );
        }
    }

    /// <summary>A sender that claims what is due and then is no more.</summary>
    public static async Task SenderDies(this App app, DateTimeOffset now)
    {
        await using var source = app.Source();
        var options = new MessagesOptions();
        options.Templates[MessageKind.CaseMoved] = new MessageTemplate { Id = CaseTemplate };
        var sending = new MessageSending(new Db(source), Microsoft.Extensions.Options.Options.Create(options));
        Assert.NotNull((await sending.Claim(now, CancellationToken.None)).Message);
    }

    /// <summary>“Sent”, “Dropped NoCredit” and so on, the oldest first.</summary>
    public static Task<IReadOnlyList<string>> MessagesOf(this App app, Guid citizenId) =>
        app.Database.Rows<string>(
            """
            SELECT TRIM(CONCAT(state, ' ', COALESCE(reason, '')))
            FROM messages
            WHERE citizen_id = @citizenId
            ORDER BY id
            """,
            new { citizenId }
        );

    /// <summary>As if the pauses of all citizens without a message under way had passed.</summary>
    public static Task PausesPass(this App app, DateTimeOffset now) =>
        app.Database.Execute(
            """
            UPDATE message_recipients r
            SET r.next_at = @now
            WHERE r.next_at > @now
                AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.citizen_id = r.citizen_id AND m.state = 'Sending')
            """,
            new { now }
        );

    /// <summary>Waits until the messages stand as told; the failure shows how they stood instead.</summary>
    public static async Task MessagesStand(this App app, Guid citizenId, params string[] states)
    {
        var stood = await app.MessagesOf(citizenId);
        for (var look = 0; look < 600 && !stood.SequenceEqual(states); look++)
        {
            await Task.Delay(50);
            stood = await app.MessagesOf(citizenId);
        }

        Assert.Equal(states, stood);
    }

    public static Task<int> CreditsOf(this App app, Guid citizenId) =>
        app.Database.Value<int>("SELECT credits FROM message_credits WHERE citizen_id = @citizenId", new { citizenId });

    private static MySqlDataSource Source(this App app) =>
        new(DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString);
}
