using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class RebindApplication
{
    /// <param name="Mobile">申报人在新微信账号里绑定的手机号</param>
    /// <param name="Reason">为什么换账号、怎样核实是本人；记录在案</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Line(30)] string Mobile,
        [property: Needed, Prose(200)] string Reason
    );

    /// <summary>把申报改到申报人的另一个微信账号</summary>
    /// <remarks>The new account proves itself by the phone that WeChat bound to it; from then on it alone sees the application.</remarks>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        Db db,
        ApplicationRebinding rebinding,
        CancellationToken cancellationToken
    )
    {
        var rebound = await db.Write<WrittenApplication>(
            work =>
                rebinding.Rebind(
                    work,
                    id.Value,
                    request.Version,
                    request.Mobile.Trim(),
                    request.Reason.Trim(),
                    staff.Staff,
                    staff.Now
                ),
            cancellationToken
        );
        return rebound.IsRefused(out var refusal, out var written)
            ? Problems.From(refusal)
            : TypedResults.Ok(ApplicationStatus.For(written));
    }
}
