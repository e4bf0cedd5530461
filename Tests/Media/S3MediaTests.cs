using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;
using MySqlConnector;
using Pictures = Craftsman.Tests.Support.Pictures;

namespace Craftsman.Tests.Media;

public sealed class S3MediaTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task What_one_host_took_another_shows_and_nothing_of_it_stays_on_their_disks()
    {
        var citizen = await hosts.NewCitizen();
        var proof = Pictures.Pdf();
        var photoId = await citizen.UploadsPhoto(Pictures.Jpeg());
        var fileId = await citizen.UploadsFile(proof);
        var tipId = await citizen.Tips(A.Tip() with { PhotoIds = [photoId.ToString()] });

        var photo = (await citizen.SeesTip(tipId)).Json.GetProperty("photos")[0];
        var shown = (await hosts.Other.Get(photo.GetProperty("largeUrl").GetString()!)).Should(200);
        var downloaded = (await citizen.At(hosts.Other).Api.Get($"/api/v1/files/{fileId}")).Should(200);

        Assert.Equal("image/jpeg", shown.MediaType);
        Assert.NotEmpty(shown.Text);
        Assert.Equal(System.Text.Encoding.ASCII.GetString(proof), downloaded.Text);
        Assert.Empty(hosts.FilesOnDisk);
    }

    [Fact]
    public async Task A_photo_is_in_the_bucket_in_three_sizes_and_a_proof_sealed_when_201_is_answered()
    {
        var citizen = await hosts.NewCitizen();
        var photoId = await citizen.UploadsPhoto(Pictures.Jpeg());
        var fileId = await citizen.UploadsFile(Pictures.Pdf());

        Assert.All(await KeysOfPhoto(photoId), key => Assert.Equal([0xFF, 0xD8], hosts.Store[key][..2]));
        Assert.Equal(-1, hosts.Store[await KeyOfFile(fileId)].AsSpan().IndexOf("PDF"u8));
    }

    [Fact]
    public async Task A_proof_of_nine_megabytes_comes_back_whole()
    {
        var citizen = await hosts.NewCitizen();
        var proof = System.Text.Encoding.ASCII.GetBytes($"%PDF-1.4\n{new string('x', 9_000_000)}\n%%EOF\n");

        var fileId = await citizen.UploadsFile(proof);

        var downloaded = (await citizen.At(hosts.Other).Api.Get($"/api/v1/files/{fileId}")).Should(200);
        Assert.True(proof.AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetBytes(downloaded.Text)));
    }

    [Fact]
    public async Task What_nobody_used_and_what_no_row_knows_leaves_the_bucket_and_what_is_needed_stays()
    {
        var citizen = await hosts.NewCitizen();
        var picture = Pictures.Jpeg();
        var unused = await citizen.UploadsPhoto(Pictures.Jpeg());
        var sharedAndUnused = await citizen.UploadsPhoto(picture);
        var used = await citizen.At(hosts.Other).UploadsPhoto(picture);
        var file = await citizen.UploadsFile(Pictures.Pdf());
        await citizen.Tips(A.Tip() with { PhotoIds = [used.ToString()] });
        // What was erased goes an hour after it came at the earliest, like what an upload left behind.
        var fileKey = await KeyOfFile(file);
        hosts.Store.Put(fileKey, Now.AddHours(-2));
        IReadOnlyList<string> gone =
        [
            .. await KeysOfPhoto(unused),
            fileKey,
            Left("photos", 32, 2),
            Left("files", 24, 2),
        ];
        IReadOnlyList<string> kept = [.. await KeysOfPhoto(used), Left("photos", 32, 0), Left("files", 24, 0)];
        await hosts.App.Database.Execute(
            "UPDATE photos SET created_at = @at WHERE id IN @ids",
            new { at = Now.AddHours(-49), ids = new[] { unused, sharedAndUnused, used } }
        );
        await hosts.App.Database.Execute(
            "UPDATE files SET created_at = @at WHERE id = @file",
            new { at = Now.AddHours(-49), file }
        );

        // Two hosts collect together, as they do.
        await Task.WhenAll(Collect("one"), Collect("other"));

        Assert.Empty(gone.Intersect(hosts.Store.Keys));
        Assert.Empty(kept.Except(hosts.Store.Keys));
    }

    [Fact]
    public async Task While_the_bucket_is_away_uploads_are_refused_for_later_and_leave_no_row_and_reading_says_so()
    {
        await using var store = await S3StandIn.Start();
        var host = hosts.App.With([.. hosts.Settings("away"), ("Media:S3:Endpoint", store.Endpoint)]);
        var citizen = (await hosts.NewCitizen()).At(host);
        var fileId = await citizen.UploadsFile(Pictures.Pdf());
        store.IsAway = true;

        (await citizen.SendsPhoto(Pictures.Jpeg())).ShouldRefuse(503, "media-unavailable");
        (await citizen.SendsFile(Pictures.Pdf())).ShouldRefuse(503, "media-unavailable");
        (await citizen.Api.Get($"/api/v1/files/{fileId}")).ShouldRefuse(503, "media-unavailable");
        Assert.Equal(
            1,
            await hosts.App.Database.Value<int>(
                "SELECT COUNT(*) FROM files WHERE owner_id = (SELECT owner_id FROM files WHERE id = @fileId)",
                new { fileId }
            )
        );

        store.IsAway = false;
        await citizen.UploadsPhoto(Pictures.Jpeg());
    }

    [Fact]
    public async Task While_pictures_are_on_their_way_no_row_is_locked_and_the_collector_leaves_them_alone()
    {
        var citizen = await hosts.NewCitizen();
        var puts = hosts.Store.HoldsPuts();

        var sending = citizen.SendsPhoto(Pictures.Jpeg());
        await puts.Arrived;
        // Would fail at once where somebody holds one of the rows.
        await (
            await hosts.App.Database.Holds("SELECT digest FROM photo_blobs ORDER BY digest FOR UPDATE NOWAIT", new { })
        ).DisposeAsync();
        await (
            await hosts.App.Database.Holds(
                "SELECT s.id FROM sessions s JOIN citizens c ON c.id = s.citizen_id WHERE c.id = @id FOR UPDATE NOWAIT",
                new { id = await hosts.App.IdOf(citizen) }
            )
        ).DisposeAsync();
        await Collect("one");
        puts.LetGo();

        var photoId = (await sending).Should(201).Json.GetProperty("photoId").GetGuid();
        await Collect("one");
        Assert.All(await KeysOfPhoto(photoId), key => Assert.Contains(key, hosts.Store.Keys));
        Assert.Equal(
            0,
            await hosts.App.Database.Value<int>(
                """
                SELECT COUNT(*)
                FROM photo_placings g
                JOIN photos p ON g.digest IN (p.small_digest, p.medium_digest, p.large_digest)
                WHERE p.id = @photoId
                """,
                new { photoId }
            )
        );
    }

    [Fact]
    public async Task An_upload_that_took_longer_than_its_pictures_are_kept_is_refused_and_leaves_no_photo_without_them()
    {
        var citizen = await hosts.NewCitizen();
        var picture = Pictures.Jpeg();
        var puts = hosts.Store.HoldsPuts();

        var sending = citizen.SendsPhoto(picture);
        await puts.Arrived;
        await hosts.App.Database.Execute("UPDATE photo_placings SET kept_until = @at", new { at = Now.AddHours(-1) });
        await Collect("one");
        puts.LetGo();

        (await sending).ShouldRefuse(503, "media-unavailable");
        Assert.Equal(
            0,
            await hosts.App.Database.Value<int>(
                "SELECT COUNT(*) FROM photos WHERE owner_id = @id",
                new { id = await hosts.App.IdOf(citizen) }
            )
        );
        var photoId = await citizen.UploadsPhoto(picture);
        Assert.All(await KeysOfPhoto(photoId), key => Assert.Contains(key, hosts.Store.Keys));
    }

    [Fact]
    public async Task A_picture_that_another_upload_puts_again_does_not_stand_in_for_the_one_that_was_collected()
    {
        var first = await hosts.NewCitizen();
        var second = await hosts.NewCitizen();
        var picture = Pictures.Jpeg();
        var puts = hosts.Store.HoldsPuts();
        var sending = first.SendsPhoto(picture);
        await puts.Arrived;
        await hosts.App.Database.Execute("UPDATE photo_placings SET kept_until = @at", new { at = Now.AddHours(-1) });
        await Collect("one");
        var laterPuts = hosts.Store.HoldsPuts();
        var again = second.SendsPhoto(picture);
        await laterPuts.Arrived;

        puts.LetGo();
        laterPuts.LetGo();

        (await sending).ShouldRefuse(503, "media-unavailable");
        (await again).Should(201);
    }

    [Fact]
    public async Task Of_a_proof_that_is_refused_or_sent_again_nothing_stays()
    {
        var citizen = await hosts.NewCitizen();
        var proof = Pictures.Pdf();
        var first = (await citizen.SendsFile(proof, key: "the-same-proof")).Should(201).Word("fileId");
        var before = hosts.Store.Keys.Count;

        var again = (await citizen.SendsFile(proof, key: "the-same-proof")).Should(201).Word("fileId");

        Assert.Equal(first, again);
        Assert.Equal(before, hosts.Store.Keys.Count);
        (await citizen.SendsFile(Pictures.Pdf(), key: "the-same-proof")).ShouldRefuse(422, "idempotency-key-reused");
        Assert.Equal(before, hosts.Store.Keys.Count);
    }

    [Theory]
    [InlineData("Media:S3:Bucket", "no-such-bucket", "Media:S3")]
    [InlineData("Media:S3:Bucket", "", "Media:S3:Bucket")]
    [InlineData("Media:S3:Endpoint", "https://store.example", "Media:S3:Endpoint")]
    [InlineData("Media:S3:Endpoint", "127.0.0.1:1", "Media:S3")]
    [InlineData("Secrets:S3AccessKey", "somebody-else", "Media:S3")]
    [InlineData("Secrets:S3SecretKey", "", "Secrets:S3SecretKey")]
    public async Task A_bucket_that_cannot_be_used_is_a_reason_not_to_start(string key, string value, string named)
    {
        var ended = await ApiProcess.Runs(hosts.App, [], [.. hosts.Settings("refused"), (key, value)]);

        Assert.Equal(1, ended.Code);
        Assert.Contains(named, Assert.Single(ended.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(S3StandIn.SecretKey, string.Concat([.. ended.Output, .. ended.Errors]));
    }

    private static byte[] NewName(int bytes) => System.Security.Cryptography.RandomNumberGenerator.GetBytes(bytes);

    private static string KeyOf(string folder, byte[] name)
    {
        var text = Convert.ToHexStringLower(name);
        return $"{folder}/{text[..2]}/{text}{(folder == "photos" ? ".jpg" : "")}";
    }

    /// <summary>An object of an upload that never came to an end, so many hours ago.</summary>
    private string Left(string folder, int nameBytes, int hours)
    {
        var key = KeyOf(folder, NewName(nameBytes));
        hosts.Store.Put(key, Now.AddHours(-hours));
        return key;
    }

    private async Task<IReadOnlyList<string>> KeysOfPhoto(Guid photoId) =>
        [
            .. (
                await hosts.App.Database.Rows<byte[]>(
                    """
                    SELECT small_digest FROM photos WHERE id = @photoId
                    UNION SELECT medium_digest FROM photos WHERE id = @photoId
                    UNION SELECT large_digest FROM photos WHERE id = @photoId
                    """,
                    new { photoId }
                )
            ).Select(digest => KeyOf("photos", digest)),
        ];

    private async Task<string> KeyOfFile(Guid fileId) =>
        KeyOf(
            "files",
            await hosts.App.Database.Value<byte[]>("SELECT storage_key FROM files WHERE id = @fileId", new { fileId })
        );

    private async Task Collect(string host)
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(hosts.App.Database.ConnectionString).ConnectionString
        );
        var settings = hosts.Settings(host).ToDictionary();
        var options = new MediaOptions { Folder = settings["Media:Folder"], Store = MediaPlace.S3 };
        options.S3.Endpoint = settings["Media:S3:Endpoint"];
        options.S3.Bucket = settings["Media:S3:Bucket"];
        options.S3.UseTls = false;
        using var media = new S3Media(
            Options.Create(options),
            Options.Create(new SecretsOptions { S3AccessKey = S3StandIn.AccessKey, S3SecretKey = S3StandIn.SecretKey })
        );
        await new OrphanedUploads(new Db(source), new MediaFolder(Options.Create(options)), media).Collect(
            Now,
            TestContext.Current.CancellationToken
        );
    }
}
