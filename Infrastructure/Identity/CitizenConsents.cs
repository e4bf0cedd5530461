using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Writes what citizens agree to; what they agreed to once stays on record with the day it ended.</summary>
public static class CitizenConsents
{
    /// <summary>Agrees to a version, in place of an older one. The same version again changes nothing; of two at once the unique key keeps one.</summary>
    public static async Task Agree(
        Work work,
        Guid citizenId,
        ConsentKind kind,
        string policyVersion,
        DateTimeOffset now
    )
    {
        const string replace = """
            UPDATE citizen_consents
            SET withdrawn_at = @now, is_living = NULL
            WHERE citizen_id = @citizenId AND kind = @Kind AND is_living = 1 AND policy_version <> @policyVersion
            """;
        const string add = """
            INSERT INTO citizen_consents (id, citizen_id, kind, policy_version, agreed_at, is_living)
            VALUES (@Id, @citizenId, @Kind, @policyVersion, @now, 1)
            """;
        var parameters = new
        {
            Id = Guid.CreateVersion7(now),
            citizenId,
            Kind = kind.ToString(),
            policyVersion,
            now,
        };
        await work.Execute(replace, parameters);
        await work.InsertUnlessDuplicate(add, parameters);
    }

    /// <summary>Takes the consent back; nothing happens when none was given.</summary>
    public static Task Withdraw(Work work, Guid citizenId, ConsentKind kind, DateTimeOffset now)
    {
        const string sql = """
            UPDATE citizen_consents
            SET withdrawn_at = @now, is_living = NULL
            WHERE citizen_id = @citizenId AND kind = @Kind AND is_living = 1
            """;
        return work.Execute(
            sql,
            new
            {
                citizenId,
                Kind = kind.ToString(),
                now,
            }
        );
    }
}
