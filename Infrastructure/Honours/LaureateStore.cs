using Craftsman.Domain;
using Craftsman.Domain.Honours;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Honours;

/// <summary>Where an act left a laureate, and the version to send with the next.</summary>
public sealed record ChangedLaureate(Guid Id, bool IsPublished, int Version);

/// <summary>
/// Writes what goes with the title (七) and the story (八(一)). Whether a laureate is shown is decided when somebody reads, from the case's
/// stage and the worker's consent, so that nobody can forget to take them back.
/// </summary>
public sealed class LaureateStore(Db db)
{
    private const string Subject = "laureate";

    public Task<Decision<ChangedLaureate>> Record(
        Guid id,
        int version,
        LaureateHonours honours,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            UPDATE laureates
            SET medal_on = @MedalOn, prize_paid_on = @PrizePaidOn, may_day_reason = @MayDayReason, recuperated_on = @RecuperatedOn
            WHERE id = @id
            """;
        return Act(
            id,
            facts => LaureateRules.Record(facts, version, honours, ChinaDay.Of(now)),
            work =>
                work.Execute(
                    sql,
                    new
                    {
                        honours.MedalOn,
                        honours.PrizePaidOn,
                        honours.MayDayReason,
                        honours.RecuperatedOn,
                        id,
                    }
                ),
            "laureate.honours-recorded",
            staffId,
            now,
            new
            {
                honours.MedalOn,
                honours.PrizePaidOn,
                isMayDay = honours.MayDayReason is not null,
                honours.RecuperatedOn,
            },
            cancellationToken
        );
    }

    public Task<Decision<ChangedLaureate>> Tell(
        Guid id,
        int version,
        string story,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Act(
            id,
            facts => LaureateRules.Tell(facts, version),
            work => work.Execute("UPDATE laureates SET story = @story WHERE id = @id", new { story, id }),
            "laureate.story-written",
            staffId,
            now,
            null,
            cancellationToken
        );

    public Task<Decision<ChangedLaureate>> Publish(
        Guid id,
        int version,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Act(
            id,
            facts => LaureateRules.Publish(facts, version),
            work => work.Execute("UPDATE laureates SET is_published = 1 WHERE id = @id", new { id }),
            "laureate.published",
            staffId,
            now,
            null,
            cancellationToken
        );

    public Task<Decision<ChangedLaureate>> Unpublish(
        Guid id,
        int version,
        string reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Act(
            id,
            facts => LaureateRules.Unpublish(facts, version),
            work => work.Execute("UPDATE laureates SET is_published = 0 WHERE id = @id", new { id }),
            "laureate.unpublished",
            staffId,
            now,
            new { reason },
            cancellationToken
        );

    private Task<Decision<ChangedLaureate>> Act(
        Guid id,
        Func<LaureateFacts, Refusal?> judge,
        Func<Work, Task<int>> write,
        string action,
        Guid staffId,
        DateTimeOffset now,
        object? detail,
        CancellationToken cancellationToken
    )
    {
        const string hold =
            "SELECT case_id, version, recognised_at, prize_paid_on, story FROM laureates WHERE id = @id FOR UPDATE";
        const string facts = $"""
            SELECT k.stage, {LaureateSql.HasConsent} AS has_consent
            FROM cases k
            JOIN candidates c ON c.id = k.candidate_id
            WHERE k.id = @CaseId
            """;
        const string touch = "UPDATE laureates SET version = version + 1 WHERE id = @id";
        const string after = "SELECT is_published FROM laureates WHERE id = @id";
        return db.Write<ChangedLaureate>(
            async work =>
            {
                if (await work.FirstOrNothing<LaureateRow>(hold, new { id }) is not { } row)
                {
                    return RequestRefusals.NotFound;
                }

                var seen = (await work.FirstOrNothing<FactsRow>(facts, new { row.CaseId }))!;
                var judged = new LaureateFacts(
                    seen.Stage,
                    row.Version,
                    ChinaDay.Of(row.RecognisedAt),
                    row.PrizePaidOn,
                    row.Story,
                    seen.HasConsent
                );
                if (judge(judged) is { } refusal)
                {
                    return refusal;
                }

                await write(work);
                await work.Execute(touch, new { id });
                await AuditLog.Record(work, staffId, action, Subject, id, now, detail);
                return new ChangedLaureate(id, await work.FirstOrNothing<bool>(after, new { id }), row.Version + 1);
            },
            cancellationToken
        );
    }

    private sealed record LaureateRow
    {
        public Guid CaseId { get; init; }
        public int Version { get; init; }
        public DateTimeOffset RecognisedAt { get; init; }
        public DateOnly? PrizePaidOn { get; init; }
        public string? Story { get; init; }
    }

    private sealed record FactsRow
    {
        public Stage Stage { get; init; }
        public bool HasConsent { get; init; }
    }
}
