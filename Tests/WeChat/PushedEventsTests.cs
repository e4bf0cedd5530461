using System.Security.Cryptography;
using System.Text;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.WeChat;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;

namespace Craftsman.Tests.WeChat;

public sealed class PushedEventsTests(App app)
{
    [Fact]
    public async Task Fifty_equal_pushes_at_once_are_one_event_and_all_are_told_success()
    {
        var name = app.UniqueName("fifty_");
        var message = Event(name);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.Anonymous.Pushes(message)));

        Assert.All(answers, answer => Assert.Equal("success", answer.Should(200).Text));
        Assert.Equal(
            1,
            await app.Database.Value<long>("SELECT COUNT(*) FROM wechat_events WHERE name = @name", new { name })
        );
    }

    [Fact]
    public async Task An_event_nobody_waits_for_is_kept_encrypted_and_marked_ignored()
    {
        var name = app.UniqueName("unheard_");
        (await app.Anonymous.Pushes(Event(name))).Should(200);
        var ignored = () => app.EventsNamed(name, "Ignored");
        await ignored.Becomes(1);

        var body = await app.Database.Value<byte[]>("SELECT body FROM wechat_events WHERE name = @name", new { name });
        Assert.DoesNotContain("oSender", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_about_a_trace_nobody_knows_is_recorded_and_a_second_one_changes_nothing()
    {
        var trace = app.UniqueName("unknown-trace-");
        (await app.Anonymous.Pushes(PushSender.Verdict(trace, "risky"))).Should(200);
        var verdicts = () => app.Verdicts(trace);
        await verdicts.Becomes(1);

        var later = PushSender.Verdict(trace).Replace("1626959646", "1626959999", StringComparison.Ordinal);
        (await app.Anonymous.Pushes(later)).Should(200);
        var waiting = () => Waiting(trace, 1626959999);
        await waiting.Becomes(0);

        Assert.Equal("risky", await app.VerdictOf(trace));
    }

    [Fact]
    public async Task An_error_or_the_old_style_of_verdict_is_recorded_as_no_verdict()
    {
        var prefix = app.UniqueName("none-");
        (
            await app.Anonymous.Pushes(
                PushSender
                    .Verdict(prefix + "-a")
                    .Replace("\"errcode\":0,\"errmsg\"", "\"errcode\":-1008,\"errmsg\"", StringComparison.Ordinal)
            )
        ).Should(200);
        (
            await app.Anonymous.Pushes(
                $$"""{"FromUserName":"gh","CreateTime":1,"MsgType":"event","Event":"wxa_media_check","trace_id":"{{prefix}}-b","isrisky":0,"status_code":4294966288}"""
            )
        ).Should(200);
        var verdicts = () => app.Verdicts(prefix);
        await verdicts.Becomes(2);

        Assert.Equal(
            2,
            await app.Database.Value<long>(
                "SELECT COUNT(*) FROM wechat_media_verdicts WHERE trace_id LIKE @like AND suggest IS NULL AND errcode = -1008",
                new { like = prefix + "%" }
            )
        );
    }

    [Fact]
    public async Task Two_hundred_events_at_two_instances_are_each_handled_to_one_effect()
    {
        var prefix = app.UniqueName("many-");
        ApiClient[] instances = [app.Anonymous, app.With()];

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => instances[n % 2].Pushes(PushSender.Verdict($"{prefix}-{n:000}")))
        );

        Assert.All(answers, answer => answer.Should(200));
        var verdicts = () => app.Verdicts(prefix);
        await verdicts.Becomes(200);
    }

    [Fact]
    public async Task An_event_whose_instance_died_before_handling_it_is_picked_up()
    {
        var trace = app.UniqueName("orphan-");
        await Leave("wxa_media_check", PushSender.Verdict(trace), attempts: 1);

        var verdicts = () => app.Verdicts(trace);
        await verdicts.Becomes(1);
    }

    [Fact]
    public async Task An_event_that_cannot_be_handled_is_tried_again_and_holds_up_no_other()
    {
        var trace = app.UniqueName("behind-");
        var bad = await Leave("wxa_media_check", "no longer readable", attempts: 0);
        await Leave("wxa_media_check", PushSender.Verdict(trace), attempts: 0);
        var verdicts = () => app.Verdicts(trace);
        await verdicts.Becomes(1);

        var attempted = () =>
            app.Database.Value<long>(
                "SELECT COUNT(*) FROM wechat_events WHERE id = @bad AND state = 'Waiting' AND attempts > 0 AND next_try_at > received_at",
                new { bad }
            );
        await attempted.Becomes(1);
    }

    [Fact]
    public async Task An_event_that_failed_eight_times_is_given_up_and_kept()
    {
        var bad = await Leave("wxa_media_check", "no longer readable", attempts: 8);

        var failed = () =>
            app.Database.Value<long>(
                "SELECT COUNT(*) FROM wechat_events WHERE id = @bad AND state = 'Failed'",
                new { bad }
            );
        await failed.Becomes(1);
    }

    private static string Event(string name) =>
        $$"""{"ToUserName":"gh_us","FromUserName":"oSender","CreateTime":1714112445,"MsgType":"event","Event":"{{name}}"}""";

    /// <summary>Stored and due, as a crash leaves it.</summary>
    private async Task<Guid> Leave(string name, string body, int attempts)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await app.Database.Execute(
            """
            INSERT INTO wechat_events (id, dedup_key, name, body, state, attempts, next_try_at, received_at)
            VALUES (@id, @key, @name, @sealedBody, 'Waiting', @attempts, @now, @now)
            """,
            new
            {
                id,
                key = RandomNumberGenerator.GetBytes(32),
                name,
                sealedBody = new DataCipher(Options.Create(app.Secrets)).Encrypt(PushStore.BodyPurpose, body),
                attempts,
                now,
            }
        );
        return id;
    }

    private Task<long> Waiting(string trace, long time) =>
        app.Database.Value<long>(
            "SELECT COUNT(*) FROM wechat_events WHERE state = 'Waiting' AND dedup_key = @key",
            new { key = SHA256.HashData(Encoding.UTF8.GetBytes($"event\ngh_wechat\n{time}\nwxa_media_check\n{trace}")) }
        );
}
