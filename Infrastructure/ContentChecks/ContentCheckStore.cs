using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.ContentChecks;

public enum CheckedKind
{
    Tip,
    Photo,
    Application,
    Candidate,
    Offer,
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
public sealed record CheckedText(string OpenId, string Text)
{
    public static CheckedText Of(string openId, IEnumerable<string?> parts) =>
        new(openId, string.Join('\n', parts.Where(part => part is not null)));
}

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

    public static Task AskAboutTip(Work work, Guid tipId, DateTimeOffset now) =>
        AskAboutText(work, CheckedKind.Tip, "tip_id", tipId, null, now);

    /// <param name="isByStaff">Staff filed it: WeChat knows no author to check for, so a human decides at once.</param>
    public static Task AskAboutApplication(Work work, Guid applicationId, bool isByStaff, DateTimeOffset now) =>
        AskAboutText(work, CheckedKind.Application, "application_id", applicationId, null, now, isByStaff);

    /// <summary>A citizen wrote of the candidate what the public may read.</summary>
    public static Task AskAboutCandidate(Work work, Guid candidateId, Guid authorId, DateTimeOffset now) =>
        AskAboutText(work, CheckedKind.Candidate, "candidate_id", candidateId, authorId, now);

    public static Task AskAboutOffer(Work work, Guid offerId, DateTimeOffset now) =>
        AskAboutText(work, CheckedKind.Offer, "offer_id", offerId, null, now);

    /// <summary>Asks for a check of a text; a changed text is a new one, about which neither WeChat nor a human has spoken.</summary>
    private static Task<int> AskAboutText(
        Work work,
        CheckedKind kind,
        string column,
        Guid id,
        Guid? authorId,
        DateTimeOffset now,
        bool isByStaff = false
    )
    {
        var sql = $"""
            INSERT INTO content_checks (id, kind, {column}, author_id, state, written_at, next_try_at)
            VALUES (@id, @Kind, @id, @authorId, @State, @now, @LeftAlone)
            ON DUPLICATE KEY UPDATE
                round = round + 1, author_id = @authorId, state = @State, label = NULL, attempts = 0, written_at = @now,
                next_try_at = @LeftAlone, decision = NULL, decided_by = NULL, decided_at = NULL
            """;
        return work.Execute(
            sql,
            new
            {
                id,
                Kind = kind.ToString(),
                authorId,
                State = FirstWord(isByStaff),
                now,
                LeftAlone = now + Lease,
            }
        );
    }

    /// <summary>Asks for a check of each of a tip's photos. A photo never changes, so what was said about it before stays said.</summary>
    public static Task AskAboutPhotosOfTip(Work work, Guid tipId, DateTimeOffset now) =>
        AskAboutPhotos(work, "tip_id", tipId, isByStaff: false, now);

    public static Task AskAboutPhotoOfApplication(Work work, Guid applicationId, bool isByStaff, DateTimeOffset now) =>
        AskAboutPhotos(work, "application_id", applicationId, isByStaff, now);

    private static string FirstWord(bool isByStaff) =>
        (isByStaff ? ContentCheckState.Unchecked : ContentCheckState.Waiting).ToString();

