using System.Text.Json;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Audit;

/// <summary>The append-only record of what staff did (law 9), and of what jobs did in their place.</summary>
public static class AuditLog
{
    /// <summary>Writes an entry in the transaction of the act. <paramref name="detail"/> is stored as JSON and must hold no personal data.</summary>
    /// <param name="staffId">Null where a job acted.</param>
    public static Task Record(
        Work work,
        Guid? staffId,
        string action,
        string subjectKind,
        Guid subjectId,
        DateTimeOffset now,
        object? detail = null
    )
    {
        const string sql = """
            INSERT INTO audit_entries (id, at, staff_id, action, subject_kind, subject_id, detail)
            VALUES (@Id, @now, @staffId, @action, @subjectKind, @subjectId, @Detail)
            """;
        return work.Execute(
            sql,
            new
            {
                Id = Guid.CreateVersion7(now),
                now,
                staffId,
                action,
                subjectKind,
                subjectId,
                Detail = detail is null ? null : JsonSerializer.Serialize(detail, JsonSerializerOptions.Web),
            }
        );
    }
}
