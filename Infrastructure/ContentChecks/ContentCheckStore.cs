using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.ContentChecks;

public enum CheckedKind
{
    Tip,
    Photo,
}

/// <summary>A check somebody is at work on.</summary>
public sealed record ClaimedCheck
{
    public Guid Id { get; init; }
    public CheckedKind Kind { get; init; }
    public int Round { get; init; }
    public int Attempts { get; init; }
    public int Submissions { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
}

/// <summary>A text as it stands, and who wrote it.</summary>
public sealed record CheckedText(string OpenId, string Text);

/// <summary>
/// The checks of texts and pictures. One is asked for in the transaction of what the citizen did and made afterwards, so that nothing
/// waits for WeChat; its row is the queue. Every result is written for the round it was asked for.
/// </summary>
public sealed class ContentCheckStore(Db db)
{
    /// <summary>As many as are claimed at once.</summary>
    public const int AtOnce = 32;

    /// <summary>
    /// For so long a new check is left to the instance that took what it is about, and a claimed one to its claimant: longer than all
    /// the calls that a text needs.
    /// </summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Asks for a check of a tip's text; a changed text is a new one, about which neither WeChat nor a human has spoken.</summary>
    public static Task AskAboutTip(Work work, Guid tipId, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO content_checks (id, kind, tip_id, state, written_at, next_try_at)
            VALUES (@tipId, 'Tip', @tipId, 'Waiting', @now, @LeftAlone)
            ON DUPLICATE KEY UPDATE
                round = round + 1, state = 'Waiting', label = NULL, attempts = 0, written_at = @now, next_try_at = @LeftAlone,
                decision = NULL, decided_by = NULL, decided_at = NULL
            """;
        return work.Execute(
            sql,
            new
            {
                tipId,
                now,
                LeftAlone = now + Lease,
            }
        );
    }

    /// <summary>Asks for a check of each of a tip's photos. A photo never changes, so what was said about it before stays said.</summary>
    public static Task AskAboutPhotosOfTip(Work work, Guid tipId, DateTimeOffset now) =>
        AskAboutPhotos(work, "tip_id", tipId, now);

    public static Task AskAboutPhotoOfApplication(Work work, Guid applicationId, DateTimeOffset now) =>
        AskAboutPhotos(work, "application_id", applicationId, now);

    private static Task<int> AskAboutPhotos(Work work, string column, Guid usedBy, DateTimeOffset now)
    {
        var sql = $"""
            INSERT INTO content_checks (id, kind, photo_id, state, written_at, next_try_at)
            SELECT p.id, 'Photo', p.id, 'Waiting', @now, @LeftAlone
            FROM photos p
            WHERE p.{column} = @usedBy
            ON DUPLICATE KEY UPDATE content_checks.id = content_checks.id
            """;
        return work.Execute(
            sql,
            new
            {
                usedBy,
                now,
                LeftAlone = now + Lease,
            }
        );
    }

    /// <summary>The check of something, held until the transaction ends.</summary>
    public static async Task<ContentCheck> Hold(Work work, Guid id)
    {
        const string sql = "SELECT state, label, decision FROM content_checks WHERE id = @id FOR UPDATE";
        return await work.FirstOrNothing<ContentCheckRow>(sql, new { id }) is { } row
            ? row.Check
            : new ContentCheck(ContentCheckState.Unchecked, null, null);
    }

    /// <summary>A human's word; the audit entry is written by whoever knows the act it is part of.</summary>
    public static Task Decide(Work work, Guid id, ContentDecision decision, Guid staffId, DateTimeOffset now)
    {
        const string sql =
            "UPDATE content_checks SET decision = @Decision, decided_by = @staffId, decided_at = @now WHERE id = @id";
        return work.Execute(
            sql,
            new
            {
                Decision = decision.ToString(),
                staffId,
                now,
                id,
            }
        );
    }

    /// <summary>A reviewer may be quicker than WeChat: waits for the verdict about what was written just now, three seconds at most.</summary>
    public async Task AwaitVerdict(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql =
            "SELECT 1 FROM content_checks WHERE id = @id AND state = 'Waiting' AND decision IS NULL AND written_at > @JustNow";
        const int looks = 60;
        for (var look = 0; look < looks; look++)
        {
            if (await db.FirstOrNothing<int>(sql, new { id, JustNow = now.AddSeconds(-10) }, cancellationToken) != 1)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    /// <summary>Claims the first tries of what was just sent: these tips, and the photos of these tips and applications.</summary>
    public async Task<IReadOnlyList<ClaimedCheck>> ClaimFresh(
        IReadOnlyList<Guid> sent,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string photos = """
            SELECT id FROM photos WHERE tip_id IN @sent
            UNION ALL SELECT id FROM photos WHERE application_id IN @sent
            """;
        const string sql = """
            SELECT id, kind, round, attempts + 1 AS attempts, submissions, written_at
            FROM content_checks
            WHERE id IN @ids AND state = 'Waiting' AND attempts = 0
            ORDER BY id
            FOR UPDATE SKIP LOCKED
            """;
        var ids = sent.Concat(await db.List<Guid>(photos, new { sent }, cancellationToken)).ToList();
        return await Claim(sql, new { ids }, now, cancellationToken);
    }

    /// <summary>Claims what is due again, or was left by an instance that went away. Rows are locked in the order of the index they are found by, and instances skip each other's.</summary>
    public Task<IReadOnlyList<ClaimedCheck>> ClaimDue(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, kind, round, attempts + 1 AS attempts, submissions, written_at
            FROM content_checks FORCE INDEX (content_checks_due)
            WHERE state = 'Waiting' AND next_try_at <= @now
            ORDER BY state, next_try_at, id
            LIMIT @AtOnce
            FOR UPDATE SKIP LOCKED
            """;
        return Claim(sql, new { now, AtOnce }, now, cancellationToken);
    }

