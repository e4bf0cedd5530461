using Craftsman.Domain;
using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Messages;
using Craftsman.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Craftsman.Tests.Messages;

/// <summary>Reminders of experts by mail, against a mail server that really listens. Each test has a database of its own, for a round reminds everybody.</summary>
public sealed class ReminderMailsTests : IAsyncLifetime
{
    /// <summary>Ten in the morning in Hangzhou, whenever the tests run.</summary>
    private static readonly DateTimeOffset Morning = ChinaDay.StartOf(NoticeDrivers.Today) + TimeSpan.FromHours(10);

    private readonly App app = new();

    public async ValueTask InitializeAsync() => await app.InitializeAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_expert_is_told_how_many_cases_wait_and_nothing_about_them_once_a_day_and_not_daily()
    {
        await using var server = new SmtpListener();
        var (panel, expert) = await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根", "周水生");

        Assert.Equal(1, await Round(server, Morning));
        Assert.Equal(0, await Round(server, Morning));
        Assert.Equal(0, await Round(server, Morning.AddHours(3)));
        Assert.Equal(0, await Round(server, Morning.AddDays(1)));

        var mail = Assert.Single(server.Mails);
        Assert.Equal("pan.expert@example.com", mail.To);
        var read = mail.Read();
        Assert.Contains("您有2份案卷等待评分", read, StringComparison.Ordinal);
        Assert.All(
            ["沈阿根", "周水生", "机床厂", panel.Trade, expert.Person.UserName],
            secret => Assert.DoesNotContain(secret, read, StringComparison.Ordinal)
        );
        Assert.Equal(1, await Round(server, Morning.AddDays(ReminderRules.DaysBetween)));
        Assert.Equal(2, server.Mails.Count);
    }

    [Fact]
    public async Task Instances_with_a_mail_server_remind_by_themselves_and_one_without_does_not()
    {
        await using var server = new SmtpListener();
        await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根");
        (string, string)[] mail =
        [
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Mail:Security", "None"),
            ("Mail:From", "noreply@example.com"),
            ("Mail:LookEvery", "00:00:00.100"),
        ];
        app.At(MessageDrivers.Noon, ("Mail:LookEvery", "00:00:00.100"));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Empty(server.Mails);

        app.At(MessageDrivers.Noon, mail);
        app.At(MessageDrivers.Noon, mail);

        while (await app.Database.Value<int>("SELECT COUNT(*) FROM reminder_mails WHERE state = 'Sent'") == 0)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Of_many_rounds_at_once_one_sends()
    {
        await using var server = new SmtpListener();
        await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根");

        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Round(server, Morning)));

        Assert.Equal(1, sent.Sum());
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task While_the_server_is_away_a_reminder_waits_and_goes_out_when_it_is_back()
    {
        int port;
        await using (var server = new SmtpListener())
        {
            port = server.Port;
            await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根");
        }

        Assert.Equal(0, await Round(port, Morning));
        Assert.Equal("Pending", await State());

        await using var back = new SmtpListener(port);
        Assert.Equal(0, await Round(port, Morning.AddSeconds(1)));
        Assert.Equal(1, await Round(port, Morning.AddMinutes(5)));
        Assert.Single(back.Mails);
        Assert.Equal("Sent", await State());
    }

    [Fact]
    public async Task What_did_not_go_out_on_its_day_is_written_anew_the_next()
    {
        int port;
        await using (var server = new SmtpListener())
        {
            port = server.Port;
            await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根");
        }

        Assert.Equal(0, await Round(port, Morning));
        await using var back = new SmtpListener(port);
        Assert.Equal(1, await Round(port, Morning.AddDays(1)));

        Assert.Single(back.Mails);
        Assert.Equal(
            ["Dropped", "Sent"],
            await app.Database.Rows<string>("SELECT state FROM reminder_mails ORDER BY day")
        );
    }

    [Theory]
    [InlineData(MailManners.RefusesRecipients, "Refused", 0)]
    [InlineData(MailManners.IsBusy, "Pending", 0)]
    [InlineData(MailManners.HangsUp, "Unknown", 1)]
    public async Task What_the_server_refuses_or_leaves_open_is_sent_at_most_once(
        MailManners manners,
        string state,
        int arrived
    )
    {
        await using var server = new SmtpListener();
        await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根");
        server.Manners = manners;

        Assert.Equal(0, await Round(server, Morning));
        Assert.Equal(state, await State());
        server.Manners = MailManners.Takes;
        var later = await Round(server, Morning.AddMinutes(5));

        Assert.Equal(manners == MailManners.IsBusy ? 1 : 0, later);
        Assert.Equal(arrived + later, server.Mails.Count);
    }

