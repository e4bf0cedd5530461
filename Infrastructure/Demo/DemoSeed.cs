using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Review;
using Craftsman.Infrastructure.Tips;

namespace Craftsman.Infrastructure.Demo;

/// <summary>
/// Fills an empty database with a campaign in full swing: staff of each role, forty invented workers in every state, what citizens say about
/// them, votes, and a few cases. It goes through the same stores as the service, so what it leaves is what use would leave.
/// </summary>
public sealed class DemoSeed(
    Db db,
    DataCipher cipher,
    TipStore tips,
    InvitationStore invitations,
    ApplicationStore applications,
    ReviewStore review,
    CampaignQueries campaigns,
    DemoPortraits portraits
)
{
    private const string CampaignName = "寻找我身边的杭州工匠";
    private const int Published = 26;
    private const int Agreed = 29;
    private const int Invited = 31;
    private const int Declined = 32;
    private const int Hidden = 36;
    private const int Applicants = 6;
    private const int QuotaOfTips = CampaignSeed.TipsPerDay;

    /// <summary>What a new campaign has.</summary>
    private const int TargetHours = 72;

    private static readonly (string UserName, string DisplayName, StaffRole Role)[] Staff =
    [
        ("reviewer", "线索审核 王敏", StaffRole.TipReviewer),
        ("reviewer2", "线索审核 李涛", StaffRole.TipReviewer),
        ("qualifier", "资格审核 陈芳", StaffRole.QualificationReviewer),
        ("secretary", "评审秘书 周洁", StaffRole.PanelSecretary),
        ("expert", "评审专家 吴教授", StaffRole.Expert),
        ("expert2", "行业协会 严秘书长", StaffRole.Expert),
        ("expert3", "社会组织 柳理事", StaffRole.Expert),
        ("expert4", "网络媒体 唐主编", StaffRole.Expert),
        ("expert5", "评审专家 石教授", StaffRole.Expert),
        ("notice", "公示专员 郑宁", StaffRole.NoticeOfficer),
        ("clerk", "办公室 孙莉", StaffRole.OfficeClerk),
        ("leader", "领导小组 钱主席", StaffRole.LeadingGroupMember),
        ("fraud", "反刷票 冯凯", StaffRole.FraudReviewer),
        ("fraud2", "反刷票 蒋悦", StaffRole.FraudReviewer),
        ("auditor", "监督 沈正", StaffRole.Auditor),
        ("admin", "系统管理员", StaffRole.Administrator),
        ("organization", "单位经办 何平", StaffRole.OrganizationUser),
        ("union", "区总工会 许琴", StaffRole.OrganizationUser),
        ("society", "学会经办 叶青", StaffRole.OrganizationUser),
    ];

    /// <summary>For whom the organization users work.</summary>
    private static readonly Dictionary<string, (string Kind, string Name, string District)> Organizations = new()
    {
        ["organization"] = ("Employer", "杭州云栖精密机械有限公司", "330106"),
        ["union"] = ("DistrictUnion", "上城区总工会", "330102"),
        ["society"] = ("Society", "杭州市传统工艺学会", "330102"),
    };

    /// <summary>Does nothing where a campaign exists already: a second run keeps the data.</summary>
    /// <param name="staffPassword">The password of all demo staff.</param>
    /// <returns>False when there was a campaign.</returns>
    public async Task<bool> Fill(string staffPassword, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.FirstOrNothing<int>("SELECT COUNT(*) FROM campaigns", null, cancellationToken) > 0)
        {
            return false;
        }

        now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        var campaignId = Guid.Empty;
        await db.Write<object>(
            async work =>
            {
                campaignId = await CampaignSeed.Add(work, cipher, CampaignName, 1, now.AddDays(-14));
                var reviewer = await AddStaff(work, staffPassword, now.AddDays(-14));
                var published = new List<Guid>();
                foreach (var (worker, number) in DemoWorkers.All.Select((worker, number) => (worker, number)))
                {
                    if (
                        await Walk(work, campaignId, reviewer, worker, number, now) is { } candidateId
                        && number < Published
                    )
                    {
                        published.Add(candidateId);
                    }
                }

                await DemoVotes.Cast(work, campaignId, published, now);
                return new object();
            },
            cancellationToken
        );
        await Apply(now, cancellationToken);
        return true;
    }

    private static async Task<Guid> AddStaff(Work work, string password, DateTimeOffset now)
    {
        foreach (var (userName, displayName, role) in Staff)
        {
            Guid? organizationId = null;
            if (Organizations.TryGetValue(userName, out var organization))
            {
                organizationId = Guid.CreateVersion7(now);
                await work.Execute(
                    "INSERT INTO organizations (id, kind, name, district, created_at) VALUES (@organizationId, @Kind, @Name, @District, @now)",
                    new
                    {
                        organizationId,
                        organization.Kind,
                        organization.Name,
                        organization.District,
                        now,
                    }
                );
            }

            await StaffStore.TryAdd(
                work,
                userName,
                displayName,
                password,
                [role],
                [],
                organizationId,
                mustChangePassword: false,
                now
            );
        }

        return (await work.FirstOrNothing<Guid?>("SELECT id FROM staff WHERE user_name = 'reviewer'"))!.Value;
    }

    /// <summary>Takes a worker as far as its number says: the first are published, the last still wait on the desk.</summary>
    private async Task<Guid?> Walk(
        Work work,
        Guid campaignId,
        Guid reviewer,
        DemoWorker worker,
        int number,
        DateTimeOffset now
    )
    {
        var begin = now.AddDays(-13).AddHours(number * 2);
        var sent = new List<Guid>();
        foreach (var (tip, at) in worker.Tips.Select((tip, at) => (tip, at)))
        {
            sent.Add(await Tip(work, campaignId, worker, tip, number, at, begin.AddHours(at)));
        }

        if (number >= Hidden)
        {
            return null;
        }

        var candidateId = (
            await CandidateStore.TryAdd(
                work,
                new NewCandidate(
                    campaignId,
                    worker.Name,
                    worker.WorkUnit,
                    worker.Workplace,
                    worker.District,
                    worker.Trade
                ),
                begin.AddHours(12)
            )
        )!.Value;

        // Of workers with many tips the latest still waits, so that the desk has something to link.
        var joined = sent.Count > 4 ? sent[..^1] : sent;
        foreach (var tipId in joined)
        {
            var at = begin.AddHours(13);
            await TipReviewStore.Claim(
                work,
                (await TipReviewStore.Lock(work, campaignId, tipId))!,
                reviewer,
                at.AddMinutes(30),
                at
            );
            await TipReviewStore.Join(
                work,
                (await TipReviewStore.Lock(work, campaignId, tipId))!,
                reviewer,
                candidateId,
                isNewCandidate: false,
                isContentDecided: false,
                at
            );
        }

        if (number < Declined)
        {
            await Invite(work, reviewer, worker, candidateId, number, begin.AddHours(14));
        }

        return candidateId;
    }

    private async Task<Guid> Tip(
        Work work,
        Guid campaignId,
        DemoWorker worker,
        DemoTip tip,
        int number,
        int at,
        DateTimeOffset sentAt
    )
    {
        var citizen = await CitizenStore.FindOrAdd(work, $"oDemo-citizen-{number}-{at}", sentAt);
        var content = new TipContent(
            tip.NameAsWritten,
            tip.WorkUnitAsWritten,
            tip.WorkUnitAsWritten is null ? worker.Workplace ?? worker.WorkUnit : null,
            worker.District,
            worker.Trade,
            tip.Story,
            tip.Relation
        );
        var added = await tips.TryAdd(
            work,
            campaignId,
            citizen,
            content,
            workerContact: null,
            QuotaOfTips,
            TargetHours,
            sentAt
        );
        if (added.IsRefused(out var refusal, out var id))
        {
            throw new InvalidOperationException(refusal.Code);
        }

        await Passes(work, id);
        return id;
    }

    /// <summary>Within two kilometres of the district's centre, or three: the workers are invented, and so is where they work.</summary>
    private static MapPoint Somewhere(string district, int number)
    {
        const int steps = 41;
        const double degrees = 0.001;
        var centre = NearbyRules.DistrictCentres[district];
        return MapPoint.Rounded(
            centre.Latitude + (((number * 7 % steps) - (steps / 2)) * degrees),
            centre.Longitude + (((number * 11 % steps) - (steps / 2)) * degrees)
        );
    }

    private async Task Invite(
        Work work,
        Guid reviewer,
        DemoWorker worker,
        Guid candidateId,
        int number,
        DateTimeOffset at
    )
    {
        var candidate = (await CandidateStore.Lock(work, candidateId))!;
        var story = worker.Tips.MaxBy(tip => tip.Story.Length)!.Story;
        await CandidateStore.Edit(work, candidate with { Story = story }, reviewer, at);
        await CandidateStore.Locate(
            work,
            (await CandidateStore.Lock(work, candidateId))!,
            Somewhere(worker.District, number),
            reviewer,
            at
        );
        var sent = await invitations.Invite(
            work,
            (await CandidateStore.Lock(work, candidateId))!,
            at.AddDays(30),
            reviewer,
            at
        );
        if (number is >= Agreed and < Invited)
        {
            return;
        }

        var worksAs = await CitizenStore.FindOrAdd(work, OpenIdOfWorker(number), at);
        var opened = (await InvitationStore.LockByCode(work, SecretCode.HashOf(sent.Code)))!;
        if (number >= Invited)
        {
            await InvitationStore.Decline(work, opened, worksAs, at.AddHours(1));
            return;
        }

        await invitations.Accept(
            work,
            opened,
            worksAs,
            new GivenConsent("2026-1", ShowPhoto: true, ShowWorkUnit: number % 7 != 6),
            null,
            at.AddHours(1)
        );
        await InvitationStore.ConfirmConsent(
            work,
            (await CandidateStore.Lock(work, candidateId))!,
            (await InvitationStore.LockLiving(work, candidateId))!,
            "电话回访单位工会，核对本人姓名和岗位",
            reviewer,
            at.AddHours(2)
        );
        if (number < Published)
        {
            await CandidateStore.Publish(
                work,
                (await CandidateStore.Lock(work, candidateId))!,
                isContentDecided: false,
                reviewer,
                at.AddHours(3)
            );
        }
    }

    /// <summary>The first workers file their applications, and the review has begun for some of them.</summary>
    private async Task Apply(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.Current(cancellationToken);
        var filed = await db.Write<List<Guid>>(
            async work =>
            {
                const string draft = """
                    SELECT a.id
                    FROM applications a
                    JOIN citizens c ON c.id = a.citizen_id
                    WHERE c.openid = @openId AND a.state = 'Draft'
                    """;
                var cases = new List<Guid>();
                for (var number = 0; number < Applicants; number++)
                {
                    var citizen = await CitizenStore.FindOrAdd(work, OpenIdOfWorker(number), now);
                    var id = (await work.FirstOrNothing<Guid?>(draft, new { openId = OpenIdOfWorker(number) }))!.Value;
                    var photoId = await portraits.Add(work, citizen, number, now, cancellationToken);
                    Expect(
                        await applications.Save(
                            work,
                            Filer.Citizen(citizen),
                            id,
                            1,
                            FormOf(DemoWorkers.All[number], number, photoId, campaign.PolicyVersion),
                            now
                        )
                    );
                    Expect(await applications.Submit(work, campaign, Filer.Citizen(citizen), id, 2, now));
                    await Passes(work, id);
                    await Passes(work, photoId);
                    cases.Add(
                        (
                            await work.FirstOrNothing<Guid?>(
                                "SELECT id FROM cases WHERE leading_application_id = @id",
                                new { id }
                            )
                        )!.Value
                    );
                }

                return cases;
            },
            cancellationToken
        );
        var applied = filed.IsRefused(out _, out var caseIds) ? [] : caseIds;
        var qualifier = new LiveStaff
        {
            Id = await db.FirstOrNothing<Guid>(
                "SELECT id FROM staff WHERE user_name = 'qualifier'",
                null,
                cancellationToken
            ),
        };
        Task<Decision<MovedCase>> Move(Guid id, CaseAct act, int minutes) =>
            review.Change(id, act, qualifier, now.AddMinutes(minutes), cancellationToken);
        foreach (var id in applied.Take(3))
        {
            Expect(
                await Move(id, new CaseAct(CaseMove.StartReview, 1, "市总工会开始对照申报条件和要求进行资格审核。"), 1)
            );
        }

        var supplement = new Supplement(
            ["titleOrSkillLevel"],
            ChinaDay.Of(now).AddDays(14),
            "请填写技能等级证书上的等级名称。"
        );
        RuleCheck[] met = [.. EligibilityRuleIds.All.Select(ruleId => new RuleCheck(ruleId, CheckOutcome.Met, null))];
        Expect(await review.Check(applied[0], 2, met, qualifier, now.AddMinutes(2), cancellationToken));
        Expect(await Move(applied[0], new CaseAct(CaseMove.Pass, 3, "资格审核通过，进入专家评审。"), 2));
        Expect(
            await Move(
                applied[1],
                new CaseAct(CaseMove.Return, 2, $"申报退回补正：{supplement.Message}", Supplement: supplement),
                2
            )
        );
    }

    private static ApplicationContent FormOf(DemoWorker worker, int number, Guid photoId, string policyVersion) =>
        new()
        {
            Name = worker.Name,
            BirthDate = new DateOnly(1972 + number, 3, 1 + number),
            EthnicGroup = "汉族",
            PhotoId = photoId.ToString(),
            District = worker.District,
            Trade = worker.Trade,
            TitleOrSkillLevel = "高级技师",
            Mobile = $"1380000{1000 + number}",
            Address = "杭州市（演示地址）",
            WorkUnit = worker.WorkUnit,
            Workplace = worker.Workplace,
            DeedsSummary = worker.Tips.MaxBy(tip => tip.Story.Length)!.Story,
            IsChineseNational = true,
            IsUnionMember = true,
            IsFrontLine = true,
            InTradeInHangzhouSince = new DateOnly(1998, 7, 1),
            Conditions = [new ConditionEntry(1, "掌握本专业他人难以替代的绝技绝活。", null, [])],
            DeclaredTruthful = true,
            Consent = new ConsentEntry(policyVersion, ShowPhoto: true, ShowWorkUnit: true),
            FileIds = [],
        };

    /// <summary>No WeChat knows the people of the demo, so its word is invented too.</summary>
    private static Task<int> Passes(Work work, Guid id) =>
        work.Execute("UPDATE content_checks SET state = 'Pass', label = 100 WHERE id = @id", new { id });

    private static string OpenIdOfWorker(int number) => $"oDemo-worker-{number}";

    private static void Expect<T>(Decision<T> decision)
        where T : notnull
    {
        if (decision.IsRefused(out var refusal))
        {
            throw new InvalidOperationException(
                $"The demo data were refused: {refusal.Code} {string.Join(' ', refusal.Errors?.Keys ?? [])}"
            );
        }
    }
}
