using Craftsman.Api.Http;
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

    public ApplicationContent ToContent() =>
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
        [property: Between(1, 5)] int Number,
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
        bool ShowWorkUnit
    );
}
