namespace Craftsman.Infrastructure.WeChat;

/// <summary>What we take from WeChat's replies. One without error that lacks what we need is as good as lost.</summary>
internal static class WeChatReplies
{
    public static CodeToSessionOutcome Session(WeChatReply reply) =>
        reply switch
        {
            { Failure.ErrorCode: WeChatErrors.HighRiskUser } => new CodeToSessionOutcome.Blocked(),
            { Failure.Remedy: WeChatRemedy.LogInAgain } => new CodeToSessionOutcome.LoginAgain(),
            { Failure: null } when reply.Text("openid") is { Length: > 0 and <= 64 } openId =>
                new CodeToSessionOutcome.LoggedIn(openId),
            _ => new CodeToSessionOutcome.Unavailable(),
        };

    public static WeChatAnswer<CitizenPhone> Phone(WeChatReply reply, string appId) =>
        Read(
            reply,
            () =>
                reply.Text("phone_info", "watermark", "appid") == appId
                && reply.Text("phone_info", "countryCode") is { Length: > 0 } country
                && reply.Text("phone_info", country == "86" ? "purePhoneNumber" : "phoneNumber")
                    is { Length: > 0 and <= 24 } number
                    ? new CitizenPhone(number, country)
                    : null
        );

    /// <summary>The whole counts, not the strategies beside it. A suggestion we do not know is for a human.</summary>
    public static WeChatAnswer<SafetyVerdict> Verdict(WeChatReply reply) =>
        Read(
            reply,
            () =>
                reply.Text("result", "suggest") is not { } suggest
                    ? null
                    : new SafetyVerdict(
                        suggest switch
                        {
                            "pass" => SafetySuggestion.Pass,
                            "risky" => SafetySuggestion.Risky,
                            _ => SafetySuggestion.Review,
                        },
                        reply.Number("result", "label") ?? 0,
                        reply.Text("trace_id") ?? ""
                    )
        );

    public static WeChatAnswer<CheckTicket> Ticket(WeChatReply reply) =>
        Read(reply, () => reply.Text("trace_id") is { Length: > 0 } trace ? new CheckTicket(trace) : null);

    public static WeChatAnswer<RiskRank> Risk(WeChatReply reply) =>
        Read(reply, () => reply.Number("risk_rank") is { } rank and >= 0 and <= 4 ? new RiskRank(rank) : null);

    public static WeChatAnswer<MessageSent> Sent(WeChatReply reply) => Read(reply, () => new MessageSent());

    public static WeChatAnswer<CodeImage> Code(WeChatReply reply) => Read(reply, () => reply.Image);

    public static WeChatAnswer<SchemeLink> Link(WeChatReply reply) =>
        Read(reply, () => reply.Text("openlink") is { Length: > 0 } link ? new SchemeLink(link) : null);

    private static WeChatAnswer<T> Read<T>(WeChatReply reply, Func<T?> read)
        where T : class =>
        reply.Failure is { } failure ? failure
        : read() is { } result ? result
        : WeChatFailure.Lost;
}
