using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Media;

/// <summary>WeChat's check of photos. The stand-in fetches each picture as WeChat would, and pushes its verdict.</summary>
public sealed class CheckPhotosTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(35);

    [Theory]
    [InlineData("", "Pass")]
    [InlineData("-review", "Review")]
    [InlineData("-risky", "Risky")]
    public async Task WeChat_fetches_a_tips_photo_and_its_word_is_shown_to_tipster_and_reviewer(
        string sender,
        string verdict
    )
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var citizen = await Citizen.LogIn(app.Anonymous, app.UniqueName("photographer-") + sender);
        var (tipId, photoId) = await citizen.TipsWithPhoto();

        await app.CheckBecomes(photoId, verdict);

        Assert.Equal(verdict, CheckIn(await citizen.SeesTip(tipId)));
        Assert.Equal(verdict, CheckIn(await reviewer.ReadsTip(tipId)));
    }

    [Fact]
    public async Task The_photo_of_an_application_is_checked_when_it_is_submitted_and_shown_with_the_case()
    {
        var applicant = await app.NewCitizen();
        var photoId = await applicant.UploadsPhoto(Pictures.Jpeg());
        var id = await applicant.Drafts(A.Form() with { PhotoId = photoId.ToString() });
        Assert.Equal(
            0,
            await app.Database.Value<long>("SELECT COUNT(*) FROM content_checks WHERE id = @photoId", new { photoId })
        );

        (await applicant.Submits(id)).Should(200);

        await app.CheckBecomes(photoId, "Pass");
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        Assert.Equal("Pass", CheckIn(await reviewer.SeesCase(await app.CaseOf(id))));
    }

    [Fact]
    public async Task Without_a_verdict_in_thirty_five_minutes_it_is_submitted_once_more_and_then_a_human_decides()
    {
        var (_, photoId) = await SilentTip();

        await app.TimePassesForCheck(photoId, Overdue);
        await app.IsSubmitted(photoId, 2);
        Assert.Equal("Waiting", await app.CheckOf(photoId));

        await app.TimePassesForCheck(photoId, Overdue);
        await app.CheckBecomes(photoId, "Unchecked");
        Assert.Equal(2, (await app.TracesOf(photoId)).Count);
    }

    [Fact]
    public async Task A_verdict_that_comes_after_all_is_taken_whichever_submission_it_is_about()
    {
        var (_, photoId) = await SilentTip();
        await app.TimePassesForCheck(photoId, Overdue);
        await app.IsSubmitted(photoId, 2);
        await app.TimePassesForCheck(photoId, Overdue);
        await app.CheckBecomes(photoId, "Unchecked");

        (await app.Anonymous.Pushes(PushSender.Verdict((await app.TracesOf(photoId))[0]))).Should(200);

        await app.CheckBecomes(photoId, "Pass");
    }

    [Fact]
    public async Task The_first_verdict_stands()
    {
        var (_, photoId) = await SilentTip();
        var trace = (await app.TracesOf(photoId))[0];
        (await app.Anonymous.Pushes(PushSender.Verdict(trace, "risky"))).Should(200);
        await app.CheckBecomes(photoId, "Risky");

        (await app.Anonymous.Pushes(PushSender.Verdict(trace, "risky"))).Should(200);
        var later = PushSender.Verdict(trace).Replace("1626959646", "1626959999", StringComparison.Ordinal);
        (await app.Anonymous.Pushes(later)).Should(200);
        var handled = () => app.Database.Value<long>("SELECT COUNT(*) FROM wechat_events WHERE state = 'Waiting'");
        await handled.Becomes(0);

        Assert.Equal("Risky", await app.CheckOf(photoId));
    }

    [Fact]
    public async Task A_verdict_may_be_there_before_we_know_what_it_is_about()
    {
        var (_, photoId) = await SilentTip();
        var trace = app.UniqueName("early-");
        (await app.Anonymous.Pushes(PushSender.Verdict(trace, "review"))).Should(200);
        var verdicts = () => app.Verdicts(trace);
        await verdicts.Becomes(1);
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );

        await new ContentCheckStore(new Db(source)).Submitted(
            new ClaimedCheck { Id = photoId },
            trace,
            TimeProvider.System.GetUtcNow(),
            CancellationToken.None
        );

        Assert.Equal("Review", await app.CheckOf(photoId));
    }

    [Fact]
    public async Task Verdicts_and_trace_ids_that_arrive_at_the_same_moment_always_meet()
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var checks = new ContentCheckStore(new Db(source));
        var citizens = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SilentTip()));

        await Task.WhenAll(
            citizens.SelectMany(sent =>
            {
                var trace = app.UniqueName("meeting-");
                return new[]
                {
                    app.Anonymous.Pushes(PushSender.Verdict(trace)),
                    checks.Submitted(
                        new ClaimedCheck { Id = sent.PhotoId },
                        trace,
                        TimeProvider.System.GetUtcNow(),
                        CancellationToken.None
                    ),
                };
            })
        );

        foreach (var (_, photoId) in citizens)
        {
            await app.CheckBecomes(photoId, "Pass");
        }
    }

    [Fact]
    public async Task An_error_in_place_of_a_verdict_is_none()
    {
        var (_, photoId) = await SilentTip();
        var trace = (await app.TracesOf(photoId))[0];
        var message = PushSender
            .Verdict(trace)
            .Replace("\"errcode\":0,\"errmsg\"", "\"errcode\":-1008,\"errmsg\"", StringComparison.Ordinal);
        (await app.Anonymous.Pushes(message)).Should(200);
        var verdicts = () => app.Verdicts(trace);
        await verdicts.Becomes(1);

        Assert.Equal("Waiting", await app.CheckOf(photoId));
    }

    [Fact]
    public async Task The_word_of_staff_stands_in_for_WeChats_and_is_on_record()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (tipId, photoId) = await SilentTip();

        (await reviewer.DecidesOnPhoto(photoId, "Fit")).Should(200);
        (await reviewer.DecidesOnPhoto(photoId, "Unfit")).Should(200);

        var photo = (await reviewer.ReadsTip(tipId)).Json.GetProperty("photos")[0];
        Assert.Equal("Unfit", photo.GetProperty("decision").GetString());
        Assert.Equal(["photo.content-decided", "photo.content-decided"], await app.AuditOf(photoId));
    }

    [Fact]
    public async Task Only_reviewers_of_the_district_decide_and_only_tip_reviewers_on_tips()
    {
        var (_, photoId) = await SilentTip();
        var unused = await (await app.NewCitizen()).UploadsPhoto(Pictures.Jpeg());

        (await (await app.NewReviewer("330106")).DecidesOnPhoto(photoId, "Fit")).ShouldRefuse(404, "not-found");
        (await (await app.Staff(StaffRole.QualificationReviewer)).DecidesOnPhoto(photoId, "Fit")).ShouldRefuse(
            404,
            "not-found"
        );
        (await (await app.Staff(StaffRole.Auditor)).DecidesOnPhoto(photoId, "Fit")).Should(403);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        (await reviewer.DecidesOnPhoto(unused, "Fit")).ShouldRefuse(404, "not-found");
        (await reviewer.DecidesOnPhoto(photoId, "Nice")).Should(400);
    }

    private async Task<(Guid TipId, Guid PhotoId)> SilentTip()
    {
        var citizen = await Citizen.LogIn(app.Anonymous, app.UniqueName("photographer-") + "-silent");
        var sent = await citizen.TipsWithPhoto();
        await app.IsSubmitted(sent.PhotoId, 1);
        return sent;
    }

    private static string? CheckIn(Answer seen) => seen.Json.GetProperty("photos")[0].GetProperty("check").GetString();
}
