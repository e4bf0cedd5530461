using Craftsman.Tests.Support;

namespace Craftsman.Tests.Http;

public sealed class PrivateAnswersTests(App app)
{
    [Fact]
    public async Task What_is_answered_to_one_person_may_be_kept_by_no_cache()
    {
        var citizen = await app.NewCitizen();

        Assert.Equal("no-store", (await citizen.Api.Get("/api/v1/me/tips")).Should(200).Headers["Cache-Control"]);
        Assert.Equal("no-store", (await citizen.Api.Get("/api/v1/candidates")).Should(200).Headers["Cache-Control"]);
        Assert.Equal("no-store", (await app.Anonymous.Get("/admin/v1/me")).Should(401).Headers["Cache-Control"]);
    }

    [Fact]
    public async Task What_everybody_reads_may_be_cached_and_no_type_is_guessed()
    {
        var answer = (await app.Anonymous.Get("/api/v1/campaigns/current")).Should(200);

        Assert.DoesNotContain("Cache-Control", answer.Headers.Keys);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }
}
