using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Reports;

public sealed class ReportTests(App app)
{
    [Fact]
    public async Task A_citizen_has_one_report_that_waits_about_a_candidate_however_often_and_however_at_once_it_is_sent()
    {
        var id = await app.APublishedCandidate();
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => citizen.Reports(id)));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "report-already-open")
        );
        Assert.Equal(1, await Count(id));
        (await (await app.NewCitizen()).Reports(id)).Should(201);
        var reportId = answers.Single(answer => answer.Status == 201).Word("id");
        (await (await app.Staff(StaffRole.TipReviewer)).Dismisses(reportId)).Should(200);
        (await citizen.Reports(id)).Should(201);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_report()
    {
        var id = await app.APublishedCandidate();
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => citizen.Reports(id, key: "report-1")));

        Assert.Single(answers.Select(answer => answer.Should(201).Word("id")).Distinct());
        (await citizen.Reports(id, reasonCode: "Other", key: "report-1")).ShouldRefuse(422, "idempotency-key-reused");
        Assert.Equal(1, await Count(id));
    }

    [Fact]
    public async Task Only_who_is_shown_is_reported_by_somebody_who_is_known()
    {
        var hidden = await app.ACandidate();
        var citizen = await app.NewCitizen();

        (await citizen.Reports(hidden)).ShouldRefuse(404, "not-found");
        (await citizen.Reports(Guid.AllBitsSet)).ShouldRefuse(404, "not-found");
        (await app.Anonymous.Post($"/api/v1/candidates/{hidden}/reports", new { reasonCode = "Untrue" })).Should(401);
        (await citizen.Reports(hidden, reasonCode: "Boring")).ShouldRefuse(400, "json-invalid");
        (await citizen.Reports(hidden, text: new string('长', 501))).ShouldRefuse(400, "request-malformed");
    }

    [Fact]
    public async Task A_story_is_taken_down_in_the_act_that_upholds_the_report_and_the_votes_stay()
    {
        var word = app.UniqueName("夸大其词");
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await app.ACandidate();
        (await reviewer.Edits(id, story: $"他{word}。")).Should(200);
        await app.Publishes(id);
        (await (await app.NewCitizen()).VotesFor(id)).Should(201);
        var citizen = await app.NewCitizen();
        var reportId = (await citizen.Reports(id)).Should(201).Word("id");
        Assert.Single((await app.Lists($"q={word}")).Items);

        (await reviewer.Upholds(reportId, "Story")).Should(200);

        Assert.Empty((await app.Lists($"q={word}")).Items);
        var shown = (await app.Shows(id)).Should(200).Json;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, shown.GetProperty("story").ValueKind);
        Assert.Equal(1, shown.GetProperty("voteCount").GetInt32());
        Assert.Contains("candidate.story-taken", await app.AuditedActs(id));
        Assert.Equal(["report.upheld"], await app.AuditedActs(Guid.Parse(reportId)));
        var own = (await citizen.Api.Get("/api/v1/me/reports")).Should(200).Json.GetProperty("items")[0];
        Assert.Equal("Upheld", own.GetProperty("state").GetString());
        Assert.False(own.TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task The_whole_candidate_is_taken_down_and_what_was_taken_already_is_no_fault()
    {
        var id = await app.APublishedCandidate();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var first = (await (await app.NewCitizen()).Reports(id)).Should(201).Word("id");
        var second = (await (await app.NewCitizen()).Reports(id)).Should(201).Word("id");

        (await reviewer.Upholds(first, "Candidate")).Should(200);
        (await reviewer.Upholds(second, "Candidate")).Should(200);

        (await app.Shows(id)).ShouldRefuse(404, "not-found");
        Assert.Single(await app.AuditedActs(id), action => action == "candidate.unpublished");
    }

    [Fact]
    public async Task A_photo_is_taken_down_only_where_it_is_the_candidates()
    {
        var id = await app.APublishedCandidate();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (tipId, photoId) = await (await app.NewCitizen()).TipsWithPhoto();
        var reportId = (await (await app.NewCitizen()).Reports(id)).Should(201).Word("id");

        (await reviewer.Upholds(reportId, "Photo")).ShouldRefuse(400, "request-malformed");
        (await reviewer.Upholds(reportId, "Photo", photoId, "NothingWrong")).ShouldRefuse(400, "request-malformed");
        Assert.Equal(
            ["photoId"],
            (await reviewer.Upholds(reportId, "Photo", photoId, "Indecent"))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        await reviewer.Verifies(tipId, id);
        (await reviewer.Upholds(reportId, "Photo", photoId, "Indecent")).Should(200);

        Assert.Equal("Unfit", await app.DecisionOn(photoId));
    }

    [Fact]
    public async Task Of_many_who_decide_at_once_one_decides()
    {
        var id = await app.APublishedCandidate();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var reportId = (await (await app.NewCitizen()).Reports(id)).Should(201).Word("id");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(at => at % 2 == 0 ? reviewer.Dismisses(reportId) : reviewer.Upholds(reportId, "Nothing"))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "report-already-decided")
        );
        Assert.Single(await app.AuditedActs(Guid.Parse(reportId)));
    }

    [Fact]
    public async Task The_desk_lists_what_waits_in_its_districts_and_is_not_told_who_sent_it()
    {
        var (here, there) = (await app.ACandidate(district: "330111"), await app.ACandidate(district: "330112"));
        await app.Publishes(here);
        await app.Publishes(there);
        var citizen = await app.NewCitizen();
        var reportId = (await citizen.Reports(here)).Should(201).Word("id");
        var elsewhere = (await citizen.Reports(there)).Should(201).Word("id");
        var limited = await app.ReviewerOf("330111");

        var page = (await limited.Api.Get("/admin/v1/reports?state=Received&limit=100")).Should(200);

        Assert.Contains(reportId, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("citizen", page.Text, StringComparison.OrdinalIgnoreCase);
        (await limited.Dismisses(elsewhere)).ShouldRefuse(404, "not-found");
        (await (await app.Staff(StaffRole.Auditor)).Dismisses(reportId)).ShouldRefuse(403, "role-missing");
        (await (await app.Staff(StaffRole.Expert)).Api.Get("/admin/v1/reports")).ShouldRefuse(403, "role-missing");
        (await limited.Api.Get("/admin/v1/reports?state=Lost")).ShouldRefuse(400, "request-malformed");
    }

    private Task<long> Count(Guid candidateId) =>
        app.Database.Value<long>(
            "SELECT COUNT(*) FROM reports WHERE candidate_id = @candidateId AND state = 'Received'",
            new { candidateId }
        );
}
