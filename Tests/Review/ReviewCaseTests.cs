using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

public sealed class ReviewCaseTests(App app)
{
    [Fact]
    public async Task A_case_goes_from_desk_to_experts_and_every_step_is_on_record_for_staff_and_applicant()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACase();

        var started = await reviewer.StartsReview(caseId);
        Assert.Equal("QualificationReview", started.Word("state"));
        Assert.Equal(2, started.Number("version"));
        Assert.Equal("Returned", (await reviewer.Returns(caseId, "deedsSummary")).Word("state"));
        (await applicant.Submits(applicationId)).Should(200);
        var passed = await reviewer.Passes(caseId);

        Assert.Equal("ExpertReview", passed.Word("state"));
        Assert.Equal("ExpertReview", await app.StageOf(caseId));
        Assert.Equal(
            [
                "Open: -> Submitted",
                "StartReview: Submitted -> QualificationReview",
                "Return: QualificationReview -> Returned",
                "Resubmit: Returned -> QualificationReview",
                "Pass: QualificationReview -> ExpertReview",
            ],
            await app.HistoryOf(caseId)
        );
        Assert.Equal(["case.start-review", "case.return", "case.checked", "case.pass"], await app.AuditedActs(caseId));
        var timeline = await applicant.SeesTimeline(applicationId);
        Assert.Equal(
            ["Submitted", "QualificationReview", "Returned", "QualificationReview", "ExpertReview"],
            timeline.Select(step => step.GetProperty("to").GetString())
        );
        Assert.All(timeline, step => Assert.NotEmpty(step.GetProperty("text").GetString()!));
        Assert.Contains("请补充带徒情况", timeline[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("ExpertReview", (await applicant.SeesApplication(applicationId)).Word("caseState"));
    }

    [Fact]
    public async Task A_rejection_names_clause_and_reason_and_the_applicant_reads_the_message()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();

        var rejected = await reviewer.Rejects(caseId);

        Assert.Equal("Rejected", rejected.Word("state"));
        var line = (await reviewer.SeesCase(caseId)).Json.GetProperty("history").EnumerateArray().Last();
        Assert.Equal("三(二)1", line.GetProperty("clause").GetString());
        Assert.Equal("condition-not-met", line.GetProperty("reasonCode").GetString());
        Assert.Equal("QualificationReviewer", line.GetProperty("by").GetString());
        var told = (await applicant.SeesTimeline(applicationId))[^1];
        Assert.Contains("尚不能认定为绝技绝活", told.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["case.start-review", "case.reject"], await app.AuditedActs(caseId));
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                """
                SELECT COUNT(*) FROM audit_entries
                WHERE subject_id = @caseId AND action = 'case.reject' AND detail LIKE '%condition-not-met%' AND detail NOT LIKE '%绝技绝活%'
                """,
                new { caseId }
            )
        );
    }

    [Fact]
    public async Task A_case_shows_what_the_applicant_sent_with_phones_by_their_ends_and_what_the_rules_said()
    {
        var form = A.Form();
        var (_, applicationId, caseId) = await app.ACase(form);
        var supporting = await (await app.NewCitizen()).Applies(form);

        var shown = await (await app.Staff(StaffRole.QualificationReviewer)).SeesCase(caseId);

        Assert.DoesNotContain(form.Mobile!, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(form.Phone!, shown.Text, StringComparison.Ordinal);
        var applications = shown.Json.GetProperty("applications").EnumerateArray().ToArray();
        Assert.Equal([applicationId, supporting], applications.Select(each => each.GetProperty("id").GetGuid()));
        Assert.Equal(["Submitted", "Joined"], applications.Select(each => each.GetProperty("state").GetString()));
        Assert.Equal(form.DeedsSummary, applications[0].GetProperty("content").GetProperty("deedsSummary").GetString());
        Assert.Equal("Eligible", shown.Json.GetProperty("eligibility").GetProperty("overall").GetString());
        Assert.Equal(7, shown.Json.GetProperty("eligibility").GetProperty("rules").GetArrayLength());
        Assert.Equal(0, shown.Number("tipCount"));
        Assert.Equal(0, shown.Number("voteCount"));
        Assert.Equal("陆长根", shown.Word("name"));
    }

    [Fact]
    public async Task Tips_and_votes_stand_beside_the_case_and_move_nothing()
    {
        var (_, applicationId, caseId) = await app.ACase();
        var candidateId = await app.CandidateOf(applicationId);
        await app.Joins(await app.NewCitizen(), candidateId);
        await (await app.Staff(StaffRole.TipReviewer)).Publishes(candidateId);
        (await (await app.NewCitizen()).VotesFor(candidateId)).Should(201);

        var shown = await (await app.Staff(StaffRole.QualificationReviewer)).SeesCase(caseId);

        Assert.Equal(1, shown.Number("tipCount"));
        Assert.Equal(1, shown.Number("voteCount"));
        Assert.Equal("Submitted", shown.Word("state"));
        Assert.Equal(1, shown.Number("version"));
    }

    [Fact]
    public async Task A_supporting_applicant_reads_the_stages_but_not_what_was_written_to_the_leading_one()
    {
        var form = A.Form();
        var (_, _, caseId) = await app.ACase(form);
        var supporter = await app.NewCitizen();
        var supporting = await supporter.Applies(form);
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        await reviewer.StartsReview(caseId);

        await reviewer.Returns(caseId, "deedsSummary");

        var timeline = await supporter.SeesTimeline(supporting);
        Assert.Equal(
            ["Submitted", "QualificationReview", "Returned"],
            timeline.Select(step => step.GetProperty("to").GetString())
        );
        Assert.All(
            timeline,
            step => Assert.DoesNotContain("带徒", step.GetProperty("text").GetString(), StringComparison.Ordinal)
        );
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            (await supporter.SeesApplication(supporting)).Json.GetProperty("supplement").ValueKind
        );
    }

    [Theory]
    [InlineData("pass")]
    [InlineData("return")]
    [InlineData("reject")]
    public async Task A_move_by_a_picture_that_has_passed_moves_nothing(string move)
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, _, caseId) = await app.ACaseUnderReview();

        (await reviewer.MovesCase(caseId, move, version: 1)).ShouldRefuse(409, "version-stale");

        Assert.Equal("QualificationReview", await app.StageOf(caseId));
        Assert.Equal(["case.start-review"], await app.AuditedActs(caseId));
    }

    [Theory]
    [InlineData("start-review")]
    [InlineData("pass")]
    [InlineData("return")]
    [InlineData("reject")]
    public async Task A_move_without_a_version_is_malformed(string move)
    {
        var (_, _, caseId) = await app.ACase();

        var refused = await (await app.Staff(StaffRole.QualificationReviewer)).Api.Post(
            $"/admin/v1/cases/{caseId}/{move}",
            CaseDrivers.BodyOf(move)
        );

        Assert.Equal(["version"], refused.ShouldRefuse(400, "request-malformed").ErrorFields);
        Assert.Equal("Submitted", await app.StageOf(caseId));
    }

    [Fact]
    public async Task Of_two_reviewers_who_pass_and_reject_at_once_one_wins_and_the_other_is_told_to_look_again()
    {
        var (one, other) = (await app.Staff(StaffRole.QualificationReviewer), await app.DistrictReviewer());
        for (var round = 0; round < 5; round++)
        {
            var (_, _, caseId) = await app.ACaseUnderReview();
            await one.ChecksAll(caseId);

            var answers = await Task.WhenAll(
                one.MovesCase(caseId, "pass", version: 3),
                other.MovesCase(caseId, "reject", version: 3)
            );

            var won = Assert.Single(answers, answer => answer.Status == 200).Word("state");
            Assert.Single(answers, answer => answer.Status != 200).ShouldRefuse(409, "version-stale");
            Assert.Equal(won, await app.StageOf(caseId));
            Assert.Equal(3, (await app.HistoryOf(caseId)).Count);
            Assert.Equal(3, (await app.AuditedActs(caseId)).Count);
        }
    }

    [Fact]
    public async Task Of_fifty_starts_at_once_one_moves_the_case()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, _, caseId) = await app.ACase();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => reviewer.MovesCase(caseId, "start-review", version: 1))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        Assert.Equal(2, (await app.HistoryOf(caseId)).Count);
    }

    [Theory]
    [InlineData("二(三)", "other", "clause")]
    [InlineData("三(二)1", "no-such-reason", "reasonCode")]
    public async Task A_rejection_rests_on_a_clause_of_the_notice_and_a_reason_we_know(
        string clause,
        string reasonCode,
        string field
    )
    {
        var (_, _, caseId) = await app.ACaseUnderReview();
        var body = CaseDrivers.BodyOf("reject");
        body["clause"] = clause;
        body["reasonCode"] = reasonCode;

        var refused = await (await app.Staff(StaffRole.QualificationReviewer)).MovesCase(caseId, "reject", body);

        Assert.Equal([field], refused.ShouldRefuse(400, "request-malformed").ErrorFields);
        Assert.Equal("QualificationReview", await app.StageOf(caseId));
    }

    [Fact]
    public async Task A_case_whose_candidate_was_merged_into_one_further_on_rests_until_the_merge_is_undone()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, olderApplication, older) = await app.ACase();
        var (_, youngerApplication, younger) = await app.ACase();
        var (root, child) = (await app.CandidateOf(olderApplication), await app.CandidateOf(youngerApplication));
        var mergeId = await app.Merges(child, root);

        (await reviewer.MovesCase(younger, "start-review")).ShouldRefuse(409, "candidate-merged");
        await reviewer.StartsReview(older);
        await app.UndoesMerge(mergeId);

        await reviewer.StartsReview(younger);
    }

    [Theory]
    [InlineData("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000")]
    [InlineData("not-an-id")]
    public async Task A_case_nobody_opened_is_not_found(string id)
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);

        (await reviewer.Api.Get($"/admin/v1/cases/{id}")).ShouldRefuse(404, "not-found");
        (await reviewer.Api.Post($"/admin/v1/cases/{id}/pass", new { version = 1 })).ShouldRefuse(404, "not-found");
    }
}
