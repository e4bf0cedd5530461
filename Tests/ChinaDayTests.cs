using Craftsman.Domain;

namespace Craftsman.Tests;

public sealed class ChinaDayTests
{
    [Theory]
    [InlineData("2026-09-01T15:59:59.999Z", "2026-09-01")]
    [InlineData("2026-09-01T16:00:00Z", "2026-09-02")]
    [InlineData("2026-12-31T16:00:00Z", "2027-01-01")]
    public void A_day_in_Hangzhou_begins_at_sixteen_hours_UTC_the_day_before(string instant, string day)
    {
        var expected = DateOnly.ParseExact(day, "yyyy-MM-dd", null);

        Assert.Equal(
            expected,
            ChinaDay.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public void The_start_of_a_day_falls_on_that_day_and_the_tick_before_does_not()
    {
        var day = new DateOnly(2026, 3, 1);

        Assert.Equal(day, ChinaDay.Of(ChinaDay.StartOf(day)));
        Assert.Equal(day.AddDays(-1), ChinaDay.Of(ChinaDay.StartOf(day).AddTicks(-1)));
    }
}