    private static Task<int> AskAboutPhotos(Work work, string column, Guid usedBy, bool isByStaff, DateTimeOffset now)
    {
        var sql = $"""
            INSERT INTO content_checks (id, kind, photo_id, state, written_at, next_try_at)
            SELECT p.id, 'Photo', p.id, @State, @now, @LeftAlone
            FROM photos p
            WHERE p.{column} = @usedBy
            ON DUPLICATE KEY UPDATE content_checks.id = content_checks.id
            """;
        return work.Execute(
            sql,
            new
            {
                usedBy,
                State = FirstWord(isByStaff),
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

    /// <summary>
    /// The check of what citizens wrote of a candidate, held until the transaction ends; null where all of the text is staff's, who looked
    /// at it when they wrote it.
    /// </summary>
    public static async Task<ContentCheck?> HoldOfCandidate(Work work, Guid candidateId)
    {
        const string sql =
            "SELECT state, label, decision FROM content_checks WHERE candidate_id = @candidateId FOR UPDATE";
        return (await work.FirstOrNothing<ContentCheckRow>(sql, new { candidateId }))?.Check;
    }

    /// <summary>
    /// The applications that stand in a candidate's case and whose texts may not go on without anybody deciding. The checks are held until
    /// the transaction ends; the caller holds the case, so that no application comes to it meanwhile.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> UndecidedOfCase(Work work, Guid candidateId)
    {
        const string standing =
            "SELECT id FROM applications WHERE candidate_id = @candidateId AND state IN ('Submitted', 'Joined')";
        const string hold = """
            SELECT id, state, label, decision
            FROM content_checks
            WHERE id IN @ids
            ORDER BY id
            FOR UPDATE
            """;
        var ids = await work.List<Guid>(standing, new { candidateId });
        var fit = (await work.List<ContentCheckRow>(hold, new { ids }))
            .Where(row => row.Check.IsFit())
            .Select(row => row.Id);
        return [.. ids.Except(fit)];
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

    /// <summary>Staff may be quicker than WeChat: waits for the verdict about what was written just now, three seconds at most.</summary>
    public Task AwaitVerdict(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql =
            "SELECT 1 FROM content_checks WHERE id = @id AND state = 'Waiting' AND decision IS NULL AND written_at > @JustNow";
        return Await(sql, id, now, cancellationToken);
    }

    /// <summary>The same for the applications of a case.</summary>
    public Task AwaitVerdictsOfCase(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT 1
            FROM cases n
            JOIN applications a ON a.candidate_id = n.candidate_id
            JOIN content_checks k ON k.application_id = a.id
            WHERE n.id = @id AND a.state IN ('Submitted', 'Joined')
                AND k.state = 'Waiting' AND k.decision IS NULL AND k.written_at > @JustNow
            LIMIT 1
            """;
        return Await(sql, id, now, cancellationToken);
    }

    private async Task Await(string sql, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
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

    /// <summary>Claims the first tries of what was just sent: these texts, and the photos of these tips and applications.</summary>
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
            SELECT c.openid AS open_id, t.name, t.work_unit, t.workplace, t.relation, t.story, t.answer, t.thanks_name
            FROM tips t
            JOIN citizens c ON c.id = t.citizen_id
            WHERE t.id = @tipId AND t.state <> 'Withdrawn' AND c.openid IS NOT NULL
            """;
        return await db.FirstOrNothing<TipTextRow>(sql, new { tipId }, cancellationToken) is { } row
            ? CheckedText.Of(
                row.OpenId,
                [row.Name, row.WorkUnit, row.Workplace, row.Relation, row.Story, row.Answer, row.ThanksName]
            )
            : null;
    }

    /// <summary>What the public reads of a candidate whom a citizen wrote of; null when that citizen is gone.</summary>
    public async Task<CheckedText?> TextOfCandidate(Guid candidateId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.openid AS open_id, t.name, t.work_unit, t.workplace
            FROM content_checks k
            JOIN candidates t ON t.id = k.candidate_id
            JOIN citizens c ON c.id = k.author_id
            WHERE k.id = @candidateId AND c.openid IS NOT NULL
            """;
        return await db.FirstOrNothing<CandidateTextRow>(sql, new { candidateId }, cancellationToken) is { } row
            ? CheckedText.Of(row.OpenId, [row.Name, row.WorkUnit, row.Workplace])
            : null;
    }

    /// <summary>What a laureate offers (八(二)).</summary>
    public async Task<CheckedText?> TextOfOffer(Guid offerId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT c.openid AS open_id, o.text
            FROM laureate_offers o
            JOIN citizens c ON c.id = o.citizen_id
            WHERE o.id = @offerId AND c.openid IS NOT NULL
            """;
        return await db.FirstOrNothing<OfferTextRow>(sql, new { offerId }, cancellationToken) is { } row
            ? CheckedText.Of(row.OpenId, [row.Text])
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

    /// <summary>
    /// Writes what came of a check; of two that were made the first stands. A risk is told to the tip by a trigger, while a reviewer may
    /// hold the tip and ask for the check: one of the two is tried again.
    /// </summary>
    public Task Settle(ClaimedCheck check, ContentCheckState state, int? label, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE content_checks
            SET state = @State, label = @label
            WHERE id = @Id AND round = @Round AND state = 'Waiting'
            """;
        return db.Write<int>(
            async work =>
                await work.Execute(
                    sql,
                    new
                    {
                        State = state.ToString(),
                        label,
                        check.Id,
                        check.Round,
                    }
                ),
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
        public Guid Id { get; init; }
        public ContentCheckState State { get; init; }
        public int? Label { get; init; }
        public ContentDecision? Decision { get; init; }

        public ContentCheck Check => new(State, Label, Decision);
    }

    private record CandidateTextRow
    {
        public string OpenId { get; init; } = "";
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? Workplace { get; init; }
    }

    private sealed record TipTextRow : CandidateTextRow
    {
        public string Relation { get; init; } = "";
        public string Story { get; init; } = "";
        public string? Answer { get; init; }
        public string? ThanksName { get; init; }
    }

    private sealed record OfferTextRow
    {
        public string OpenId { get; init; } = "";
        public string? Text { get; init; }
    }
}
