using Craftsman.Tests.Support;

namespace Craftsman.Tests.Identity;

public sealed class LogInStaffTests(App app)
{
    [Theory]
    [InlineData("Nobody")]
    [InlineData("管理员")]
    public async Task A_user_name_nobody_has_is_told_like_a_wrong_password(string userName)
    {
        (
            await app.Anonymous.Post("/admin/v1/auth/login", new { userName, password = "a password that nobody has" })
        ).ShouldRefuse(401, "staff-login-failed");
    }
}
