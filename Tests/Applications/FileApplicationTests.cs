using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Applications;

/// <summary>四(一), 四(二): organizations recommend; and staff enter the form of a worker without WeChat.</summary>
public sealed class FileApplicationTests(App app)
{
    [Theory]
    [InlineData("Employer", "Unit")]
    [InlineData("DistrictUnion", "Unit")]
    [InlineData("DevelopmentZone", "Unit")]
    [InlineData("IndustrialUnion", "Unit")]
    [InlineData("Society", "Society")]
    public async Task 四_一_单位推荐_and_四_二_社团推荐_An_organization_files_through_its_channel_and_the_case_opens(
        string kind,
        string channel
    )
    {
        var (person, organizationId) = await app.AFiler(kind);

        var id = await person.Files(channel: channel);

        Assert.Equal("Submitted", await app.StateOfApplication(id));
        Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(await app.CaseOf(id)));
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM applications WHERE id = @id AND channel = @channel AND organization_id = @organizationId",
                new
                {
                    id,
                    channel,
                    organizationId,
                }
            )
        );
        Assert.Equal(["application.filed"], await app.AuditedActs(id));
        var shown = (await person.ReadsApplication(id)).Should(200);
        Assert.Equal("技艺精湛，同意推荐。", shown.Json.GetProperty("endorsement").GetProperty("opinion").GetString());
    }

    [Theory]
    [InlineData("Society", "Unit", "四(一)")]
    [InlineData("Employer", "Society", "四(二)")]
    [InlineData("Employer", "Self", "四(四)")]
    [InlineData("Employer", "PublicTip", "四(三)")]
    public async Task Another_channel_than_its_own_is_refused_with_the_clause(
        string kind,
        string channel,
        string clause
    )
    {
        var (person, _) = await app.AFiler(kind);

        var refused = (await person.SendsFiling(await person.Filing(channel: channel))).ShouldRefuse(
            409,
            "channel-not-yours"
        );

        Assert.Equal(clause, refused.Word("clause"));
    }

    [Fact]
    public async Task Nobody_recommends_in_the_name_of_another_organization()
    {
        var (person, _) = await app.AFiler();
        var (_, other) = await app.AFiler();
        var body = await person.Filing();
        body["endorsement"]!["organizationId"] = other.ToString();

        (await person.SendsFiling(body)).ShouldRefuse(403, "organization-not-yours");
    }

    [Fact]
    public async Task An_application_without_seal_consent_and_place_is_told_all_it_lacks_and_nothing_is_stored()
    {
        var (person, organizationId) = await app.AFiler();
        var body = await person.Filing(A.Form() with { District = null });
        body.Remove("endorsement");
        body["consent"]!.AsObject().Remove("paper");

        var refused = (await person.SendsFiling(body)).ShouldRefuse(409, "application-incomplete");

        Assert.Equal(
            [
                "consent.paper.date",
                "consent.paper.fileId",
                "consent.paper.identityCheck",
                "district",
                "endorsement.date",
                "endorsement.opinion",
                "endorsement.sealFileId",
            ],
            refused.ErrorFields.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM applications WHERE organization_id = @organizationId",
                new { organizationId }
            )
        );
    }

    [Fact]
    public async Task What_the_worker_signed_counts_when_a_tip_reviewer_has_confirmed_it()
    {
        var (person, _) = await app.AFiler();
        var id = await person.Files();
        var candidateId = await app.CandidateOf(id);
        Assert.Equal("Hidden", await app.StateOfCandidate(candidateId));
        var consentId = await app.Database.Value<Guid>(
            "SELECT id FROM consents WHERE application_id = @id AND confirmed_at IS NULL",
            new { id }
        );

        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var version = (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32();
        (await reviewer.ConfirmsPaper(candidateId, consentId, version)).Should(200);

        Assert.Equal("Agreed", await app.StateOfCandidate(candidateId));
    }

    [Fact]
    public async Task A_paper_that_comes_with_a_supplement_is_a_consent_and_the_one_it_replaces_is_confirmed_no_more()
    {
        var (person, _) = await app.AFiler();
        var id = await person.Files();
        var (candidateId, caseId) = (await app.CandidateOf(id), await app.CaseOf(id));
        var qualifier = await app.Staff(StaffRole.QualificationReviewer);
        await qualifier.StartsReview(caseId);
        await qualifier.Returns(caseId, "consent", "address");
        var body = await person.SeesFiled(id);
        var scan = (await person.UploadsScan()).ToString();
        body["consent"]!["paper"]!["fileId"] = scan;
        body["consent"]!["showPhoto"] = false;
        (await person.SavesFiled(id, body)).Should(200);
        Assert.Single(await PapersOf(id));

        (await person.MovesFiled(id, "submit")).Should(200);

        var papers = await PapersOf(id);
        Assert.Equal([false, true], papers.Select(paper => paper.Waits));
        Assert.Equal(
            papers[1].Id,
            await app.Database.Value<Guid>(
                "SELECT consent_id FROM files WHERE id = @scan",
                new { scan = Guid.Parse(scan) }
            )
        );
        Assert.Equal("Hidden", await app.StateOfCandidate(candidateId));
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var version = (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32();
        (await reviewer.ConfirmsPaper(candidateId, papers[0].Id, version)).ShouldRefuse(409, "consent-not-waiting");
        (await reviewer.ConfirmsPaper(candidateId, papers[1].Id, version)).Should(200);
        Assert.Equal("Agreed", await app.StateOfCandidate(candidateId));
        Assert.Equal((false, true), await ShownOf(candidateId));

        // A supplement that leaves the paper as it was says nothing new.
        await qualifier.Returns(caseId, "address");
        body = await person.SeesFiled(id);
        body["address"] = "西湖区龙井路一号";
        (await person.SavesFiled(id, body)).Should(200);
        (await person.MovesFiled(id, "submit")).Should(200);
        Assert.Equal(2, (await PapersOf(id)).Count);
    }

    [Fact]
    public async Task A_tip_reviewers_paper_in_a_supplement_counts_at_once_and_the_last_word_is_shown()
    {
        var (_, reviewer) = await app.NewStaff(StaffRole.TipReviewer);
        var id = await reviewer.Files(channel: "Self");
        var (candidateId, caseId) = (await app.CandidateOf(id), await app.CaseOf(id));
        Assert.Equal((true, true), await ShownOf(candidateId));
        var qualifier = await app.Staff(StaffRole.QualificationReviewer);
        await qualifier.StartsReview(caseId);
        await qualifier.Returns(caseId, "consent");
        var body = await reviewer.SeesFiled(id);
        body["consent"]!["paper"]!["fileId"] = (await reviewer.UploadsScan()).ToString();
        body["consent"]!["showWorkUnit"] = false;
        (await reviewer.SavesFiled(id, body)).Should(200);

        (await reviewer.MovesFiled(id, "submit")).Should(200);

        Assert.Equal([false, false], (await PapersOf(id)).Select(paper => paper.Waits));
        Assert.Equal((true, false), await ShownOf(candidateId));
    }

    [Fact]
    public async Task What_a_worker_who_applies_alone_agrees_to_in_a_supplement_is_what_is_shown()
    {
        var qualifier = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, id, caseId) = await app.ACaseUnderReview();
        var candidateId = await app.CandidateOf(id);
        Assert.Equal((true, true), await ShownOf(candidateId));
        await qualifier.Returns(caseId, "consent");
        var form = await applicant.SeesForm(id);
        (await applicant.Saves(id, form with { Consent = form.Consent! with { ShowPhoto = false } })).Should(200);
        Assert.Equal((true, true), await ShownOf(candidateId));

        (await applicant.Submits(id)).Should(200);

        Assert.Equal((false, true), await ShownOf(candidateId));
        Assert.Equal(
            2,
            await app.Database.Value<int>("SELECT COUNT(*) FROM consents WHERE application_id = @id", new { id })
        );
    }

    /// <summary>The papers of an application, and whether each waits for a tip reviewer.</summary>
    private Task<IReadOnlyList<(Guid Id, bool Waits)>> PapersOf(Guid applicationId) =>
        app.Database.Rows<(Guid, bool)>(
            """
            SELECT id, confirmed_at IS NULL AND withdrawn_at IS NULL
            FROM consents
            WHERE application_id = @applicationId AND source = 'Paper'
            ORDER BY id
            """,
            new { applicationId }
        );

    private async Task<(bool Photo, bool WorkUnit)> ShownOf(Guid candidateId) =>
        (
            await app.Database.Rows<(bool, bool)>(
                "SELECT show_photo, show_work_unit FROM candidates WHERE id = @candidateId",
                new { candidateId }
            )
        ).Single();

    [Fact]
    public async Task A_worker_without_WeChat_is_served_by_staff_who_hold_the_signed_paper()
    {
        var (_, reviewer) = await app.NewStaff(StaffRole.TipReviewer);

        var id = await reviewer.Files(channel: "Self");

        Assert.Equal("Agreed", await app.StateOfCandidate(await app.CandidateOf(id)));
        var caseId = await app.CaseOf(id);
        var qualifier = await app.Staff(StaffRole.QualificationReviewer);
        await qualifier.StartsReview(caseId);
        await qualifier.Returns(caseId, "address");
        var (_, colleague) = await app.NewStaff(StaffRole.TipReviewer);
        var body = await colleague.SeesFiled(id);
        body["address"] = "西湖区龙井路一号";
        (await colleague.SavesFiled(id, body)).Should(200);
        (await colleague.MovesFiled(id, "submit")).Should(200);
        Assert.Equal("QualificationReview", await app.StageOf(caseId));
        (await reviewer.SendsFiling(await reviewer.Filing(channel: "Unit"))).ShouldRefuse(409, "channel-not-yours");
    }

    [Fact]
    public async Task 四_一_层层推荐_A_unit_case_is_screened_level_by_level_before_it_passes_and_staff_answer_for_the_text()
    {
        var (person, _) = await app.AFiler("DistrictUnion");
        var caseId = await app.CaseOf(await person.Files());
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        await reviewer.StartsReview(caseId);
        await reviewer.ChecksAll(caseId);
        JsonObject Fit() => new() { ["contentFit"] = true };

        (await reviewer.MovesCase(caseId, "pass")).ShouldRefuse(409, "application-content-undecided");
        var refused = (await reviewer.MovesCase(caseId, "pass", Fit())).ShouldRefuse(409, "screening-incomplete");
        Assert.Equal("四(一)", refused.Word("clause"));
        Assert.Equal("Employer", Assert.Single(refused.Json.GetProperty("missing").EnumerateArray()).GetString());
        (await reviewer.Screens(caseId, "IndustrialUnion")).ShouldRefuse(409, "screening-out-of-order");
        (await reviewer.Screens(caseId, "Employer", recommended: false)).Should(200);
        (await reviewer.MovesCase(caseId, "pass", Fit())).ShouldRefuse(409, "screening-incomplete");
        (await reviewer.Screens(caseId, "Employer")).Should(200);
        (await reviewer.MovesCase(caseId, "pass", Fit())).Should(200);

        Assert.Equal("ExpertReview", await app.StageOf(caseId));
    }

    [Fact]
    public async Task An_organization_recommends_a_worker_once_however_many_send_at_once()
    {
        var (person, organizationId) = await app.AFiler();
        var form = A.Form();
        var bodies = new List<JsonObject>();
        for (var each = 0; each < 6; each++)
        {
            bodies.Add(await person.Filing(form));
        }

        var answers = await Task.WhenAll(bodies.Select(person.SendsFiling));

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "already-recommended")
        );
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM applications WHERE organization_id = @organizationId",
                new { organizationId }
            )
        );
    }

    [Fact]
    public async Task Of_four_channels_at_once_one_leads_the_one_case_and_the_others_join()
    {
        for (var round = 0; round < 3; round++)
        {
            var form = A.Form();
            var (unit, _) = await app.AFiler();
            var (society, _) = await app.AFiler("Society");
            var (_, staff) = await app.NewStaff(StaffRole.TipReviewer);
            var citizen = await app.NewCitizen();
            var draft = await citizen.Drafts(form);
            var filings = new[]
            {
                (unit, await unit.Filing(form)),
                (society, await society.Filing(form, "Society")),
                (staff, await staff.Filing(form, "Self")),
            };

            var answers = await Task.WhenAll([
                citizen.Submits(draft),
                .. filings.Select(filing => filing.Item1.SendsFiling(filing.Item2)),
            ]);

            var states = answers.Select(answer => (answer.Status < 300 ? answer : answer.Should(201)).Word("state"));
            Assert.Equal(["Joined", "Joined", "Joined", "Submitted"], states.Order());
            Assert.Single(answers.Select(answer => answer.Word("candidateId")).Distinct());
            var candidateId = await app.CandidateOf(draft);
            var leader = Guid.Parse(answers.Single(answer => answer.Word("state") == "Submitted").Word("id"));
            Assert.Equal(
                leader,
                Assert.Single(
                    await app.Database.Rows<Guid>(
                        "SELECT leading_application_id FROM cases WHERE candidate_id = @candidateId",
                        new { candidateId }
                    )
                )
            );
            Assert.Equal(
                3,
                (await citizen.SeesApplication(draft)).Json.GetProperty("otherApplications").GetArrayLength()
            );
        }
    }

    [Fact]
    public async Task Where_the_organization_that_leads_withdraws_the_next_leads_and_the_history_stays()
    {
        var form = A.Form();
        var (unit, _) = await app.AFiler();
        var leading = await unit.Files(form);
        var next = await (await app.NewCitizen()).Applies(form);
        var caseId = await app.CaseOf(leading);

        (await unit.MovesFiled(leading, "withdraw")).Should(200);

        Assert.Equal("Withdrawn", await app.StateOfApplication(leading));
        Assert.Equal("Submitted", await app.StateOfApplication(next));
        Assert.Equal(["Open: -> Submitted", "ReplaceLeader: Submitted -> Submitted"], await app.HistoryOf(caseId));
        Assert.Equal(
            2,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM case_moves WHERE case_id = @caseId AND staff_id IS NOT NULL",
                new { caseId }
            )
        );
        (await unit.SendsFiling(await unit.Filing(form))).Should(201);
    }

    [Fact]
    public async Task An_organization_reads_and_changes_its_own_applications_and_no_others()
    {
        var (one, _) = await app.AFiler();
        var (other, _) = await app.AFiler();
        var form = A.Form();
        var id = await one.Files(form);

        (await other.ReadsApplication(id)).ShouldRefuse(404, "not-found");
        (await other.MovesFiled(id, "withdraw", version: 2)).ShouldRefuse(404, "not-found");
        (await other.SavesFiled(id, await other.Filing(), version: 2)).ShouldRefuse(404, "not-found");
        (await other.Api.Get($"/admin/v1/applications/{id}/versions")).ShouldRefuse(404, "not-found");
        Assert.Equal([id], await Listed(one));
        Assert.Empty(await Listed(other));
        var shown = (await one.ReadsApplication(id)).Should(200);
        Assert.DoesNotContain(form.Mobile!, shown.Text, StringComparison.Ordinal);
        (await (await app.DistrictReviewer("330127")).ReadsApplication(id)).ShouldRefuse(404, "not-found");
        (await (await app.DistrictReviewer("330102")).ReadsApplication(id)).Should(200);
        (await (await app.Staff(StaffRole.Expert)).ReadsApplication(id)).ShouldRefuse(403, "role-missing");
    }

    [Fact]
    public async Task A_citizens_draft_is_nobodys_but_theirs()
    {
        var id = await (await app.NewCitizen()).Drafts();

        (await (await app.Staff(StaffRole.TipReviewer)).ReadsApplication(id)).ShouldRefuse(404, "not-found");
        (await (await app.Staff(StaffRole.Auditor)).ReadsApplication(id)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task 四_一_9月底前_After_the_closing_of_its_channel_an_organization_is_told_the_clause()
    {
        var (person, _) = await app.AFiler();
        var body = await person.Filing();
        var later = await StaffMember.LogIn(
            app.InTheFuture(TimeSpan.FromDays(61)),
            person.UserName,
            TestDatabase.StaffPassword
        );

        var refused = (await later.SendsFiling(body)).ShouldRefuse(409, "applications-closed");

        Assert.Equal("四(一)", refused.Word("clause"));
    }

    private static async Task<IReadOnlyList<Guid>> Listed(StaffMember person) =>
        [
            .. (await person.Api.Get("/admin/v1/applications"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetGuid()),
        ];
}
