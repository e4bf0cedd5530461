using Craftsman.Tests.Support;

namespace Craftsman.Tests.Media;

public sealed class ShowPhotoTests(App app)
{
    [Fact]
    public async Task Whoever_was_given_the_address_sees_the_photo_and_no_other_type_is_guessed()
    {
        var address = await AddressOfATipsPhoto();

        var answer = (await app.Anonymous.Get(address)).Should(200);

        Assert.Equal("image/jpeg", answer.MediaType);
        Assert.Equal("inline", answer.Headers["Content-Disposition"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Contains("private", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        (await app.Anonymous.Get(address, ("Range", "bytes=0-9"))).Should(200);
    }

    [Fact]
    public async Task An_address_that_was_changed_leads_nowhere()
    {
        var address = await AddressOfATipsPhoto();
        var other = await AddressOfATipsPhoto();
        var path = address[..address.IndexOf('?', StringComparison.Ordinal)];
        var query = address[path.Length..];

        foreach (
            var forged in new[]
            {
                path,
                path.Replace("/small", "/large", StringComparison.Ordinal) + query,
                other[..other.IndexOf('?', StringComparison.Ordinal)] + query,
                path + query.Replace("expires=1", "expires=2", StringComparison.Ordinal),
                path.Replace("/small", "/original", StringComparison.Ordinal) + query,
                path + "?expires=soon&signature=%25",
                address[..^1],
            }
        )
        {
            (await app.Anonymous.Get(forged)).ShouldRefuse(404, "not-found");
        }
    }

    [Fact]
    public async Task An_address_holds_for_two_hours()
    {
        var address = await AddressOfATipsPhoto();

        (await app.InTheFuture(TimeSpan.FromMinutes(115)).Get(address)).Should(200);
        (await app.InTheFuture(TimeSpan.FromMinutes(121)).Get(address)).ShouldRefuse(404, "not-found");
    }

    private async Task<string> AddressOfATipsPhoto()
    {
        var citizen = await app.NewCitizen();
        var photoId = await citizen.UploadsPhoto(Pictures.Jpeg());
        var tipId = await citizen.Tips(A.Tip() with { PhotoIds = [photoId.ToString()] });
        return (await citizen.SeesTip(tipId)).Json.GetProperty("photos")[0].GetProperty("smallUrl").GetString()!;
    }
}
