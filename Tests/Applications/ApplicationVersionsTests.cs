using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Pictures = Craftsman.Tests.Support.Pictures;

namespace Craftsman.Tests.Applications;

public sealed class ApplicationVersionsTests(App app)
{
    [Fact]
    public async Task Each_submission_is_kept_and_compared_field_by_field()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var form = A.Form();
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview(form);
        await reviewer.Returns(caseId, "address", "mobile");
        var changed = await applicant.SeesForm(applicationId) with
        {
            Address = "西湖区龙井路一号",
            Mobile = "13700001111",
        };
        (await applicant.Saves(applicationId, changed)).Should(200);
        (await applicant.Submits(applicationId)).Should(200);

        var versions = (await reviewer.Api.Get($"/admin/v1/applications/{applicationId}/versions"))
            .Should(200)
            .Json.GetProperty("items")
            .EnumerateArray()
            .ToList();

        Assert.Equal([1, 2], versions.Select(version => version.GetProperty("number").GetInt32()));
        Assert.Equal(form.Address, versions[0].GetProperty("content").GetProperty("address").GetString());
        Assert.Empty(versions[0].GetProperty("changes").EnumerateArray());
        var changes = versions[1]
            .GetProperty("changes")
            .EnumerateArray()
            .ToDictionary(change => change.GetProperty("field").GetString()!);
        Assert.Equal(["address", "mobile"], changes.Keys.Order());
        Assert.Equal(form.Address, changes["address"].GetProperty("before").GetString());
        Assert.Equal("西湖区龙井路一号", changes["address"].GetProperty("after").GetString());
        Assert.Equal("137****1111", changes["mobile"].GetProperty("after").GetString());
    }

    [Fact]
    public async Task A_version_is_never_changed_nor_removed()
    {
        var applicationId = await (await app.NewCitizen()).Applies();

        foreach (
            var sql in new[]
            {
                "UPDATE application_versions SET number = 9 WHERE application_id = @applicationId",
                "DELETE FROM application_versions WHERE application_id = @applicationId",
            }
        )
        {
            await Assert.ThrowsAnyAsync<MySqlConnector.MySqlException>(() =>
                app.Database.Execute(sql, new { applicationId })
            );
        }
    }

    [Fact]
    public async Task A_proof_that_a_supplement_replaced_stays_for_the_version_that_named_it()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await reviewer.Returns(caseId, "fileIds");
        var (one, two) = (await applicant.UploadsFile(Pictures.Pdf()), await applicant.UploadsFile(Pictures.Pdf()));
        var form = await applicant.SeesForm(applicationId);

        (await applicant.Saves(applicationId, form with { FileIds = [one.ToString()] })).Should(200);
        (await applicant.Saves(applicationId, form with { FileIds = [two.ToString()] })).Should(200);

        Assert.Equal(
            2,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM files WHERE application_id = @applicationId",
                new { applicationId }
            )
        );
    }

    [Fact]
    public async Task Each_version_prints_the_photo_it_was_submitted_with_also_after_unused_uploads_were_collected()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        var form = await applicant.SeesForm(applicationId);
        var (first, wrong, last) = (
            form.PhotoId!,
            await applicant.UploadsPhoto(Pictures.Jpeg(200, 260)),
            await applicant.UploadsPhoto(Pictures.Jpeg(300, 400))
        );
        await reviewer.Returns(caseId, "photoId");
        (await applicant.Saves(applicationId, form with { PhotoId = wrong.ToString() })).Should(200);
        (await applicant.Saves(applicationId, form with { PhotoId = last.ToString() })).Should(200);
        (await applicant.Submits(applicationId)).Should(200);

        var ids = new[] { Guid.Parse(first), wrong, last };
        await app.Database.Execute(
            "UPDATE photos SET created_at = UTC_TIMESTAMP(6) - INTERVAL 9 DAY WHERE id IN @ids",
            new { ids }
        );
        await app
            .Services.GetRequiredService<OrphanedUploads>()
            .Collect(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.Equal(3, await app.Database.Value<int>("SELECT COUNT(*) FROM photos WHERE id IN @ids", new { ids }));
        (await applicant.SendsTip(A.Tip() with { PhotoIds = [first] })).ShouldRefuse(400, "request-malformed");
        Assert.Contains(
            await PictureOf(Guid.Parse(first)),
            PaperDrivers.PicturesIn(await reviewer.DownloadsForm(applicationId, version: 1))
        );
        var now = PaperDrivers.PicturesIn(await reviewer.DownloadsForm(applicationId));
        Assert.Contains(await PictureOf(last), now);
        Assert.DoesNotContain(await PictureOf(Guid.Parse(first)), now);
        Assert.Equal(
            PaperDrivers.CodeIn(await reviewer.DownloadsForm(applicationId, version: 2)),
            PaperDrivers.CodeIn(await reviewer.DownloadsForm(applicationId))
        );
        Assert.NotEqual(
            PaperDrivers.CodeIn(await reviewer.DownloadsForm(applicationId, version: 1)),
            PaperDrivers.CodeIn(await reviewer.DownloadsForm(applicationId))
        );
        (await reviewer.Api.Get($"/admin/v1/applications/{applicationId}/form.docx?version=3")).ShouldRefuse(
            404,
            "not-found"
        );
    }

    [Fact]
    public async Task Who_goes_back_to_the_first_photo_sends_it_again_also_with_another_account()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        var form = await applicant.SeesForm(applicationId);
        var other = await applicant.UploadsPhoto(Pictures.Jpeg(300, 400));
        await reviewer.Returns(caseId, "photoId");

        var (successor, mobile) = await app.ACitizenWithPhone();
        (await applicant.Saves(applicationId, form with { PhotoId = other.ToString() })).Should(200);
        (await reviewer.Rebinds(applicationId, mobile)).Should(200);
        (await successor.Saves(applicationId, form)).Should(200);
        (await successor.Submits(applicationId)).Should(200);

        Assert.Equal(
            form.PhotoId,
            await app.Database.Value<string>(
                "SELECT LOWER(CONCAT_WS('-', SUBSTR(HEX(id), 1, 8), SUBSTR(HEX(id), 9, 4), SUBSTR(HEX(id), 13, 4), SUBSTR(HEX(id), 17, 4), SUBSTR(HEX(id), 21))) FROM photos WHERE application_id = @applicationId",
                new { applicationId }
            )
        );
    }

    private async Task<string> PictureOf(Guid photoId) =>
        Convert.ToBase64String(
            await File.ReadAllBytesAsync((await app.PicturesOf(photoId))[1], TestContext.Current.CancellationToken)
        );

    [Fact]
    public async Task An_applicant_goes_on_with_another_account_on_record()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        var (successor, mobile) = await app.ACitizenWithPhone();

        (await reviewer.Rebinds(applicationId, mobile)).Should(200);

        (await applicant.Api.Get($"/api/v1/me/applications/{applicationId}")).ShouldRefuse(404, "not-found");
        Assert.Equal("Submitted", (await successor.SeesApplication(applicationId)).Word("state"));
        await reviewer.Returns(caseId, "address");
        var form = await successor.SeesForm(applicationId);
        (await successor.Saves(applicationId, form with { Address = "西湖区龙井路一号" })).Should(200);
        (await successor.Submits(applicationId)).Should(200);
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE subject_id = @applicationId AND action = 'application.rebound' AND detail LIKE '%reason%'",
                new { applicationId }
            )
        );
    }

    [Fact]
    public async Task Of_twenty_moves_at_once_to_two_accounts_one_is_made()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, applicationId, _) = await app.ACase();
        var successors = new[] { await app.ACitizenWithPhone(), await app.ACitizenWithPhone() };
        var version = (await reviewer.ReadsApplication(applicationId)).Should(200).Number("version");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(each => reviewer.Rebinds(applicationId, successors[each % 2].Mobile, version))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
        var reads = await Task.WhenAll(
            successors.Select(successor => successor.Citizen.Api.Get($"/api/v1/me/applications/{applicationId}"))
        );
        Assert.Equal([200, 404], reads.Select(read => read.Status).Order());
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM audit_entries WHERE subject_id = @applicationId AND action = 'application.rebound'",
                new { applicationId }
            )
        );
    }

    [Fact]
    public async Task What_is_moved_to_an_account_while_it_is_deleted_stays_or_is_withdrawn_with_it()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => MoveBesideDeletion()));

        async Task MoveBesideDeletion()
        {
            var (applicant, applicationId, _) = await app.ACase();
            var (successor, mobile) = await app.ACitizenWithPhone();
            var version = (await reviewer.ReadsApplication(applicationId)).Should(200).Number("version");

            var moving = reviewer.Rebinds(applicationId, mobile, version);
            (await successor.DeletesAccount()).Should(200);

            var moved = await moving;
            if (moved.Status == 200)
            {
                Assert.Equal("Withdrawn", (await reviewer.ReadsApplication(applicationId)).Should(200).Word("state"));
            }
            else
            {
                moved.ShouldRefuse(409, "account-not-found");
                Assert.Equal("Submitted", (await applicant.SeesApplication(applicationId)).Word("state"));
            }
        }
    }

    [Fact]
    public async Task A_number_that_no_account_or_two_have_bound_moves_nothing()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (applicant, applicationId, _) = await app.ACase();
        var (_, mobile) = await app.ACitizenWithPhone();
        (await (await app.NewCitizen()).BindsPhone($"phone:{mobile}:again")).Should(200);

        (await reviewer.Rebinds(applicationId, mobile)).ShouldRefuse(409, "account-not-found");
        (await reviewer.Rebinds(applicationId, A.Form().Mobile!)).ShouldRefuse(409, "account-not-found");
        (await reviewer.Rebinds(applicationId, mobile, version: 1)).ShouldRefuse(409, "version-stale");

        Assert.Equal("Submitted", (await applicant.SeesApplication(applicationId)).Word("state"));
    }
}
