using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Identity;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Accounts of staff.</summary>
public static class StaffStore
{
    /// <summary>Adds an account, or says null when the user name is taken.</summary>
    /// <param name="districts">Where the person works; none means everywhere (municipal).</param>
    public static async Task<Guid?> TryAdd(
        Work work,
        string userName,
        string displayName,
        string password,
        IReadOnlyList<StaffRole> roles,
        IReadOnlyList<string> districts,
        Guid? organizationId,
        bool mustChangePassword,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO staff (id, user_name, display_name, password_hash, must_change_password, organization_id, created_at)
            VALUES (@id, @userName, @displayName, @PasswordHash, @mustChangePassword, @organizationId, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var refused = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                userName,
                displayName,
                PasswordHash = new PasswordHasher<object>().HashPassword(new object(), password),
                mustChangePassword,
                organizationId,
                now,
            }
        );
        if (refused is not null)
        {
            return null;
        }

        foreach (var role in roles)
        {
            await work.Execute(
                "INSERT INTO staff_roles (staff_id, role) VALUES (@id, @Role)",
                new { id, Role = role.ToString() }
            );
        }

        foreach (var district in districts)
        {
            await work.Execute(
                "INSERT INTO staff_districts (staff_id, district) VALUES (@id, @district)",
                new { id, district }
            );
        }

        return id;
    }
}
