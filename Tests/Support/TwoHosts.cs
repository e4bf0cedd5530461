namespace Craftsman.Tests.Support;

/// <summary>
/// Two hosts on one bucket and one database of their own: in the database of the other tests, whose photos are on disk, the collectors of
/// two stores would take each other's rows.
/// </summary>
public sealed class TwoHosts : IAsyncLifetime
{
    private readonly DirectoryInfo folders = Directory.CreateTempSubdirectory("craftsman-hosts-");

    public App App { get; } = new();

    public S3StandIn Store { get; private set; } = null!;

    public ApiClient One { get; private set; } = null!;

    public ApiClient Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Store = await S3StandIn.Start();
        await App.InitializeAsync();
        One = App.With(Settings("one"));
        Other = App.With(Settings("other"));
    }

    /// <summary>Each host has a folder of its own: all that they share is the bucket.</summary>
    public (string Key, string Value)[] Settings(string host) =>
        [
            ("Media:Store", "S3"),
            ("Media:Folder", Path.Combine(folders.FullName, host)),
            ("Media:S3:Endpoint", Store.Endpoint),
            ("Media:S3:Bucket", S3StandIn.Bucket),
            ("Media:S3:UseTls", "false"),
            ("Secrets:S3AccessKey", S3StandIn.AccessKey),
            ("Secrets:S3SecretKey", S3StandIn.SecretKey),
        ];

    public Task<Citizen> NewCitizen() => Citizen.LogIn(One, App.UniqueName("citizen-"));

    public IReadOnlyList<string> FilesOnDisk =>
        [.. folders.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name)];

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Store.DisposeAsync();
        folders.Delete(recursive: true);
    }
}
