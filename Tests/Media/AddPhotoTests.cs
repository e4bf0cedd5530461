using System.Text;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Tests.Support;
using MySqlConnector;
using NetVips;
using Pictures = Craftsman.Tests.Support.Pictures;

namespace Craftsman.Tests.Media;

public sealed class AddPhotoTests(App app)
{
    [Fact]
    public async Task A_photo_is_kept_upright_in_three_sizes_and_tells_nothing_of_where_it_was_taken()
    {
        var citizen = await app.NewCitizen();

        var photoId = await citizen.UploadsPhoto(Pictures.JpegOnItsSideWithPlace(3000, 2000));

        var sizes = new List<(int, int)>();
        foreach (var path in await app.PicturesOf(photoId))
        {
            using var picture = Image.NewFromFile(path);
            sizes.Add((picture.Width, picture.Height));
            Assert.DoesNotContain(
                picture.GetFields(),
                field =>
                    field.StartsWith("exif", StringComparison.Ordinal)
                    || field.StartsWith("icc", StringComparison.Ordinal)
                    || field.StartsWith("xmp", StringComparison.Ordinal)
                    || field.StartsWith("iptc", StringComparison.Ordinal)
                    || field == "orientation"
            );
            Assert.DoesNotContain(
                "Shen Agen",
                Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)),
                StringComparison.Ordinal
            );
            // What lay on the left is on top.
            var top = picture.Getpoint(picture.Width / 2, picture.Height / 8);
            var bottom = picture.Getpoint(picture.Width / 2, picture.Height * 7 / 8);
            Assert.True(top[0] > top[2] && bottom[2] > bottom[0]);
        }

        Assert.Equal([(213, 320), (640, 960), (1365, 2048)], sizes);
    }

    [Fact]
    public async Task A_small_picture_with_transparency_is_neither_enlarged_nor_left_transparent()
    {
        var citizen = await app.NewCitizen();

        var photoId = await citizen.UploadsPhoto(Pictures.Png(100, 50));

        using var picture = Image.NewFromFile((await app.PicturesOf(photoId))[2]);
        Assert.Equal((100, 50, 3), (picture.Width, picture.Height, picture.Bands));
    }

    [Fact]
    public async Task A_still_WebP_is_a_photo_and_a_moving_one_is_not()
    {
        var citizen = await app.NewCitizen();

        (await citizen.SendsPhoto(Pictures.WebP(1))).Should(201);
        (await citizen.SendsPhoto(Pictures.WebP(3))).ShouldRefuse(400, "photo-animated");
    }

    [Fact]
    public async Task What_only_calls_itself_a_photo_is_refused_by_what_it_is()
    {
        var citizen = await app.NewCitizen();
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>"u8.ToArray();
        var gif = "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;"u8.ToArray();
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

        (await citizen.SendsPhoto(svg)).ShouldRefuse(400, "photo-type-unsupported");
        (await citizen.SendsPhoto(gif)).ShouldRefuse(400, "photo-type-unsupported");
        (await citizen.SendsPhoto(Pictures.Pdf())).ShouldRefuse(400, "photo-type-unsupported");
        (await citizen.SendsPhoto(heic, "a.heic")).ShouldRefuse(400, "photo-heic-unsupported");
    }

    [Fact]
    public async Task A_picture_that_claims_sixty_thousand_pixels_square_is_refused_by_its_header()
    {
        var citizen = await app.NewCitizen();

        (await citizen.SendsPhoto(Pictures.PngBomb(), "a.png")).ShouldRefuse(400, "photo-too-many-pixels");
    }

    [Fact]
    public async Task A_picture_cut_short_is_refused()
    {
        var citizen = await app.NewCitizen();
        var whole = Pictures.Jpeg();

        (await citizen.SendsPhoto(whole[..(whole.Length / 2)])).ShouldRefuse(400, "photo-unreadable");
        (await citizen.SendsPhoto(whole[..20])).ShouldRefuse(400, "photo-unreadable");
    }

    [Fact]
    public async Task An_archive_behind_a_picture_is_left_behind()
    {
        var citizen = await app.NewCitizen();
        byte[] both = [.. Pictures.Jpeg(), .. Pictures.Zip(("secret.txt", "hidden words"))];

        var photoId = await citizen.UploadsPhoto(both);

        foreach (var path in await app.PicturesOf(photoId))
        {
            var stored = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(-1, stored.AsSpan().IndexOf("PK\u0003\u0004"u8));
            Assert.Equal(-1, stored.AsSpan().IndexOf("secret.txt"u8));
        }
    }

    [Fact]
    public async Task More_than_ten_megabytes_are_refused()
    {
        var citizen = await app.NewCitizen();
        var large = new byte[11 * 1024 * 1024];
        Pictures.Jpeg().CopyTo(large, 0);

        (await citizen.SendsPhoto(large)).ShouldRefuse(413, "body-too-large");
        (await citizen.SendsPhoto(large[..((10 * 1024 * 1024) + 1)])).ShouldRefuse(413, "body-too-large");
    }

    [Fact]
    public async Task Only_uploads_may_be_large()
    {
        var citizen = await app.NewCitizen();

        var answer = await citizen.SendsTip(A.Tip() with { Story = new string('长', 30_000) });

        answer.ShouldRefuse(413, "body-too-large");
    }

    [Fact]
    public async Task An_upload_is_one_part_named_file()
    {
        var citizen = await app.NewCitizen();
        using var twice = new MultipartFormDataContent
        {
            { new ByteArrayContent(Pictures.Jpeg()), "file", "a.jpg" },
            { new ByteArrayContent(Pictures.Jpeg()), "file", "b.jpg" },
        };
        using var misnamed = new MultipartFormDataContent
        {
            { new ByteArrayContent(Pictures.Jpeg()), "photo", "a.jpg" },
        };
        using var noFile = new MultipartFormDataContent { { new StringContent("a"), "file" } };
        using var torn = new StringContent(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc"
        );
        torn.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        foreach (HttpContent body in new HttpContent[] { twice, misnamed, noFile, torn })
        {
            (await citizen.Api.Send(HttpMethod.Post, "/api/v1/photos", body)).ShouldRefuse(400, "upload-malformed");
        }

        (await citizen.Api.Post("/api/v1/photos", new { file = "a" })).ShouldRefuse(415, "media-type-unsupported");
    }

    [Fact]
    public async Task Who_is_not_logged_in_uploads_nothing()
    {
        var citizen = await app.NewCitizen();
        (await citizen.Api.Post("/api/v1/auth/logout", new { refreshToken = citizen.RefreshToken })).Should(204);

        (await citizen.SendsPhoto(Pictures.Jpeg())).ShouldRefuse(401, "session-ended");
        (await (citizen with { Api = app.Anonymous }).SendsPhoto(Pictures.Jpeg())).ShouldRefuse(401, "token-missing");
    }

    [Fact]
    public async Task A_retry_with_its_key_is_the_same_photo_and_the_key_serves_no_other()
    {
        var citizen = await app.NewCitizen();
        var picture = Pictures.Jpeg();

        var first = (await citizen.SendsPhoto(picture, key: "k")).Should(201).Text;
        var again = (await citizen.SendsPhoto(picture, key: "k")).Should(201).Text;

        Assert.Equal(first, again);
        (await citizen.SendsPhoto(Pictures.Jpeg(), key: "k")).ShouldRefuse(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Thirty_photos_may_wait_to_be_used_and_no_more_however_many_come_at_once()
    {
        var citizen = await app.NewCitizen();
        var picture = Pictures.Jpeg(32, 32);
        var owner = await app.IdOf(citizen);
        var first = await citizen.UploadsPhoto(picture);
        await app.Database.Execute(
            """
            INSERT INTO photos (id, owner_id, slot, small_digest, medium_digest, large_digest, width, height, created_at)
            SELECT UNHEX(MD5(CONCAT(HEX(p.id), n.slot))), p.owner_id, n.slot, small_digest, medium_digest, large_digest, width, height, p.created_at
            FROM photos p
            JOIN (
                SELECT 1 + a.n + 10 * b.n AS slot
                FROM (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 0) a
                JOIN (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2) b
            ) n ON n.slot BETWEEN 2 AND 27
            WHERE p.id = @first
            """,
            new { first }
        );

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => citizen.SendsPhoto(picture)));

        Assert.Equal(3, answers.Count(answer => answer.Status == 201));
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "photos-limit-reached")
        );
        Assert.Equal(
            30,
            await app.Database.Value<int>("SELECT COUNT(*) FROM photos WHERE owner_id = @owner", new { owner })
        );
    }

    [Fact]
    public async Task Twenty_uploads_at_once_take_the_memory_of_a_few()
    {
        var citizens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.NewCitizen()));
        var picture = Pictures.Jpeg(3000, 2000);
        GC.Collect();
        var before = Resident();
        var most = before;
        using var stop = new CancellationTokenSource();
        var watch = Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    most = Math.Max(most, Resident());
                    await Task.Delay(20, CancellationToken.None);
                }
            },
            TestContext.Current.CancellationToken
        );

        var answers = await Task.WhenAll(citizens.Select(citizen => citizen.SendsPhoto(picture)));
        await stop.CancelAsync();
        await watch;

        Assert.All(answers, answer => answer.Should(201));
        // Decoded whole and all at once they would be 360 MB, several times over while they are turned and shrunk. Other tests run beside.
        Assert.InRange(most - before, 0, 300L * 1024 * 1024);
    }

    [Fact]
    public async Task Who_sends_a_photo_while_too_many_wait_is_asked_to_come_again()
    {
        var picture = Pictures.Jpeg(1600, 1200);
        var instance = app.With();
        var citizens = await Task.WhenAll(Enumerable.Range(0, 70).Select(_ => app.NewCitizen()));

        var answers = await Task.WhenAll(citizens.Select(citizen => citizen.At(instance).SendsPhoto(picture)));

        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => Assert.NotEmpty(answer.ShouldRefuse(503, "uploads-busy").Headers["Retry-After"])
        );
        Assert.Contains(answers, answer => answer.Status == 201);
        Assert.Contains(answers, answer => answer.Status == 503);
    }

    private static long Resident() => Environment.WorkingSet;
}
