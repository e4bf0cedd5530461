using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>Law 7: a picture is public after the check, staff's look, publication and the worker's yes to photos; and no longer than that.</summary>
public sealed class ShownPhotosTests(App app)
{
    [Fact]
    public async Task A_passed_photo_is_seen_by_everybody_while_its_candidate_is_published()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (candidateId, photoId) = await WithPhoto();
        (await Seen(photoId)).ShouldRefuse(404, "not-found");

        await app.Publishes(candidateId);

        var shown = (await app.Shows(candidateId)).Should(200).Json;
        var photo = Assert.Single(shown.GetProperty("photos").EnumerateArray()).GetString()!;
        Assert.Equal("image/jpeg", (await app.Anonymous.Get(photo)).Should(200).MediaType);
        (await app.Anonymous.Get(shown.GetProperty("photoUrl").GetString()!)).Should(200);
        var listed = (await app.Lists("sort=newest&limit=100")).Items.First(item =>
            item.GetProperty("id").GetGuid() == candidateId
        );
        Assert.Equal(shown.GetProperty("photoUrl").GetString(), listed.GetProperty("photoUrl").GetString());

        (await reviewer.Moves(candidateId, "unpublish")).Should(200);
        (await Seen(photoId)).ShouldRefuse(404, "not-found");
    }

    [Theory]
    [InlineData("-risky", "Risky")]
    [InlineData("-review", "Review")]
    public async Task A_photo_that_WeChat_did_not_pass_is_seen_only_when_staff_say_it_is_fit(
        string sender,
        string verdict
    )
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (candidateId, photoId) = await WithPhoto(sender, verdict);
        await app.Publishes(candidateId);
        Assert.Equal(0, await PhotosOf(candidateId));

        (await reviewer.DecidesOnPhoto(photoId, "Fit")).Should(200);
        Assert.Equal(1, await PhotosOf(candidateId));

        (await reviewer.DecidesOnPhoto(photoId, "Unfit")).Should(200);
        Assert.Equal(0, await PhotosOf(candidateId));
        (await Seen(photoId)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_worker_who_does_not_want_photos_is_shown_without()
    {
        var (candidateId, photoId) = await WithPhoto();

        await app.Publishes(candidateId, showPhoto: false);

        Assert.Equal(0, await PhotosOf(candidateId));
        (await Seen(photoId)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_portrait_comes_first_and_one_that_came_after_publication_waits_until_staff_looked_at_it()
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (candidateId, tipPhoto) = await WithPhoto();
        var worker = await app.NewCitizen();
        var tipReviewer = await app.Staff(StaffRole.TipReviewer);
        var (_, applicationId) = await worker.Accepts(await tipReviewer.Invites(candidateId));
        await tipReviewer.ConfirmsConsent(candidateId);
        await tipReviewer.Publishes(candidateId);

        var portrait = await worker.UploadsPhoto(Pictures.Jpeg());
        (await worker.Saves(applicationId, A.Form() with { PhotoId = portrait.ToString() })).Should(200);
        (await worker.Submits(applicationId)).Should(200);
        await app.CheckBecomes(portrait, "Pass");
        Assert.Equal(1, await PhotosOf(candidateId));

        (await reviewer.DecidesOnPhoto(portrait, "Fit")).Should(200);

        var shown = (await app.Shows(candidateId)).Should(200).Json;
        Assert.Equal(
            [$"/media/photos/{portrait}/large", $"/media/photos/{tipPhoto}/large"],
            shown.GetProperty("photos").EnumerateArray().Select(photo => photo.GetString())
        );
        Assert.Equal(2, (await tipReviewer.Reads(candidateId)).GetProperty("photos").GetArrayLength());
    }

    private async Task<(Guid CandidateId, Guid PhotoId)> WithPhoto(string sender = "", string verdict = "Pass")
    {
        var citizen = await Citizen.LogIn(app.Anonymous, app.UniqueName("photographer-") + sender);
        var (tipId, photoId) = await citizen.TipsWithPhoto();
        await app.CheckBecomes(photoId, verdict);
        var candidateId = await (await app.Staff(StaffRole.TipReviewer)).VerifiesAsNew(
            tipId,
            A.Person() with
            {
                Name = app.UniqueName("照片师傅"),
            }
        );
        return (candidateId, photoId);
    }

    private Task<Answer> Seen(Guid photoId) => app.Anonymous.Get($"/media/photos/{photoId}/small");

    private async Task<int> PhotosOf(Guid candidateId) =>
        (await app.Shows(candidateId)).Should(200).Json.GetProperty("photos").GetArrayLength();
}
