using Craftsman.Domain.Messages;

namespace Craftsman.Tests.Messages;

public sealed class TemplateValueTests
{
    [Theory]
    [InlineData("thing1", "十个字以内的短句", "十个字以内的短句")]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九十一二三四五六七八九十")]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十一", "一二三四五六七八九十一二三四五六七八九…")]
    [InlineData("thing1", " 上\r\n\t下\u0007\u2028 ", "上 下")]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八😀九十", "一二三四五六七八九十一二三四五六七八…")]
    [InlineData("thing1", "一二三四五六七八九十一二三四👨‍👩‍👧后面", "一二三四五六七八九十一二三四…")]
    [InlineData("thing1", "\n\t ", null)]
    [InlineData("phrase2", "已核实。OK通过了呀", "已核实通过")]
    [InlineData("character_string3", "编号A-1", "A-1")]
    [InlineData("name4", "阿卜杜热合曼·买买提明", "阿卜杜热合曼·买买…")]
    [InlineData("number5", "12.5", "12.5")]
    [InlineData("number5", "12个", null)]
    [InlineData("car_number6", "浙A1234567", null)]
    public void A_value_is_made_fit_for_its_kind(string key, string text, string? fitted) =>
        Assert.Equal(fitted, TemplateValue.Fit(key, text));

    [Fact]
    public void Half_a_surrogate_pair_goes() => Assert.Equal("半", TemplateValue.Fit("thing1", "\uD83D半"));

    [Theory]
    [InlineData("time3", "2026年11月24日 07:05")]
    [InlineData("thing3", "2026-11-24 07:05")]
    public void A_moment_is_read_on_Hangzhous_clock(string key, string fitted) =>
        Assert.Equal(fitted, TemplateValue.Fit(key, new DateTimeOffset(2026, 11, 23, 23, 5, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("21:59:59", "21:59:59")]
    [InlineData("22:00:00", "1.08:00:00")]
    [InlineData("00:00:00", "08:00:00")]
    [InlineData("07:59:59", "08:00:00")]
    [InlineData("08:00:00", "08:00:00")]
    public void Quiet_hours_end_at_eight(string clock, string allowed)
    {
        var midnight = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal(
            midnight + TimeSpan.Parse(allowed, null),
            QuietHours.NextAllowed(midnight + TimeSpan.Parse(clock, null))
        );
    }
}
