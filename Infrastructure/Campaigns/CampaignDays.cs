using System.Globalization;
using System.Reflection;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Campaigns;

/// <summary>A day of the campaign's table.</summary>
public sealed record CampaignDayRow
{
    public DateOnly Day { get; init; }
    public DayKind Kind { get; init; }
    public string Name { get; init; } = "";
    public int Version { get; init; }
}

/// <summary>The campaign's table of holidays and make-up working days.</summary>
public sealed class CampaignDays(Db db)
{
    private const string Select = """
        SELECT day, kind, name, version
        FROM campaign_days
        WHERE campaign_id = @campaignId
        """;

    /// <summary>The days of a year, in their order.</summary>
    public Task<IReadOnlyList<CampaignDayRow>> Of(Guid campaignId, int year, CancellationToken cancellationToken)
    {
        const string sql = $"{Select} AND day BETWEEN @First AND @Last ORDER BY day";
        return db.List<CampaignDayRow>(
            sql,
            new
            {
                campaignId,
                First = new DateOnly(year, 1, 1),
                Last = new DateOnly(year, 12, 31),
            },
            cancellationToken
        );
    }

    /// <summary>The whole table, for counting.</summary>
    public async Task<WorkCalendar> Calendar(Guid campaignId, CancellationToken cancellationToken) =>
        CalendarOf(await db.List<CampaignDayRow>(Select, new { campaignId }, cancellationToken));

    /// <summary>The whole table as a transaction sees it.</summary>
    public static async Task<WorkCalendar> Calendar(Work work, Guid campaignId) =>
        CalendarOf(await work.List<CampaignDayRow>(Select, new { campaignId }));

    /// <summary>Says what a day is. Notices that were opened before keep their last day.</summary>
    /// <param name="version">The version that was last seen; 0 of a day the table does not name.</param>
    public static async Task<Decision<CampaignDayRow>> Change(
        Work work,
        Guid campaignId,
        CampaignDay day,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string hold =
            "SELECT version FROM campaign_days WHERE campaign_id = @campaignId AND day = @Day FOR UPDATE";
        const string add = """
            INSERT INTO campaign_days (campaign_id, day, kind, name)
            VALUES (@campaignId, @Day, @Kind, @Name)
            """;
        const string change = """
            UPDATE campaign_days
            SET kind = @Kind, name = @Name, version = version + 1
            WHERE campaign_id = @campaignId AND day = @Day
            """;
        var stored = await work.FirstOrNothing<int>(hold, new { campaignId, day.Day });
        if (CampaignDayRules.Change(day.Day, version, stored).IsRefused(out var refusal))
        {
            return refusal;
        }

        var values = new
        {
            campaignId,
            day.Day,
            Kind = day.Kind.ToString(),
            day.Name,
        };
        if (stored > 0)
        {
            await work.Execute(change, values);
        }
        else if (await work.InsertUnlessDuplicate(add, values) is not null)
        {
            return RequestRefusals.VersionStale;
        }

        await AuditLog.Record(
            work,
            staffId,
            "campaign-day.changed",
            "campaign",
            campaignId,
            now,
            new { day.Day, Kind = day.Kind.ToString() }
        );
        return new CampaignDayRow
        {
            Day = day.Day,
            Kind = day.Kind,
            Name = day.Name,
            Version = stored + 1,
        };
    }

    /// <summary>What a new campaign begins with: the days of Holidays.txt.</summary>
    internal static async Task Seed(Work work, Guid campaignId)
    {
        const int atOnce = 50;
        foreach (var some in Known().Chunk(atOnce))
        {
            var rows = string.Join(", ", some.Select((_, at) => $"(@campaignId, @Day{at}, @Kind{at}, @Name{at})"));
            var values = new Dapper.DynamicParameters(new { campaignId });
            foreach (var (day, at) in some.Select((day, at) => (day, at)))
            {
                values.Add($"Day{at}", day.Day);
                values.Add($"Kind{at}", day.Kind.ToString());
                values.Add($"Name{at}", day.Name);
            }

            await work.Execute($"INSERT INTO campaign_days (campaign_id, day, kind, name) VALUES {rows}", values);
        }
    }

    /// <summary>The days that the State Council has set, as the file has them.</summary>
    public static IReadOnlyList<CampaignDay> Known()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Holidays.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Select(line => line.Split(' '))
                .Select(words => new CampaignDay(
                    DateOnly.ParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Enum.Parse<DayKind>(words[1]),
                    words[2]
                )),
        ];
    }

    private static WorkCalendar CalendarOf(IEnumerable<CampaignDayRow> rows) =>
        new(rows.Select(row => new CampaignDay(row.Day, row.Kind, row.Name)));
}
