using Craftsman.Domain;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Honours;

/// <summary>Where an act of staff left an offer, and the version to send with the next.</summary>
public sealed record MovedOffer(Guid Id, OfferState State, int Version);

/// <summary>Where an act of staff left a request, and the version to send with the next.</summary>
public sealed record MovedRequest(Guid Id, OfferRequestState State, int Version);

/// <summary>What a laureate offers.</summary>
public sealed record NewOffer(OfferKind Kind, string Text, int? Places, DateOnly ClosesOn);

/// <summary>八(二): offers of laureates and who asks for them. Acts about an offer hold its row, so that it is never given to more than it has places.</summary>
public sealed class OfferStore(Db db)
{
    /// <summary>By the citizen whose application leads a case that is Recognised; the text is checked as all that citizens write is.</summary>
    public static async Task<Decision<Guid>> Propose(Work work, Guid citizenId, NewOffer offer, DateTimeOffset now)
    {
        const string own = """
            SELECT l.id
            FROM applications a
            JOIN cases k ON k.leading_application_id = a.id AND k.stage = 'Recognised'
            JOIN laureates l ON l.case_id = k.id
            WHERE a.citizen_id = @citizenId
            ORDER BY l.id DESC
            LIMIT 1
            """;
        const string add = """
            INSERT INTO laureate_offers (id, laureate_id, citizen_id, kind, text, places, closes_on, created_at)
            VALUES (@id, @laureateId, @citizenId, @Kind, @Text, @Places, @ClosesOn, @now)
            """;
        if (await work.FirstOrNothing<Guid?>(own, new { citizenId }) is not { } laureateId)
        {
            return HonourRefusals.NotALaureate;
        }

        if (OfferRules.Propose(offer.ClosesOn, ChinaDay.Of(now)) is { } refusal)
        {
            return refusal;
        }

        var id = Guid.CreateVersion7(now);
        await work.Execute(
            add,
            new
            {
                id,
                laureateId,
                citizenId,
                Kind = offer.Kind.ToString(),
                offer.Text,
                offer.Places,
                offer.ClosesOn,
                now,
            }
        );
        await ContentCheckStore.AskAboutOffer(work, id, now);
        return id;
    }

    /// <summary>Asks for one, once: the unique key decides between two at once.</summary>
    public static async Task<Decision<Guid>> Ask(
        Work work,
        Guid laureateId,
        Guid offerId,
        Guid citizenId,
        string message,
        DateTimeOffset now
    )
    {
        const string shown = $"""
            SELECT COUNT(*)
            FROM laureate_offers o
            JOIN laureates l ON l.id = o.laureate_id
            JOIN cases k ON k.id = l.case_id
            JOIN candidates c ON c.id = k.candidate_id
            WHERE o.id = @offerId AND l.id = @laureateId AND {LaureateSql.IsShown}
            """;
        const string add = """
            INSERT INTO offer_requests (id, offer_id, citizen_id, message, created_at)
            VALUES (@id, @offerId, @citizenId, @message, @now)
            """;
        if (
            await work.FirstOrNothing<long>(shown, new { offerId, laureateId }) == 0
            || await Hold(work, offerId) is not { } offer
        )
        {
            return RequestRefusals.NotFound;
        }

        if (OfferRules.Ask(offer.Facts, offer.CitizenId == citizenId, ChinaDay.Of(now)) is { } refusal)
        {
            return refusal;
        }

        var id = Guid.CreateVersion7(now);
        var refused = await work.InsertUnlessDuplicate(
            add,
            new
            {
                id,
                offerId,
                citizenId,
                message,
                now,
            }
        );
        return refused is null ? id : HonourRefusals.AlreadyAsked;
    }

