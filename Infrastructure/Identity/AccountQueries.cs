using System.Text.Json.Serialization;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Objections;
using Craftsman.Infrastructure.Reports;
using Dapper;

namespace Craftsman.Infrastructure.Identity;

/// <summary>What we keep of a citizen outside their tips, votes and applications. Nothing in it is of anybody else.</summary>
public sealed record AccountFile
{
    /// <summary>To make the voter key from; it goes no further.</summary>
    [JsonIgnore]
    public string OpenId { get; init; } = "";
    public Guid Id { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whole, for it is their own.</summary>
    public string? Phone { get; init; }
    public IReadOnlyList<PolicyConsent> PolicyConsents { get; init; } = [];
    public IReadOnlyList<ConsentToBeNamed> ConsentsToBeNamed { get; init; } = [];
    public IReadOnlyList<AnsweredInvitation> Invitations { get; init; } = [];
    public IReadOnlyList<Login> Logins { get; init; } = [];
    public IReadOnlyList<MessageCredit> MessageCredits { get; init; } = [];
    public IReadOnlyList<ToldMessage> Messages { get; init; } = [];
    public IReadOnlyList<OwnPhoto> Photos { get; init; } = [];
    public IReadOnlyList<OwnFile> Files { get; init; } = [];
    public IReadOnlyList<OwnReport> Reports { get; init; } = [];

    /// <summary>Those by name; of anonymous ones nobody knows whose they are.</summary>
    public IReadOnlyList<OwnObjection> Objections { get; init; } = [];
    public IReadOnlyList<OwnOffer> Offers { get; init; } = [];
    public IReadOnlyList<OwnOfferRequest> OfferRequests { get; init; } = [];
}

/// <summary>An agreement to a version of the privacy policy, also one that was withdrawn.</summary>
public sealed record PolicyConsent
{
    public string Kind { get; init; } = "";
    public string PolicyVersion { get; init; } = "";
    public DateTimeOffset AgreedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>A consent to be shown to the public as a candidate.</summary>
public sealed record ConsentToBeNamed
{
    public Guid CandidateId { get; init; }
    public string Source { get; init; } = "";
    public string PolicyVersion { get; init; } = "";
    public bool ShowPhoto { get; init; }
    public bool ShowWorkUnit { get; init; }
    public DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>An invitation this citizen answered.</summary>
public sealed record AnsweredInvitation
{
    public Guid CandidateId { get; init; }
    public string State { get; init; } = "";
    public DateTimeOffset AnsweredAt { get; init; }
}

public sealed record Login
{
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>How many messages of a kind may still be sent.</summary>
public sealed record MessageCredit
{
    public string Kind { get; init; } = "";
    public int Credits { get; init; }
}

public sealed record ToldMessage
{
    public string Kind { get; init; } = "";
    public string Status { get; init; } = "";
    public string State { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
}

public sealed record OwnPhoto
{
    public Guid Id { get; init; }
    public Guid? TipId { get; init; }
    public Guid? ApplicationId { get; init; }

