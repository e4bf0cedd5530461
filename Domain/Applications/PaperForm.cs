using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.Applications;

/// <summary>推荐单位意见 as an organization gave it (附件); the seal is put on the paper.</summary>
public sealed record FormEndorsement(string Organization, string Opinion, DateOnly SignedOn);

/// <summary>What the 申报表 (附件) prints.</summary>
/// <param name="Age">Full years at the campaign's eligibility date (三(二)).</param>
/// <param name="Tipsters">How many citizens recommended the worker; printed for PublicTip.</param>
/// <param name="Endorsement">Null where the organization has yet to write it by hand.</param>
/// <param name="DueOn">The last day of the channel; null where the campaign has none for it.</param>
public sealed record PaperForm(
    int Edition,
    string Name,
    int Age,
    string EthnicGroup,
    string Trade,
    string TitleOrSkillLevel,
    string Phone,
    string Mobile,
    string Address,
    string WorkUnit,
    Channel Channel,
    int Tipsters,
    FormEndorsement? Endorsement,
    string DeedsSummary,
    DateOnly? DueOn,
    string VersionCode
)
{
    /// <summary>
    /// Printed from submission on: a draft may lack anything, and a paper signed before would not be what was sent. A withdrawn one is no
    /// application any more.
    /// </summary>
    /// <param name="organization">Who recommends; null for a citizen's own application.</param>
    /// <param name="submittedOn">The day in Hangzhou; the rules in force then say how years are counted.</param>
    public static Decision<PaperForm> Of(
        Channel channel,
        ApplicationState state,
        ApplicationContent content,
        DateOnly? submittedOn,
        string? organization,
        int tipsters,
        string versionCode,
        Campaign campaign
    )
    {
        if (state == ApplicationState.Withdrawn)
        {
            return ApplicationRefusals.Withdrawn;
        }

        if (submittedOn is not { } day || state == ApplicationState.Draft)
        {
            return ApplicationRefusals.FormBeforeSubmission;
        }

        var age = EligibilityRules.InForce(campaign.Rules, day).First(rule => rule.RuleId == EligibilityRuleIds.Age);
        return new PaperForm(
            campaign.Edition,
            content.Name ?? "",
            Anniversaries.FullYears(content.BirthDate!.Value, campaign.EligibilityDate, age),
            content.EthnicGroup ?? "",
            campaign.Trades.FirstOrDefault(trade => trade.Code == content.Trade)?.Name ?? content.Trade ?? "",
            content.TitleOrSkillLevel ?? "",
            content.Phone ?? "",
            content.Mobile ?? "",
            content.Address ?? "",
            string.IsNullOrWhiteSpace(content.WorkUnit) ? content.Workplace ?? "" : content.WorkUnit,
            channel,
            tipsters,
            organization is not null && content.Endorsement is { Opinion: { } opinion, Date: { } signedOn }
                ? new FormEndorsement(organization, opinion, signedOn)
                : null,
            content.DeedsSummary ?? "",
            LastDayOf(channel, campaign),
            versionCode
        );
    }

    private static DateOnly? LastDayOf(Channel channel, Campaign campaign) =>
        campaign.Phases.FirstOrDefault(phase => phase.Kind == ApplicationRules.PhaseOf(channel)) is { } phase
            ? ChinaDay.Of(phase.ClosesAt.AddTicks(-1))
            : null;
}
