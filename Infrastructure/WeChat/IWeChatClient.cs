using System.Net;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// WeChat's server API: the one border we do not own. Every call ends within five seconds or a little more; a failure says what to do
/// about it and never throws. Only the caller's own cancellation does.
/// </summary>
public interface IWeChatClient
{
    /// <summary>
    /// Exchanges the code of <c>wx.login</c> (single use, five minutes) for the citizen's openid. A code is never sent twice: when the
    /// answer is lost, a second try would be told that the code was used, so the citizen logs in again.
    /// </summary>
    Task<CodeToSessionOutcome> CodeToSession(string code, CancellationToken cancellationToken);

    /// <summary>
    /// The phone behind the code of the phone button (single use, five minutes from the tap, not the code of <c>wx.login</c>). WeChat
    /// checks that code and citizen belong together. Never sent twice.
    /// </summary>
    Task<WeChatAnswer<CitizenPhone>> GetPhoneNumber(string code, string openId, CancellationToken cancellationToken);

    /// <summary>
    /// Checks text (msgSecCheck v2), in pieces when it is longer than WeChat takes; the worst verdict stands for the whole. The citizen
    /// must have been in the mini program within two hours (else <see cref="WeChatErrors.NotActive"/>), so it is asked at submit.
    /// </summary>
    Task<WeChatAnswer<SafetyVerdict>> CheckText(
        string openId,
        SafetyScene scene,
        string content,
        CancellationToken cancellationToken
    );

    /// <summary>Asks for a check of a picture (mediaCheckAsync v2); the verdict is pushed within half an hour and names the ticket's trace_id.</summary>
    /// <param name="mediaUrl">WeChat fetches it without logging in, so it stays good for an hour at least.</param>
    Task<WeChatAnswer<CheckTicket>> CheckImage(
        string openId,
        SafetyScene scene,
        Uri mediaUrl,
        CancellationToken cancellationToken
    );

    /// <summary>How likely the citizen is to cheat in a campaign, from 0 to 4. Advice only: without it our own rules decide.</summary>
    Task<WeChatAnswer<RiskRank>> GetUserRiskRank(
        string openId,
        RiskScene scene,
        IPAddress clientAddress,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Sends a message the citizen agreed to. Sending is not repeatable: after a failure that <see cref="WeChatFailure.MayHaveHappened"/>
    /// it stays unknown whether it arrived.
    /// </summary>
    /// <param name="data">The template's values by their keys, such as <c>thing1</c>.</param>
    Task<WeChatAnswer<MessageSent>> SendSubscribeMessage(
        string openId,
        string templateId,
        string? page,
        IReadOnlyDictionary<string, string> data,
        CancellationToken cancellationToken
    );

    /// <summary>Draws a mini program code, good for ever and without a total limit.</summary>
    /// <param name="scene">1 to 32 signs that the page receives; an opaque id, never personal data.</param>
    /// <param name="page">Without leading slash and query.</param>
    /// <param name="width">Pixels, 280 to 1280.</param>
    Task<WeChatAnswer<CodeImage>> GetUnlimitedQRCode(
        string scene,
        string? page,
        int width,
        CancellationToken cancellationToken
    );

    /// <summary>A link from outside WeChat into a released page of the mini program.</summary>
    /// <param name="validDays">1 to 30.</param>
    Task<WeChatAnswer<SchemeLink>> GenerateScheme(
        string path,
        string query,
        int validDays,
        CancellationToken cancellationToken
    );
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

/// <param name="Number">With the area code for foreign numbers, without it for Chinese ones.</param>
public sealed record CitizenPhone(string Number, string CountryCode);

/// <summary>Where a citizen's text or picture will stand.</summary>
public enum SafetyScene
{
    Profile = 1,
    Comment = 2,
    Forum = 3,
    SocialLog = 4,
}

/// <summary>From good to bad, so that the greater is the worse.</summary>
public enum SafetySuggestion
{
    Pass,

    /// <summary>A human decides.</summary>
    Review,
    Risky,
}

/// <param name="Label">What WeChat found, such as 100 nothing, 10001 advertisement, 20001 politics, 20002 pornography.</param>
public sealed record SafetyVerdict(SafetySuggestion Suggestion, int Label, string TraceId);

/// <param name="TraceId">The pushed verdict names it.</param>
public sealed record CheckTicket(string TraceId);

public enum RiskScene
{
    Registration = 0,
    Campaign = 1,
    Content = 2,
}

/// <summary>0 nothing known; 1 and 2 a simple check; 3 lower the weight; 4 do not count (WeChat's own advice).</summary>
public sealed record RiskRank(int Value);

/// <summary>WeChat took the message.</summary>
public sealed record MessageSent;

public sealed record CodeImage(byte[] Bytes, string MediaType);

public sealed record SchemeLink(string OpenLink);