    /// <summary>Everything the citizen wrote in a tip; null when it was withdrawn or its author is gone, so that nobody can be asked.</summary>
    public async Task<CheckedText?> TextOfTip(Guid tipId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.openid AS open_id, t.name, t.work_unit, t.workplace, t.relation, t.story, t.answer
            FROM tips t
            JOIN citizens c ON c.id = t.citizen_id
            WHERE t.id = @tipId AND t.state <> 'Withdrawn' AND c.openid IS NOT NULL
            """;
        return await db.FirstOrNothing<TipTextRow>(sql, new { tipId }, cancellationToken) is { } row
            ? new CheckedText(
                row.OpenId,
                string.Join(
                    '\n',
                    new[] { row.Name, row.WorkUnit, row.Workplace, row.Relation, row.Story, row.Answer }.Where(text =>
                        text is not null
                    )
                )
            )
            : null;
    }

    /// <summary>The openid of who sent a photo; null when they are gone.</summary>
    public Task<string?> OwnerOfPhoto(Guid photoId, CancellationToken cancellationToken)
    {
        const string sql = "SELECT c.openid FROM photos p JOIN citizens c ON c.id = p.owner_id WHERE p.id = @photoId";
        return db.FirstOrNothing<string>(sql, new { photoId }, cancellationToken);
    }

    /// <summary>WeChat took a picture and will push its verdict.</summary>
    public Task Submitted(ClaimedCheck check, string trace, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Write<string>(
            async work =>
            {
                await PictureVerdicts.Submitted(work, check, trace, now);
                return trace;
            },
            cancellationToken
        );

    /// <summary>Writes what came of a check; of two that were made the first stands.</summary>
    public Task Settle(ClaimedCheck check, ContentCheckState state, int? label, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE content_checks
            SET state = @State, label = @label
            WHERE id = @Id AND round = @Round AND state = 'Waiting'
            """;
        return db.Execute(
            sql,
            new
            {
                State = state.ToString(),
                label,
                check.Id,
                check.Round,
            },
            cancellationToken
        );
    }

    /// <summary>Puts the next try off, unless somebody else tries by now.</summary>
    public Task TryAgainAt(ClaimedCheck check, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE content_checks
            SET next_try_at = @at
            WHERE id = @Id AND round = @Round AND attempts = @Attempts AND state = 'Waiting'
            """;
        return db.Execute(
            sql,
            new
            {
                at,
                check.Id,
                check.Round,
                check.Attempts,
            },
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<ClaimedCheck>> Claim(
        string find,
        object parameters,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string claim =
            "UPDATE content_checks SET attempts = attempts + 1, next_try_at = @LeftAlone WHERE id IN @Ids";
        var claimed = await db.Write<IReadOnlyList<ClaimedCheck>>(
            async work =>
            {
                var rows = (await work.List<ClaimedCheck>(find, parameters)).ToList();
                if (rows.Count > 0)
                {
                    await work.Execute(claim, new { LeftAlone = now + Lease, Ids = rows.Select(row => row.Id) });
                }

                return rows;
            },
            cancellationToken
        );
        return claimed.IsRefused(out _, out var list) ? [] : list;
    }

    private sealed record ContentCheckRow
    {
        public ContentCheckState State { get; init; }
        public int? Label { get; init; }
        public ContentDecision? Decision { get; init; }

        public ContentCheck Check => new(State, Label, Decision);
    }

    private sealed record TipTextRow
    {
        public string OpenId { get; init; } = "";
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? Workplace { get; init; }
        public string Relation { get; init; } = "";
        public string Story { get; init; } = "";
        public string? Answer { get; init; }
    }
}
