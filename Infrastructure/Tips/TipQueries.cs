using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Tips;

/// <summary>A tip as its tipster and the reviewers read it; the contact masked, whoever asks.</summary>
public record TipView
{
    public Guid Id { get; init; }
    public TipState State { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public string District { get; init; } = "";
    public string Trade { get; init; } = "";
    public string Story { get; init; } = "";
    public string Relation { get; init; } = "";
    public string? WorkerContactMasked { get; init; }

    /// <summary>By which an equal phone is found; see <see cref="BlindIndex"/>.</summary>
    public byte[]? WorkerContactIndex { get; init; }
    public string? Question { get; init; }
    public string? Answer { get; init; }
    public TipRejection? Rejection { get; init; }
    public Guid? CandidateId { get; init; }
    public Guid? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; init; }

    /// <summary>Who entered it for a citizen without WeChat; null for what a citizen sent.</summary>
    public Guid? EnteredBy { get; init; }
    public string? ThanksName { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public int TargetHours { get; init; }
    public int Voices { get; init; }
    public bool IsRisky { get; init; }

    public IReadOnlyList<TipEvent> Thread { get; init; } = [];

    /// <summary>What the tipster sent along, in the order they chose.</summary>
    public IReadOnlyList<CheckedPhoto> Photos { get; init; } = [];
    public ContentCheckState ContentState { get; init; }
    public int? ContentLabel { get; init; }
    public ContentDecision? ContentDecision { get; init; }

    public ContentCheck ContentCheck => new(ContentState, ContentLabel, ContentDecision);

    /// <summary>The state at an instant, when a claim may have run out.</summary>
    public TipState StateAt(DateTimeOffset now) => Tip.StateAt(State, ClaimedUntil, Question, Answer, now);
}

/// <summary>Something that happened to a tip, or later to its candidate, in words for the tipster.</summary>
public record TipEvent
{
    public DateTimeOffset At { get; init; }
    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";
}

/// <summary>Reads tips, one by one and as a citizen's own list.</summary>
public sealed class TipQueries(Db db, DataCipher cipher)
{
    private const string Columns =
        """
            t.id, t.state, t.name, t.work_unit, t.workplace, t.district, t.trade, t.story, t.relation, t.worker_contact,
            t.worker_contact_index, t.question, t.answer, t.rejection, t.candidate_id, t.claimed_by, t.claimed_until, t.created_at, t.version, t.entered_by, t.thanks_name,
            t.due_at, t.target_hours, t.voices, t.is_risky,
            """ + ContentCheckSql.Columns;

    private const string Tables = "tips t LEFT JOIN content_checks k ON k.id = t.id";

    private const string Threads = """
        SELECT e.tip_id, e.at, e.kind, COALESCE(a.text, e.text) AS text
        FROM tip_events e
        LEFT JOIN tip_answers a ON a.event_id = e.id
        """;

    private const string ThreadsOrder = "ORDER BY e.at, e.id";

    private const string Photos = $"""
        SELECT p.tip_id, {CheckedPhoto.Columns}
        FROM photos p
        LEFT JOIN content_checks k ON k.id = p.id
        """;

    private const string PhotosOrder = "ORDER BY p.tip_id, p.position";

    /// <summary>A citizen's own tip; null when there is none or it is another's.</summary>
    public Task<TipView?> Own(Guid citizenId, Guid tipId, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM {Tables} WHERE t.id = @tipId AND t.citizen_id = @citizenId";
        return One(sql, new { tipId, citizenId }, cancellationToken);
    }

    /// <summary>A citizen's tips, newest first, from the one after <paramref name="after"/> on.</summary>
    public Task<IReadOnlyList<TipView>> AllOwn(
        Guid citizenId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            SELECT {Columns}
            FROM {Tables}
            WHERE t.citizen_id = @citizenId AND t.id < @before
            ORDER BY t.id DESC
            LIMIT @take
            """;
        return Read(
            sql,
            new
            {
                citizenId,
                before = after ?? Guid.AllBitsSet,
                take,
            },
            cancellationToken
        );
    }

    /// <summary>Any tip of a campaign, for staff.</summary>
    public Task<TipView?> Any(Guid campaignId, Guid tipId, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {Columns} FROM {Tables} WHERE t.id = @tipId AND t.campaign_id = @campaignId";
        return One(sql, new { tipId, campaignId }, cancellationToken);
    }

    /// <summary>The tip with its thread and its photos, read together: a reviewer opens one after the other.</summary>
    private Task<TipView?> One(string sql, object parameters, CancellationToken cancellationToken) =>
        db.Multiple(
            $"{sql};\n{Threads} WHERE e.tip_id = @tipId {ThreadsOrder};\n{Photos} WHERE p.tip_id = @tipId {PhotosOrder}",
            parameters,
            async grid =>
            {
                var tip = await grid.ReadFirstOrDefaultAsync<TipRow>();
                var thread = await grid.ReadAsync<EventRow>();
                var photos = await grid.ReadAsync<PhotoRow>();
                return tip is null ? null : Complete(tip, thread, photos);
            },
            cancellationToken
        );

    private async Task<IReadOnlyList<TipView>> Read(string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await db.List<TipRow>(sql, parameters, cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(row => row.Id).ToList();
        var (threadOf, photosOf) = await db.Multiple(
            $"{Threads} WHERE e.tip_id IN @Ids {ThreadsOrder};\n{Photos} WHERE p.tip_id IN @Ids {PhotosOrder}",
            new { Ids = ids },
            async grid =>
                (
                    (await grid.ReadAsync<EventRow>()).ToLookup(row => row.TipId, TipEvent (row) => row),
                    (await grid.ReadAsync<PhotoRow>()).ToLookup(row => row.TipId, CheckedPhoto (row) => row)
                ),
            cancellationToken
        );
        return [.. rows.Select(row => Complete(row, threadOf[row.Id], photosOf[row.Id]))];
    }

    private TipView Complete(TipRow row, IEnumerable<TipEvent> thread, IEnumerable<CheckedPhoto> photos) =>
        row with
        {
            WorkerContactMasked = row.WorkerContact is null
                ? null
                : Phone.Mask(cipher.Decrypt(TipStore.ContactPurpose, row.WorkerContact)),
            Thread = [.. thread],
            Photos = [.. photos],
        };

    private sealed record TipRow : TipView
    {
        public byte[]? WorkerContact { get; init; }
    }

    private sealed record PhotoRow : CheckedPhoto
    {
        public Guid TipId { get; init; }
    }

    private sealed record EventRow : TipEvent
    {
        public Guid TipId { get; init; }
    }
}
