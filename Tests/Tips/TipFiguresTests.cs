using System.Globalization;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

/// <summary>On a database of its own, for it counts everybody's tips.</summary>
public sealed class TipFiguresTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private const string District = "330111";
    private readonly App app = lonely.App;

    [Fact]
    public async Task What_is_open_and_what_was_done_is_counted_by_district_and_day()
    {
        var reviewer = await app.NewReviewer(District, "330106");
        var (joined, rejected, asked) = (await Tip(), await Tip(), await Tip());
        var (claimed, old, withdrawn) = (await Tip(), await Tip(), await Tip());
        await Tip("330109");
        await reviewer.VerifiesAsNew(joined, A.Person() with { District = District });
        await Decides(reviewer, rejected, "reject");
        await Decides(reviewer, asked, "request-info");
        await reviewer.Claims(claimed);
        await app.Database.Execute("UPDATE tips SET state = 'Withdrawn' WHERE id = @withdrawn", new { withdrawn });
        await app.Database.Execute(
            "UPDATE tips SET created_at = created_at - INTERVAL 100 HOUR WHERE id = @old",
            new { old }
        );

        var figures = (await reviewer.Api.Get("/admin/v1/tips/figures")).Should(200).Json;

        var districts = figures.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["330106", District], districts.Select(district => district.GetProperty("district").GetString()));
        Assert.Equal("0 0 0 0/0/0/0", Summary(districts[0]));
        Assert.Equal(JsonValueKind.Null, districts[0].GetProperty("oldestAt").ValueKind);
        Assert.Equal("3 1 1 2/0/1/0", Summary(districts[1]));
        Assert.Equal(
            await app.Database.Value<DateTime>("SELECT created_at FROM tips WHERE id = @old", new { old }),
            districts[1].GetProperty("oldestAt").GetDateTimeOffset().UtcDateTime
        );
        Assert.Equal(
            (6, 1, 1),
            districts[1]
                .GetProperty("days")
                .EnumerateArray()
                .Select(CountsOf)
                .Aggregate(
                    (one, other) =>
                        (one.Received + other.Received, one.Joined + other.Joined, one.Rejected + other.Rejected)
                )
        );
        Assert.Equal(
            ChinaDay
                .Of(TimeProvider.System.GetUtcNow())
                .AddDays(-29)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            figures.GetProperty("from").GetString()
        );
    }

    [Fact]
    public async Task A_day_begins_at_midnight_in_Hangzhou()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await Tip("330127");
        foreach (var at in new[] { "2026-03-01T15:59:59Z", "2026-03-01T16:00:00Z", "2026-03-02T15:59:59Z" })
        {
            var moment = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
            await app.Database.Execute(
                "INSERT INTO tip_events (id, tip_id, at, kind, text) VALUES (@id, @tipId, @moment, 'Rejected', '')",
                new
                {
                    id = Guid.CreateVersion7(moment),
                    tipId,
                    moment = moment.UtcDateTime,
                }
            );
        }

        Assert.Equal(["2026-03-02 0/0/2"], await DaysOf(reviewer, "330127", "2026-03-02", "2026-03-02"));
        Assert.Equal(
            ["2026-03-01 0/0/1", "2026-03-02 0/0/2"],
            await DaysOf(reviewer, "330127", "2026-02-01", "2026-03-02")
        );
        Assert.Equal([], await DaysOf(reviewer, "330127", "2026-03-03", "2026-03-04"));
    }

    [Theory]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("from=2026-01-01&to=2026-04-03", "from")]
    [InlineData("from=0001-01-01", "from")]
    [InlineData("to=tomorrow", "to")]
    [InlineData("to=9999-12-31", "to")]
    public async Task Days_that_mean_nothing_are_refused_by_their_name(string query, string field)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        var refused = (await reviewer.Api.Get($"/admin/v1/tips/figures?{query}")).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal([field], refused.ErrorFields);
    }

    [Fact]
    public async Task Auditors_read_the_figures_and_other_roles_do_not()
    {
        (await (await app.Staff(StaffRole.Auditor)).Api.Get("/admin/v1/tips/figures")).Should(200);
        (await (await app.Staff(StaffRole.Expert)).Api.Get("/admin/v1/tips/figures")).ShouldRefuse(403, "role-missing");
    }

    private async Task<Guid> Tip(string district = District) =>
        await (await app.NewCitizen()).Tips(A.Tip() with { District = district });

    private static async Task Decides(StaffMember reviewer, Guid tipId, string move)
    {
        var body = new
        {
            reasonCode = "NotTrue",
            message = "经核实与事实不符。",
            question = "师傅在哪个车间？",
            version = await reviewer.Claims(tipId),
        };
        (await reviewer.Decides(tipId, move, body)).Should(200);
    }

    private static string Summary(JsonElement district)
    {
        var ages = district.GetProperty("ages");
        return $"{district.GetProperty("open")} {district.GetProperty("awaitingAnswer")} {district.GetProperty("overdue")} "
            + $"{ages.GetProperty("upToOneDay")}/{ages.GetProperty("upToThreeDays")}/{ages.GetProperty("upToSevenDays")}/{ages.GetProperty("older")}";
    }

    private static (int Received, int Joined, int Rejected) CountsOf(JsonElement day) =>
        (
            day.GetProperty("received").GetInt32(),
            day.GetProperty("joined").GetInt32(),
            day.GetProperty("rejected").GetInt32()
        );

    private static async Task<IReadOnlyList<string>> DaysOf(
        StaffMember reviewer,
        string district,
        string from,
        string to
    )
    {
        var figures = (await reviewer.Api.Get($"/admin/v1/tips/figures?from={from}&to={to}")).Should(200).Json;
        return
        [
            .. figures
                .GetProperty("items")
                .EnumerateArray()
                .Single(each => each.GetProperty("district").GetString() == district)
                .GetProperty("days")
                .EnumerateArray()
                .Select(day =>
                    $"{day.GetProperty("day").GetString()} {day.GetProperty("received")}/{day.GetProperty("joined")}/{day.GetProperty("rejected")}"
                ),
        ];
    }
}
