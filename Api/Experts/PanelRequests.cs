using Craftsman.Domain;
using Craftsman.Infrastructure.Experts;

namespace Craftsman.Api.Experts;

/// <summary>What requests about panels are checked for besides their shape.</summary>
internal static class PanelRequests
{
    public static Refusal? Fault(Domain.Campaigns.Campaign campaign, IReadOnlyList<string> trades) =>
        trades.All(campaign.HasTrade)
            ? null
            : RequestRefusals.Malformed.About("trades", "没有这个专业领域，请重新选择。");
}
