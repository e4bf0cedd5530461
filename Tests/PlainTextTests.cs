using Craftsman.Domain;

namespace Craftsman.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("沈师傅 · Shen")]
    [InlineData("𠮷野家与👨‍👩‍👧")]
    [InlineData("\u200b零宽")]
    public void What_people_write_is_plain(string text) => Assert.True(PlainText.IsPlain(text, false));

    [Theory]
    [InlineData("一\n二")]
    [InlineData("一\r\n二")]
    [InlineData("一\t二")]
    public void Line_breaks_and_tabs_are_plain_only_where_they_are_allowed(string text)
    {
        Assert.True(PlainText.IsPlain(text, true));
        Assert.False(PlainText.IsPlain(text, false));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x07)]
    [InlineData(0x1b)]
    [InlineData(0x7f)]
    [InlineData(0x85)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    public void Control_characters_are_never_plain(int sign)
    {
        Assert.False(PlainText.IsPlain($"沈{(char)sign}师傅", true));
        Assert.False(PlainText.IsPlain($"沈{(char)sign}师傅", false));
    }

    [Theory]
    [InlineData(0xd800, false)]
    [InlineData(0xdfff, false)]
    [InlineData(0xd800, true)]
    public void Half_a_character_is_never_plain(int half, bool isAtTheEnd) =>
        Assert.False(PlainText.IsPlain(isAtTheEnd ? $"沈{(char)half}" : $"{(char)half}沈", true));
}
