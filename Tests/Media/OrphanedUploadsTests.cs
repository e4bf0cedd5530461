using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;
using MySqlConnector;
using Pictures = Craftsman.Tests.Support.Pictures;

namespace Craftsman.Tests.Media;

public sealed class OrphanedUploadsTests(App app)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task What_nobody_used_in_two_days_is_collected_with_its_files_and_what_was_used_stays()
    {
        var citizen = await app.NewCitizen();
        var unused = await citizen.UploadsPhoto(Pictures.Jpeg());
        var used = await citizen.UploadsPhoto(Pictures.Jpeg());
        var recent = await citizen.UploadsPhoto(Pictures.Jpeg());
        var file = await citizen.UploadsFile(Pictures.Pdf());
        await citizen.Tips(A.Tip() with { PhotoIds = [used.ToString()] });
        await MakeOld("photos", unused, used);
        await MakeOld("files", file);
        var gone = await app.PicturesOf(unused);
        IReadOnlyList<string> kept = [.. await app.PicturesOf(used), .. await app.PicturesOf(recent)];

        await Collect();

        Assert.All(gone, path => Assert.False(File.Exists(path)));
        Assert.All(kept, path => Assert.True(File.Exists(path)));
        Assert.Equal(
            0,
            await app.Database.Value<int>("SELECT COUNT(*) FROM photos WHERE id = @unused", new { unused })
        );
        (await citizen.Api.Get($"/api/v1/files/{file}")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_picture_that_two_photos_share_stays_for_the_one_that_is_left()
    {
        var citizen = await app.NewCitizen();
        var picture = Pictures.Jpeg();
        var unused = await citizen.UploadsPhoto(picture);
        var recent = await citizen.UploadsPhoto(picture);
        await MakeOld("photos", unused);

        await Collect();

        Assert.All(await app.PicturesOf(recent), path => Assert.True(File.Exists(path)));
        Assert.Equal(3, (await app.PicturesOf(recent)).Count);
    }

    [Fact]
    public async Task What_a_crash_left_on_disk_without_a_row_is_collected_after_an_hour()
    {
        var left = new List<string>();
        var recent = new List<string>();
        foreach (
            var (folder, name) in new[] { ("photos", Name(64) + ".jpg"), ("files", Name(48)), ("incoming", Name(32)) }
        )
        {
            foreach (var (age, list) in new[] { (2, left), (0, recent) })
            {
                var own =
                    age == 2
                        ? name
                        : string.Concat(
                            name.Where(letter => letter != '.')
                                .Take(name.Length - (folder == "photos" ? 4 : 0))
                                .Reverse()
                        ) + (folder == "photos" ? ".jpg" : "");
                var path =
                    folder == "incoming"
                        ? Path.Combine(app.MediaFolder, folder, own)
                        : Path.Combine(app.MediaFolder, folder, own[..2], own);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, "left", TestContext.Current.CancellationToken);
                File.SetLastWriteTimeUtc(path, Now.AddHours(-age).UtcDateTime);
                list.Add(path);
            }
        }

        await Collect();

        Assert.All(left, path => Assert.False(File.Exists(path), path));
        Assert.All(recent, path => Assert.True(File.Exists(path), path));
    }

    [Fact]
    public async Task The_same_picture_sent_while_its_orphan_is_collected_is_on_disk_afterwards()
    {
        var citizen = await app.NewCitizen();
        var picture = Pictures.Jpeg(64, 64);
        for (var round = 0; round < 5; round++)
        {
            await MakeOld("photos", await citizen.UploadsPhoto(picture));
            var collecting = Collect();
            var photoId = await citizen.UploadsPhoto(picture);
            await collecting;

            Assert.All(await app.PicturesOf(photoId), path => Assert.True(File.Exists(path)));
        }
    }

    [Fact]
    public async Task Instances_that_collect_at_once_lose_no_lock_to_uploads_and_each_upload_stays()
    {
        var citizens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.NewCitizen()));
        var uploading = citizens.Select(async citizen =>
        {
            var photos = new List<Guid>();
            for (var round = 0; round < 6; round++)
            {
                photos.Add(await citizen.UploadsPhoto(Pictures.Jpeg(64, 64)));
            }

            return photos;
        });
        var uploads = Task.WhenAll(uploading);
        var collecting = Enumerable
            .Range(0, 4)
            .Select(async _ =>
            {
                while (!uploads.IsCompleted)
                {
                    await Collect();
                }
            });
        await Task.WhenAll(collecting);

        foreach (var photoId in (await uploads).SelectMany(photos => photos))
        {
            Assert.All(await app.PicturesOf(photoId), path => Assert.True(File.Exists(path)));
        }
    }

    private static string Name(int length) =>
        System.Security.Cryptography.RandomNumberGenerator.GetHexString(length, lowercase: true);

    private async Task MakeOld(string table, params Guid[] ids) =>
        Assert.Equal(
            ids.Length,
            await app.Database.Execute(
                $"UPDATE {table} SET created_at = @at WHERE id IN @ids",
                new { at = Now.AddHours(-49), ids }
            )
        );

    private async Task Collect()
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var folder = new MediaFolder(Options.Create(new MediaOptions { Folder = app.MediaFolder }));
        await new OrphanedUploads(new Db(source), folder, new DiskMedia(folder)).Collect(
            Now,
            TestContext.Current.CancellationToken
        );
    }
}
