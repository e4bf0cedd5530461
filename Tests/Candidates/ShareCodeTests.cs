using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>On a database of its own: the recorded WeChat of these instances would be asked about what other tests send.</summary>
public sealed class ShareCodeTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;
    private const string Api = "/wxa/getwxacodeunlimit";
    private static readonly byte[] Drawn = [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3];

    [Fact]
    public async Task WeChat_draws_a_code_once_for_a_hundred_who_ask_and_for_all_who_ask_later()
    {
        await using var wechat = await Recorded();
        wechat.AnswersBytes(Api, Drawn, "image/png");
        var instance = At(wechat);
        var id = await app.APublishedCandidate();
        await instance.CopyCatchesUp();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Asks(instance, id)));

        Assert.All(answers, answer => Assert.Equal("image/png", answer.Should(200).MediaType));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        (await Asks(At(wechat), id)).Should(200);
        var call = Assert.Single(wechat.Calls(Api));
        Assert.Equal(id.ToString("N"), call.Json.GetProperty("scene").GetString());
        Assert.Equal("pages/candidate", call.Json.GetProperty("page").GetString());
        Assert.Equal(
            Drawn,
            await app.Database.Value<byte[]>("SELECT image FROM share_codes WHERE candidate_id = @id", new { id })
        );
    }

    [Fact]
    public async Task Of_two_instances_that_are_asked_at_once_the_code_of_the_first_is_everybodys()
    {
        await using var wechat = await Recorded();
        byte[][] drawn =
        [
            [.. Drawn, 4],
            [.. Drawn, 5],
        ];
        wechat.AnswersBytes(Api, drawn[0], "image/png").AnswersBytes(Api, drawn[1], "image/png");
        var instances = new[] { At(wechat), At(wechat) };
        var id = await app.APublishedCandidate();
        await Task.WhenAll(instances.Select(instance => instance.CopyCatchesUp()));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(each => Asks(instances[each % 2], id)));

        var later = (await Asks(At(wechat), id)).Should(200).Text;
        Assert.All(answers, answer => Assert.Equal(later, answer.Should(200).Text));
        Assert.InRange(wechat.Calls(Api).Count, 1, 2);
        Assert.Contains(
            await app.Database.Value<byte[]>("SELECT image FROM share_codes WHERE candidate_id = @id", new { id }),
            drawn
        );
    }

    [Fact]
    public async Task While_WeChat_cannot_draw_the_answer_says_when_to_come_again_and_a_code_that_is_kept_goes_on()
    {
        await using var wechat = await Recorded();
        wechat.AnswersBytes(Api, Drawn, "image/png").Always(Api, """{"errcode":-1,"errmsg":"system error rid: 1"}""");
        var instance = At(wechat);
        var (kept, none) = (await app.APublishedCandidate(), await app.APublishedCandidate());
        await instance.CopyCatchesUp();
        (await Asks(instance, kept)).Should(200);

        var refused = (await Asks(instance, none)).ShouldRefuse(503, "wechat-unavailable");

        Assert.True(refused.Headers.ContainsKey("Retry-After"));
        (await Asks(instance, kept)).Should(200);
        Assert.Equal(
            0,
            await app.Database.Value<long>("SELECT COUNT(*) FROM share_codes WHERE candidate_id = @none", new { none })
        );
    }

    [Fact]
    public async Task Who_is_not_shown_has_no_code_and_a_merged_candidate_has_that_of_the_root()
    {
        await using var wechat = await Recorded();
        wechat.AnswersBytes(Api, Drawn, "image/png");
        var instance = At(wechat);
        var (child, root) = (await app.APublishedCandidate(), await app.APublishedCandidate());
        await app.Merges(child, root);
        var hidden = await app.ACandidate();
        await instance.CopyCatchesUp();

        (await Asks(instance, hidden)).ShouldRefuse(404, "not-found");
        (await instance.Get("/api/v1/candidates/x/share-code")).ShouldRefuse(404, "not-found");
        (await Asks(instance, child)).Should(200);

        Assert.Equal(root.ToString("N"), Assert.Single(wechat.Calls(Api)).Json.GetProperty("scene").GetString());
    }

    private static async Task<RecordedWeChat> Recorded() =>
        (await RecordedWeChat.Start())
            .GivesToken()
            .Always(
                "/wxa/msg_sec_check",
                """{"errcode":0,"errmsg":"ok","trace_id":"t","result":{"suggest":"pass","label":100}}"""
            );

    private ApiClient At(RecordedWeChat wechat) =>
        app.With(
            ("WeChat:Mode", "Real"),
            ("WeChat:BaseAddress", wechat.Address.ToString()),
            ("WeChat:CandidatePage", "pages/candidate")
        );

    private static Task<Answer> Asks(ApiClient instance, Guid id) =>
        instance.Get($"/api/v1/candidates/{id}/share-code");
}
