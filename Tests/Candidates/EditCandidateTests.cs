using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class EditCandidateTests(App app)
{
    [Fact]
    public async Task What_staff_write_is_what_the_public_reads()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.APublishedCandidate();

        (await reviewer.Edits(candidateId, story: "修表四十年。\n从不收加急费。")).Should(200);

        var read = (await app.Shows(candidateId)).Should(200);
        Assert.Equal("修表四十年。\n从不收加急费。", read.Word("story"));
        Assert.Contains("candidate.edited", await app.AuditedActs(candidateId));
    }

    [Fact]
    public async Task A_story_of_600_zi_is_taken_and_one_more_is_refused()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();

        (await reviewer.Edits(candidateId, story: new string('好', 600))).Should(200);
        var refused = (await reviewer.Edits(candidateId, story: new string('好', 601))).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal(["story"], refused.ErrorFields);
    }

    [Fact]
    public async Task Unknown_codes_blank_names_and_control_characters_are_told_by_field()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();

        var codes = (await reviewer.Edits(candidateId, district: "110101", trade: "magic")).ShouldRefuse(
            400,
            "request-malformed"
        );
        var text = (await reviewer.Edits(candidateId, name: "  ", workUnit: "一\u0000二")).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal(["district", "trade"], codes.ErrorFields.Order());
        Assert.Equal(["name", "workUnit"], text.ErrorFields.Order());
    }

    [Fact]
    public async Task Of_two_edits_of_one_version_the_second_is_stale()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();

        var answers = await Task.WhenAll(
            reviewer.Edits(candidateId, story: "一", version: 1),
            reviewer.Edits(candidateId, story: "二", version: 1)
        );

        Assert.Single(answers, answer => answer.Status == 200);
        answers.Single(answer => answer.Status != 200).ShouldRefuse(409, "version-stale");
    }

    [Fact]
    public async Task An_auditor_reads_the_file_and_changes_nothing()
    {
        var auditor = await app.Staff(StaffRole.Auditor);
        var expert = await app.Staff(StaffRole.Expert);
        var candidateId = await app.ACandidate();

        Assert.Equal("Hidden", (await auditor.Reads(candidateId)).GetProperty("state").GetString());
        (await auditor.Edits(candidateId)).ShouldRefuse(403, "role-missing");
        (await expert.Api.Get($"/admin/v1/candidates/{candidateId}")).ShouldRefuse(403, "role-missing");
        (await expert.Api.Get("/admin/v1/candidates")).ShouldRefuse(403, "role-missing");
    }
}
