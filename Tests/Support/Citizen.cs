namespace Craftsman.Tests.Support;

/// <summary>A citizen with a phone: speaks the mini program's API.</summary>
public sealed record Citizen(string Name, ApiClient Api, string AccessToken, string RefreshToken)
{
    public static async Task<Citizen> LogIn(ApiClient anonymous, string name)
    {
        var answer = (await anonymous.Post("/api/v1/auth/wechat", new { code = $"dev:{name}" })).Should(200);
        var token = answer.Word("accessToken");
        return new Citizen(name, anonymous.With(token), token, answer.Word("refreshToken"));
    }

    /// <summary>The same citizen, with the same token, at another instance.</summary>
    public Citizen At(ApiClient instance) => this with { Api = instance.With(AccessToken) };
}