    [Fact]
    public async Task A_sender_that_died_leaves_a_mail_that_nobody_sends_again()
    {
        await using var server = new SmtpListener();
        var (_, expert) = await SomebodyWithCases(server, "pan.expert@example.com", "沈阿根");
        await app.Database.Execute(
            "INSERT INTO reminder_mails (staff_id, day, state, attempts, next_at) VALUES (@Id, @day, 'Sending', 1, @until)",
            new
            {
                expert.Id,
                day = NoticeDrivers.Today,
                until = (Morning + ReminderRules.Lease).UtcDateTime,
            }
        );

        Assert.Equal(0, await Round(server, Morning));
        Assert.Equal("Sending", await State());
        Assert.Equal(0, await Round(server, Morning + ReminderRules.Lease));

        Assert.Equal("Unknown", await State());
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Nobody_is_written_to_at_night_without_address_without_cases_or_for_a_case_a_conflict_takes_away()
    {
        await using var server = new SmtpListener();
        var (tipster, mobile) = await app.ACitizenWithPhone();
        var panel = await app.APanel(experts: 4);
        var (silent, idle) = (await panel.Joins("Expert"), await panel.Joins("Media", mail: "idle@example.com"));
        var tipped = await panel.Joins("Expert", phone: mobile, mail: "tipped@example.com");
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        foreach (var expert in new[] { silent, idle, tipped })
        {
            (await panel.Declares(expert)).Should(204);
        }

        (await panel.Assigns(caseId, silent)).Should(204);
        (await panel.Assigns(caseId, tipped)).Should(204);
        Assert.Equal(0, await Round(server, Morning.AddHours(-5)));
        await app.Joins(
            tipster,
            await app.Database.Value<Guid>("SELECT candidate_id FROM cases WHERE id = @caseId", new { caseId })
        );

        Assert.Equal(0, await Round(server, Morning));

        Assert.Empty(server.Mails);
        Assert.Equal(0, await app.Database.Value<int>("SELECT COUNT(*) FROM reminder_mails"));
    }

    [Fact]
    public async Task An_address_is_checked_kept_encrypted_and_never_told_nor_logged()
    {
        await using var server = new SmtpListener();
        var panel = await app.APanel(experts: 0);
        var (id, _) = await app.NewStaff(Domain.Identity.StaffRole.Expert);
        foreach (var wrong in new[] { "pan.expert", "pan expert@example.com", "a@b", "a@b.cn\r\nBcc: c@d.cn" })
        {
            var refused = (await panel.Adds(id, "Expert", mail: wrong)).ShouldRefuse(400, "request-malformed");
            Assert.Equal(["mail"], refused.ErrorFields);
        }

        (await panel.Adds(id, "Expert", mail: "pan.expert@example.com")).Should(200);

        var shown = (await panel.Secretary.Api.Get(panel.Path)).Should(200);
        Assert.True(shown.Json.GetProperty("members")[0].GetProperty("hasMail").GetBoolean());
        Assert.DoesNotContain("pan.expert", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "pan.expert",
            System.Text.Encoding.Latin1.GetString(
                await app.Database.Value<byte[]>("SELECT sealed_mail FROM staff WHERE id = @id", new { id })
            ),
            StringComparison.Ordinal
        );
        var log = new Lines();
        server.Manners = MailManners.RefusesRecipients;
        Assert.Equal(
            SendingResult.Refused,
            await Sender(server.Port, log).Send("pan.expert@example.com", "提醒", "您有1份案卷等待评分。")
        );
        Assert.NotEmpty(log.Written);
        Assert.All(log.Written, line => Assert.DoesNotContain("pan.expert", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "nobody", true)]
    [InlineData("127.0.0.1", "评审组 <noreply@example.com>", true)]
    [InlineData("127.0.0.1", "nobody at all", false)]
    [InlineData("mail.example.com", "noreply@example.com", false)]
    public void Mail_is_off_without_a_host_and_goes_to_no_other_machine_in_the_clear(
        string host,
        string from,
        bool isValid
    )
    {
        var options = new MailOptions
        {
            Host = host,
            From = from,
            Security = MailSecurity.None,
        };

        var faults = options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options));

        Assert.Equal(isValid, !faults.Any());
    }

    /// <summary>An expert of a panel who holds a case about each of these workers.</summary>
    private async Task<(TestPanel Panel, ExpertPerson Expert)> SomebodyWithCases(
        SmtpListener server,
        string mail,
        params string[] names
    )
    {
        Assert.Empty(server.Mails);
        var panel = await app.APanel(experts: 4);
        var expert = await panel.Joins("Expert", mail: mail);
        var cases = new List<Guid>();
        foreach (var name in names)
        {
            cases.Add(await panel.Receives(name, "杭州机床厂"));
        }

        (await panel.Declares(expert)).Should(204);
        foreach (var caseId in cases)
        {
            (await panel.Assigns(caseId, expert)).Should(204);
        }

        return (panel, expert);
    }

    private Task<int> Round(SmtpListener server, DateTimeOffset now) => Round(server.Port, now);

    /// <summary>What an instance does once a minute, with the server at this port.</summary>
    private async Task<int> Round(int port, DateTimeOffset now)
    {
        var services = app.Services;
        var reminders = new ReminderMails(
            services.GetRequiredService<Db>(),
            services.GetRequiredService<DataCipher>(),
            services.GetRequiredService<RecusalStore>(),
            Sender(port, new Lines())
        );
        var campaignId = await app.Database.Value<Guid>("SELECT id FROM campaigns WHERE is_current = 1");
        return await reminders.SendDue(campaignId, now, TestContext.Current.CancellationToken);
    }

    private MailSender Sender(int port, ILogger<MailSender> logger) =>
        new(
            Options.Create(
                new MailOptions
                {
                    Host = "127.0.0.1",
                    Port = port,
                    Security = MailSecurity.None,
                    From = "杭州工匠评审 <noreply@example.com>",
                }
            ),
            app.Services.GetRequiredService<IOptions<SecretsOptions>>(),
            logger
        );

    private Task<string> State() => app.Database.Value<string>("SELECT state FROM reminder_mails");

    private sealed class Lines : ILogger<MailSender>
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Written { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
