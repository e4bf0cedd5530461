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

    private static readonly string[] UnknownCondition = ["条件应为 1 至 5。"];

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

        string[] notAsked =
        [
            .. FieldChange
                .Between(stored, changed)
                .Select(change => change.Field)
                .Where(field => !supplement.Allows(field)),
        ];
        return notAsked.Length > 0 ? ApplicationRefusals.NotAskedFor(notAsked) : changed;
    }

    /// <summary>Checks everything at once and judges the rules of 三. A verdict of NeedsEvidence is for the reviewers; Ineligible is refused with its clause.</summary>
    /// <remarks>One kind of fault has its own code; where there are several the form is incomplete, and <c>errors</c> names them all.</remarks>
    /// <param name="isOnPaper">Staff file it for the worker, who signed.</param>
    /// <param name="day">The day in Hangzhou on which it is submitted.</param>
    public static Decision<EligibilityResult> Submit(
        Channel channel,
        bool isOnPaper,
        ApplicationContent content,
        Campaign campaign,
        DateOnly day
    )
    {
        var errors = Faults(channel, isOnPaper, content, campaign, day, out var kinds);
        if (errors.Count > 0)
        {
            return (kinds.Count == 1 ? kinds.Single() : ApplicationRefusals.Incomplete(errors)).About(errors);
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

    /// <summary>
    /// What is wrong with a row of a union's list, by field. What such a list cannot hold, the photo, the seal and the signed paper, comes
    /// later, and that conditions may lack their proof too; all else must be right at once.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> FaultsOfRow(
        Channel channel,
        ApplicationContent content,
        Campaign campaign,
        DateOnly day
    )
    {
        var faults = Faults(channel, isOnPaper: true, content, campaign, day, out _);
        foreach (
            var field in faults
                .Keys.Where(field =>
                    field is "photoId" or "consent"
                    || field.StartsWith("consent.", StringComparison.Ordinal)
                    || field.StartsWith("endorsement", StringComparison.Ordinal)
                    || field.EndsWith(".fileIds", StringComparison.Ordinal)
                )
                .ToList()
        )
        {
            faults.Remove(field);
        }

        if (KnownConditions(content).IsRefused(out var unknown))
        {
            foreach (var (field, texts) in unknown.Errors!)
            {
                faults[field] = texts;
            }
        }

        if (faults.Count == 0)
        {
            var eligibility = Eligibility.Evaluate(
                EligibilityRules.InForce(campaign.Rules, day),
                content.EligibilityInputs(),
                campaign.EligibilityDate
            );
            foreach (var rule in eligibility.Rules.Where(rule => rule.Result == RuleOutcome.Fail))
            {
                faults[rule.Inputs[0]] = [$"{rule.Clause}：{rule.WouldChange}"];
            }
        }

        return faults;
    }

    private static Dictionary<string, string[]> Faults(
        Channel channel,
        bool isOnPaper,
        ApplicationContent content,
        Campaign campaign,
        DateOnly day,
        out HashSet<Refusal> kinds
    )
    {
        var faults = new Dictionary<string, string[]>();
        var found = new HashSet<Refusal>();
        var missing = ApplicationRefusals.Incomplete(faults);
        void Want(bool holds, string field, string text, Refusal? kind = null)
        {
            if (!holds)
            {
                faults.TryAdd(field, [text]);
                found.Add(kind ?? missing);
            }
        }

        Want(Is(content.Name), "name", "请填写姓名。");
        Want(content.BirthDate is not null, "birthDate", "请填写出生日期。");
        Want(
            content.BirthDate is null || content.BirthDate < day,
            "birthDate",
            "出生日期应早于今天。",
            ApplicationRefusals.BirthDateInFuture
        );
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
                || content.BirthDate >= day
                || content.InTradeInHangzhouSince > content.BirthDate,
            "inTradeInHangzhouSince",
            "开始从事本专业的日期应晚于出生日期。",
            ApplicationRefusals.DatesOutOfOrder
        );
        Want(content.Conditions is { Count: > 0 }, "conditions", "请至少选择五项条件中的一项。");
        foreach (var (entry, at) in (content.Conditions ?? []).Select((entry, at) => (entry, at)))
        {
            Want(Is(entry.Text), $"conditions[{at}].text", "请写明符合这项条件的具体情况。");
            Want(
                entry.Number is not (4 or 5)
                    || entry.Contest is not { Rank: not null }
                    || entry.FileIds is { Count: > 0 },
                $"conditions[{at}].fileIds",
                "请上传这项名次的获奖证书或其他证明。",
                ApplicationRefusals.ContestProofMissing
            );
        }

        Want(
            (content.Conditions ?? []).DistinctBy(entry => entry.Number).Count() == (content.Conditions ?? []).Count,
            "conditions",
            "同一项条件请只填写一次。"
        );
        Want(content.DeclaredTruthful == true, "declaredTruthful", "请阅读并确认承诺：遵纪守法，所提交的材料真实。");
        Want(
            (channel != Channel.Self && !isOnPaper) || content.Consent is not null,
            "consent",
            "请选择是否同意公开姓名和事迹。"
        );
        if (isOnPaper && content.Consent is { } consent)
        {
            Want(Is(consent.Paper?.FileId), "consent.paper.fileId", "请上传本人签字的同意书。");
            Want(Is(consent.Paper?.IdentityCheck), "consent.paper.identityCheck", "请写明怎样核实签字人是本人。");
            Want(
                consent.Paper?.Date is { } signedOn && signedOn <= day,
                "consent.paper.date",
                "请填写签字日期，不能晚于今天。"
            );
        }

        if (channel is Channel.Unit or Channel.Society)
        {
            Want(Is(content.Endorsement?.Opinion), "endorsement.opinion", "请填写推荐单位意见。");
            Want(Is(content.Endorsement?.SealFileId), "endorsement.sealFileId", "请上传盖章的推荐意见。");
            Want(
                content.Endorsement?.Date is { } sealedOn && sealedOn <= day,
                "endorsement.date",
                "请填写盖章日期，不能晚于今天。"
            );
        }

        if (channel == Channel.Unit)
        {
            Want(Is(content.WorkUnit), "workUnit", "单位推荐请填写工作单位。");
            Want(content.District is not null, "district", "单位推荐请选择单位所在的区、县（市）。");
        }

        kinds = found;
        return faults;
    }

    /// <summary>A number that none of the five conditions has is no half-filled form but a wrong one.</summary>
    public static Decision<ApplicationContent> KnownConditions(ApplicationContent content)
    {
        var unknown = (content.Conditions ?? [])
            .Select((entry, at) => (entry.Number, Field: $"conditions[{at}].number"))
            .Where(entry => entry.Number is < 1 or > 5)
            .ToDictionary(entry => entry.Field, _ => UnknownCondition);
        return unknown.Count > 0 ? ApplicationRefusals.ConditionUnknown.About(unknown) : content;
    }

    private static bool Is(string? text) => !string.IsNullOrWhiteSpace(text);
}
