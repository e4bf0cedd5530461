namespace Craftsman.Domain.WeChat;

/// <summary>Why a message push is not taken. WeChat reads none of it and sends again; an operator who sets the push up does.</summary>
public static class PushRefusals
{
    /// <summary>Not signed with our token, signed more than five minutes ago, or not encrypted where only encrypted pushes are taken.</summary>
    public static readonly Refusal SignatureInvalid = new(
        RefusalKind.NotAllowed,
        "push-signature-invalid",
        "消息推送的签名无效或已过期。"
    );

    /// <summary>Cannot be read, does not open under our key, or was meant for another mini program; which of them is not told.</summary>
    public static readonly Refusal BodyInvalid = new(
        RefusalKind.Malformed,
        "push-body-invalid",
        "消息推送的内容无法读取。"
    );
}
