using System.Diagnostics.CodeAnalysis;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>Why a call to WeChat brought nothing, and what that asks for.</summary>
/// <param name="ErrorCode">WeChat's errcode; null when no usable answer came.</param>
/// <param name="RequestId">The rid that WeChat's support asks for.</param>
/// <param name="MayHaveHappened">The request left us and its answer was lost, so WeChat may have acted on it: what must not happen twice is not sent again.</param>
public sealed record WeChatFailure(WeChatRemedy Remedy, int? ErrorCode, string? RequestId, bool MayHaveHappened)
{
    /// <summary>Nothing left us: no connection, an open circuit, or too many calls at once.</summary>
    public static readonly WeChatFailure NotSent = new(WeChatRemedy.Retry, null, null, MayHaveHappened: false);

    /// <summary>It left us, and no answer came in time or none that can be read.</summary>
    public static readonly WeChatFailure Lost = new(WeChatRemedy.Retry, null, null, MayHaveHappened: true);

    public static WeChatFailure Of(int errorCode, string? requestId) =>
        new(WeChatErrors.RemedyOf(errorCode), errorCode, requestId, MayHaveHappened: false);
}

/// <summary>What a call to WeChat brought: its result, or a failure that says what to do about it.</summary>
public sealed class WeChatAnswer<T>
    where T : class
{
    private readonly T? result;
    private readonly WeChatFailure? failure;

    private WeChatAnswer(T? result, WeChatFailure? failure)
    {
        this.result = result;
        this.failure = failure;
    }

    /// <summary>True when nothing was brought; exactly one of the two out values is then set.</summary>
    public bool HasFailed([NotNullWhen(true)] out WeChatFailure? why, [NotNullWhen(false)] out T? value)
    {
        why = failure;
        value = result;
        return failure is not null;
    }

    public static implicit operator WeChatAnswer<T>(T result) => new(result, null);

    public static implicit operator WeChatAnswer<T>(WeChatFailure failure) => new(null, failure);
}
