using Craftsman.Domain;

namespace Craftsman.Tests;

public sealed class DecisionTests
{
    private static readonly Refusal No = new(RefusalKind.Conflict, "no", "不行。");

    [Fact]
    public void What_is_granted_comes_out_and_there_is_no_refusal()
    {
        Decision<string> decision = "yes";

        Assert.False(decision.IsRefused(out var why, out var value));
        Assert.Null(why);
        Assert.Equal("yes", value);
    }

    [Fact]
    public void A_refusal_comes_out_and_nothing_is_granted()
    {
        Decision<string> decision = No;

        Assert.True(decision.IsRefused(out var why, out var value));
        Assert.Same(No, why);
        Assert.Null(value);
    }

    [Fact]
    public void What_is_made_of_a_granted_thing_is_granted_and_of_a_refusal_the_refusal_stays()
    {
        Decision<string> granted = "four";
        Decision<string> refused = No;

        Assert.False(granted.Then(word => word.Length).IsRefused(out _, out var length));
        Assert.Equal(4, length);
        Assert.True(refused.Then(word => word.Length).IsRefused(out var why));
        Assert.Same(No, why);
    }

    [Fact]
    public void A_decision_nobody_made_is_a_bug_and_not_a_yes() =>
        Assert.Throws<InvalidOperationException>(() => default(Decision<string>).IsRefused(out _));

    [Fact]
    public void Naming_a_field_or_adding_a_member_leaves_the_refusal_itself_as_it_was()
    {
        var named = No.About("district", "没有这个区县。").With("receipt", "1f").With("votesLeftToday", 2);

        Assert.Equal(["没有这个区县。"], named.Errors!["district"]);
        Assert.Equal(2, named.Extensions!.Count);
        Assert.Equal((No.Code, No.Kind), (named.Code, named.Kind));
        Assert.Null(No.Errors);
        Assert.Null(No.Extensions);
    }
}
