using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Honours;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Honours;

/// <summary>An offer as the public reads it.</summary>
public sealed record ShownOffer
{
    public Guid Id { get; init; }
    public OfferKind Kind { get; init; }
    public string Text { get; init; } = "";

    /// <summary>For how many; null where it is open to all.</summary>
    public int? Places { get; init; }

    /// <summary>How many places are taken.</summary>
    public int Confirmed { get; init; }
    public DateOnly ClosesOn { get; init; }
}

/// <summary>An offer as its laureate and the union read it.</summary>
public sealed record KeptOffer
{
    public Guid Id { get; init; }
    public Guid LaureateId { get; init; }
    public string LaureateName { get; init; } = "";
    public OfferKind Kind { get; init; }

    /// <summary>Null once its author deleted their account.</summary>
    public string? Text { get; init; }
    public int? Places { get; init; }
    public int Confirmed { get; init; }

    /// <summary>How many wait for the union's word.</summary>
    public int Waiting { get; init; }
    public DateOnly ClosesOn { get; init; }
    public OfferState State { get; init; }

    /// <summary>WeChat's word about the text.</summary>
    public ContentCheckState ContentState { get; init; }
    public string? Word { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; init; }
}

/// <summary>A request to come, as who asks, the laureate and the union read it.</summary>
public sealed record KeptRequest
{
    public Guid Id { get; init; }
    public Guid OfferId { get; init; }
    public Guid LaureateId { get; init; }
    public string LaureateName { get; init; } = "";
    public OfferKind Kind { get; init; }

    /// <summary>Null once its author deleted their account.</summary>
    public string? Message { get; init; }
    public OfferRequestState State { get; init; }
    public string? Word { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; init; }
}

/// <summary>Reads offers of laureates and the requests for them (八(二)).</summary>
public sealed class OfferQueries(Db db)
{
    private const string Offers = """
        SELECT o.id, o.laureate_id, c.name AS laureate_name, o.kind, o.text, o.places, o.closes_on, o.state, o.word, o.created_at, o.version,
            COALESCE(t.state, 'Unchecked') AS content_state,
            (SELECT COUNT(*) FROM offer_requests r WHERE r.offer_id = o.id AND r.state = 'Confirmed') AS confirmed,
            (SELECT COUNT(*) FROM offer_requests r WHERE r.offer_id = o.id AND r.state = 'Received') AS waiting
        FROM laureate_offers o
        JOIN laureates l ON l.id = o.laureate_id
        JOIN cases k ON k.id = l.case_id
        JOIN candidates c ON c.id = k.candidate_id
        LEFT JOIN content_checks t ON t.id = o.id
        """;

    private const string Requests = """
        SELECT r.id, r.offer_id, o.laureate_id, c.name AS laureate_name, o.kind, r.message, r.state, r.word, r.created_at, r.version
        FROM offer_requests r
        JOIN laureate_offers o ON o.id = r.offer_id
        JOIN laureates l ON l.id = o.laureate_id
        JOIN cases k ON k.id = l.case_id
        JOIN candidates c ON c.id = k.candidate_id
        """;

    /// <summary>Those of a laureate that are approved and not closed. Whether the laureate is shown the caller has read.</summary>
    public Task<IReadOnlyList<ShownOffer>> Open(Guid laureateId, DateOnly today, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT o.id, o.kind, o.text, o.places, o.closes_on,
                (SELECT COUNT(*) FROM offer_requests r WHERE r.offer_id = o.id AND r.state = 'Confirmed') AS confirmed
            FROM laureate_offers o
            WHERE o.laureate_id = @laureateId AND o.state = 'Approved' AND o.closes_on >= @today
            ORDER BY o.id
            LIMIT 100
            """;
        return db.List<ShownOffer>(sql, new { laureateId, today }, cancellationToken);
    }

    /// <summary>A laureate's own, the youngest first.</summary>
    public Task<IReadOnlyList<KeptOffer>> Own(
        Guid citizenId,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    ) =>
        db.List<KeptOffer>(
            $"{Offers} WHERE o.citizen_id = @citizenId {(before is null ? "" : "AND o.id < @before")} ORDER BY o.id DESC LIMIT @take",
            new
            {
                citizenId,
                before,
                take,
            },
            cancellationToken
        );

    /// <summary>The desk's, the earliest first.</summary>
    public Task<IReadOnlyList<KeptOffer>> OfState(
        OfferState? state,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    ) =>
        db.List<KeptOffer>(
            $"{Offers} WHERE (@State IS NULL OR o.state = @State) {(after is null ? "" : "AND o.id > @after")} ORDER BY o.id LIMIT @take",
            new
            {
                State = state?.ToString(),
                after,
                take,
            },
            cancellationToken
        );

    /// <summary>Who asked for an offer, the earliest first.</summary>
    /// <param name="laureateCitizenId">Whose offer it must be, and who reads only of those the union confirmed; null for the union.</param>
    public Task<IReadOnlyList<KeptRequest>> For(
        Guid offerId,
        Guid? laureateCitizenId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var whose = laureateCitizenId is null ? "" : "AND o.citizen_id = @laureateCitizenId AND r.state = 'Confirmed'";
        return db.List<KeptRequest>(
            $"{Requests} WHERE r.offer_id = @offerId {whose} {(after is null ? "" : "AND r.id > @after")} ORDER BY r.id LIMIT @take",
            new
            {
                offerId,
                laureateCitizenId,
                after,
                take,
            },
            cancellationToken
        );
    }

    /// <summary>A citizen's own requests, the youngest first.</summary>
    public Task<IReadOnlyList<KeptRequest>> Asked(
        Guid citizenId,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    ) =>
        db.List<KeptRequest>(
            $"{Requests} WHERE r.citizen_id = @citizenId {(before is null ? "" : "AND r.id < @before")} ORDER BY r.id DESC LIMIT @take",
            new
            {
                citizenId,
                before,
                take,
            },
            cancellationToken
        );
}
