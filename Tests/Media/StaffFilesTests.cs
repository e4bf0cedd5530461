using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Media;

/// <summary>Who on the staff reads which file.</summary>
public sealed class StaffFilesTests(App app)
{
    [Fact]
    public async Task Reviewers_of_the_district_and_auditors_read_a_proof_once_it_is_submitted_and_that_is_on_record()
    {
        var applicant = await app.NewCitizen();
        var proof = await applicant.UploadsFile(Pictures.Pdf());
        var id = await applicant.Drafts(A.Form() with { FileIds = [proof.ToString()] });
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        (await Reads(reviewer, proof)).ShouldRefuse(404, "not-found");

        (await applicant.Submits(id)).Should(200);

        var answer = (await Reads(reviewer, proof)).Should(200);
        Assert.StartsWith("%PDF", answer.Text);
        Assert.StartsWith("attachment", answer.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        (await Reads(await app.Staff(StaffRole.Auditor), proof)).Should(200);
        (await Reads(await app.DistrictReviewer("330102"), proof)).Should(200);
        (await Reads(await app.DistrictReviewer("330106"), proof)).ShouldRefuse(404, "not-found");
        (await Reads(await app.Staff(StaffRole.OrganizationUser), proof)).ShouldRefuse(404, "not-found");
        (await Reads(await app.Staff(StaffRole.Expert), proof)).Should(403);
        Assert.Equal(Enumerable.Repeat("file.downloaded", 3), await app.AuditOf(proof));
    }

    [Fact]
    public async Task A_scan_that_is_not_used_yet_is_read_by_who_sent_it_alone()
    {
        var reviewer = await app.NewReviewer();
        var scan = await reviewer.UploadsScan();

        (await Reads(reviewer, scan)).Should(200);
        (await Reads(await app.Staff(StaffRole.TipReviewer), scan)).ShouldRefuse(404, "not-found");
        (await (await app.NewCitizen()).Api.Get($"/api/v1/files/{scan}")).ShouldRefuse(404, "not-found");
        (await Reads(reviewer, Guid.AllBitsSet)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task Staff_files_are_what_they_claim_to_be_or_refused()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.SendsFile("<svg/>"u8.ToArray(), "同意书.jpg")).ShouldRefuse(400, "file-type-unsupported");
        (await reviewer.SendsFile(Pictures.Docm(), "同意书.docx")).ShouldRefuse(400, "file-has-macros");
        (await (await app.Staff(StaffRole.Expert)).SendsFile(Pictures.Pdf())).Should(403);
    }

    private static Task<Answer> Reads(StaffMember staff, Guid fileId) => staff.Api.Get($"/admin/v1/files/{fileId}");
}
