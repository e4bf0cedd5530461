using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Citizens as WeChat knows them.</summary>
public static class CitizenStore
{
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
