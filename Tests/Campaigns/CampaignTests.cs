using Craftsman.Domain.Campaigns;

namespace Craftsman.Tests.Campaigns;

public sealed class CampaignTests
{
    private static readonly DateOnly Day = new(2026, 5, 10);
    private static readonly DateTimeOffset Opens = new(2026, 5, 9, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = Opens.AddDays(7);

    [Fact]
    public void A_changed_quota_holds_from_its_day_on_and_not_a_day_earlier()
    {
        var campaign = WithQuotas(
            new Quota(QuotaKind.Votes, Day.AddDays(1), 7),
            new Quota(QuotaKind.Votes, Day.AddDays(-9), 3),
            new Quota(QuotaKind.Tips, Day.AddDays(-9), 5)
        );

        Assert.Equal(3, campaign.QuotaOn(Day, QuotaKind.Votes));
        Assert.Equal(7, campaign.QuotaOn(Day.AddDays(1), QuotaKind.Votes));
        Assert.Equal(5, campaign.QuotaOn(Day.AddDays(1), QuotaKind.Tips));
    }

    [Fact]
    public void A_day_before_every_quota_has_none() =>
        Assert.Equal(0, WithQuotas(new Quota(QuotaKind.Votes, Day, 3)).QuotaOn(Day.AddDays(-1), QuotaKind.Votes));

    [Fact]
    public void A_phase_holds_its_opening_instant_and_not_its_closing_one()
    {
        var campaign = Plain() with { Phases = [new Phase(PhaseKind.Voting, Opens, Closes)] };

        Assert.False(campaign.IsOpenAt(PhaseKind.Voting, Opens.AddTicks(-1)));
        Assert.True(campaign.IsOpenAt(PhaseKind.Voting, Opens));
        Assert.True(campaign.IsOpenAt(PhaseKind.Voting, Closes.AddTicks(-1)));
        Assert.False(campaign.IsOpenAt(PhaseKind.Voting, Closes));
    }

    [Fact]
    public void A_phase_that_no_row_names_is_closed() => Assert.False(Plain().IsOpenAt(PhaseKind.Tips, Opens));

    private static Campaign WithQuotas(params Quota[] quotas) => Plain() with { Quotas = quotas };

    private static Campaign Plain() => new() { Name = "寻找我身边的杭州工匠", PolicyVersion = "2026-1" };
}
