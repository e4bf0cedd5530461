using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>WeChat's check of what citizens write of a candidate, which the public would read.</summary>
public sealed class CheckCandidateTextTests(App app)
{
    [Theory]
    [InlineData("杭州丝绸厂", "Pass")]
    [InlineData("疑似内容厂", "Review")]
    [InlineData("违规内容厂", "Risky")]
    public async Task What_a_worker_puts_right_at_accepting_is_checked_and_staff_see_the_verdict(
        string workUnit,
        string verdict
    )
    {
        var candidateId = await Accepted(new { workUnit });

        await app.CheckBecomes(candidateId, verdict);

        var check = (await (await app.Staff(StaffRole.TipReviewer)).Reads(candidateId)).GetProperty("contentCheck");
        Assert.Equal(verdict, check.GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_WeChat_did_not_pass_is_published_only_by_the_recorded_word_of_staff()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await Accepted(new { name = "违规内容" });
        await reviewer.ConfirmsConsent(candidateId);

        (await Publishes(candidateId, null)).ShouldRefuse(409, "candidate-content-undecided");
        (await Publishes(candidateId, false)).ShouldRefuse(409, "candidate-content-undecided");
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        (await Publishes(candidateId, true)).Should(200);

        (await app.Shows(candidateId)).Should(200);
        Assert.Equal("Fit", await app.DecisionOn(candidateId));
        Assert.Contains(
            "\"isContentDecided\":true",
            await app.Database.Value<string>(
                "SELECT detail FROM audit_entries WHERE subject_id = @candidateId AND action = 'candidate.published'",
                new { candidateId }
            )
        );
        (await reviewer.Moves(candidateId, "unpublish")).Should(200);
        (await Publishes(candidateId, null)).Should(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("330106")]
    public async Task Text_that_is_all_staffs_is_not_checked(string? district)
    {
        var candidateId = await Accepted(district is null ? null : new { district });
        await (await app.Staff(StaffRole.TipReviewer)).ConfirmsConsent(candidateId);

        Assert.Null(await app.CheckOf(candidateId));
        (await Publishes(candidateId, null)).Should(200);
    }

    [Theory]
    [InlineData("陆长根", "Pass", 200)]
    [InlineData("违规内容", "Risky", 409)]
    public async Task The_name_that_an_application_brings_is_checked_before_it_is_shown(
        string name,
        string verdict,
        int status
    )
    {
        var applicationId = await (await app.NewCitizen()).Applies(A.Form() with { Name = name });
        var candidateId = await app.CandidateOf(applicationId);

        await app.CheckBecomes(candidateId, verdict);

        (await Publishes(candidateId, null)).Should(status);
    }

    [Fact]
    public async Task What_was_checked_for_nobody_waits_for_a_human()
    {
        var candidateId = await app.ACandidate();
        var code = await (await app.Staff(StaffRole.TipReviewer)).Invites(candidateId);

        // The other instance has a WeChat of its own, in which this citizen never was.
        var worker = (await app.NewCitizen()).At(app.With());
        (await worker.AnswersYes(code, corrections: new { name = "沈阿根" })).Should(200);

        await app.CheckBecomes(candidateId, "Unchecked");
        await (await app.Staff(StaffRole.TipReviewer)).ConfirmsConsent(candidateId);
        (await Publishes(candidateId, null)).ShouldRefuse(409, "candidate-content-undecided");
    }

    private async Task<Guid> Accepted(object? corrections)
    {
        var candidateId = await app.ACandidate();
        var code = await (await app.Staff(StaffRole.TipReviewer)).Invites(candidateId);
        (await (await app.NewCitizen()).AnswersYes(code, corrections: corrections)).Should(200);
        return candidateId;
    }

    private async Task<Answer> Publishes(Guid candidateId, bool? contentFit)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var version = (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32();
        return await reviewer.Api.Post($"/admin/v1/candidates/{candidateId}/publish", new { version, contentFit });
    }
}
