using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>The mini program's account and where WeChat answers. Section <c>WeChat</c>.</summary>
public sealed partial class WeChatOptions
{
    public const string Section = "WeChat";

    public WeChatMode Mode { get; set; } = WeChatMode.Real;

    [Required(ErrorMessage = "WeChat:AppId is missing: it is the mini program's appid.")]
    public string AppId { get; set; } = "";

    [Required(ErrorMessage = "WeChat:AppSecret is missing: it is the mini program's secret.")]
    public string AppSecret { get; set; } = "";

    /// <summary>Host of the server API. In mode Simulated the service points it at itself.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.weixin.qq.com/");

    /// <summary>Which version of the mini program messages, codes and links open.</summary>
    public MiniProgramStage Stage { get; set; } = MiniProgramStage.Released;

    /// <summary>The page of the mini program that a candidate's code opens, without leading slash; without it the home page. It receives the candidate's id as scene.</summary>
    public string? CandidatePage { get; set; }

    /// <summary>The stage as codes and links name it.</summary>
    internal string CodeStage =>
        Stage switch
        {
            MiniProgramStage.Trial => "trial",
            MiniProgramStage.Development => "develop",
            _ => "release",
        };

    /// <summary>The stage as messages name it.</summary>
    internal string MessageStage =>
        Stage switch
        {
            MiniProgramStage.Trial => "trial",
            MiniProgramStage.Development => "developer",
            _ => "formal",
        };
}

public enum MiniProgramStage
{
    Released,
    Trial,
    Development,
}

public enum WeChatMode
{
    Real,

    /// <summary>For development and tests: the service itself answers as WeChat would. Refused in Production.</summary>
    Simulated,
}
