using System.Globalization;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// What WeChat's check says about pictures, by trace_id. A verdict may come twice, late, or before the answer that told us its
/// trace_id; all are recorded alike and the first stands, so whoever asks by trace_id finds it.
/// </summary>
public static class MediaVerdicts
{
    public const string Event = "wxa_media_check";

    private const int MaxTraceLength = 64;

    public static async Task<bool> Record(Work work, PushedEvent pushed)
    {
        const string sql = """
            INSERT INTO wechat_media_verdicts (trace_id, suggest, label, errcode, at)
            VALUES (@trace, @suggest, @label, @errorCode, @ReceivedAt)
            """;
        var trace = pushed.Fields.GetValueOrDefault("trace_id", "");
        if (trace.Length is 0 or > MaxTraceLength || trace.Any(letter => letter is <= ' ' or > '~'))
        {
            return false;
        }

        var errorCode = ErrorCodeOf(pushed);
        var suggest = pushed.Fields.GetValueOrDefault("result.suggest");
        await work.InsertUnlessDuplicate(
            sql,
            new
            {
                trace,
                suggest = errorCode == 0 && suggest is "pass" or "review" or "risky" ? suggest : null,
                label = int.TryParse(
                    pushed.Fields.GetValueOrDefault("result.label"),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var label
                )
                    ? label
                    : (int?)null,
                errorCode,
                pushed.ReceivedAt,
            }
        );
        return true;
    }

    /// <summary>The old style calls it status_code and writes -1008 as 4294966288.</summary>
    private static int ErrorCodeOf(PushedEvent pushed)
    {
        var text = pushed.Fields.GetValueOrDefault("errcode") ?? pushed.Fields.GetValueOrDefault("status_code");
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
            ? unchecked((int)code)
            : 0;
    }
}
