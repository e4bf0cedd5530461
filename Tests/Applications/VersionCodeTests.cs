using Craftsman.Domain.Applications;

namespace Craftsman.Tests.Applications;

public sealed class VersionCodeTests
{
    private static readonly Guid Id = new("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0000");

    [Theory]
    [InlineData("0123-4567-89AB", "0123456789AB")]
    [InlineData(" oi2l 4567-89ab ", "0121456789AB")]
    [InlineData("0123-4567-89A", null)]
    [InlineData("0123-4567-89AU", null)]
    [InlineData("０123-4567-89AB", null)]
    public void A_code_is_read_as_people_type_it(string typed, string? code) =>
        Assert.Equal(code, VersionCode.Read(typed));

    [Fact]
    public void A_code_is_written_from_the_first_sixty_bits()
    {
        byte[] hash = [0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xBF];

        Assert.Equal("0123456789AB", VersionCode.Of(hash));
        Assert.Equal("0123-4567-89AB", VersionCode.InGroups("0123456789AB"));
    }

    [Fact]
    public void What_the_form_prints_is_in_the_facts_and_what_it_does_not_print_is_not()
    {
        var content = new ApplicationContent { Name = "陆长根", DeedsSummary = "守着印染机。" };
        var facts = VersionCode.Facts(Id, Channel.Self, content);

        Assert.NotEqual(facts, VersionCode.Facts(Id, Channel.Self, content with { DeedsSummary = "守着织机。" }));
        Assert.NotEqual(facts, VersionCode.Facts(Id, Channel.Self, content with { Address = "守着印染机。" }));
        Assert.NotEqual(facts, VersionCode.Facts(Id, Channel.PublicTip, content));
        Assert.NotEqual(facts, VersionCode.Facts(Guid.Empty, Channel.Self, content));
        Assert.Equal(facts, VersionCode.Facts(Id, Channel.Self, content with { DeclaredTruthful = true }));
    }
}
