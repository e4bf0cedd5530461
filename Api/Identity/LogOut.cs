using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

/// <summary>Ends the session of the token, with every refresh token of its family. Logging out twice is no error.</summary>
public static class LogOut
{
    /// <summary>退出登录</summary>
    public static async Task<NoContent> OfCitizen(CitizenCaller citizen, Db db, CancellationToken cancellationToken)
    {
        await db.Write<object>(
            async work =>
            {
                await SessionStore.Revoke(work, citizen.Session.SessionId, citizen.Now);
                return new object();
            },
            cancellationToken
        );
        return TypedResults.NoContent();
    }

    /// <summary>工作人员退出登录</summary>
    public static async Task<NoContent> OfStaff(StaffCaller staff, Db db, CancellationToken cancellationToken)
    {
        await db.Write<object>(
            async work =>
            {
                await SessionStore.Revoke(work, staff.SessionId, staff.Now);
                await AuditLog.Record(work, staff.Id, "staff.logged-out", "session", staff.SessionId, staff.Now);
                return new object();
            },
            cancellationToken
        );
        return TypedResults.NoContent();
    }
}
