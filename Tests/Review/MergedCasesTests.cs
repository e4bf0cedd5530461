using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

/// <summary>While candidates are linked one case goes on and the others rest (laws 3 and 4).</summary>
public sealed class MergedCasesTests(App app)
{
    [Fact]
    public async Task The_applications_of_a_resting_case_support_the_one_that_goes_on_until_the_merge_is_undone()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, leading, goesOn) = await app.ACaseUnderReview();
        var (applicant, supporting, rests) = await app.ACase();
        var mergeId = await app.Merges(await app.CandidateOf(supporting), await app.CandidateOf(leading));

        var seen = await applicant.SeesApplication(supporting);
        Assert.Equal(("Joined", "QualificationReview"), (seen.Word("state"), seen.Word("caseState")));
        Assert.Equal(["Joined QualificationReview"], await Listed(applicant));
        Assert.Equal(goesOn.ToString(), (await reviewer.SeesCase(rests)).Word("restsFor"));
        Assert.Equal([$"{supporting} Joined"], await ApplicationsOf(reviewer, rests));
        Assert.Equal([$"{leading} Submitted", $"{supporting} Joined"], await ApplicationsOf(reviewer, goesOn));
        Assert.Single(await applicant.SeesTimeline(supporting));
        (await reviewer.MovesCase(rests, "start-review")).ShouldRefuse(409, "candidate-merged");

        await app.UndoesMerge(mergeId);

        Assert.Equal("Submitted", (await applicant.SeesApplication(supporting)).Word("state"));
        Assert.Equal([$"{leading} Submitted"], await ApplicationsOf(reviewer, goesOn));
        await reviewer.StartsReview(rests);
    }

    [Fact]
    public async Task A_supplement_rests_with_its_case()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, supporting, rests) = await app.ACaseUnderReview();
        await reviewer.Returns(rests, "deedsSummary");
        var (_, leading, goesOn) = await app.ACase();
        var (from, into) = (await app.CandidateOf(supporting), await app.CandidateOf(leading));
        var mergeId = await app.Merges(from, into);
        // The review of the other went on, which a merge forbids only at its beginning.
        await app.PutsCaseIn(goesOn, "ExpertReview");
        var form = await applicant.SeesForm(supporting);

        (await applicant.Saves(supporting, form with { DeedsSummary = "补充：带徒三十六人。" })).ShouldRefuse(
            409,
            "candidate-merged"
        );
        Assert.Equal(
            JsonValueKind.Null,
            (await applicant.SeesApplication(supporting)).Json.GetProperty("supplement").ValueKind
        );
        await app.UndoesMerge(mergeId);

        (await applicant.Saves(supporting, form with { DeedsSummary = "补充：带徒三十六人。" })).Should(200);
        (await applicant.Submits(supporting)).Should(200);
    }

    [Fact]
    public async Task The_days_a_supplement_rested_are_given_back_when_the_merge_is_undone()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, supporting, rests) = await app.ACaseUnderReview();
        var (_, leading, goesOn) = await app.ACase();
        await reviewer.Returns(rests, "deedsSummary");
        var mergeId = await app.Merges(await app.CandidateOf(supporting), await app.CandidateOf(leading));
        await app.PutsCaseIn(goesOn, "ExpertReview");
        await app.Database.Execute(
            "UPDATE candidate_merges SET merged_at = merged_at - INTERVAL 5 DAY WHERE id = @mergeId",
            new { mergeId }
        );

        await app.UndoesMerge(mergeId);

        Assert.Equal(
            DateOnly.Parse(CaseDrivers.InTwoWeeks, null).AddDays(5),
            await app.Database.Value<DateOnly>("SELECT supplement_due_on FROM cases WHERE id = @rests", new { rests })
        );
    }

    [Fact]
    public async Task Two_cases_past_Submitted_are_not_merged()
    {
        var (_, one, _) = await app.ACaseUnderReview();
        var (_, other, closed) = await app.ACaseUnderReview();
        var (from, into) = (await app.CandidateOf(one), await app.CandidateOf(other));
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.TriesToMerge(from, into)).ShouldRefuse(409, "merge-both-under-review");
        await (await app.Staff(StaffRole.QualificationReviewer)).Rejects(closed);
        (await reviewer.TriesToMerge(from, into)).Should(200);
    }

    [Fact]
    public async Task The_leader_of_the_case_that_goes_on_takes_the_root_from_the_public_when_it_withdraws()
    {
        var (applicant, leading, goesOn) = await app.ACaseUnderReview();
        var child = await app.CandidateOf(leading);
        var root = await app.APublishedCandidate();
        await app.Merges(child, root);

        (await applicant.Withdraws(leading)).Should(200);

        Assert.Equal("Withdrawn", await app.StageOf(goesOn));
        Assert.Equal("Unpublished", await app.StateOfCandidate(root));
        (await (await app.NewCitizen()).VotesFor(child)).ShouldRefuse(409, "candidate-not-open");
        (await (await app.Staff(StaffRole.TipReviewer)).Moves(root, "publish")).ShouldRefuse(409, "case-closed");
    }

    [Fact]
    public async Task A_resting_leader_may_withdraw_and_the_root_stays_public()
    {
        var (_, leading, _) = await app.ACaseUnderReview();
        var (applicant, supporting, rests) = await app.ACase();
        var root = await app.CandidateOf(leading);
        await (await app.Staff(StaffRole.TipReviewer)).Publishes(root);
        await app.Merges(await app.CandidateOf(supporting), root);

        (await applicant.Withdraws(supporting)).Should(200);

        Assert.Equal("Withdrawn", await app.StageOf(rests));
        Assert.Equal("Published", await app.StateOfCandidate(root));
    }

    [Fact]
    public async Task A_worker_whose_cases_have_all_ended_opens_no_other_through_a_root_without_one()
    {
        var (_, ended, caseId) = await app.ACaseUnderReview();
        await (await app.Staff(StaffRole.QualificationReviewer)).Rejects(caseId);
        var root = await app.ACandidate();
        var worker = await app.NewCitizen();
        var (_, applicationId) = await worker.Accepts(await (await app.Staff(StaffRole.TipReviewer)).Invites(root));
        await app.Merges(await app.CandidateOf(ended), root);

        var form = await worker.Pictured(A.Form());
        (await worker.Saves(applicationId, form)).Should(200);

        (await worker.Submits(applicationId)).ShouldRefuse(409, "case-closed");
    }

    [Fact]
    public async Task Moves_and_merges_at_once_leave_at_most_one_case_under_review()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        for (var round = 0; round < 5; round++)
        {
            var (_, one, first) = await app.ACase();
            var (_, other, second) = await app.ACase();
            var (from, into) = (await app.CandidateOf(one), await app.CandidateOf(other));

            var merge = (await app.Staff(StaffRole.TipReviewer)).TriesToMerge(from, into);
            var moves = await Task.WhenAll(
                reviewer.MovesCase(first, "start-review", version: 1),
                reviewer.MovesCase(second, "start-review", version: 1)
            );
            var merged = await merge;

            Assert.True(
                merged.Status == 409
                    ? merged.Code == "merge-both-under-review" && moves.All(move => move.Status == 200)
                    : moves.Count(move => move.Status == 200) <= 1,
                $"{merged.Status} {merged.Code}; {string.Join(", ", moves.Select(move => $"{move.Status} {move.Code}"))}"
            );
        }
    }

    private static async Task<IReadOnlyList<string>> ApplicationsOf(StaffMember reviewer, Guid caseId) =>
        [
            .. (await reviewer.SeesCase(caseId))
                .Json.GetProperty("applications")
                .EnumerateArray()
                .Select(each => $"{each.GetProperty("id").GetString()} {each.GetProperty("state").GetString()}"),
        ];

    private static async Task<IReadOnlyList<string>> Listed(Citizen applicant) =>
        [
            .. (await applicant.Api.Get("/api/v1/me/applications"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(each => $"{each.GetProperty("state").GetString()} {each.GetProperty("caseState").GetString()}"),
        ];
}
