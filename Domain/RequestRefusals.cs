namespace Craftsman.Domain;

/// <summary>What can be wrong with any request, whatever it asks for.</summary>
public static class RequestRefusals
{
    public static readonly Refusal Malformed = new(
        RefusalKind.Malformed,
        "request-malformed",
        "提交的内容有误，请按提示修改后再试。"
    );

    public static readonly Refusal CursorInvalid = new(
        RefusalKind.Malformed,
        "cursor-invalid",
        "翻页位置无效，请从第一页重新开始。"
    );

    public static readonly Refusal IdempotencyKeyMalformed = new(
        RefusalKind.Malformed,
        "idempotency-key-malformed",
        "请求标识（Idempotency-Key）应为 1 至 128 个可见的英文字符。"
    );

    public static readonly Refusal IdempotencyKeyReused = new(
        RefusalKind.KeyReused,
        "idempotency-key-reused",
        "同一请求标识已用于另一份内容，请换一个标识再提交。"
    );

    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "not-found", "没有找到您要的内容。");

    public static readonly Refusal VersionStale = new(
        RefusalKind.Conflict,
        "version-stale",
        "内容刚被更新过，请刷新后再操作。"
    );

    public static readonly Refusal DatabaseUnavailable = new(
        RefusalKind.Unavailable,
        "database-unavailable",
        "系统正忙，您的操作没有保存，请稍后再试。"
    );
}
