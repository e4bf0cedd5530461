using System.Text.Json;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;

namespace Craftsman.Domain.Applications;

/// <summary>What makes an application complete, and who may change it when.</summary>
public static class ApplicationRules
{
    /// <summary>附件: 主要事迹简介 600字以内.</summary>
    public const int MostDeedsZi = 600;

    private const int FewestDeedsZi = 10;

    /// <summary>
    /// The application's state, and its case's where it leads one, decide whether it may be edited: a draft freely, a returned one in the
    /// items the reviewer named, anything else not at all.
    /// </summary>
    /// <returns>The content to store: the new one.</returns>
    public static Decision<ApplicationContent> Edit(
        ApplicationState state,
        Stage? stage,
        Supplement? supplement,
        ApplicationContent stored,
        ApplicationContent changed
    )
    {
        if (state == ApplicationState.Draft)
        {
            return changed;
        }

        if (state == ApplicationState.Withdrawn)
        {
            return ApplicationRefusals.Withdrawn;
        }

        if (state != ApplicationState.Submitted || stage != Stage.Returned || supplement is null)
        {
            return ApplicationRefusals.AlreadySubmitted;
        }

        string[] notAsked = [.. ChangedFields(stored, changed).Where(field => !supplement.Allows(field))];
        return notAsked.Length > 0 ? ApplicationRefusals.NotAskedFor(notAsked) : changed;
    }

    /// <summary>Checks everything at once and judges the rules of 三. A verdict of NeedsEvidence is for the reviewers; Ineligible is refused with its clause.</summary>
    /// <param name="day">The day in Hangzhou on which it is submitted.</param>
    public static Decision<EligibilityResult> Submit(
        Channel channel,
        ApplicationContent content,
        Campaign campaign,
        DateOnly day
    )
    {
        var errors = Faults(channel, content, campaign, day);
        if (errors.Count > 0)
        {
            return ApplicationRefusals.Incomplete(errors);
        }

        if (content.Consent is { } consent && consent.PolicyVersion != campaign.PolicyVersion)
        {
            return CampaignRefusals.PolicyVersionStale;
        }

        var eligibility = Eligibility.Evaluate(
            EligibilityRules.InForce(campaign.Rules, day),
            content.EligibilityInputs(),
            campaign.EligibilityDate
        );
        return eligibility.Overall == EligibilityVerdict.Ineligible
            ? ApplicationRefusals.NotEligible(eligibility)
            : eligibility;
    }

    /// <summary>The phase in which a channel may be submitted (四).</summary>
    public static PhaseKind PhaseOf(Channel channel) =>
        channel switch
        {
            Channel.Unit => PhaseKind.UnitApplications,
            Channel.Society => PhaseKind.SocietyApplications,
            Channel.PublicTip => PhaseKind.PublicTipApplications,
            _ => PhaseKind.SelfApplications,
        };

    private static Dictionary<string, string[]> Faults(
        Channel channel,
        ApplicationContent content,
        Campaign campaign,
        DateOnly day
    )
    {
        var faults = new Dictionary<string, string[]>();
        void Want(bool holds, string field, string text)
        {
            if (!holds)
            {
                faults.TryAdd(field, [text]);
            }
        }

        Want(Is(content.Name), "name", "请填写姓名。");
        Want(content.BirthDate is not null, "birthDate", "请填写出生日期。");
        Want(content.BirthDate is null || content.BirthDate < day, "birthDate", "出生日期应早于今天。");
        Want(Is(content.EthnicGroup), "ethnicGroup", "请填写民族。");
        Want(Is(content.PhotoId), "photoId", "请上传本人照片。");
        Want(content.Trade is { } trade && campaign.HasTrade(trade), "trade", "请选择专业领域。");
        Want(
            content.District is not { } district || campaign.HasDistrict(district),
            "district",
            "请选择杭州的区、县（市）。"
        );
        Want(Is(content.TitleOrSkillLevel), "titleOrSkillLevel", "请填写职称或技能等级，没有的填“无”。");
        Want(content.Mobile is { } mobile && Phone.IsMobile(mobile), "mobile", "请填写 11 位手机号码。");
        Want(content.Phone is not { } phone || Phone.IsPlausible(phone), "phone", "联系电话的格式不对。");
        Want(Is(content.Address), "address", "请填写联系地址。");
        Want(Is(content.WorkUnit) || Is(content.Workplace), "workUnit", "请填写工作单位；没有单位的，请填写工作地点。");
        Want(Is(content.DeedsSummary), "deedsSummary", "请填写主要事迹简介。");
        Want(
            Zi.Count(content.DeedsSummary ?? "") is >= FewestDeedsZi and <= MostDeedsZi,
            "deedsSummary",
            $"主要事迹简介应为 {FewestDeedsZi} 至 {MostDeedsZi} 字，详细材料请另附。"
        );
        Want(content.IsChineseNational is not null, "isChineseNational", "请填写是否具有中国国籍。");
        Want(content.IsUnionMember is not null, "isUnionMember", "请填写是否是工会会员。");
        Want(content.IsFrontLine is not null, "isFrontLine", "请填写目前是否仍在一线岗位上工作。");
        Want(
            content.InTradeInHangzhouSince is not null,
            "inTradeInHangzhouSince",
            "请填写从哪一天起在杭州从事本专业。"
        );
        Want(
            content.InTradeInHangzhouSince is null || content.InTradeInHangzhouSince <= day,
            "inTradeInHangzhouSince",
            "开始从事本专业的日期不能晚于今天。"
        );
        Want(
            content.InTradeInHangzhouSince is null
                || content.BirthDate is null
                || content.InTradeInHangzhouSince > content.BirthDate,
            "inTradeInHangzhouSince",
            "开始从事本专业的日期应晚于出生日期。"
        );
        Want(content.Conditions is { Count: > 0 }, "conditions", "请至少选择五项条件中的一项。");
        foreach (var (entry, at) in (content.Conditions ?? []).Select((entry, at) => (entry, at)))
        {
            Want(entry.Number is >= 1 and <= 5, $"conditions[{at}].number", "条件应为 1 至 5。");
            Want(Is(entry.Text), $"conditions[{at}].text", "请写明符合这项条件的具体情况。");
        }

        Want(
            (content.Conditions ?? []).DistinctBy(entry => entry.Number).Count() == (content.Conditions ?? []).Count,
            "conditions",
            "同一项条件请只填写一次。"
        );
        Want(content.DeclaredTruthful == true, "declaredTruthful", "请阅读并确认承诺：遵纪守法，所提交的材料真实。");
        Want(channel != Channel.Self || content.Consent is not null, "consent", "请选择是否同意公开姓名和事迹。");
        return faults;
    }

    private static bool Is(string? text) => !string.IsNullOrWhiteSpace(text);

    /// <summary>The fields that differ, by their names on the surface; compared as JSON, which is how they are stored.</summary>
    private static IEnumerable<string> ChangedFields(ApplicationContent stored, ApplicationContent changed)
    {
        var before = JsonSerializer.SerializeToElement(stored, JsonSerializerOptions.Web);
        var after = JsonSerializer.SerializeToElement(changed, JsonSerializerOptions.Web);
        return before
            .EnumerateObject()
            .Where(field => !JsonElement.DeepEquals(field.Value, after.GetProperty(field.Name)))
            .Select(field => field.Name);
    }
}
