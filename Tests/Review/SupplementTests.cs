using Craftsman.Domain;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Review;

public sealed class SupplementTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_supplement_is_asked_for_with_a_day_from_tomorrow_to_sixty_days_away(int days)
    {
        var decision = SupplementRules.Ask(
            ["mobile", "fileIds", "mobile"],
            Today.AddDays(days),
            " 请补交证书。 ",
            Today
        );

        Assert.False(decision.IsRefused(out _, out var supplement));
        Assert.Equal(["mobile", "fileIds"], supplement.Items);
        Assert.Equal("请补交证书。", supplement.Message);
        Assert.True(supplement.Allows("mobile"));
        Assert.False(supplement.Allows("name"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(61)]
    public void Any_other_day_is_refused(int days) =>
        AssertFaults(SupplementRules.Ask(["mobile"], Today.AddDays(days), "请补交证书。", Today), "dueOn");

    [Fact]
    public void Something_must_be_asked_for() =>
        AssertFaults(SupplementRules.Ask([], Today.AddDays(7), "请补交证书。", Today), "items");

    [Theory]
    [InlineData("channel")]
    [InlineData("identityCardNumber")]
    [InlineData("Mobile")]
    [InlineData("")]
    public void Only_fields_of_the_application_can_be_asked_for(string item) =>
        AssertFaults(SupplementRules.Ask(["mobile", item], Today.AddDays(7), "请补交证书。", Today), "items");

    [Fact]
    public void The_message_has_at_most_five_hundred_zi()
    {
        Assert.False(SupplementRules.Ask(["mobile"], Today.AddDays(7), new string('匠', 500), Today).IsRefused(out _));
        AssertFaults(SupplementRules.Ask(["mobile"], Today.AddDays(7), new string('匠', 501), Today), "message");
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        AssertFaults(SupplementRules.Ask([], Today, " \n", Today), "dueOn", "items", "message");

    [Fact]
    public void The_last_day_is_still_in_time()
    {
        var supplement = new Supplement(["mobile"], Today, "请补交证书。");

        Assert.False(supplement.IsOverdueOn(Today));
        Assert.True(supplement.IsOverdueOn(Today.AddDays(1)));
    }

    private static void AssertFaults(Decision<Supplement> decision, params string[] fields)
    {
        Assert.True(decision.IsRefused(out var refusal));
        Assert.Equal("supplement-invalid", refusal.Code);
        Assert.Equal(RefusalKind.Malformed, refusal.Kind);
        Assert.Equal(fields, refusal.Errors!.Keys.Order());
    }
}
