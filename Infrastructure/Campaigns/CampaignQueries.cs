using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Campaigns;

/// <summary>
/// The current campaign, read from the database once a second: of several callers one reads, the others go on with the copy. What a
/// second-old copy says of dates and quotas is exact enough, for both are changed ahead of the time they hold from.
/// </summary>
public sealed class CampaignQueries(Db db, DataCipher cipher, TimeProvider clock)
{
    private const string VoterKeyPurpose = "campaigns.voter_key_secret";
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    /// <summary>An older copy serves nobody, however long another caller has been reading.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(2);

    private volatile Copy? copy;
    private int isReading;

    /// <summary>The campaign the mini program shows.</summary>
    /// <exception cref="NoCampaignException">The operator has yet to create one.</exception>
    public async Task<Campaign> Current(CancellationToken cancellationToken) =>
        (await Fresh(cancellationToken)).Campaign;

    /// <summary>The campaign as it stands now and its voters' key, for who has just learned that it changed.</summary>
    public async Task<(Campaign Campaign, byte[] VoterKeySecret)> ReadAgain(CancellationToken cancellationToken)
    {
        var current = await Read(cancellationToken);
        copy = current;
        return (current.Campaign, current.VoterKeySecret);
    }

    /// <summary>The HMAC key by which voters of the current campaign are known without their openid.</summary>
    public async Task<byte[]> VoterKeySecret(CancellationToken cancellationToken) =>
        (await Fresh(cancellationToken)).VoterKeySecret;

    /// <summary>Encrypts a new campaign's voter key for its row.</summary>
    public static byte[] SealVoterKey(DataCipher cipher, ReadOnlySpan<byte> key) =>
        cipher.Encrypt(VoterKeyPurpose, key);

    private async Task<Copy> Fresh(CancellationToken cancellationToken)
    {
        var held = copy;
        if (held is not null && !IsOlder(held, Freshness))
        {
            return held;
        }

        if (held is null || IsOlder(held, Oldest))
        {
            // Nobody waits for another's read: where the database hangs, all would in turn.
            return copy = await Read(cancellationToken);
        }

        if (Interlocked.CompareExchange(ref isReading, 1, 0) != 0)
        {
            return held;
        }

        try
        {
            return copy = await Read(cancellationToken);
        }
        finally
        {
            Volatile.Write(ref isReading, 0);
        }
    }

    private bool IsOlder(Copy held, TimeSpan age) => clock.GetElapsedTime(held.ReadAt) >= age;

    private Task<Copy> Read(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, name, edition, eligibility_date, places, policy_version, invitation_days, record_years, tip_claim_minutes, tip_target_hours, case_claim_minutes, case_review_days,
                panel_size, experts_per_case, cases_per_expert, trims_scores, notice_working_days, quorum_numerator, quorum_denominator, pass_numerator, pass_denominator,
                fills_vacated_places, prize_yuan, voter_key_secret
            FROM campaigns WHERE is_current = 1;
            SELECT p.kind, p.opens_at, p.closes_at FROM campaign_phases p JOIN campaigns c ON c.id = p.campaign_id WHERE c.is_current = 1 ORDER BY p.opens_at, p.kind;
            SELECT q.kind, q.from_day, q.per_day FROM campaign_quotas q JOIN campaigns c ON c.id = q.campaign_id WHERE c.is_current = 1;
            SELECT d.code, d.name FROM campaign_districts d JOIN campaigns c ON c.id = d.campaign_id WHERE c.is_current = 1 ORDER BY d.position;
            SELECT t.code, t.name FROM campaign_trades t JOIN campaigns c ON c.id = t.campaign_id WHERE c.is_current = 1 ORDER BY t.position;
            SELECT r.rule_id, r.rule_version, r.effective_from, r.clause, r.quotation, r.text, r.position, r.bound, r.bound_included, r.year_full,
                r.leap_day, r.condition_number, r.waives_years, r.world_places, r.national_places, r.provincial_places, r.municipal_places
            FROM campaign_rules r JOIN campaigns c ON c.id = r.campaign_id WHERE c.is_current = 1 ORDER BY r.rule_version, r.position;
            """;
        var readAt = clock.GetTimestamp();
        return db.Multiple(
            sql,
            null,
            async grid =>
            {
                var row = await grid.ReadFirstOrDefaultAsync<CampaignRow>() ?? throw new NoCampaignException();
                var phases = await grid.ReadAsync<PhaseRow>();
                var quotas = await grid.ReadAsync<QuotaRow>();
                return new Copy(
                    new Campaign
                    {
                        Id = row.Id,
                        Name = row.Name,
                        Edition = row.Edition,
                        EligibilityDate = row.EligibilityDate,
                        Places = row.Places,
                        PolicyVersion = row.PolicyVersion,
                        InvitationDays = row.InvitationDays,
                        RecordYears = row.RecordYears,
                        TipClaimMinutes = row.TipClaimMinutes,
                        TipTargetHours = row.TipTargetHours,
                        CaseClaimMinutes = row.CaseClaimMinutes,
                        CaseReviewDays = row.CaseReviewDays,
                        Terms = new ReviewTerms(
                            row.PanelSize,
                            row.ExpertsPerCase,
                            row.CasesPerExpert,
                            row.TrimsScores,
                            row.NoticeWorkingDays,
                            new Share(row.QuorumNumerator, row.QuorumDenominator),
                            new Share(row.PassNumerator, row.PassDenominator),
                            row.FillsVacatedPlaces,
                            row.PrizeYuan
                        ),
                        Phases = [.. phases.Select(phase => new Phase(phase.Kind, phase.OpensAt, phase.ClosesAt))],
                        Quotas = [.. quotas.Select(quota => new Quota(quota.Kind, quota.FromDay, quota.PerDay))],
                        Districts = [.. await grid.ReadAsync<District>()],
                        Trades = [.. await grid.ReadAsync<Trade>()],
                        Rules = [.. await grid.ReadAsync<EligibilityRule>()],
                    },
                    cipher.DecryptBytes(VoterKeyPurpose, row.VoterKeySecret),
                    readAt
                );
            },
            cancellationToken
        );
    }

    private sealed record Copy(Campaign Campaign, byte[] VoterKeySecret, long ReadAt);

    private sealed record CampaignRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public int Edition { get; init; }
        public DateOnly EligibilityDate { get; init; }
        public int Places { get; init; }
        public string PolicyVersion { get; init; } = "";
        public int InvitationDays { get; init; }
        public int RecordYears { get; init; }
        public int TipClaimMinutes { get; init; }
        public int TipTargetHours { get; init; }
        public int CaseClaimMinutes { get; init; }
        public int CaseReviewDays { get; init; }
        public int PanelSize { get; init; }
        public int ExpertsPerCase { get; init; }
        public int CasesPerExpert { get; init; }
        public bool TrimsScores { get; init; }
        public int NoticeWorkingDays { get; init; }
        public int QuorumNumerator { get; init; }
        public int QuorumDenominator { get; init; }
        public int PassNumerator { get; init; }
        public int PassDenominator { get; init; }
        public bool FillsVacatedPlaces { get; init; }
        public int PrizeYuan { get; init; }
        public byte[] VoterKeySecret { get; init; } = [];
    }

    private sealed record PhaseRow
    {
        public PhaseKind Kind { get; init; }
        public DateTimeOffset OpensAt { get; init; }
        public DateTimeOffset ClosesAt { get; init; }
    }

    private sealed record QuotaRow
    {
        public QuotaKind Kind { get; init; }
        public DateOnly FromDay { get; init; }
        public int PerDay { get; init; }
    }
}
