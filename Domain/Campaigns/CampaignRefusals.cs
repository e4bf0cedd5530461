namespace Craftsman.Domain.Campaigns;

/// <summary>What can be wrong because the campaign says otherwise.</summary>
public static class CampaignRefusals
{
    public static readonly Refusal NoneCurrent = new(
        RefusalKind.NotFound,
        "campaign-missing",
        "现在没有正在进行的活动，请留意后续通知。"
    );

    public static readonly Refusal PolicyVersionStale = new(
        RefusalKind.Conflict,
        "policy-version-stale",
        "隐私政策已更新，请阅读最新内容后再同意。"
    );
}
