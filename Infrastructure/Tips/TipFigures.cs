using System.Buffers.Binary;
using Craftsman.Domain;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips;

/// <summary>The open tips of a district at one moment. Of a tip that changed its district, all counts at the one it has now.</summary>
public sealed record OpenTips
{
    public string District { get; init; } = "";

    /// <summary>Not joined, rejected or withdrawn.</summary>
    public int Open { get; init; }

    /// <summary>Of the open ones, those that wait for the tipster's answer and not for us.</summary>
    public int AwaitingAnswer { get; init; }

    /// <summary>Of the open ones, those whose due time is over, whoever is waited for.</summary>
    public int Overdue { get; init; }

    /// <summary>When the oldest open one came.</summary>
    public DateTimeOffset? OldestAt { get; init; }

    /// <summary>How long ago the open ones came: within 24 hours; within 72; within 168; earlier. Together they are all open ones.</summary>
    public int UpToOneDay { get; init; }
    public int UpToThreeDays { get; init; }
    public int UpToSevenDays { get; init; }
    public int Older { get; init; }
}

/// <summary>What happened to the tips of a district on a day in Hangzhou.</summary>
public sealed record TipsOfADay
{
    public string District { get; init; } = "";
    public DateOnly Day { get; init; }

    /// <summary>Came in, among them what was withdrawn since.</summary>
    public int Received { get; init; }

    /// <summary>Verified; once a tip, for a relink is no second verification.</summary>
    public int Joined { get; init; }
    public int Rejected { get; init; }
}

/// <summary>Counts the desk's work. Everything is counted from the rows when it is asked for; nothing is kept.</summary>
public sealed class TipFigures(Db db)
{
    /// <param name="districts">None means all.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    public Task<(IReadOnlyList<OpenTips> Open, IReadOnlyList<TipsOfADay> Days)> Read(
        Guid campaignId,
        IReadOnlyList<string> districts,
        DateOnly from,
        DateOnly to,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ofDistricts = districts.Count == 0 ? "" : "AND t.district IN @districts";
        // The same distinction as Tip.StateAt.
        var open = $"""
            SELECT t.district, COUNT(*) AS open,
                COUNT(CASE WHEN (t.state = 'InfoRequested' OR (t.state = 'Claimed' AND t.claimed_until <= @now))
                    AND t.question IS NOT NULL AND t.answer IS NULL THEN 1 END) AS awaiting_answer,
                COUNT(CASE WHEN t.due_at <= @now THEN 1 END) AS overdue,
                MIN(t.created_at) AS oldest_at,
                COUNT(CASE WHEN t.created_at > @OneDay THEN 1 END) AS up_to_one_day,
                COUNT(CASE WHEN t.created_at <= @OneDay AND t.created_at > @ThreeDays THEN 1 END) AS up_to_three_days,
                COUNT(CASE WHEN t.created_at <= @ThreeDays AND t.created_at > @SevenDays THEN 1 END) AS up_to_seven_days,
                COUNT(CASE WHEN t.created_at <= @SevenDays THEN 1 END) AS older
            FROM tips t
            WHERE t.campaign_id = @campaignId AND t.state IN ('Received', 'Claimed', 'InfoRequested') {ofDistricts}
            GROUP BY t.district
            """;
        // Ids begin with the moment they were made at, so the days are ranges of the primary keys.
        var days = $"""
            SELECT a.district, a.day, COUNT(CASE WHEN a.kind = 'Received' THEN 1 END) AS received,
                COUNT(CASE WHEN a.kind = 'Joined' THEN 1 END) AS joined, COUNT(CASE WHEN a.kind = 'Rejected' THEN 1 END) AS rejected
            FROM (
                SELECT t.district, DATE(t.created_at + INTERVAL 8 HOUR) AS day, 'Received' AS kind
                FROM tips t
                WHERE t.id >= @FirstId AND t.id < @EndId AND t.campaign_id = @campaignId {ofDistricts}
                UNION ALL
                SELECT t.district, DATE(e.at + INTERVAL 8 HOUR) AS day, e.kind
                FROM tip_events e
                JOIN tips t ON t.id = e.tip_id
                WHERE e.id >= @FirstId AND e.id < @EndId AND e.kind IN ('Joined', 'Rejected') AND t.campaign_id = @campaignId {ofDistricts}
            ) a
            WHERE a.day BETWEEN @from AND @to
            GROUP BY a.district, a.day
            ORDER BY a.district, a.day
            """;
        var parameters = new
        {
            campaignId,
            districts,
            from,
            to,
            now,
            OneDay = now.AddDays(-1),
            ThreeDays = now.AddDays(-3),
            SevenDays = now.AddDays(-7),
            FirstId = FirstIdAt(ChinaDay.StartOf(from)),
            EndId = FirstIdAt(ChinaDay.StartOf(to.AddDays(1))),
        };
        return db.AtOneMoment(
            async work => (await work.List<OpenTips>(open, parameters), await work.List<TipsOfADay>(days, parameters)),
            cancellationToken
        );
    }

    /// <summary>Below every id of version 7 that is made from this moment on; the moment is a whole millisecond.</summary>
    private static Guid FirstIdAt(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, moment.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
