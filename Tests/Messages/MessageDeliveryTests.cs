using Craftsman.Tests.Support;

namespace Craftsman.Tests.Messages;

/// <summary>Each test has a database of its own, for an instance that delivers takes whatever is due.</summary>
public sealed class MessageDeliveryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = MessageDrivers.Noon;
    private readonly App app = new();

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Messages_come_in_order_one_an_hour_and_each_spends_one_credit()
    {
        var (instance, citizen, id) = await Somebody(credits: 3);
        await app.Tells(id, Noon, "一", "二");

        await app.MessagesStand(id, "Sent", "Pending");
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT TIMESTAMPDIFF(HOUR, last_sent_at, next_at) FROM message_recipients WHERE citizen_id = @id",
                new { id }
            )
        );
        await app.PausesPass(Noon);
        await app.MessagesStand(id, "Sent", "Sent");

        Assert.Equal(["一", "二"], await instance.StatusesSent(citizen.Name));
        Assert.Equal(1, await app.CreditsOf(id));
        await app.Tells(id, Noon, "三");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await app.MessagesStand(id, "Sent", "Sent", "Pending");
    }

    [Fact]
    public async Task A_message_without_a_credit_left_is_dropped()
    {
        var (instance, citizen, id) = await Somebody(credits: 1);
        await app.Tells(id, Noon, "一", "二");
        await app.MessagesStand(id, "Sent", "Pending");
        await app.PausesPass(Noon);

        await app.MessagesStand(id, "Sent", "Dropped NoCredit");
        Assert.Equal(["一"], await instance.StatusesSent(citizen.Name));
    }

    [Fact]
    public async Task A_consent_that_WeChat_does_not_know_clears_the_credits()
    {
        var instance = app.At(Noon, MessageDrivers.Delivering);
        var citizen = await Citizen.LogIn(instance, "takes-back");
        var id = await app.IdOf(citizen);
        (await citizen.Subscribes(null, MessageDrivers.CaseTemplate)).Should(200);
        (await citizen.Subscribes(null, MessageDrivers.CaseTemplate)).Should(200);

        await app.Tells(id, Noon, "一");

        await app.MessagesStand(id, "Dropped 43101");
        Assert.Equal(0, await app.CreditsOf(id));
    }

    [Fact]
    public async Task After_a_lost_answer_a_message_stays_unknown_and_its_credit_spent()
    {
        var (instance, citizen, id) = await Somebody(credits: 2);
        await instance.WeChatIs(new { apis = new[] { "send" }, isAway = true });
        await app.Tells(id, Noon, "一", "二");
        await app.MessagesStand(id, "Unknown NoAnswer", "Pending");

        await instance.WeChatIs();
        await app.PausesPass(Noon);

        await app.MessagesStand(id, "Unknown NoAnswer", "Sent");
        Assert.Equal(["二"], await instance.StatusesSent(citizen.Name));
        Assert.Equal(0, await app.CreditsOf(id));
    }

    [Theory]
    [InlineData(43108)]
    [InlineData(-1)]
    [InlineData(40037)]
    public async Task What_WeChat_cannot_take_now_is_sent_later_with_the_same_credit(int errorCode)
    {
        var (instance, citizen, id) = await Somebody(credits: 1);
        await instance.WeChatIs(new { apis = new[] { "send" }, errorCode });
        await app.Tells(id, Noon, "一");
        await app.MessagesStand(id, $"Pending {errorCode}");
        Assert.Equal(1, await app.CreditsOf(id));

        await instance.WeChatIs();
        await app.PausesPass(Noon);

        await app.MessagesStand(id, "Sent");
        Assert.Equal(["一"], await instance.StatusesSent(citizen.Name));
        Assert.Equal(0, await app.CreditsOf(id));
    }

    [Fact]
    public async Task A_message_whose_sender_died_is_never_sent_again()
    {
        var resting = app.At(Noon);
        var citizen = await Citizen.LogIn(resting, "of-a-dead-sender");
        var id = await app.IdOf(citizen);
        await citizen.AcceptsMessages(resting, 2);
        await app.Tells(id, Noon, "一", "二");
        await app.SenderDies(Noon);

        var instance = app.At(Noon.AddMinutes(5), MessageDrivers.Delivering);
        await citizen.AgreesInWeChat(instance, 2);

        await app.MessagesStand(id, "Unknown Interrupted", "Sent");
        Assert.Equal(["二"], await instance.StatusesSent(citizen.Name));
    }

    [Fact]
    public async Task At_night_nothing_is_sent()
    {
        var night = app.At(Noon.AddHours(11), MessageDrivers.Delivering);
        var citizen = await Citizen.LogIn(night, "sleeps");
        var id = await app.IdOf(citizen);
        await citizen.AcceptsMessages(night, 1);
        await app.Tells(id, Noon.AddHours(11), "一");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(["Pending"], await app.MessagesOf(id));

        var morning = app.At(Noon.AddHours(21), MessageDrivers.Delivering);
        await citizen.AgreesInWeChat(morning, 1);
        await app.MessagesStand(id, "Sent");
    }

    [Fact]
    public async Task News_of_four_days_ago_and_those_of_a_deleted_account_are_not_sent()
    {
        var (_, _, id) = await Somebody(credits: 1);
        await app.Tells(id, Noon.AddDays(-4), "一");
        await app.MessagesStand(id, "Dropped Stale");

        await app.Database.Execute("UPDATE citizens SET openid = NULL WHERE id = @id", new { id });
        await app.Tells(id, Noon, "二");
        await app.MessagesStand(id);
    }

    [Fact]
    public async Task Two_instances_with_a_slow_failing_and_absent_WeChat_send_nothing_twice_and_lose_nothing()
    {
        string[] news = ["一", "二", "三", "四", "五"];
        var first = app.At(Noon, MessageDrivers.Delivering);
        app.At(
            Noon,
            [
                .. MessageDrivers.Delivering,
                ("WeChat:Mode", "Real"),
                ("WeChat:BaseAddress", new Uri(first.Address, "/simulated-wechat/").AbsoluteUri),
            ]
        );
        var people = new List<(Citizen Citizen, Guid Id)>();
        for (var person = 0; person < 8; person++)
        {
            var citizen = await Citizen.LogIn(first, $"of-two-instances-{person}");
            people.Add((citizen, await app.IdOf(citizen)));
            await citizen.AcceptsMessages(first, news.Length);
        }

        await first.WeChatIs(new { apis = new[] { "send" }, delayMilliseconds = 200 });
        await Task.WhenAll(people.Select(person => app.Tells(person.Id, Noon, news)));
        object[] troubles =
        [
            new { apis = new[] { "send" }, delayMilliseconds = 100 },
            new { apis = new[] { "send" }, errorCode = -1 },
            new { apis = new[] { "send" }, isAway = true },
            new { apis = new[] { "send" }, errorCode = 43108 },
            new { },
        ];
        for (var look = 0; await IsAnythingOpen(); look++)
        {
            Assert.True(look < 300, "Messages are still open.");
            await first.WeChatIs(look < 20 ? troubles[look / 4] : null);
            await app.PausesPass(Noon);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        foreach (var (citizen, id) in people)
        {
            var states = await app.MessagesOf(id);
            var arrived = await first.StatusesSent(citizen.Name);
            Assert.Equal(news.Length, states.Count);
            Assert.All(
                states,
                state =>
                    Assert.True(
                        state.StartsWith("Sent", StringComparison.Ordinal)
                            || state.StartsWith("Unknown", StringComparison.Ordinal),
                        state
                    )
            );
            Assert.Equal(arrived.Distinct().OrderBy(status => Array.IndexOf(news, status)), arrived);
            Assert.Empty(
                news.Where((_, at) => states[at].StartsWith("Sent", StringComparison.Ordinal)).Except(arrived)
            );
            Assert.Equal(0, await app.CreditsOf(id));
        }
    }

    private Task<bool> IsAnythingOpen() =>
        app.Database.Value<bool>("SELECT EXISTS (SELECT 1 FROM messages WHERE state IN ('Pending', 'Sending'))");

    private async Task<(ApiClient Instance, Citizen Citizen, Guid Id)> Somebody(int credits)
    {
        var instance = app.At(Noon, MessageDrivers.Delivering);
        var citizen = await Citizen.LogIn(instance, "somebody");
        await citizen.AcceptsMessages(instance, credits);
        return (instance, citizen, await app.IdOf(citizen));
    }
}
