using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Identity;
using Craftsman.Domain.PublicNotices;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.PublicNotices;

/// <summary>五(社会公示): working days are counted by the State Council's holidays, and of a year that nobody entered there is nothing to count by.</summary>
public sealed class HolidaysUnknownTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task A_notice_in_a_year_without_table_is_not_opened_until_somebody_enters_it()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var worker = await app.AShortlistedCase();
        var year = NoticeDrivers.Today.Year + 1;
        await app.Database.Execute("DELETE FROM campaign_days WHERE YEAR(day) = @year", new { year });
        var noticeId = (await officer.SendsNotice([worker.CaseId], opensOn: $"{year}-01-11"))
            .Should(201)
            .Json.GetProperty("id")
            .GetGuid();
        Assert.False((await officer.SeesNotice(noticeId)).Json.GetProperty("areHolidaysKnown").GetBoolean());

        var refused = (await officer.OpensNotice(noticeId)).ShouldRefuse(409, "notice-holidays-unknown");

        Assert.Equal(year, refused.Number("year"));
        Assert.Equal("五(社会公示)", refused.Word("clause"));
        Assert.Equal("ExpertReview", await app.StageOf(worker.CaseId));
        (
            await (await app.Staff(StaffRole.Administrator)).Api.Put(
                $"/admin/v1/campaign-days/{year}-01-01",
                new
                {
                    kind = "DayOff",
                    name = "元旦",
                    version = 0,
                }
            )
        ).Should(200);
        (await officer.OpensNotice(noticeId)).Should(200);
        Assert.Equal("PublicNotice", await app.StageOf(worker.CaseId));
    }

    [Theory]
    [InlineData("2026-12-23", 5, null)]
    [InlineData("2026-12-28", 5, 2027)]
    [InlineData("2027-06-01", 5, 2027)]
    public void Both_years_of_a_period_must_be_known(string opensOn, int workingDays, int? unknown)
    {
        var notice = new PublicNotice
        {
            OpensOn = DateOnly.Parse(opensOn, null),
            WorkingDays = workingDays,
            State = NoticeState.Draft,
            Version = 1,
        };
        var calendar = new WorkCalendar([new CampaignDay(new DateOnly(2026, 1, 1), DayKind.DayOff, "元旦")]);
        var now = ChinaDay.StartOf(new DateOnly(2026, 12, 1));

        var isRefused = PublicNoticeRules.Open(notice, 1, 1, 5, calendar, now).IsRefused(out var refusal);

        Assert.Equal(unknown is not null, isRefused);
        Assert.Equal(unknown, refusal?.Extensions?["year"]);
    }
}
