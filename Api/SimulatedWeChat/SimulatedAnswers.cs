using System.Text.Json;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>How WeChat says yes and no: always with status 200.</summary>
internal static class SimulatedAnswers
{
    public static IResult Refuse(int errorCode) =>
        TypedResults.Json(new { errcode = errorCode, errmsg = $"simulated refusal, rid: {SimulatedSecrets.Draw(16)}" });

    public static IResult Ok => TypedResults.Json(new { errcode = 0, errmsg = "ok" });

    /// <summary>A member of a body, or null.</summary>
    public static string? Text(this JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static int? Number(this JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;
}
