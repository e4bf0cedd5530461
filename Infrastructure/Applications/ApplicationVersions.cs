using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Applications;

/// <summary>Keeps the form as it was each time it was submitted: what a reviewer decided on can be read after a supplement has changed it.</summary>
internal static class ApplicationVersions
{
    /// <summary>The content that was submitted last, as it is stored. Not of a draft.</summary>
    public static async Task<byte[]> Latest(Work work, Guid applicationId)
    {
        const string sql = """
            SELECT content
            FROM application_versions
            WHERE application_id = @applicationId
            ORDER BY number DESC
            LIMIT 1
            """;
        return (await work.FirstOrNothing<byte[]>(sql, new { applicationId }))!;
    }

    /// <summary>The caller holds the application.</summary>
    /// <param name="content">As it is stored, encrypted.</param>
    public static Task<int> Keep(Work work, Guid applicationId, byte[] content, Guid? staffId, DateTimeOffset now)
    {
        const string sql = """
            INSERT INTO application_versions (application_id, number, content, submitted_at, staff_id)
            SELECT @applicationId, COALESCE(MAX(number), 0) + 1, @content, @now, @staffId
            FROM application_versions
            WHERE application_id = @applicationId
            """;
        return work.Execute(
            sql,
            new
            {
                applicationId,
                content,
                now,
                staffId,
            }
        );
    }
}
