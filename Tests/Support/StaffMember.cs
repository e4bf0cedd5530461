namespace Craftsman.Tests.Support;

/// <summary>A member of staff at a desk: speaks the admin API.</summary>
public sealed record StaffMember(string UserName, ApiClient Api, string AccessToken, string RefreshToken)
{
    public static async Task<StaffMember> LogIn(ApiClient anonymous, string userName, string password)
    {
        var answer = (await anonymous.Post("/admin/v1/auth/login", new { userName, password })).Should(200);
        var token = answer.Word("accessToken");
        return new StaffMember(userName, anonymous.With(token), token, answer.Word("refreshToken"));
    }

    public StaffMember At(ApiClient instance) => this with { Api = instance.With(AccessToken) };
}
