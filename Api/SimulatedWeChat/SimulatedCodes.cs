using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>Draws a plain QR code where WeChat draws its round one, and makes links that lead nowhere.</summary>
public sealed partial class SimulatedCodes(SimulatedTokens tokens)
{
    private const int PixelsPerModule = 8;
    private const int MostDays = 30;

    public IResult Draw([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body)
    {
        var scene = body.Text("scene") ?? "";
        return tokens.Refuse(token)
            ?? (
                scene.Length is 0 or > 32 ? SimulatedAnswers.Refuse(40169)
                : !SceneSigns().IsMatch(scene)
                || body.GetRawText().Contains("\\u0026", StringComparison.OrdinalIgnoreCase)
                    ? SimulatedAnswers.Refuse(40129)
                : body.Text("page") is ['/', ..] ? SimulatedAnswers.Refuse(41030)
                : TypedResults.File(Png(scene), "image/png")
            );
    }

    public IResult Link([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body) =>
        tokens.Refuse(token)
        ?? (
            body.Number("expire_interval") is not (>= 1 and <= MostDays) ? SimulatedAnswers.Refuse(85401)
            : !body.TryGetProperty("jump_wxa", out var jump) || jump.Text("path") is null
                ? SimulatedAnswers.Refuse(40165)
            : TypedResults.Json(
                new
                {
                    errcode = 0,
                    errmsg = "ok",
                    openlink = $"weixin://dl/business/?t={SimulatedSecrets.Draw(12)}",
                }
            )
        );

    private static byte[] Png(string scene)
    {
        using var data = QRCodeGenerator.GenerateQrCode(scene, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(PixelsPerModule);
    }

    [GeneratedRegex(
        @"^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex SceneSigns();
}