    /// <summary>The union shows an offer, or says why not (law 7).</summary>
    /// <param name="isContentFit">The word of who approves, where WeChat's check did not pass or could not be made.</param>
    public Task<Decision<MovedOffer>> Decide(
        Guid offerId,
        int version,
        bool isApproved,
        bool isContentFit,
        string? word,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            UPDATE laureate_offers
            SET state = @State, word = @word, decided_by = @staffId, decided_at = @now, version = version + 1
            WHERE id = @offerId
            """;
        return db.Write<MovedOffer>(
            async work =>
            {
                if (await Hold(work, offerId) is not { } offer)
                {
                    return RequestRefusals.NotFound;
                }

                if (OfferRules.Decide(offer.Facts, version, isApproved) is { } refusal)
                {
                    return refusal;
                }

                var isUndecided = isApproved && !(await ContentCheckStore.Hold(work, offerId)).IsFit();
                if (isUndecided && !isContentFit)
                {
                    return HonourRefusals.OfferContentUndecided;
                }

                if (isUndecided)
                {
                    await ContentCheckStore.Decide(work, offerId, ContentDecision.Fit, staffId, now);
                }

                var state = isApproved ? OfferState.Approved : OfferState.Refused;
                await work.Execute(
                    sql,
                    new
                    {
                        State = state.ToString(),
                        word,
                        staffId,
                        now,
                        offerId,
                    }
                );
                await AuditLog.Record(
                    work,
                    staffId,
                    isApproved ? "offer.approved" : "offer.refused",
                    "offer",
                    offerId,
                    now,
                    new { isContentDecided = isUndecided }
                );
                return new MovedOffer(offerId, state, version + 1);
            },
            cancellationToken
        );
    }

    /// <summary>Who offers takes it back.</summary>
    /// <param name="reason">What those who asked read with it; null for none.</param>
    public static async Task<Decision<MovedOffer>> Withdraw(
        Work work,
        Guid offerId,
        Guid citizenId,
        int version,
        string? reason,
        DateTimeOffset now
    ) =>
        await Hold(work, offerId) is { } offer && offer.CitizenId == citizenId
            ? await Withdraw(work, offerId, offer, version, OfferRules.WordOfWithdrawal(false, reason), null, now)
            : RequestRefusals.NotFound;

    /// <summary>The union takes an offer from the public, on record.</summary>
    /// <param name="reason">What the laureate reads, and those who asked.</param>
    public Task<Decision<MovedOffer>> WithdrawByUnion(
        Guid offerId,
        int version,
        string reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.Write<MovedOffer>(
            async work =>
            {
                if (await Hold(work, offerId) is not { } offer)
                {
                    return RequestRefusals.NotFound;
                }

                var word = OfferRules.WordOfWithdrawal(true, reason);
                var withdrawn = await Withdraw(work, offerId, offer, version, word, (staffId, reason), now);
                if (!withdrawn.IsRefused(out _))
                {
                    await AuditLog.Record(work, staffId, "offer.withdrawn", "offer", offerId, now, new { reason });
                }

                return withdrawn;
            },
            cancellationToken
        );

    /// <summary>The union confirms who may come, or declines.</summary>
    public Task<Decision<MovedRequest>> Answer(
        Guid requestId,
        int version,
        bool isConfirmed,
        string? word,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string of = "SELECT offer_id FROM offer_requests WHERE id = @requestId";
        const string hold = "SELECT state, version FROM offer_requests WHERE id = @requestId FOR UPDATE";
        const string sql = """
            UPDATE offer_requests
            SET state = @State, word = @word, decided_by = @staffId, decided_at = @now, version = version + 1
            WHERE id = @requestId
            """;
        return db.Write<MovedRequest>(
            async work =>
            {
                if (
                    await work.FirstOrNothing<Guid?>(of, new { requestId }) is not { } offerId
                    || await Hold(work, offerId) is not { } offer
                )
                {
                    return RequestRefusals.NotFound;
                }

                var request = (await work.FirstOrNothing<RequestRow>(hold, new { requestId }))!;
                if (OfferRules.Answer(offer.Facts, request.State, request.Version, version, isConfirmed) is { } refusal)
                {
                    return refusal;
                }

                var state = isConfirmed ? OfferRequestState.Confirmed : OfferRequestState.Declined;
                await work.Execute(
                    sql,
                    new
                    {
                        State = state.ToString(),
                        word,
                        staffId,
                        now,
                        requestId,
                    }
                );
                await AuditLog.Record(
                    work,
                    staffId,
                    isConfirmed ? "offer-request.confirmed" : "offer-request.declined",
                    "offer-request",
                    requestId,
                    now
                );
                return new MovedRequest(requestId, state, version + 1);
            },
            cancellationToken
        );
    }

    /// <summary>Who deletes their account takes their words and themself out of offers and requests; that there were some stays.</summary>
    public static async Task Forget(Work work, Guid citizenId)
    {
        const string own = "SELECT id FROM laureate_offers WHERE citizen_id = @citizenId ORDER BY id FOR UPDATE";
        const string offers = """
            UPDATE laureate_offers
            SET state = IF(state = 'Refused', state, 'Withdrawn'), text = NULL, citizen_id = NULL, version = version + 1
            WHERE citizen_id = @citizenId
            """;
        const string requests = """
            UPDATE offer_requests
            SET state = IF(state IN ('Declined', 'Cancelled'), state, 'Withdrawn'), message = NULL, citizen_id = NULL, version = version + 1
            WHERE citizen_id = @citizenId
            """;
        foreach (var offerId in await work.List<Guid>(own, new { citizenId }))
        {
            await Cancel(work, offerId, OfferRules.WordOfWithdrawal(false, null));
        }

        await work.Execute(offers, new { citizenId });
        await work.Execute(requests, new { citizenId });
    }

    private static async Task<Decision<MovedOffer>> Withdraw(
        Work work,
        Guid offerId,
        OfferRow offer,
        int version,
        string word,
        (Guid StaffId, string Reason)? union,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE laureate_offers
            SET state = 'Withdrawn', word = COALESCE(@Reason, word), decided_by = COALESCE(@StaffId, decided_by),
                decided_at = IF(@StaffId IS NULL, decided_at, @now), version = version + 1
            WHERE id = @offerId
            """;
        if (OfferRules.Withdraw(offer.Facts, version) is { } refusal)
        {
            return refusal;
        }

        await work.Execute(
            sql,
            new
            {
                union?.Reason,
                union?.StaffId,
                now,
                offerId,
            }
        );
        await Cancel(work, offerId, word);
        return new MovedOffer(offerId, OfferState.Withdrawn, version + 1);
    }

