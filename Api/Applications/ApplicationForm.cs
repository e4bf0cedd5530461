using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Media;

namespace Craftsman.Api.Applications;

/// <summary>
/// The form as a client sends it. A draft takes partial data without complaint: here are only the bounds that keep the database whole;
/// what must be there is checked at submit, all at once.
/// </summary>
public record ApplicationForm
{
    [Line(40)]
    public string? Name { get; init; }

    public DateOnly? BirthDate { get; init; }

    [Line(20)]
    public string? EthnicGroup { get; init; }

    /// <summary>照片; 自己上传的一张.</summary>
    [Line(36)]
    public string? PhotoId { get; init; }

    [Code(6)]
    public string? District { get; init; }

    [Code(32)]
    public string? Trade { get; init; }

    [Line(60)]
    public string? TitleOrSkillLevel { get; init; }

    [Line(30)]
    public string? Phone { get; init; }

    [Line(30)]
    public string? Mobile { get; init; }

    [Line(200)]
    public string? Address { get; init; }

    [Line(100)]
    public string? WorkUnit { get; init; }

    [Line(100)]
    public string? Workplace { get; init; }

    /// <summary>主要事迹简介; 600 字以内, 提交时检查.</summary>
    [Prose(5000)]
    public string? DeedsSummary { get; init; }

    public bool? IsChineseNational { get; init; }
    public bool? IsUnionMember { get; init; }
    public bool? IsFrontLine { get; init; }
    public DateOnly? InTradeInHangzhouSince { get; init; }

    [AtMost(5)]
    public IReadOnlyList<ConditionForm>? Conditions { get; init; }

    public ContributionForm? OutstandingContribution { get; init; }
    public bool? DeclaredTruthful { get; init; }
    public ConsentForm? Consent { get; init; }

    [AtMost(FileRules.MostPerCitizen)]
    public IReadOnlyList<string>? FileIds { get; init; }

    /// <summary>What it says, trimmed; refused where it claims a condition that the notice does not have.</summary>
    public Decision<ApplicationContent> ToContent() => ApplicationRules.KnownConditions(Content());

    /// <summary>What it says, trimmed, whatever it claims. Staff say more: the opinion of who recommends, and the worker's consent on paper.</summary>
    public virtual ApplicationContent Content() =>
        new()
        {
            Name = Name?.Trim(),
            BirthDate = BirthDate,
            EthnicGroup = EthnicGroup?.Trim(),
            PhotoId = PhotoId,
            District = District,
            Trade = Trade,
            TitleOrSkillLevel = TitleOrSkillLevel?.Trim(),
            Phone = Phone?.Trim(),
            Mobile = Mobile?.Trim(),
            Address = Address?.Trim(),
            WorkUnit = WorkUnit?.Trim(),
            Workplace = Workplace?.Trim(),
            DeedsSummary = DeedsSummary?.Trim(),
            IsChineseNational = IsChineseNational,
            IsUnionMember = IsUnionMember,
            IsFrontLine = IsFrontLine,
            InTradeInHangzhouSince = InTradeInHangzhouSince,
            Conditions = Conditions is null ? null : [.. Conditions.Select(condition => condition.ToEntry())],
            OutstandingContribution = OutstandingContribution is { } contribution
                ? new ContributionEntry(contribution.Text, contribution.FileIds ?? [])
                : null,
            DeclaredTruthful = DeclaredTruthful,
            Consent = Consent is { } consent
                ? new ConsentEntry(consent.PolicyVersion, consent.ShowPhoto, consent.ShowWorkUnit)
                : null,
            FileIds = FileIds ?? [],
        };

    /// <summary>三(二)1–5.</summary>
    public sealed record ConditionForm(
        int Number,
        [property: Prose(1000)] string? Text,
        ContestForm? Contest,
        [property: AtMost(FileRules.MostPerCitizen)] IReadOnlyList<string>? FileIds
    )
    {
        public ConditionEntry ToEntry() =>
            new(
                Number,
                Text?.Trim(),
                Contest is { } contest ? new ContestPlace(contest.Level, contest.Rank) : null,
                FileIds ?? []
            );
    }

    public sealed record ContestForm(ContestLevel? Level, [property: Between(1, 1000)] int? Rank);

    /// <summary>突出贡献 (三(二)).</summary>
    public sealed record ContributionForm(
        [property: Prose(1000)] string? Text,
        [property: AtMost(FileRules.MostPerCitizen)] IReadOnlyList<string>? FileIds
    );

    public sealed record ConsentForm(
        [property: Needed, Line(20)] string PolicyVersion,
        bool ShowPhoto,
        bool ShowWorkUnit,
        PaperForm? Paper = null
    );

    /// <summary>本人签字的同意书；由工作人员代为申报时填写，本人申报时不看</summary>
    /// <param name="FileId">同意书扫描件</param>
    /// <param name="Date">签字日期</param>
    /// <param name="IdentityCheck">怎样核实签字人是本人</param>
    public sealed record PaperForm(
        [property: Line(36)] string? FileId,
        DateOnly? Date,
        [property: Prose(500)] string? IdentityCheck
    );
}

/// <summary>The form as staff file it for a worker: with the opinion of who recommends, and the worker's consent on paper.</summary>
public record FiledForm : ApplicationForm
{
    /// <summary>推荐单位意见；个人自荐没有</summary>
    public EndorsementForm? Endorsement { get; init; }

    public override ApplicationContent Content()
    {
        var content = base.Content();
        return content with
        {
            Endorsement = Endorsement is { } said
                ? new EndorsementEntry(said.OrganizationId, said.Opinion?.Trim(), said.Date, said.SealFileId)
                : null,
            Consent =
                content.Consent is { } consent && Consent?.Paper is { } paper
                    ? consent with
                    {
                        Paper = new SignedConsent(paper.FileId, paper.Date, paper.IdentityCheck?.Trim()),
                    }
                    : content.Consent,
        };
    }

    /// <param name="OrganizationId">推荐单位；只能是自己所在的单位，可以不填</param>
    /// <param name="SealFileId">盖章的推荐意见扫描件</param>
    public sealed record EndorsementForm(
        [property: Line(36)] string? OrganizationId,
        [property: Prose(1000)] string? Opinion,
        DateOnly? Date,
        [property: Line(36)] string? SealFileId
    );
}
