using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>Law 7: consent on signed paper, with scan, date and how identity was checked.</summary>
public sealed class PaperConsentTests(App app)
{
    [Fact]
    public async Task What_a_tip_reviewer_records_counts_at_once()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var fileId = await reviewer.UploadsScan();

        var recorded = (await reviewer.RecordsPaper(candidateId, A.Paper(fileId) with { ShowPhoto = false })).Should(
            201
        );

        Assert.True(recorded.Json.GetProperty("counts").GetBoolean());
        Assert.Equal("Agreed", recorded.Word("state"));
        var file = await reviewer.Reads(candidateId);
        Assert.False(file.GetProperty("showPhoto").GetBoolean());
        Assert.True(file.GetProperty("showWorkUnit").GetBoolean());
        var consent = Assert.Single(file.GetProperty("consents").EnumerateArray());
        Assert.Equal("Paper", consent.GetProperty("source").GetString());
        Assert.Equal(fileId, consent.GetProperty("fileId").GetGuid());
        Assert.Equal(A.Paper(fileId).Date, consent.GetProperty("signedOn").GetString());
        Assert.Equal(["Agreed"], await app.ThreadKinds(candidateId));
        Assert.Equal(["candidate.paper-consent-recorded"], await app.AuditedActs(candidateId));
        await reviewer.Publishes(candidateId);
    }

    [Fact]
    public async Task What_an_organization_brings_counts_when_a_tip_reviewer_confirms_it()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (candidateId, consentId) = await app.APaperThatWaits();
        var file = await reviewer.Reads(candidateId);
        Assert.Equal("Hidden", file.GetProperty("state").GetString());
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
        var scan = file.GetProperty("consents")[0].GetProperty("fileId").GetGuid();
        Assert.StartsWith("%PDF", (await reviewer.Api.Get($"/admin/v1/files/{scan}")).Should(200).Text);

        var version = file.GetProperty("version").GetInt32();
        (await reviewer.ConfirmsPaper(candidateId, consentId, version + 1)).ShouldRefuse(409, "version-stale");
        (await reviewer.ConfirmsPaper(candidateId, Guid.AllBitsSet, version)).ShouldRefuse(409, "consent-not-waiting");
        (await reviewer.ConfirmsPaper(candidateId, consentId, version)).Should(200);

        Assert.Equal("Agreed", (await reviewer.Reads(candidateId)).GetProperty("state").GetString());
        Assert.Equal(["Agreed"], await app.ThreadKinds(candidateId));
        (await reviewer.ConfirmsPaper(candidateId, consentId, version + 1)).ShouldRefuse(409, "consent-not-waiting");
        await reviewer.Publishes(candidateId);
    }

    [Fact]
    public async Task An_organization_brings_papers_of_its_own_workers_only_and_confirms_none()
    {
        var (person, _) = await app.AnOrganizationUser();
        var fileId = await person.UploadsScan();

        (await person.RecordsPaper(await app.ACandidate(), A.Paper(fileId))).ShouldRefuse(404, "not-found");
        var (candidateId, consentId) = await app.APaperThatWaits();
        (await person.ConfirmsPaper(candidateId, consentId, 1)).Should(403);
        (await (await app.Staff(StaffRole.Auditor)).RecordsPaper(candidateId, A.Paper(fileId))).Should(403);
    }

    [Fact]
    public async Task A_paper_of_tomorrow_or_of_another_policy_is_refused()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var paper = A.Paper(await reviewer.UploadsScan());
        var tomorrow = ChinaDay.Of(TimeProvider.System.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd", null);

        var refused = await reviewer.RecordsPaper(candidateId, paper with { Date = tomorrow });
        Assert.Equal(["paper.date"], refused.ShouldRefuse(400, "request-malformed").ErrorFields);
        (await reviewer.RecordsPaper(candidateId, paper with { PolicyVersion = "2015-1" })).ShouldRefuse(
            409,
            "policy-version-stale"
        );
        var bare = await reviewer.RecordsPaper(candidateId, new PaperForm { IdentityCheck = " " });
        Assert.Equal(
            ["paper.date", "paper.fileId", "paper.identityCheck"],
            bare.ShouldRefuse(400, "request-malformed").ErrorFields.Order(StringComparer.Ordinal)
        );

        Assert.Empty(await app.AuditedActs(candidateId));
        (await reviewer.RecordsPaper(candidateId, paper)).Should(201);
    }

    [Fact]
    public async Task A_scan_is_ones_own_and_proves_one_consent()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var colleague = await app.NewReviewer();
        var (first, second) = (await app.ACandidate(), await app.ACandidate());
        var fileId = await reviewer.UploadsScan();
        var citizens = await (await app.NewCitizen()).UploadsFile(Pictures.Pdf());

        await RefusesFile(colleague.RecordsPaper(first, A.Paper(fileId)));
        await RefusesFile(reviewer.RecordsPaper(first, A.Paper(citizens)));
        (await reviewer.RecordsPaper(first, A.Paper(fileId))).Should(201);
        await RefusesFile(reviewer.RecordsPaper(second, A.Paper(fileId)));

        static async Task RefusesFile(Task<Answer> answer) =>
            Assert.Equal(["paper.fileId"], (await answer).ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    [Fact]
    public async Task A_second_consent_says_nothing_new_and_a_paper_holds_against_an_earlier_no()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        (await (await app.NewCitizen()).AnswersNo(await reviewer.Invites(candidateId))).Should(204);

        (await reviewer.RecordsPaper(candidateId, A.Paper(await reviewer.UploadsScan()))).Should(201);
        (await reviewer.RecordsPaper(candidateId, A.Paper(await reviewer.UploadsScan()))).ShouldRefuse(
            409,
            "candidate-already-agreed"
        );
    }

    [Fact]
    public async Task Of_two_confirmations_at_once_one_counts()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (candidateId, consentId) = await app.APaperThatWaits();
        var version = (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => reviewer.ConfirmsPaper(candidateId, consentId, version))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(["Agreed"], await app.ThreadKinds(candidateId));
    }
}
