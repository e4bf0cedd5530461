using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Campaigns;

public sealed class CampaignDaysTests(App app)
{
    private const string Days = "/admin/v1/campaign-days";

    [Fact]
    public async Task A_new_campaign_has_the_holidays_of_2026_and_staff_read_them()
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);

        var days = (await officer.Api.Get($"{Days}?year=2026")).Should(200).Json.GetProperty("items");

        var told = days.EnumerateArray()
            .ToDictionary(day => day.GetProperty("day").GetString()!, day => day.GetProperty("kind").GetString());
        Assert.Equal("DayOff", told["2026-10-01"]);
        Assert.Equal("Workday", told["2026-10-10"]);
        (await (await app.Staff(StaffRole.TipReviewer)).Api.Get($"{Days}?year=2026")).ShouldRefuse(403, "role-missing");
    }

    [Fact]
    public async Task An_administrator_says_what_a_day_is_by_the_version_they_saw()
    {
        var administrator = await app.Staff(StaffRole.Administrator);
        const string day = $"{Days}/2031-05-02";

        var added = (await administrator.Api.Put(day, Of("DayOff", 0))).Should(200);
        (await administrator.Api.Put(day, Of("Workday", 0))).ShouldRefuse(409, "version-stale");
        var changed = (await administrator.Api.Put(day, Of("Ordinary", 1))).Should(200);

        Assert.Equal(1, added.Number("version"));
        Assert.Equal(2, changed.Number("version"));
        Assert.Equal(
            "Ordinary",
            await app.Database.Value<string>("SELECT kind FROM campaign_days WHERE day = '2031-05-02'")
        );
    }

    [Fact]
    public async Task Of_many_who_set_a_new_day_at_once_one_does()
    {
        var administrator = await app.Staff(StaffRole.Administrator);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => administrator.Api.Put($"{Days}/2031-06-03", Of("DayOff", 0)))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
    }

    [Fact]
    public async Task Nobody_else_changes_a_day_and_what_is_no_day_is_not_found()
    {
        var administrator = await app.Staff(StaffRole.Administrator);

        (await (await app.Staff(StaffRole.NoticeOfficer)).Api.Put($"{Days}/2031-05-05", Of("DayOff", 0))).ShouldRefuse(
            403,
            "role-missing"
        );
        (await administrator.Api.Put($"{Days}/2031-02-30", Of("DayOff", 0))).ShouldRefuse(404, "not-found");
        (await administrator.Api.Put($"{Days}/1066-10-14", Of("DayOff", 0))).ShouldRefuse(404, "not-found");
        (await administrator.Api.Put($"{Days}/2031-05-05", Of("Holiday", 0))).ShouldRefuse(400, "json-invalid");
    }

    private static object Of(string kind, int version) =>
        new
        {
            kind,
            name = "劳动节",
            version,
        };
}
