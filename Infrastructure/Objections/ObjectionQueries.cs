using System.Globalization;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Objections;

/// <summary>What whoever has the follow code reads.</summary>
public sealed record FollowedObjection
{
    public ObjectionState State { get; init; }
    public string? Reasons { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>An objection as staff list it.</summary>
public record ListedObjection
{
    public Guid Id { get; init; }
    public Guid NoticeId { get; init; }
    public Guid EntryId { get; init; }
    public Guid CaseId { get; init; }

    /// <summary>Against whom.</summary>
    public string Name { get; init; } = "";
    public ObjectionSource Source { get; init; }
    public bool IsNamed { get; init; }
    public ObjectionState State { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public Guid? ExaminerId { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public ObjectionOutcome? Outcome { get; init; }
    public int Version { get; init; }
}

/// <summary>An objection as its examiner reads it. Who objects is masked.</summary>
public sealed record StaffObjection : ListedObjection
{
    public string Text { get; init; } = "";
    public string? NameMasked { get; init; }
    public string? ContactMasked { get; init; }
    public string? Reasons { get; init; }
    public IReadOnlyList<Guid> FileIds { get; init; } = [];
}

/// <summary>An objection as who decides on the case reads it: that it was made and what came of it, never by whom or in which words.</summary>
public sealed record CaseObjection
{
    public ObjectionState State { get; init; }
    public bool IsNamed { get; init; }
    public ObjectionOutcome? Outcome { get; init; }

    /// <summary>Of the decision; null until there is one.</summary>
    public string? Reasons { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>An objection by name as its citizen takes it along; whole, for it is their own.</summary>
public sealed record OwnObjection(
    Guid Id,
    Guid NoticeId,
    Guid EntryId,
    string Name,
    string Contact,
    string Text,
    ObjectionState State,
    string? Reasons,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DecidedAt
);

/// <summary>An objection by name as it is stored.</summary>
public sealed record OwnObjectionRow
{
    /// <summary>For a statement that asks with @CitizenId. Anonymous ones have no citizen, so they are nobody's here.</summary>
    internal const string OfCitizen = """
        SELECT o.id, e.notice_id, o.entry_id, o.sealed_person, o.sealed_text, o.state, o.reasons, o.received_at, o.decided_at
        FROM objections o
        JOIN public_notice_entries e ON e.id = o.entry_id
        WHERE o.citizen_id = @CitizenId
        ORDER BY o.id
        """;

    public Guid Id { get; init; }
    public Guid NoticeId { get; init; }
    public Guid EntryId { get; init; }
    public byte[] SealedPerson { get; init; } = [];
    public byte[] SealedText { get; init; } = [];
    public ObjectionState State { get; init; }
    public string? Reasons { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    internal OwnObjection Open(DataCipher cipher)
    {
        var person = StoredJson.Read<Objector>(cipher.Decrypt(ObjectionStore.PersonPurpose, SealedPerson));
        return new OwnObjection(
            Id,
            NoticeId,
            EntryId,
            person.Name,
            person.Contact,
            cipher.Decrypt(ObjectionStore.TextPurpose, SealedText),
            State,
            Reasons,
            ReceivedAt,
            DecidedAt
        );
    }
}

/// <summary>Reads objections for who follows and who examines them.</summary>
public sealed class ObjectionQueries(Db db, DataCipher cipher)
{
    private const string Columns = """
        o.id, e.notice_id, o.entry_id, e.case_id, r.name, o.source, o.is_named, o.state, o.received_at, o.examiner_id, o.decided_at, o.outcome, o.version
        """;
    private const string Joins = """
        FROM objections o
        JOIN public_notice_entries e ON e.id = o.entry_id
        JOIN cases k ON k.id = e.case_id
        JOIN candidates c ON c.id = k.candidate_id
        JOIN candidates r ON r.id = c.root_id
        """;

    /// <summary>Null when nobody was given the code.</summary>
    public Task<FollowedObjection?> Follow(string code, CancellationToken cancellationToken)
    {
        const string sql = "SELECT state, reasons, received_at FROM objections WHERE follow_code = @Code";
        return db.FirstOrNothing<FollowedObjection>(sql, new { Code = SecretCode.HashOf(code) }, cancellationToken);
    }

    /// <summary>The earliest first, from after an objection on.</summary>
    public Task<IReadOnlyList<ListedObjection>> List(
        Guid campaignId,
        ObjectionState? state,
        Guid? noticeId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT {Columns}
            {Joins}
            WHERE o.campaign_id = @campaignId
            {(state is null ? "" : "AND o.state = @State")}
            {(noticeId is null ? "" : "AND e.notice_id = @noticeId")}
            {(after is null ? "" : "AND o.id > @after")}
            ORDER BY o.id
            LIMIT @take
            """;
        return db.List<ListedObjection>(
            sql,
            new
            {
                campaignId,
                State = state?.ToString(),
                noticeId,
                after,
                take,
            },
            cancellationToken
        );
    }

    /// <summary>By case, the earliest first.</summary>
    public async Task<ILookup<Guid, CaseObjection>> OfCases(
        IReadOnlyCollection<Guid> caseIds,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT e.case_id, o.state, o.is_named, o.outcome, o.reasons, o.decided_at
            FROM objections o
            JOIN public_notice_entries e ON e.id = o.entry_id
            WHERE e.case_id IN @caseIds
            ORDER BY o.id
            """;
        var rows = await db.List<CaseRow>(sql, new { caseIds }, cancellationToken);
        return rows.ToLookup(
            row => row.CaseId,
            row => new CaseObjection
            {
                State = row.State,
                IsNamed = row.IsNamed,
                Outcome = row.Outcome,
                Reasons = row.Reasons,
                DecidedAt = row.DecidedAt,
            }
        );
    }

    /// <summary>Null when there is none.</summary>
    public async Task<StaffObjection?> Find(Guid campaignId, Guid objectionId, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}, o.reasons, o.sealed_person, o.sealed_text
            {Joins}
            WHERE o.id = @objectionId AND o.campaign_id = @campaignId
            """;
        const string files = "SELECT id FROM files WHERE objection_id = @objectionId ORDER BY id";
        var row = await db.FirstOrNothing<SealedRow>(sql, new { objectionId, campaignId }, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var person = row.SealedPerson is null
            ? null
            : StoredJson.Read<Objector>(cipher.Decrypt(ObjectionStore.PersonPurpose, row.SealedPerson));
        return new StaffObjection
        {
            Id = row.Id,
            NoticeId = row.NoticeId,
            EntryId = row.EntryId,
            CaseId = row.CaseId,
            Name = row.Name,
            Source = row.Source,
            IsNamed = row.IsNamed,
            State = row.State,
            ReceivedAt = row.ReceivedAt,
            ExaminerId = row.ExaminerId,
            DecidedAt = row.DecidedAt,
            Outcome = row.Outcome,
            Version = row.Version,
            Text = cipher.Decrypt(ObjectionStore.TextPurpose, row.SealedText),
            NameMasked = person is null ? null : $"{StringInfo.GetNextTextElement(person.Name)}**",
            ContactMasked = person is null ? null : Phone.Mask(person.Contact),
            Reasons = row.Reasons,
            FileIds = await db.List<Guid>(files, new { objectionId }, cancellationToken),
        };
    }

    private sealed record CaseRow
    {
        public Guid CaseId { get; init; }
        public ObjectionState State { get; init; }
        public bool IsNamed { get; init; }
        public ObjectionOutcome? Outcome { get; init; }
        public string? Reasons { get; init; }
        public DateTimeOffset? DecidedAt { get; init; }
    }

    private sealed record SealedRow : ListedObjection
    {
        public string? Reasons { get; init; }
        public byte[]? SealedPerson { get; init; }
        public byte[] SealedText { get; init; } = [];
    }
}