    /// <summary>Whoever asked, and was not declined, is told. The caller holds the offer, so nobody is confirmed meanwhile.</summary>
    private static Task<int> Cancel(Work work, Guid offerId, string word) =>
        work.Execute(
            """
            UPDATE offer_requests
            SET state = 'Cancelled', word = @word, version = version + 1
            WHERE offer_id = @offerId AND state IN ('Received', 'Confirmed')
            """,
            new { word, offerId }
        );

    private static Task<OfferRow?> Hold(Work work, Guid offerId)
    {
        const string sql = """
            SELECT citizen_id, state, closes_on, places, version,
                (SELECT COUNT(*) FROM offer_requests r WHERE r.offer_id = o.id AND r.state = 'Confirmed') AS confirmed,
                (SELECT k.stage = 'Recognised' FROM laureates l JOIN cases k ON k.id = l.case_id WHERE l.id = o.laureate_id) AS stands
            FROM laureate_offers o
            WHERE id = @offerId
            FOR UPDATE
            """;
        return work.FirstOrNothing<OfferRow>(sql, new { offerId });
    }

    private sealed record OfferRow
    {
        public Guid? CitizenId { get; init; }
        public OfferState State { get; init; }
        public DateOnly ClosesOn { get; init; }
        public int? Places { get; init; }
        public int Version { get; init; }
        public int Confirmed { get; init; }
        public bool Stands { get; init; }

        public OfferFacts Facts => new(State, ClosesOn, Places, Confirmed, Version, Stands);
    }

    private sealed record RequestRow
    {
        public OfferRequestState State { get; init; }
        public int Version { get; init; }
    }
}
