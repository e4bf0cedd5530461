using System.Collections.Concurrent;
using System.Text.Json;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Mvc;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>A picture that was sent for a check and whose verdict is yet to be pushed.</summary>
public sealed record PendingCheck(string TraceId, string OpenId, string MediaUrl, DateTimeOffset At);

/// <summary>
/// Checks by words: text with 违规内容 is risky, with 疑似内容 for review, with 检查繁忙 the check is busy; all other text passes. A person
/// whose name ends in risk0 to risk4 has that rank. Pictures wait in <see cref="TakePending"/> for <see cref="SimulatedVerdicts"/>.
/// </summary>
public sealed class SimulatedSafety(TimeProvider clock, SimulatedPeople people, SimulatedTokens tokens)
{
    private const int MostCharacters = 2500;
    private readonly ConcurrentQueue<PendingCheck> pending = new();

    /// <summary>The checks asked for since the last time, oldest first; each is given out once.</summary>
    public IReadOnlyList<PendingCheck> TakePending()
    {
        List<PendingCheck> taken = [];
        while (pending.TryDequeue(out var check))
        {
            taken.Add(check);
        }

        return taken;
    }

    public IResult CheckText([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body)
    {
        if (WhyNot(token, body, scenes: [1, 2, 3, 4]) is { } refusal)
        {
            return refusal;
        }

        var content = body.Text("content") ?? "";
        return content.Length == 0 ? SimulatedAnswers.Refuse(44002)
            : content.Length > MostCharacters ? SimulatedAnswers.Refuse(40097)
            : content.Contains("检查繁忙", StringComparison.Ordinal) ? SimulatedAnswers.Refuse(WeChatErrors.Busy)
            : content.Contains("违规内容", StringComparison.Ordinal) ? Judge("risky", 20001)
            : content.Contains("疑似内容", StringComparison.Ordinal) ? Judge("review", 21000)
            : Judge("pass", 100);
    }

    public IResult CheckMedia([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body)
    {
        if (WhyNot(token, body, scenes: [1, 2, 3, 4]) is { } refusal)
        {
            return refusal;
        }

        if (
            body.Number("media_type") != 2
            || body.Text("media_url") is not { } url
            || !Uri.IsWellFormedUriString(url, UriKind.Absolute)
        )
        {
            return SimulatedAnswers.Refuse(40097);
        }

        var check = new PendingCheck(SimulatedSecrets.Draw(32), body.Text("openid")!, url, clock.GetUtcNow());
        pending.Enqueue(check);
        return TypedResults.Json(
            new
            {
                errcode = 0,
                errmsg = "ok",
                trace_id = check.TraceId,
            }
        );
    }

    public IResult RankRisk([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body)
    {
        if (WhyNot(token, body, scenes: [0, 1, 2]) is { } refusal)
        {
            return refusal;
        }

        var name = people.NameOf(body.Text("openid")!);
        var rank = name.Length > 5 && name[^5..^1] == "risk" && name[^1] is >= '0' and <= '4' ? name[^1] - '0' : 0;
        return TypedResults.Json(
            new
            {
                errcode = 0,
                errmsg = "getuserriskrank succ",
                risk_rank = rank,
                unoin_id = 123456,
            }
        );
    }

    private IResult? WhyNot(string? token, JsonElement body, ReadOnlySpan<int> scenes) =>
        tokens.Refuse(token)
        ?? (
            body.Text("openid") is not { Length: > 0 } openId ? SimulatedAnswers.Refuse(40003)
            : body.Number("scene") is not { } scene || !scenes.Contains(scene) ? SimulatedAnswers.Refuse(40129)
            : !people.IsActive(openId) ? SimulatedAnswers.Refuse(WeChatErrors.NotActive)
            : null
        );

    internal static IResult Judge(string suggest, int label) =>
        TypedResults.Json(
            new
            {
                errcode = 0,
                errmsg = "ok",
                trace_id = SimulatedSecrets.Draw(32),
                result = new { suggest, label },
                detail = new[]
                {
                    new
                    {
                        strategy = "content_model",
                        errcode = 0,
                        suggest,
                        label,
                        prob = 90,
                    },
                },
            }
        );
}
