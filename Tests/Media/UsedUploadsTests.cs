using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Media;

/// <summary>Photos and files become part of tips and applications.</summary>
public sealed class UsedUploadsTests(App app)
{
    [Fact]
    public async Task A_tip_shows_its_photos_in_order_to_its_tipster_and_to_reviewers()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        string[] photos = [await Photo(citizen), await Photo(citizen), await Photo(citizen)];
        string[] order = [photos[2], photos[0]];

        var tipId = await citizen.Tips(A.Tip() with { PhotoIds = order });

        Assert.Equal(order, PhotosIn(await citizen.SeesTip(tipId)));
        Assert.Equal(order, PhotosIn(await reviewer.ReadsTip(tipId)));
    }

    [Fact]
    public async Task A_changed_tip_keeps_its_photos_unless_others_are_named()
    {
        var citizen = await app.NewCitizen();
        string[] photos = [await Photo(citizen), await Photo(citizen)];
        var tipId = await citizen.Tips(A.Tip() with { PhotoIds = photos });

        (await citizen.ChangesTip(tipId, A.Tip(), 1)).Should(200);
        Assert.Equal(photos, PhotosIn(await citizen.SeesTip(tipId)));

        (await citizen.ChangesTip(tipId, A.Tip() with { PhotoIds = [photos[1]] }, 2)).Should(200);
        Assert.Equal([photos[1]], PhotosIn(await citizen.SeesTip(tipId)));
    }

    [Fact]
    public async Task Nobody_uses_anothers_photo_nor_one_photo_twice()
    {
        var citizen = await app.NewCitizen();
        var other = await app.NewCitizen();
        var photo = await Photo(citizen);

        foreach (
            var named in new[] { [photo, photo], [await Photo(other)], ["nonsense"], new[] { Guid.Empty.ToString() } }
        )
        {
            var answer = await citizen.SendsTip(A.Tip() with { PhotoIds = named });
            Assert.Equal(["photoIds"], answer.ShouldRefuse(400, "request-malformed").ErrorFields);
        }

        var tipId = await citizen.Tips(A.Tip() with { PhotoIds = [photo] });
        (await citizen.SendsTip(A.Tip() with { PhotoIds = [photo] })).ShouldRefuse(400, "request-malformed");
        Assert.Equal([photo], PhotosIn(await citizen.SeesTip(tipId)));
        Assert.Single(
            (await citizen.Api.Get("/api/v1/me/tips")).Should(200).Json.GetProperty("items").EnumerateArray()
        );
    }

    [Fact]
    public async Task Of_many_who_use_one_photo_at_once_one_wins()
    {
        var citizen = await app.NewCitizen();
        var photo = await Photo(citizen);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => citizen.SendsTip(A.Tip() with { PhotoIds = [photo] }))
        );

        Assert.Single(answers, answer => answer.Status == 201);
    }

    [Fact]
    public async Task Ten_photos_are_too_many()
    {
        var citizen = await app.NewCitizen();

        var answer = await citizen.SendsTip(A.Tip() with { PhotoIds = [.. Enumerable.Repeat("a", 10)] });

        Assert.Equal(["photoIds"], answer.ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    [Fact]
    public async Task A_withdrawn_tips_photos_are_gone()
    {
        var citizen = await app.NewCitizen();
        var photo = await Photo(citizen);
        var tipId = await citizen.Tips(A.Tip() with { PhotoIds = [photo] });
        var address = (await citizen.SeesTip(tipId)).Json.GetProperty("photos")[0].GetProperty("smallUrl").GetString()!;

        Assert.InRange((await citizen.Api.Delete($"/api/v1/me/tips/{tipId}")).Status, 200, 204);

        (await app.Anonymous.Get(address)).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task An_application_keeps_its_photo_and_its_proofs()
    {
        var citizen = await app.NewCitizen();
        var photo = await Photo(citizen);
        var proof = (await citizen.UploadsFile(Pictures.Pdf())).ToString();

        var created = (await citizen.Api.Post("/api/v1/me/applications", Form(photo, [proof], [proof]))).Should(201);
        var seen = await citizen.Api.Get($"/api/v1/me/applications/{created.Word("id")}");

        Assert.Equal(photo, seen.Should(200).Word("photoId"));
        (await app.Anonymous.Get(seen.Word("photoUrl"))).Should(200);
        Assert.Equal(proof, seen.Json.GetProperty("fileIds")[0].GetString());
        Assert.Equal(proof, seen.Json.GetProperty("conditions")[0].GetProperty("fileIds")[0].GetString());
    }

    [Fact]
    public async Task An_application_names_by_field_what_is_not_the_applicants()
    {
        var citizen = await app.NewCitizen();
        var other = await app.NewCitizen();
        var theirs = (await other.UploadsFile(Pictures.Pdf())).ToString();
        var mine = (await citizen.UploadsFile(Pictures.Pdf())).ToString();

        var answer = await citizen.Api.Post(
            "/api/v1/me/applications",
            Form(await Photo(other), [mine], [mine, theirs])
        );

        Assert.Equal(
            ["conditions[0].fileIds", "photoId"],
            answer.ShouldRefuse(400, "request-malformed").ErrorFields.Order(StringComparer.Ordinal)
        );
        (await citizen.Api.Post("/api/v1/me/applications", Form(null, [mine], []))).Should(201);
        Assert.Equal(
            ["fileIds"],
            (await citizen.Api.Post("/api/v1/me/applications", Form(null, [mine], [])))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
    }

    [Fact]
    public async Task What_an_application_no_longer_names_may_be_used_elsewhere_and_a_deleted_draft_leaves_nothing()
    {
        var citizen = await app.NewCitizen();
        var photo = await Photo(citizen);
        var proof = (await citizen.UploadsFile(Pictures.Pdf())).ToString();
        var id = (await citizen.Api.Post("/api/v1/me/applications", Form(photo, [proof], []))).Should(201).Word("id");

        (await citizen.Api.Put($"/api/v1/me/applications/{id}", new { fileIds = new[] { proof }, version = 1 })).Should(
            200
        );
        await citizen.Tips(A.Tip() with { PhotoIds = [photo] });
        (await citizen.Api.Delete($"/api/v1/me/applications/{id}")).Should(204);

        (await citizen.Api.Get($"/api/v1/files/{proof}")).ShouldRefuse(404, "not-found");
    }

    private static object Form(string? photoId, string[] fileIds, string[] conditionFileIds) =>
        new
        {
            channel = "Self",
            photoId,
            fileIds,
            conditions = new[]
            {
                new
                {
                    number = 1,
                    text = "绝技",
                    fileIds = conditionFileIds,
                },
            },
        };

    private static async Task<string> Photo(Citizen citizen) =>
        (await citizen.UploadsPhoto(Pictures.Jpeg())).ToString();

    private static IEnumerable<string> PhotosIn(Answer tip) =>
        tip.Json.GetProperty("photos").EnumerateArray().Select(photo => photo.GetProperty("photoId").GetString()!);
}
