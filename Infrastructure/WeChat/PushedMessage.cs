using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>A push whose sender is proven: what it is called, what makes it the same push when it comes again, and its text as it came.</summary>
/// <param name="Name">The event's name, or the type of a message.</param>
public sealed record PushedMessage(string Name, byte[] DedupKey, byte[] Text)
{
    private const int MaxNameLength = 64;

    /// <returns>Null when the text lacks what every push has.</returns>
    public static PushedMessage? Read(byte[] text)
    {
        if (PushBody.Read(text) is not { } fields)
        {
            return null;
        }

        var type = fields.GetValueOrDefault("MsgType", "");
        if (type == "event")
        {
            var name = fields.GetValueOrDefault("Event", "");
            var sender = fields.GetValueOrDefault("FromUserName", "");
            var time = fields.GetValueOrDefault("CreateTime", "");
            return IsName(name) && sender.Length > 0 && time.Length > 0
                ? new PushedMessage(
                    name,
                    Hash("event", sender, time, name, fields.GetValueOrDefault("trace_id", "")),
                    text
                )
                : null;
        }

        var id = fields.GetValueOrDefault("MsgId", "");
        return IsName(type) && id.Length > 0 ? new PushedMessage(type, Hash("message", id), text) : null;
    }

    /// <summary>Names are logged, so they hold nothing but the signs that WeChat's names are made of.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static byte[] Hash(params string[] parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
}
