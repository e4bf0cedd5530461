namespace Craftsman.Infrastructure.WeChat;

/// <summary>What a failure asks for.</summary>
public enum WeChatRemedy
{
    /// <summary>Busy, over a limit of the minute, or no usable answer: the same may succeed later.</summary>
    Retry,

    /// <summary>The code or the session of the citizen is spent: the mini program fetches a new one and sends that.</summary>
    LogInAgain,

    /// <summary>Account, settings, a quota of the day or a fault of ours: nothing helps until somebody acts.</summary>
    Alarm,

    /// <summary>WeChat has decided about this one request, and asking again changes nothing.</summary>
    Final,
}

/// <summary>WeChat's errcodes and what each asks for, in one table for all calls. An errcode we do not know wants somebody to look at it.</summary>
public static class WeChatErrors
{
    public const int Busy = -1;
    public const int HighRiskUser = 40226;

    /// <summary>The calls of this minute are used up.</summary>
    public const int TooOften = 45011;

    /// <summary>The citizen never agreed to the message, has spent the consent, or switched messages off.</summary>
    public const int NotSubscribed = 43101;

    /// <summary>Another message to the same citizen is on its way.</summary>
    public const int SendingTogether = 43108;

    /// <summary>The citizen was not in the mini program within the last two hours.</summary>
    public const int NotActive = 61010;

    public static WeChatRemedy RemedyOf(int errorCode) =>
        errorCode switch
        {
            Busy or SendingTogether or 44990 or 44991 or TooOften => WeChatRemedy.Retry,
            40029 or 40163 or 87007 or 87009 => WeChatRemedy.LogInAgain,
            40003 or HighRiskUser or NotSubscribed or 43104 or 45168 or 47003 or NotActive or 87014 =>
                WeChatRemedy.Final,
            _ => WeChatRemedy.Alarm,
        };

    /// <summary>The access token is wrong, expired or no longer the latest: worth one more try with a newly fetched one.</summary>
    public static bool IsTokenRefused(int? errorCode) => errorCode is 40001 or 40014 or 42001;
}
