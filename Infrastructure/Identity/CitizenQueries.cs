using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>A citizen's own file.</summary>
public sealed record CitizenFile(Guid Id, string? PhoneMasked, IReadOnlyList<LivingConsent> Consents);

/// <summary>A consent that was not withdrawn.</summary>
public sealed record LivingConsent
{
    public ConsentKind Kind { get; init; }
    public string PolicyVersion { get; init; } = "";
    public DateTimeOffset AgreedAt { get; init; }
}

/// <summary>Who WeChat is asked about, and which code brought the phone on record. Stays on the server.</summary>
public sealed record PhoneHolder(string OpenId, byte[]? CodeHash, string? PhoneMasked);

/// <summary>Reads what we keep about a citizen.</summary>
public sealed class CitizenQueries(Db db, DataCipher cipher)
{
    /// <summary>Null when the account was deleted.</summary>
    public async Task<CitizenFile?> File(Guid citizenId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT kind, policy_version, agreed_at
            FROM citizen_consents
            WHERE citizen_id = @citizenId AND is_living = 1
            ORDER BY kind
            """;
        return await PhoneHolder(citizenId, cancellationToken) is { } holder
            ? new CitizenFile(
                citizenId,
                holder.PhoneMasked,
                await db.List<LivingConsent>(sql, new { citizenId }, cancellationToken)
            )
            : null;
    }

    /// <summary>Null when the account was deleted.</summary>
    public async Task<PhoneHolder?> PhoneHolder(Guid citizenId, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT openid AS OpenId, phone_cipher, phone_code_hash
            FROM citizens
            WHERE id = @citizenId AND openid IS NOT NULL
            """;
        return await db.FirstOrNothing<Row>(sql, new { citizenId }, cancellationToken) is { } row
            ? new PhoneHolder(
                row.OpenId,
                row.PhoneCodeHash,
                row.PhoneCipher is null ? null : Phone.Mask(cipher.Decrypt(CitizenPhones.Purpose, row.PhoneCipher))
            )
            : null;
    }

    private sealed record Row
    {
        public string OpenId { get; init; } = "";
        public byte[]? PhoneCipher { get; init; }
        public byte[]? PhoneCodeHash { get; init; }
    }
}
