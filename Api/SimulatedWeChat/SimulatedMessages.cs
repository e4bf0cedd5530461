using System.Collections.Concurrent;
using System.Text.Json;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Mvc;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>
/// One-time messages: each acceptance, which <c>POST accepts</c> stands for, is good for one message of that template to that person.
/// <c>GET messages</c> shows what a person was sent.
/// </summary>
public sealed class SimulatedMessages(TimeProvider clock, SimulatedTokens tokens)
{
    private readonly ConcurrentDictionary<(string OpenId, string TemplateId), int> credits = new();
    private readonly ConcurrentQueue<Sent> sent = new();

    private sealed record Sent(string OpenId, string TemplateId, string? Page, JsonElement Data, DateTimeOffset At);

    public void Map(IEndpointRouteBuilder wechat, IEndpointRouteBuilder standIn)
    {
        wechat.MapPost("/cgi-bin/message/subscribe/send", Send);
        standIn.MapPost("/accepts", Accept);
        standIn.MapGet("/messages", Of);
    }

    internal IResult Accept(string name, string templateId, int? count)
    {
        credits.AddOrUpdate((SimulatedPeople.OpenIdOf(name), templateId), count ?? 1, (_, had) => had + (count ?? 1));
        return TypedResults.NoContent();
    }

    internal IResult Of(string name) =>
        TypedResults.Json(
            sent.Where(message => message.OpenId == SimulatedPeople.OpenIdOf(name))
                .Select(message => new
                {
                    message.TemplateId,
                    message.Page,
                    message.Data,
                    message.At,
                })
        );

    internal IResult Send([FromQuery(Name = "access_token")] string? token, [FromBody] JsonElement body)
    {
        if (tokens.Refuse(token) is { } refusal)
        {
            return refusal;
        }

        if (body.Text("touser") is not { Length: > 0 } openId)
        {
            return SimulatedAnswers.Refuse(40003);
        }

        if (body.Text("template_id") is not { Length: > 0 } templateId)
        {
            return SimulatedAnswers.Refuse(40037);
        }

        if (!body.TryGetProperty("data", out var data) || !IsWellFormed(data))
        {
            return SimulatedAnswers.Refuse(47003);
        }

        if (!TrySpend((openId, templateId)))
        {
            return SimulatedAnswers.Refuse(WeChatErrors.NotSubscribed);
        }

        sent.Enqueue(new Sent(openId, templateId, body.Text("page"), data.Clone(), clock.GetUtcNow()));
        return SimulatedAnswers.Ok;
    }

    private bool TrySpend((string, string) credit)
    {
        while (credits.TryGetValue(credit, out var left) && left > 0)
        {
            if (credits.TryUpdate(credit, left - 1, left))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No value is empty, of several lines, or longer than its kind allows.</summary>
    private static bool IsWellFormed(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object
        && data.EnumerateObject()
            .All(entry =>
                entry.Value.Text("value") is { Length: > 0 } value
                && !value.Any(char.IsControl)
                && value.Length <= MostOf(entry.Name.TrimEnd([.. "0123456789"]))
            );

    private static int MostOf(string kind) =>
        kind switch
        {
            "thing" or "name" => 20,
            "phrase" or "symbol" => 5,
            "car_number" => 8,
            "phone_number" => 17,
            "number" or "letter" or "character_string" => 32,
            _ => 64,
        };
}
