using Craftsman.Domain.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class GetStaffMember
{
    public sealed record Response(
        Guid Id,
        string UserName,
        string DisplayName,
        IReadOnlyList<StaffRole> Roles,
        IReadOnlyList<string> Districts,
        Guid? OrganizationId,
        bool MustChangePassword
    );

    /// <summary>我的工作账号</summary>
    public static Ok<Response> Handle(StaffCaller caller)
    {
        var staff = caller.Staff;
        return TypedResults.Ok(
            new Response(
                staff.Id,
                staff.UserName,
                staff.DisplayName,
                staff.Roles,
                staff.Districts,
                staff.OrganizationId,
                staff.MustChangePassword
            )
        );
    }
}
