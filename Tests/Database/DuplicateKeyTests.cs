using Craftsman.Infrastructure.Database;

namespace Craftsman.Tests.Database;

public sealed class DuplicateKeyTests
{
    [Theory]
    [InlineData("Duplicate entry 'x-2026-01-01-1' for key 'tips_quota'", "tips_quota")]
    [InlineData("Duplicate entry 'x-2026-01-01-1' for key 'tips.tips_quota'", "tips_quota")]
    [InlineData("Duplicate entry 'x' for key 'PRIMARY'", "PRIMARY")]
    [InlineData("Duplicate entry 'x' for key 'votes.PRIMARY'", "PRIMARY")]
    public void Both_servers_name_the_key(string message, string key) =>
        Assert.Equal(key, DuplicateKey.NameIn(message));

    [Theory]
    [InlineData("Duplicate entry 'O'Neill's' for key 'staff_user_name'", "staff_user_name")]
    [InlineData("Duplicate entry 'for key 'votes_quota'' for key 'votes.votes_once_a_day'", "votes_once_a_day")]
    public void A_value_with_quotes_in_it_misleads_nobody(string message, string key) =>
        Assert.Equal(key, DuplicateKey.NameIn(message));

    [Theory]
    [InlineData("")]
    [InlineData("no quotes")]
    [InlineData("one ' quote")]
    public void A_message_of_another_form_names_none(string message) => Assert.Equal("", DuplicateKey.NameIn(message));
}
