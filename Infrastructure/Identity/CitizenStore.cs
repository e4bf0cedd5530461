using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Citizens as WeChat knows them.</summary>
public static class CitizenStore
{
    /// <summary>Takes from the row whom it was about, and the stored answers to their writes.</summary>
    public static async Task Forget(Work work, Guid citizenId)
    {
        const string keys = "DELETE FROM idempotency_keys WHERE citizen_id = @citizenId";
        const string forget = """
            UPDATE citizens
            SET openid = NULL, phone_cipher = NULL, phone_index = NULL, phone_code_hash = NULL
            WHERE id = @citizenId
            """;
        await work.Execute(keys, new { citizenId });
        await work.Execute(forget, new { citizenId });
    }

    /// <summary>The citizen with this openid, made now if we never met. Two first logins at once end in one citizen: the unique key decides.</summary>
    public static async Task<Guid> FindOrAdd(Work work, string openId, DateTimeOffset now)
    {
        const string find = "SELECT id FROM citizens WHERE openid = @openId";
        const string add = "INSERT INTO citizens (id, openid, created_at) VALUES (@id, @openId, @now)";
        if (await work.FirstOrNothing<Guid?>(find, new { openId }) is { } known)
        {
            return known;
        }

        var id = Guid.CreateVersion7(now);
        return
            await work.InsertUnlessDuplicate(
                add,
                new
                {
                    id,
                    openId,
                    now,
                }
            )
                is null
            ? id
            : (await work.FirstOrNothing<Guid?>(find, new { openId }))!.Value;
    }
}
