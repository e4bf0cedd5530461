using Craftsman.Api.Http;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Identity;

public static class IdentityRoutes
{
    public static void MapIdentity(this RouteGroupBuilder miniProgram)
    {
        var auth = miniProgram.MapGroup("/auth").WithTags("登录");
        auth.MapPost("/wechat", LogInWithWeChat.Handle)
            .AllowAnonymous()
            .LimitLogins()
            .ProducesProblem(401)
            .ProducesProblem(403);
        auth.MapPost("/refresh", RefreshSession.OfCitizen).AllowAnonymous().ProducesProblem(401);
        auth.MapPost("/logout", LogOut.OfCitizen);

        var me = miniProgram.MapGroup("/me").WithTags("我的");
        me.MapGet("", GetCitizen.Handle);
        me.MapDelete("", DeleteAccount.Handle);
        me.MapGet("/export", ExportAccount.Handle).LimitExports();
        me.MapPost("/phone", BindPhone.Handle).ProducesProblem(409).ProducesProblem(503);
        var consent = $"/consents/{{kind:regex(^({string.Join('|', Enum.GetNames<ConsentKind>())})$)}}";
        me.MapPost(consent, AgreeToPolicy.Handle).ProducesProblem(409);
        me.MapDelete(consent, WithdrawFromPolicy.Handle);
    }

    public static void MapStaffIdentity(this RouteGroupBuilder admin)
    {
        var auth = admin.MapGroup("/auth").WithTags("登录");
        auth.MapPost("/login", LogInStaff.Handle)
            .AllowAnonymous()
            .LimitStaffLogins<LogInStaff.Request>(request => request.UserName)
            .ProducesProblem(401);
        auth.MapPost("/refresh", RefreshSession.OfStaff).AllowAnonymous().LimitWrites().ProducesProblem(401);
        auth.MapPost("/logout", LogOut.OfStaff);
        admin.MapGet("/me", GetStaffMember.Handle).WithTags("登录");
    }
}
