using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>Accounts of staff that a test has to itself.</summary>
public static class StaffDrivers
{
    /// <summary>A new account with these roles in all districts, not yet logged in; its password is the tests'.</summary>
    public static async Task<(Guid Id, string UserName)> NewAccount(this App app, params StaffRole[] roles)
    {
        var userName = app.UniqueName("staff-");
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var added = await new Db(source).Write<Guid>(
            async work =>
                (
                    await StaffStore.TryAdd(
                        work,
                        userName,
                        "工作人员",
                        TestDatabase.StaffPassword,
                        roles,
                        [],
                        null,
                        false,
                        TimeProvider.System.GetUtcNow()
                    )
                )!.Value,
            CancellationToken.None
        );
        added.IsRefused(out _, out var id);
        return (id, userName);
    }

    /// <summary>A person with an account of their own, logged in.</summary>
    public static async Task<(Guid Id, StaffMember Person)> NewStaff(this App app, params StaffRole[] roles)
    {
        var (id, userName) = await app.NewAccount(roles);
        return (id, await StaffMember.LogIn(app.Anonymous, userName, TestDatabase.StaffPassword));
    }
}
