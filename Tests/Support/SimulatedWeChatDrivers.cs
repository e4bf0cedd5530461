namespace Craftsman.Tests.Support;

/// <summary>Sets up the simulated WeChat of one instance.</summary>
public static class SimulatedWeChatDrivers
{
    /// <summary>Replaces all switches; without any, WeChat is well again.</summary>
    public static async Task WeChatIs(this ApiClient instance, object? switches = null) =>
        (await instance.Post("/simulated-wechat/switches", switches ?? new { })).Should(204);

    /// <summary>A login code that works once.</summary>
    public static async Task<string> NewLoginCode(this ApiClient instance, string name) =>
        (await instance.Post($"/simulated-wechat/codes?name={name}")).Should(200).Word("code");

    /// <summary>Everything that must not stand in a log.</summary>
    public static async Task<IReadOnlyList<string>> WeChatSecrets(this ApiClient instance) =>
        [
            .. (await instance.Get("/simulated-wechat/secrets"))
                .Should(200)
                .Json.EnumerateArray()
                .Select(secret => secret.GetString()!),
        ];

    public static Task<Answer> BindsPhone(this Citizen citizen, string code, string? key = null) =>
        citizen.Api.Post("/api/v1/me/phone", new { code }, key);
}
