using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Review;

/// <summary>四(一): 层层推荐.</summary>
public sealed class ScreeningTests
{
    private static readonly ScreeningStep Employer = new(ScreeningLevel.Employer, true);
    private static readonly ScreeningStep District = new(ScreeningLevel.DistrictUnion, true);

    [Fact]
    public void A_unit_application_needs_its_employer_and_a_union()
    {
        Assert.Equal([ScreeningNeed.Employer, ScreeningNeed.Union], Missing());
        Assert.Equal([ScreeningNeed.Union], Missing(Employer));
        Assert.Equal([ScreeningNeed.Employer], Missing(District));
        Assert.Empty(Missing(Employer, District));
    }

    [Theory]
    [InlineData(ScreeningLevel.DistrictUnion)]
    [InlineData(ScreeningLevel.DevelopmentZone)]
    [InlineData(ScreeningLevel.IndustrialUnion)]
    public void Any_of_the_three_unions_screens(ScreeningLevel level) =>
        Assert.Empty(Missing(Employer, new ScreeningStep(level, true)));

    [Fact]
    public void The_endorsement_of_who_filed_it_is_their_word()
    {
        Assert.Equal([ScreeningNeed.Union], ScreeningRules.Missing(Channel.Unit, ScreeningLevel.Employer, []));
        Assert.Empty(ScreeningRules.Missing(Channel.Unit, ScreeningLevel.DistrictUnion, [Employer]));
    }

    [Fact]
    public void The_last_word_of_a_level_counts()
    {
        var no = District with { IsRecommended = false };

        Assert.Equal([ScreeningNeed.Union], Missing(Employer, District, no));
        Assert.Empty(Missing(Employer, no, District));
    }

    [Theory]
    [InlineData(Channel.Society)]
    [InlineData(Channel.PublicTip)]
    [InlineData(Channel.Self)]
    public void The_other_channels_come_to_the_municipal_union_directly(Channel channel) =>
        Assert.Empty(ScreeningRules.Missing(channel, null, []));

    [Fact]
    public void A_union_screens_who_the_employer_recommended()
    {
        Assert.True(ScreeningRules.Record(Channel.Unit, null, [], District).IsRefused(out var refusal));
        Assert.Equal(("screening-out-of-order", "四(一)"), (refusal.Code, refusal.Clause));
        Assert.False(ScreeningRules.Record(Channel.Unit, null, [Employer], District).IsRefused(out _));
        Assert.False(ScreeningRules.Record(Channel.Self, null, [], District).IsRefused(out _));
    }

    private static IReadOnlyList<ScreeningNeed> Missing(params ScreeningStep[] steps) =>
        ScreeningRules.Missing(Channel.Unit, null, steps);
}
