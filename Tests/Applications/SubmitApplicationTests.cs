using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Applications;

public sealed class SubmitApplicationTests(App app)
{
    private static readonly string[] Required =
    [
        "name",
        "birthDate",
        "ethnicGroup",
        "photoId",
        "trade",
        "titleOrSkillLevel",
        "mobile",
        "address",
        "workUnit",
        "deedsSummary",
        "isChineseNational",
        "isUnionMember",
        "isFrontLine",
        "inTradeInHangzhouSince",
        "conditions",
        "declaredTruthful",
        "consent",
    ];

    [Fact]
    public async Task 四_四_个人自荐_A_submitted_application_opens_the_case_of_a_new_candidate()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts(A.Form() with { District = "330106", Trade = "food" });

        var answer = (await citizen.Submits(id)).Should(200);

        Assert.Equal("Submitted", answer.Word("state"));
        Assert.Equal(2, answer.Number("version"));
        var caseId = await app.CaseOf(id);
        Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(caseId));
        Assert.Equal(
            "330106 food Submitted",
            await app.Database.Value<string>(
                "SELECT CONCAT_WS(' ', district, trade, stage) FROM cases WHERE id = @caseId AND leading_application_id = @id",
                new { caseId, id }
            )
        );
        var own = await citizen.SeesApplication(id);
        Assert.Equal("Submitted", own.Word("caseState"));
        Assert.Equal(answer.Word("candidateId"), own.Word("candidateId"));
        Assert.Equal("Submitted", Assert.Single(await citizen.SeesTimeline(id)).GetProperty("to").GetString());
    }

    [Fact]
    public async Task What_the_rules_said_at_submit_is_kept_with_their_version_and_day()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Applies();

        var kept = Assert.Single(
            await app.Database.Rows<string>(
                """
                SELECT CONCAT_WS(' ', e.occasion, e.rule_version, e.overall, e.as_of_day = c.eligibility_date)
                FROM eligibility_evaluations e JOIN campaigns c ON c.is_current = 1
                WHERE e.application_id = @id AND e.results LIKE '%years-in-trade%'
                """,
                new { id }
            )
        );

        Assert.Equal("Submit 1 Eligible 1", kept);
    }

    [Fact]
    public async Task An_empty_draft_is_told_everything_it_lacks_at_once_and_stays_as_it_was()
    {
        var citizen = await app.NewCitizen();
        var id = Guid.Parse((await citizen.SendsDraft(new ApplicationForm())).Should(201).Word("id"));

        var refused = (await citizen.Submits(id)).ShouldRefuse(409, "application-incomplete");

        Assert.Equal(Required.Order(), refused.ErrorFields.Order());
        Assert.Equal("附件", refused.Word("clause"));
        var draft = await citizen.SeesApplication(id);
        Assert.Equal("Draft", draft.Word("state"));
        Assert.Equal(1, draft.Number("version"));
        Assert.Empty(
            await app.Database.Rows<int>("SELECT 1 FROM cases WHERE leading_application_id = @id", new { id })
        );
    }

    private static readonly Dictionary<string, (Func<ApplicationForm, ApplicationForm> Spoil, string[] Fields)> Faults =
        new()
        {
            ["deeds of 601 字"] = (form => form with { DeedsSummary = new('工', 601) }, ["deedsSummary"]),
            ["deeds of 9 字"] = (form => form with { DeedsSummary = new('工', 9) }, ["deedsSummary"]),
            ["work that begins in the future"] = (
                form => form with { InTradeInHangzhouSince = "2999-01-01" },
                ["inTradeInHangzhouSince"]
            ),
            ["a trade nobody knows"] = (form => form with { Trade = "alchemy" }, ["trade"]),
            ["a district of another city"] = (form => form with { District = "310101" }, ["district"]),
            ["a mobile that is a fixed line"] = (form => form with { Mobile = "0571-87654321" }, ["mobile"]),
            ["a mobile of ten digits"] = (form => form with { Mobile = "1391234567" }, ["mobile"]),
            ["a phone that is a word"] = (form => form with { Phone = "厂里传达室" }, ["phone"]),
            ["no place of work at all"] = (form => form with { WorkUnit = null, Workplace = null }, ["workUnit"]),
            ["no title"] = (form => form with { TitleOrSkillLevel = null }, ["titleOrSkillLevel"]),
            ["no condition claimed"] = (form => form with { Conditions = [] }, ["conditions"]),
            ["a condition without its account"] = (
                form => form with { Conditions = [form.Conditions![0], new(2, null)] },
                ["conditions[1].text"]
            ),
            ["one condition claimed twice"] = (
                form => form with { Conditions = [form.Conditions![0], form.Conditions[0]] },
                ["conditions"]
            ),
            ["not declared truthful"] = (form => form with { DeclaredTruthful = false }, ["declaredTruthful"]),
            ["no word on being named"] = (form => form with { Consent = null }, ["consent"]),
        };

    public static TheoryData<string> FaultyForms => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultyForms))]
    public async Task A_fault_is_told_by_its_field(string fault)
    {
        var (spoil, fields) = Faults[fault];
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts(spoil(A.Form()));

        var refused = (await citizen.Submits(id)).ShouldRefuse(409, "application-incomplete");

        Assert.Equal(fields, refused.ErrorFields);
        Assert.Equal("Draft", await app.StateOfApplication(id));
    }

    [Fact]
    public async Task Six_hundred_字_are_not_too_many_and_a_workplace_is_enough_for_who_has_no_employer()
    {
        await (await app.NewCitizen()).Applies(
            A.Form() with
            {
                DeedsSummary = new('工', 600),
                WorkUnit = null,
                Workplace = "河坊街口修鞋摊",
                District = null,
                Phone = null,
            }
        );
    }

    private static readonly Dictionary<
        string,
        (Func<ApplicationForm, ApplicationForm> Change, string Clause, string[] Rules)
    > Ineligible = new()
    {
        ["not of Chinese nationality"] = (form => form with { IsChineseNational = false }, "三(一)", ["nationality"]),
        ["not in the union"] = (form => form with { IsUnionMember = false }, "三(一)", ["union-member"]),
        ["no longer in the front line"] = (form => form with { IsFrontLine = false }, "三(二)", ["front-line"]),
        ["older than sixty"] = (
            form => form with { BirthDate = "1950-01-01", InTradeInHangzhouSince = "1980-01-01" },
            "三(二)",
            ["age"]
        ),
        ["less than ten years in Hangzhou"] = (
            form => form with { InTradeInHangzhouSince = "2024-01-01" },
            "三(二)",
            ["years-in-trade"]
        ),
        ["everything at once"] = (
            form =>
                form with
                {
                    IsChineseNational = false,
                    IsUnionMember = false,
                    IsFrontLine = false,
                    BirthDate = "1950-01-01",
                    InTradeInHangzhouSince = "2024-01-01",
                },
            "三(一)",
            ["nationality", "union-member", "age", "years-in-trade", "front-line"]
        ),
    };

    public static TheoryData<string> IneligibleForms => [.. Ineligible.Keys];

    [Theory]
    [MemberData(nameof(IneligibleForms))]
    public async Task Who_does_not_meet_the_notice_is_told_the_clause_and_every_rule_that_fails(string reason)
    {
        var (change, clause, rules) = Ineligible[reason];
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts(change(A.Form()));

        var refused = (await citizen.Submits(id)).ShouldRefuse(409, "not-eligible");

        Assert.Equal(clause, refused.Word("clause"));
        var failed = refused.Json.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Equal(rules, failed.Select(rule => rule.GetProperty("ruleId").GetString()));
        Assert.All(failed, rule => Assert.Equal("Fail", rule.GetProperty("result").GetString()));
        Assert.All(failed, rule => Assert.NotEmpty(rule.GetProperty("wouldChange").GetString()!));
        Assert.Equal("Draft", await app.StateOfApplication(id));
    }

    private static readonly Dictionary<
        string,
        (Func<ApplicationForm, ApplicationForm> Spoil, string Code, string Field)
    > OwnCodes = new()
    {
        ["born in the future"] = (form => form with { BirthDate = "2999-01-01" }, "birth-date-in-future", "birthDate"),
        ["born today"] = (form => form with { BirthDate = FilingDrivers.Today }, "birth-date-in-future", "birthDate"),
        ["work begun on the day of birth"] = (
            form => form with { InTradeInHangzhouSince = form.BirthDate },
            "dates-out-of-order",
            "inTradeInHangzhouSince"
        ),
        ["work begun before birth"] = (
            form => form with { InTradeInHangzhouSince = "1970-01-01" },
            "dates-out-of-order",
            "inTradeInHangzhouSince"
        ),
        ["a municipal first place without proof"] = (
            form => form with { Conditions = [new(5, "市数控车工比赛第一名", new("Municipal", 1))] },
            "contest-proof-missing",
            "conditions[0].fileIds"
        ),
        ["a world first place without proof beside a unique skill"] = (
            form => form with { Conditions = [form.Conditions![0], new(4, "世界技能大赛金牌", new("World", 1))] },
            "contest-proof-missing",
            "conditions[1].fileIds"
        ),
        ["two kinds of fault"] = (
            form =>
                form with
                {
                    InTradeInHangzhouSince = "1970-01-01",
                    Conditions = [new(5, "市数控车工比赛第一名", new("Municipal", 1))],
                },
            "application-incomplete",
            "inTradeInHangzhouSince"
        ),
    };

    public static TheoryData<string> FormsWithOneKindOfFault => [.. OwnCodes.Keys];

    [Theory]
    [MemberData(nameof(FormsWithOneKindOfFault))]
    public async Task A_form_with_one_kind_of_fault_is_refused_with_its_own_code_and_nothing_is_stored(string fault)
    {
        var (spoil, code, field) = OwnCodes[fault];
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts(spoil(A.Form()));

        var refused = (await citizen.Submits(id)).ShouldRefuse(409, code);

        Assert.Contains(field, refused.ErrorFields);
        Assert.Equal("Draft", await app.StateOfApplication(id));
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM eligibility_evaluations WHERE application_id = @id",
                new { id }
            )
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    public async Task A_condition_the_notice_does_not_have_is_not_even_saved(int number)
    {
        var citizen = await app.NewCitizen();
        var form = A.Form() with { Conditions = [new(number, "其他")] };

        var refused = (await citizen.SendsDraft(form)).ShouldRefuse(400, "condition-unknown");
        Assert.Equal(["conditions[0].number"], refused.ErrorFields);
        var id = await citizen.Drafts();
        (await citizen.Saves(id, form)).ShouldRefuse(400, "condition-unknown");
        Assert.Equal(1, (await citizen.SeesApplication(id)).Number("version"));
    }

    [Fact]
    public async Task What_only_staff_can_judge_is_taken_and_left_to_them()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Applies(
            A.Form() with
            {
                BirthDate = "1950-01-01",
                InTradeInHangzhouSince = "1980-01-01",
                OutstandingContribution = new("主持修复六和塔木构"),
            }
        );

        Assert.Equal(
            "NeedsEvidence",
            await app.Database.Value<string>(
                "SELECT overall FROM eligibility_evaluations WHERE application_id = @id",
                new { id }
            )
        );
    }

    [Fact]
    public async Task A_consent_to_a_policy_that_has_changed_is_not_taken()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts(A.Form() with { Consent = new("2020-1", true, true) });

        (await citizen.Submits(id)).ShouldRefuse(409, "policy-version-stale");

        Assert.Equal("Draft", await app.StateOfApplication(id));
    }

    [Fact]
    public async Task After_the_closing_a_draft_stays_a_draft()
    {
        var name = app.UniqueName("after-closing-");
        var id = await (await Citizen.LogIn(app.Anonymous, name)).Drafts();
        var afterwards = await Citizen.LogIn(app.InTheFuture(TimeSpan.FromDays(61)), name);

        var refused = (await afterwards.Submits(id)).ShouldRefuse(409, "applications-closed");

        Assert.Equal("四(四)", refused.Word("clause"));
        Assert.Equal("Draft", await app.StateOfApplication(id));
    }

    [Fact]
    public async Task A_draft_is_submitted_once_and_only_as_it_was_last_seen()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();
        (await citizen.Saves(id, await citizen.Pictured(A.Form()), version: 1)).Should(200);

        (await citizen.MovesApplication(id, "submit", 1)).ShouldRefuse(409, "version-stale");
        (await citizen.Submits(id)).Should(200);
        (await citizen.Submits(id)).ShouldRefuse(409, "application-submitted");
        (await citizen.Saves(id, A.Form())).ShouldRefuse(409, "application-submitted");
    }

    [Fact]
    public async Task Fifty_identical_submits_at_once_open_one_case_with_one_line_of_history()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => citizen.MovesApplication(id, "submit", 1))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        await OneOfEverything(id);
    }

    [Fact]
    public async Task Fifty_identical_submits_at_once_with_one_key_are_fifty_equal_answers()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Drafts();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => citizen.MovesApplication(id, "submit", 1, "one-submit"))
        );

        Assert.All(answers, answer => answer.Should(200));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        await OneOfEverything(id);
    }

    [Fact]
    public async Task Two_applications_about_one_worker_at_once_are_one_case_with_one_leader()
    {
        for (var worker = 0; worker < 10; worker++)
        {
            var form = A.Form();
            var (one, other) = (await app.NewCitizen(), await app.NewCitizen());
            var ids = new[]
            {
                await one.Drafts(form),
                await other.Drafts(form with { Name = "陆 长根", Mobile = $"+86 {form.Mobile}" }),
            };

            var answers = await Task.WhenAll(one.Submits(ids[0]), other.Submits(ids[1]));

            Assert.All(answers, answer => answer.Should(200));
            Assert.Single(answers.Select(answer => answer.Word("candidateId")).Distinct());
            Assert.Equal(["Joined", "Submitted"], answers.Select(answer => answer.Word("state")).Order());
            var caseId = await app.CaseOf(ids[0]);
            Assert.Equal(caseId, await app.CaseOf(ids[1]));
            var leader = Guid.Parse(answers.Single(answer => answer.Word("state") == "Submitted").Word("id"));
            Assert.Equal(
                leader,
                await app.Database.Value<Guid>(
                    "SELECT leading_application_id FROM cases WHERE id = @caseId",
                    new { caseId }
                )
            );
            Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(caseId));
        }
    }

    [Fact]
    public async Task An_invited_worker_and_a_self_application_racing_for_one_candidate_share_one_key()
    {
        for (var worker = 0; worker < 5; worker++)
        {
            var form = A.Form();
            var (invited, applicationId, candidateId) = await AnInvitedWorker(form);
            var self = await app.NewCitizen();
            var selfId = await self.Drafts(form);

            var answers = await Task.WhenAll(invited.Submits(applicationId), self.Submits(selfId));

            Assert.All(answers, answer => answer.Should(200));
            Assert.Equal(candidateId.ToString(), answers[0].Word("candidateId"));
            var met = answers[1].Word("candidateId") == answers[0].Word("candidateId");
            Assert.Equal(
                met ? ["Joined", "Submitted"] : ["Submitted", "Submitted"],
                answers.Select(answer => answer.Word("state")).Order()
            );
            Assert.Equal(
                1,
                await app.Database.Value<int>(
                    """
                    SELECT COUNT(*) FROM candidates
                    WHERE worker_key = (SELECT worker_key FROM candidates WHERE id = @selfCandidate)
                    """,
                    new { selfCandidate = Guid.Parse(answers[1].Word("candidateId")) }
                )
            );
        }
    }

    [Fact]
    public async Task A_self_application_finds_the_candidate_that_an_invited_worker_submitted_for()
    {
        var form = A.Form();
        var (invited, applicationId, candidateId) = await AnInvitedWorker(form);
        var submitted = (await invited.Submits(applicationId)).Should(200);
        Assert.Equal("PublicTip", (await invited.SeesApplication(applicationId)).Word("channel"));
        Assert.Equal("Submitted", submitted.Word("state"));
        var self = await app.NewCitizen();

        var joined = (await self.Submits(await self.Drafts(form))).Should(200);

        Assert.Equal("Joined", joined.Word("state"));
        Assert.Equal(candidateId.ToString(), joined.Word("candidateId"));
    }

    [Fact]
    public async Task An_application_for_a_merged_candidate_joins_the_case_of_the_root()
    {
        var (_, rootApplication, caseId) = await app.ACase();
        var rootId = await app.CandidateOf(rootApplication);
        var form = A.Form();
        var (invited, applicationId, candidateId) = await AnInvitedWorker(form);
        await app.Merges(candidateId, rootId);

        var joined = (await invited.Submits(applicationId)).Should(200);

        Assert.Equal("Joined", joined.Word("state"));
        Assert.Equal(rootId.ToString(), joined.Word("candidateId"));
        Assert.Equal(caseId, await app.CaseOf(applicationId));
    }

    [Theory]
    [InlineData("Withdrawn")]
    [InlineData("Rejected")]
    [InlineData("NotSelected")]
    [InlineData("Disqualified")]
    public async Task A_case_that_ended_takes_no_further_application(string stage)
    {
        var form = A.Form();
        var (applicant, applicationId, caseId) = await app.ACase(form);
        await app.PutsCaseIn(caseId, stage);
        var again = await applicant.Drafts(form);

        var refused = (await applicant.Submits(again)).ShouldRefuse(409, "case-closed");

        Assert.Equal("五", refused.Word("clause"));
        Assert.Equal("Draft", await app.StateOfApplication(again));
        Assert.Equal(stage, await app.StageOf(caseId));
        Assert.Equal("Submitted", await app.StateOfApplication(applicationId));
    }

    [Fact]
    public async Task Submitting_for_oneself_is_the_word_that_lets_staff_publish()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Applies(A.Form() with { Consent = new("2026-1", false, ShowWorkUnit: false) });
        var candidateId = await app.CandidateOf(id);
        Assert.Equal("Agreed", await app.StateOfCandidate(candidateId));
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");

        await (await app.Staff(StaffRole.TipReviewer)).Publishes(candidateId);

        var shown = (await app.Shows(candidateId)).Should(200);
        Assert.DoesNotContain("杭州丝绸印染厂", shown.Text, StringComparison.Ordinal);
        Assert.Equal(
            "SelfApplication 2026-1 0 0 1",
            Assert.Single(
                await app.Database.Rows<string>(
                    """
                    SELECT CONCAT_WS(' ', source, policy_version, show_photo, show_work_unit, confirmed_at IS NOT NULL)
                    FROM consents WHERE candidate_id = @candidateId AND application_id = @id
                    """,
                    new { candidateId, id }
                )
            )
        );
    }

    /// <summary>A worker who accepted an invitation and completed the form that it opened.</summary>
    private async Task<(Citizen Worker, Guid ApplicationId, Guid CandidateId)> AnInvitedWorker(ApplicationForm form)
    {
        var candidateId = await app.ACandidate(name: form.Name);
        var worker = await app.NewCitizen();
        var code = await (await app.Staff(StaffRole.TipReviewer)).Invites(candidateId);
        var (_, applicationId) = await worker.Accepts(code);
        (await worker.Saves(applicationId, await worker.Pictured(form with { Consent = null }))).Should(200);
        return (worker, applicationId, candidateId);
    }

    private async Task OneOfEverything(Guid id)
    {
        Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(await app.CaseOf(id)));
        Assert.Equal(
            "1 1 1",
            await app.Database.Value<string>(
                """
                SELECT CONCAT_WS(' ',
                    (SELECT COUNT(*) FROM cases WHERE leading_application_id = @id),
                    (SELECT COUNT(*) FROM eligibility_evaluations WHERE application_id = @id),
                    (SELECT COUNT(*) FROM consents WHERE application_id = @id))
                """,
                new { id }
            )
        );
    }
}
