using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Campaigns;

/// <summary>Creates a campaign with the reference data of Hangzhou. What the notice leaves open gets the defaults printed in the README.</summary>
public static class CampaignSeed
{
    public const int VotesPerDay = 3;
    public const int TipsPerDay = 5;
    private const int PlacesOfTheNotice = 30;

    /// <summary>Districts by GB/T 2260.</summary>
    public static readonly IReadOnlyList<District> Districts =
    [
        new("330102", "上城区"),
        new("330105", "拱墅区"),
        new("330106", "西湖区"),
        new("330108", "滨江区"),
        new("330109", "萧山区"),
        new("330110", "余杭区"),
        new("330111", "富阳区"),
        new("330112", "临安区"),
        new("330113", "临平区"),
        new("330114", "钱塘区"),
        new("330122", "桐庐县"),
        new("330127", "淳安县"),
        new("330182", "建德市"),
    ];

    public static readonly IReadOnlyList<Trade> Trades =
    [
        new("machinery", "机械制造"),
        new("electronics", "电子信息"),
        new("textile-silk", "纺织丝绸"),
        new("construction", "建筑工程"),
        new("transport", "交通运输"),
        new("power", "电力能源"),
        new("chemical-medicine", "化工医药"),
        new("food", "食品餐饮"),
        new("agriculture", "农业"),
        new("tourism", "旅游服务"),
        new("commerce", "商贸服务"),
        new("traditional-craft", "传统工艺与非遗"),
        new("health", "医疗卫生"),
        new("municipal", "市政公用"),
        new("software", "软件与数字技术"),
        new("other", "其他"),
    ];

    /// <summary>A campaign whose tips, votes and applications are open around <paramref name="now"/>, made current. The caller holds the transaction.</summary>
    public static async Task<Guid> Add(Work work, DataCipher cipher, string name, int edition, DateTimeOffset now)
    {
        const string campaign = """
            INSERT INTO campaigns (id, name, edition, eligibility_date, places, policy_version, invitation_days,
                tip_claim_minutes, voter_key_secret, is_current, created_at)
            VALUES (@id, @name, @edition, @eligibilityDate, @places, '2026-1', 30, 30, @voterKeySecret, 1, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var today = ChinaDay.Of(now);
        await work.Execute(
            campaign,
            new
            {
                id,
                name,
                edition,
                eligibilityDate = today.AddDays(30),
                places = PlacesOfTheNotice,
                voterKeySecret = CampaignQueries.SealVoterKey(cipher, RandomNumberGenerator.GetBytes(32)),
                now,
            }
        );
        foreach (var phase in PhasesAround(today))
        {
            await work.Execute(
                "INSERT INTO campaign_phases (campaign_id, kind, opens_at, closes_at) VALUES (@id, @Kind, @OpensAt, @ClosesAt)",
                new
                {
                    id,
                    Kind = phase.Kind.ToString(),
                    phase.OpensAt,
                    phase.ClosesAt,
                }
            );
        }

        foreach (var (kind, perDay) in new[] { (QuotaKind.Votes, VotesPerDay), (QuotaKind.Tips, TipsPerDay) })
        {
            await work.Execute(
                "INSERT INTO campaign_quotas (campaign_id, kind, from_day, per_day) VALUES (@id, @kind, @fromDay, @perDay)",
                new
                {
                    id,
                    kind = kind.ToString(),
                    fromDay = today.AddDays(-30),
                    perDay,
                }
            );
        }

        foreach (var (district, position) in Districts.Select((district, position) => (district, position)))
        {
            await work.Execute(
                "INSERT INTO campaign_districts (campaign_id, code, name, position) VALUES (@id, @Code, @Name, @position)",
                new
                {
                    id,
                    district.Code,
                    district.Name,
                    position,
                }
            );
        }

        foreach (var (trade, position) in Trades.Select((trade, position) => (trade, position)))
        {
            await work.Execute(
                "INSERT INTO campaign_trades (campaign_id, code, name, position) VALUES (@id, @Code, @Name, @position)",
                new
                {
                    id,
                    trade.Code,
                    trade.Name,
                    position,
                }
            );
        }

        await CampaignDays.Seed(work, id);
        foreach (var rule in EligibilityRules.Default)
        {
            await AddRule(work, id, rule);
        }

        await CriteriaStore.Seed(work, id);
        return id;
    }

    private static Task<int> AddRule(Work work, Guid id, EligibilityRule rule)
    {
        const string sql = """
            INSERT INTO campaign_rules (campaign_id, rule_version, rule_id, effective_from, clause, quotation, text, position, bound, bound_included,
                year_full, leap_day, condition_number, waives_years, world_places, national_places, provincial_places, municipal_places)
            VALUES (@id, @RuleVersion, @RuleId, @EffectiveFrom, @Clause, @Quotation, @Text, @Position, @Bound, @BoundIncluded,
                @YearFull, @LeapDay, @ConditionNumber, @WaivesYears, @WorldPlaces, @NationalPlaces, @ProvincialPlaces, @MunicipalPlaces)
            """;
        return work.Execute(
            sql,
            new
            {
                id,
                rule.RuleVersion,
                rule.RuleId,
                rule.EffectiveFrom,
                rule.Clause,
                rule.Quotation,
                rule.Text,
                rule.Position,
                rule.Bound,
                rule.BoundIncluded,
                YearFull = rule.YearFull?.ToString(),
                LeapDay = rule.LeapDay?.ToString(),
                rule.ConditionNumber,
                rule.WaivesYears,
                rule.WorldPlaces,
                rule.NationalPlaces,
                rule.ProvincialPlaces,
                rule.MunicipalPlaces,
            }
        );
    }

    private static IEnumerable<Phase> PhasesAround(DateOnly today)
    {
        Phase From(PhaseKind kind, int opens, int closes) =>
            new(kind, ChinaDay.StartOf(today.AddDays(opens)), ChinaDay.StartOf(today.AddDays(closes)));
        return
        [
            From(PhaseKind.Tips, -30, 60),
            From(PhaseKind.Voting, -14, 60),
            From(PhaseKind.UnitApplications, -30, 60),
            From(PhaseKind.SocietyApplications, -30, 60),
            From(PhaseKind.PublicTipApplications, -30, 60),
            From(PhaseKind.SelfApplications, -30, 60),
            From(PhaseKind.QualificationReview, -30, 75),
            From(PhaseKind.ExpertReview, 75, 105),
            From(PhaseKind.PublicNotice, 105, 115),
            From(PhaseKind.LeadingGroupDecision, 115, 145),
        ];
    }
}
