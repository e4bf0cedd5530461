namespace Craftsman.Domain.Identity;

/// <summary>Every way in which somebody is not let in.</summary>
public static class IdentityRefusals
{
    public static readonly Refusal TokenMissing = new(RefusalKind.NotIdentified, "token-missing", "请先登录。");

    public static readonly Refusal TokenExpired = new(
        RefusalKind.NotIdentified,
        "token-expired",
        "登录已过期，请刷新登录。"
    );

    public static readonly Refusal TokenInvalid = new(
        RefusalKind.NotIdentified,
        "token-invalid",
        "登录凭证无效，请重新登录。"
    );

    public static readonly Refusal SessionEnded = new(
        RefusalKind.NotIdentified,
        "session-ended",
        "登录已失效，请重新登录。"
    );

    public static readonly Refusal LoginCodeInvalid = new(
        RefusalKind.NotIdentified,
        "login-code-invalid",
        "微信登录码无效、已过期或已用过，请重新登录。"
    );

    public static readonly Refusal LoginBlocked = new(
        RefusalKind.NotAllowed,
        "login-blocked",
        "微信判断此账号存在风险，暂时不能登录。"
    );

    public static readonly Refusal WeChatUnavailable = new(
        RefusalKind.Unavailable,
        "wechat-unavailable",
        "微信服务暂时没有应答，请稍后再试。"
    );

    public static readonly Refusal PhoneCodeInvalid = new(
        RefusalKind.Conflict,
        "phone-code-invalid",
        "微信手机号授权已失效，请重新点击授权按钮。"
    );

    public static readonly Refusal StaffLoginFailed = new(
        RefusalKind.NotIdentified,
        "staff-login-failed",
        "用户名或密码不正确。"
    );

    public static readonly Refusal RoleMissing = new(
        RefusalKind.NotAllowed,
        "role-missing",
        "您的岗位不办理这项工作。"
    );
}
