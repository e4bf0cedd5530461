using System.Globalization;
using Craftsman.Domain;
using Craftsman.Domain.WeChat;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>What stands in the query of a push. <c>signature</c> never covers the body; <c>msg_signature</c> covers what is encrypted.</summary>
public sealed record PushQuery(
    string Signature,
    string Timestamp,
    string Nonce,
    string EncryptType,
    string MessageSignature
);

/// <summary>Proves that a push comes from WeChat and is meant for us, and reads it.</summary>
public sealed class MessagePush(IOptions<WeChatOptions> options)
{
    /// <summary>How far a signed time may be from ours. An older push is taken only when it is known, for WeChat may repeat a push with its first time.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly WeChatOptions wechat = options.Value;

    public bool IsOn => wechat.PushToken.Length > 0;

    public static bool IsFresh(PushQuery query, DateTimeOffset now) =>
        long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Freshness;

    /// <summary>Whether token, time and nonce are signed, as in the check of the address and in plain pushes.</summary>
    public bool IsSigned(PushQuery query) =>
        PushSignature.IsGenuine(query.Signature, wechat.PushToken, query.Timestamp, query.Nonce);

    public Decision<PushedMessage> Read(PushQuery query, byte[] body)
    {
        if (wechat.PushMode == PushMode.Plain)
        {
            return IsSigned(query) ? OrInvalid(PushedMessage.Read(body)) : PushRefusals.SignatureInvalid;
        }

        if (query.EncryptType != "aes" || query.MessageSignature.Length == 0)
        {
            return PushRefusals.SignatureInvalid;
        }

        if (PushBody.Read(body)?.GetValueOrDefault("Encrypt") is not { } encrypted)
        {
            return PushRefusals.BodyInvalid;
        }

        if (!PushSignature.IsGenuine(query.MessageSignature, wechat.PushToken, query.Timestamp, query.Nonce, encrypted))
        {
            return PushRefusals.SignatureInvalid;
        }

        return OrInvalid(
            PushCipher.Open(wechat.PushAesKey, wechat.AppId, encrypted) is { } text ? PushedMessage.Read(text) : null
        );
    }

    private static Decision<PushedMessage> OrInvalid(PushedMessage? message) =>
        message is null ? PushRefusals.BodyInvalid : message;
}
