namespace Craftsman.Infrastructure.WeChat;

/// <summary>WeChat's server API: the one border we do not own.</summary>
public interface IWeChatClient
{
    /// <summary>
    /// Exchanges the code of <c>wx.login</c> (single use, five minutes) for the citizen's openid. A code is never sent twice: when the
    /// answer is lost, a second try would be told that the code was used, so the citizen logs in again.
    /// </summary>
    Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken);
}

/// <summary>What came of a login code.</summary>
public abstract record CodeToSessionOutcome
{
    private CodeToSessionOutcome() { }

    /// <summary>WeChat knows this citizen. The session_key is dropped where it arrives.</summary>
    public sealed record LoggedIn(string OpenId) : CodeToSessionOutcome;

    /// <summary>The code is wrong, used or older than five minutes (40029, 40163): log in again.</summary>
    public sealed record LoginAgain : CodeToSessionOutcome;

    /// <summary>WeChat holds the user for high-risk (40226): final.</summary>
    public sealed record Blocked : CodeToSessionOutcome;

    /// <summary>Busy, over a limit, unreachable, or our own configuration is refused: later, perhaps after an operator acted.</summary>
    public sealed record Unavailable : CodeToSessionOutcome;
}
