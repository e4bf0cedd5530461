using Craftsman.Api.ContentChecks;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.WeChat;

/// <summary>Tips and their checks while WeChat is in trouble. One after the other, for they share one WeChat.</summary>
public sealed class ContentCheckOutageTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private const string Busy = "沈师傅修了三十年钟表，检查繁忙。";
    private readonly App app = lonely.App;

    [Theory]
    [InlineData("""{"apis": ["msg_sec_check"], "delayMilliseconds": 20000}""")]
    [InlineData("""{"apis": ["msg_sec_check"], "errorCode": -1}""")]
    [InlineData("""{"apis": ["msg_sec_check"], "errorCode": 45009}""")]
    [InlineData("""{"isAway": true}""")]
    public async Task Tips_are_taken_their_checks_wait_and_are_made_when_WeChat_is_well_again(string trouble)
    {
        var citizens = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.NewCitizen()));
        await app.Anonymous.WeChatIs(System.Text.Json.JsonDocument.Parse(trouble).RootElement);

        var tips = await Task.WhenAll(citizens.Select(citizen => citizen.Tips()));

        foreach (var tip in tips)
        {
            Assert.Equal("Waiting", await app.CheckOf(tip));
        }

        await app.Anonymous.WeChatIs();
        foreach (var tip in tips)
        {
            await app.CheckBecomes(tip, "Pass");
        }
    }

    [Fact]
    public async Task A_WeChat_that_takes_three_seconds_is_waited_for_but_not_by_the_citizen()
    {
        var citizen = await app.NewCitizen();
        await app.Anonymous.WeChatIs(new { apis = new[] { "msg_sec_check" }, delayMilliseconds = 3_000 });

        var tip = await citizen.Tips();

        Assert.Equal("Waiting", await app.CheckOf(tip));
        await app.CheckBecomes(tip, "Pass");
        await app.Anonymous.WeChatIs();
    }

    [Fact]
    public async Task What_an_instance_left_behind_is_checked_by_another()
    {
        var citizen = await app.NewCitizen();
        var leaving = app.InTheFuture(TimeSpan.Zero);

        var tip = await citizen.At(leaving).Tips();

        Assert.Equal("Waiting", await app.CheckOf(tip));
        await app.TimePassesForCheck(tip, TimeSpan.FromMinutes(2));
        await app.CheckBecomes(tip, "Pass");
    }

    [Fact]
    public async Task What_could_not_be_checked_for_two_hours_waits_for_a_human()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await (await app.NewCitizen()).Tips(A.Tip() with { Story = Busy });
        Assert.Equal("Waiting", await app.CheckOf(tipId));

        await app.TimePassesForCheck(tipId, TimeSpan.FromHours(2));

        await app.CheckBecomes(tipId, "Unchecked");
        var version = await reviewer.Claims(tipId);
        (await Verifies(null)).ShouldRefuse(409, "tip-content-undecided");
        (await Verifies(true)).Should(200);

        Task<Answer> Verifies(bool? contentFit) =>
            reviewer.Decides(
                tipId,
                "verify",
                new
                {
                    newCandidate = A.Person(),
                    contentFit,
                    version,
                }
            );
    }

    [Fact]
    public async Task A_tip_that_was_withdrawn_before_its_check_is_checked_no_more()
    {
        var citizen = await app.NewCitizen();
        var tipId = await citizen.Tips(A.Tip() with { Story = Busy });
        (await citizen.Api.Delete($"/api/v1/me/tips/{tipId}")).Should(204);

        await app.TimePassesForCheck(tipId, TimeSpan.FromMinutes(2));

        await app.CheckBecomes(tipId, "Unchecked");
    }

    [Fact]
    public void Only_so_many_calls_of_the_bell_are_remembered()
    {
        var bell = new ContentCheckBell();

        for (var ring = 0; ring < 5_000; ring++)
        {
            bell.Ring(Guid.AllBitsSet);
        }

        Assert.Equal(1_000, bell.Take(10_000).Count);
    }
}
