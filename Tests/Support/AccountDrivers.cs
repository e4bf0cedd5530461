namespace Craftsman.Tests.Support;

/// <summary>What citizens do with their account as a whole, and what tests look up about it behind the service's back.</summary>
public static class AccountDrivers
{
    /// <summary>Deletes the account, whatever comes of it.</summary>
    public static Task<Answer> DeletesAccount(this Citizen citizen, string? key = null) =>
        citizen.Api.Delete("/api/v1/me", key);

    public static Task<Answer> Exports(this Citizen citizen) => citizen.Api.Get("/api/v1/me/export");

    /// <summary>The same person logs in again, on this phone or another.</summary>
    public static Task<Citizen> LogsInAgain(this App app, Citizen citizen) =>
        Citizen.LogIn(app.Anonymous, citizen.Name);

    public static Task<string?> OpenIdOf(this App app, Guid citizenId) =>
        app.Database.Value<string?>("SELECT openid FROM citizens WHERE id = @citizenId", new { citizenId });

    /// <summary>What an answer to a deletion says is kept, each as “what until”.</summary>
    public static IReadOnlyList<string> Kept(this Answer deleted) =>
        [
            .. deleted
                .Json.GetProperty("kept")
                .EnumerateArray()
                .Select(kept => $"{kept.GetProperty("what").GetString()} {kept.GetProperty("until").GetString()}"),
        ];
}
