namespace Craftsman.Domain.Applications;

/// <summary>
/// What the form (附件) holds and what the rules of 三 are judged from: we ask for these and for nothing else. Everything may be absent
/// while it is a draft.
/// </summary>
public record ApplicationContent
{
    public string? Name { get; init; }
    public DateOnly? BirthDate { get; init; }
    public string? EthnicGroup { get; init; }
    public string? PhotoId { get; init; }
    public string? District { get; init; }
    public string? Trade { get; init; }
    public string? TitleOrSkillLevel { get; init; }
    public string? Phone { get; init; }
    public string? Mobile { get; init; }
    public string? Address { get; init; }
    public string? WorkUnit { get; init; }

    /// <summary>Where a worker without an employer works, such as a cobbler's street corner.</summary>
    public string? Workplace { get; init; }

    /// <summary>主要事迹简介, at most 600 字 (附件).</summary>
    public string? DeedsSummary { get; init; }
    public bool? IsChineseNational { get; init; }
    public bool? IsUnionMember { get; init; }
    public bool? IsFrontLine { get; init; }
    public DateOnly? InTradeInHangzhouSince { get; init; }
    public IReadOnlyList<ConditionEntry>? Conditions { get; init; }
    public ContributionEntry? OutstandingContribution { get; init; }
    public bool? DeclaredTruthful { get; init; }
    public ConsentEntry? Consent { get; init; }

    /// <summary>推荐单位意见 (附件); null for who applies alone.</summary>
    public EndorsementEntry? Endorsement { get; init; }
    public IReadOnlyList<string>? FileIds { get; init; }

    /// <summary>What the rules of 三 are judged from.</summary>
    public EligibilityInputs EligibilityInputs() =>
        new()
        {
            BirthDate = BirthDate,
            IsChineseNational = IsChineseNational,
            IsUnionMember = IsUnionMember,
            DeclaredTruthful = DeclaredTruthful,
            IsFrontLine = IsFrontLine,
            InTradeInHangzhouSince = InTradeInHangzhouSince,
            Conditions = Conditions is null
                ? null
                :
                [
                    .. Conditions.Select(entry => new ClaimedCondition(
                        entry.Number,
                        entry.Text,
                        entry.Contest,
                        entry.FileIds is { Count: > 0 }
                    )),
                ],
            OutstandingContribution = OutstandingContribution is { } contribution
                ? new OutstandingContribution(contribution.Text, contribution.FileIds is { Count: > 0 })
                : null,
        };

    /// <summary>
    /// What the applicant tells in their own words, for the check of its content. Name, phones, address and birth date are not shown to
    /// WeChat for that.
    /// </summary>
    public IEnumerable<string?> OwnWords() =>
        [DeedsSummary, .. (Conditions ?? []).Select(entry => entry.Text), OutstandingContribution?.Text];

    /// <summary>Every field that names files, by its name on the surface.</summary>
    public IEnumerable<(string Field, IReadOnlyList<string> FileIds)> NamedFiles()
    {
        yield return ("fileIds", FileIds ?? []);
        yield return ("endorsement.sealFileId", Only(Endorsement?.SealFileId));
        yield return ("consent.paper.fileId", Only(Consent?.Paper?.FileId));
        yield return ("outstandingContribution.fileIds", OutstandingContribution?.FileIds ?? []);
        foreach (var (entry, at) in (Conditions ?? []).Select((entry, at) => (entry, at)))
        {
            yield return ($"conditions[{at}].fileIds", entry.FileIds ?? []);
        }
    }

    /// <summary>The files that prove what was done, by field: without the seal of who recommends and the paper that the worker signed.</summary>
    public IEnumerable<(string Field, IReadOnlyList<string> FileIds)> Proofs() =>
        NamedFiles().Where(named => named.Field is not ("endorsement.sealFileId" or "consent.paper.fileId"));

    private static string[] Only(string? fileId) => fileId is null ? [] : [fileId];

    /// <summary>The same content with phones that show only their ends.</summary>
    public ApplicationContent Masked() =>
        this with
        {
            Phone = Phone is null ? null : Identity.Phone.Mask(Phone),
            Mobile = Mobile is null ? null : Identity.Phone.Mask(Mobile),
        };

    /// <summary>
    /// What a client sends back after an edit holds the masks it was shown: a mask that is that of the number we have means the
    /// number is unchanged.
    /// </summary>
    public ApplicationContent Unmasking(ApplicationContent stored) =>
        this with
        {
            Phone = stored.Phone is not null && Phone == Identity.Phone.Mask(stored.Phone) ? stored.Phone : Phone,
            Mobile = stored.Mobile is not null && Mobile == Identity.Phone.Mask(stored.Mobile) ? stored.Mobile : Mobile,
        };
}

/// <summary>One of the conditions 三(二)1–5 that the applicant claims.</summary>
public sealed record ConditionEntry(int Number, string? Text, ContestPlace? Contest, IReadOnlyList<string>? FileIds);

/// <summary>突出贡献, which lifts the age bound once staff have recognised it (三(二)).</summary>
public sealed record ContributionEntry(string? Text, IReadOnlyList<string>? FileIds);

/// <summary>The worker's own word that they may be named, and what may be shown beside the name.</summary>
/// <param name="Paper">Where the worker signed for it, because somebody else files the form.</param>
public sealed record ConsentEntry(string PolicyVersion, bool ShowPhoto, bool ShowWorkUnit, SignedConsent? Paper = null);

/// <summary>A signed paper: its scan, the day on it, and how it is known who signed.</summary>
public sealed record SignedConsent(string? FileId, DateOnly? Date, string? IdentityCheck);

/// <summary>What whoever recommends writes and seals.</summary>
/// <param name="SealFileId">The picture of the page with the seal.</param>
public sealed record EndorsementEntry(string? OrganizationId, string? Opinion, DateOnly? Date, string? SealFileId);
