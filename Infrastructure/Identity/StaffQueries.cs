using System.Text;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>A member of staff with a live session.</summary>
public sealed record LiveStaff
{
    public Guid Id { get; init; }
    public Guid SessionId { get; init; }
    public string UserName { get; init; } = "";
    public string DisplayName { get; init; } = "";
    public bool MustChangePassword { get; init; }
    public Guid? OrganizationId { get; init; }
    public OrganizationKind? OrganizationKind { get; init; }
    public IReadOnlyList<StaffRole> Roles { get; init; } = [];

    /// <summary>The districts this person works for; empty means all (municipal).</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];
}

/// <summary>What a login needs to know of an account.</summary>
public sealed record StaffAccount
{
    public Guid Id { get; init; }
    public string PasswordHash { get; init; } = "";
    public bool MustChangePassword { get; init; }
}

public sealed class StaffQueries(Db db)
{
    /// <summary>The person behind a session, or null when the session has ended or the account is disabled.</summary>
    public Task<LiveStaff?> Live(Guid staffId, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT p.id, s.id AS session_id, p.user_name, p.display_name, p.must_change_password, p.organization_id, o.kind AS organization_kind
            FROM sessions s
            JOIN staff p ON p.id = s.staff_id
            LEFT JOIN organizations o ON o.id = p.organization_id
            WHERE s.id = @sessionId AND s.staff_id = @staffId AND s.revoked_at IS NULL AND s.expires_at > @now AND p.disabled_at IS NULL;
            SELECT role FROM staff_roles WHERE staff_id = @staffId ORDER BY role;
            SELECT district FROM staff_districts WHERE staff_id = @staffId ORDER BY district;
            """;
        return db.Multiple(
            sql,
            new
            {
                staffId,
                sessionId,
                now,
            },
            async grid =>
            {
                var staff = await grid.ReadFirstOrDefaultAsync<LiveStaff>();
                var roles = (await grid.ReadAsync<string>()).Select(Enum.Parse<StaffRole>);
                var districts = await grid.ReadAsync<string>();
                return staff is null ? null : staff with { Roles = [.. roles], Districts = [.. districts] };
            },
            cancellationToken
        );
    }

    public async Task<StaffAccount?> Account(string userName, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, password_hash, must_change_password
            FROM staff
            WHERE user_name = @userName AND disabled_at IS NULL
            """;

        // User names are ASCII; the database cannot compare them with anything else and says so with an error.
        return Ascii.IsValid(userName)
            ? await db.FirstOrNothing<StaffAccount>(sql, new { userName }, cancellationToken)
            : null;
    }
}