    /// <summary>In pixels.</summary>
    public int Width { get; init; }
    public int Height { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <param name="Size">In bytes.</param>
public sealed record OwnFile(
    Guid Id,
    string Name,
    string Kind,
    int Size,
    Guid? ApplicationId,
    DateTimeOffset CreatedAt
);

/// <summary>What this citizen offered as a laureate (八(二)).</summary>
public sealed record OwnOffer
{
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";
    public int? Places { get; init; }
    public DateOnly ClosesOn { get; init; }
    public string State { get; init; } = "";
    public string? Word { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What this citizen asked of a laureate.</summary>
public sealed record OwnOfferRequest
{
    public Guid Id { get; init; }
    public Guid LaureateId { get; init; }
    public string Kind { get; init; } = "";
    public string Message { get; init; } = "";
    public string State { get; init; } = "";
    public string? Word { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Reads a citizen's own file for them to take along.</summary>
public sealed class AccountQueries(Db db, DataCipher cipher)
{
    /// <summary>Null when the session ended: what is whole is told only to who is logged in.</summary>
    public Task<AccountFile?> Of(CitizenSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT c.id, c.openid AS open_id, c.created_at, c.phone_cipher
            FROM sessions s
            JOIN citizens c ON c.id = s.citizen_id
            WHERE s.id = @SessionId AND s.citizen_id = @CitizenId AND s.revoked_at IS NULL AND s.expires_at > @now AND c.openid IS NOT NULL;

            SELECT kind, policy_version, agreed_at, withdrawn_at
            FROM citizen_consents WHERE citizen_id = @CitizenId ORDER BY agreed_at, id;

            SELECT candidate_id, source, policy_version, show_photo, show_work_unit, given_at, confirmed_at, withdrawn_at
            FROM consents WHERE citizen_id = @CitizenId ORDER BY given_at, id;

            SELECT candidate_id, state, answered_at FROM invitations WHERE answered_by = @CitizenId ORDER BY answered_at, id;

            SELECT created_at, expires_at, revoked_at FROM sessions WHERE citizen_id = @CitizenId ORDER BY created_at, id;

            SELECT kind, credits FROM message_credits WHERE citizen_id = @CitizenId ORDER BY kind, template_id;

            SELECT kind, status, state, created_at, sent_at FROM messages WHERE citizen_id = @CitizenId ORDER BY id;

            SELECT id, tip_id, application_id, width, height, created_at FROM photos WHERE owner_id = @CitizenId ORDER BY id;

            SELECT id, name AS sealed_name, kind, size, application_id, created_at FROM files WHERE owner_id = @CitizenId ORDER BY id;

            SELECT id, candidate_id, reason_code, text, state, created_at, decided_at FROM reports WHERE citizen_id = @CitizenId ORDER BY id;

            {OwnObjectionRow.OfCitizen};
            SELECT id, kind, text, places, closes_on, state, word, created_at FROM laureate_offers WHERE citizen_id = @CitizenId ORDER BY id;

            SELECT r.id, o.laureate_id, o.kind, r.message, r.state, r.word, r.created_at
            FROM offer_requests r JOIN laureate_offers o ON o.id = r.offer_id
            WHERE r.citizen_id = @CitizenId ORDER BY r.id;
            """;
        return db.Multiple(
            sql,
            new
            {
                session.SessionId,
                session.CitizenId,
                now,
            },
            async grid =>
                await grid.ReadFirstOrDefaultAsync<CitizenRow>() is { } citizen
                    ? new AccountFile
                    {
                        OpenId = citizen.OpenId,
                        Id = citizen.Id,
                        CreatedAt = citizen.CreatedAt,
                        Phone = citizen.PhoneCipher is null
                            ? null
                            : cipher.Decrypt(CitizenPhones.Purpose, citizen.PhoneCipher),
                        PolicyConsents = (await grid.ReadAsync<PolicyConsent>()).AsList(),
                        ConsentsToBeNamed = (await grid.ReadAsync<ConsentToBeNamed>()).AsList(),
                        Invitations = (await grid.ReadAsync<AnsweredInvitation>()).AsList(),
                        Logins = (await grid.ReadAsync<Login>()).AsList(),
                        MessageCredits = (await grid.ReadAsync<MessageCredit>()).AsList(),
                        Messages = (await grid.ReadAsync<ToldMessage>()).AsList(),
                        Photos = (await grid.ReadAsync<OwnPhoto>()).AsList(),
                        Files = [.. (await grid.ReadAsync<FileRow>()).Select(FileOf)],
                        Reports = (await grid.ReadAsync<OwnReport>()).AsList(),
                        Objections = [.. (await grid.ReadAsync<OwnObjectionRow>()).Select(row => row.Open(cipher))],
                        Offers = (await grid.ReadAsync<OwnOffer>()).AsList(),
                        OfferRequests = (await grid.ReadAsync<OwnOfferRequest>()).AsList(),
                    }
                    : null,
            cancellationToken
        );
    }

    private OwnFile FileOf(FileRow row) =>
        new(
            row.Id,
            cipher.Decrypt(FileStore.NamePurpose, row.SealedName),
            row.Kind,
            row.Size,
            row.ApplicationId,
            row.CreatedAt
        );

    private sealed record CitizenRow
    {
        public Guid Id { get; init; }
        public string OpenId { get; init; } = "";
        public DateTimeOffset CreatedAt { get; init; }
        public byte[]? PhoneCipher { get; init; }
    }

    private sealed record FileRow
    {
        public Guid Id { get; init; }
        public byte[] SealedName { get; init; } = [];
        public string Kind { get; init; } = "";
        public int Size { get; init; }
        public Guid? ApplicationId { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
    }
}
