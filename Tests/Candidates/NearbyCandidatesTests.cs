using System.Globalization;
using System.Text.Json;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>Each test has a corner of Hangzhou where nobody else places anybody.</summary>
public sealed class NearbyCandidatesTests(App app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Who_works_near_is_found_the_nearest_first_with_the_distance()
    {
        var far = await Placed(29.3, 118.42);
        var near = await Placed(29.3, 118.41);
        await Placed(29.3, 118.6);

        var items = await Until(app.Anonymous, "lat=29.3&lng=118.4&radius=5000", 2);

        Assert.Equal([near, far], items.Select(IdOf));
        Assert.InRange(items[0].GetProperty("distanceMeters").GetInt32(), 960, 980);
        Assert.Equal("杭州丝绸厂", items[0].GetProperty("workUnit").GetString());
        Assert.Single(await Until(app.Anonymous, "lat=29.3&lng=118.4&radius=1000", 1));
        Assert.Single(await Until(app.Anonymous, "lat=29.3&lng=118.4&radius=5000&limit=1", 1));
    }

    [Fact]
    public async Task Who_did_not_agree_to_show_the_unit_or_is_taken_back_or_moves_is_not_there()
    {
        var (hidden, stays, leaves, moves) = (
            await Placed(29.4, 118.4, showWorkUnit: false),
            await Placed(29.4, 118.4),
            await Placed(29.4, 118.401),
            await Placed(29.4, 118.402)
        );
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        Assert.Equal(
            [stays, leaves, moves],
            (await Until(app.Anonymous, "lat=29.4&lng=118.4&radius=2000", 3)).Select(IdOf)
        );

        (await reviewer.Moves(leaves, "unpublish")).Should(200);
        (await reviewer.Edits(moves, workUnit: "搬走的工厂")).Should(200);
        await app.CopyCatchesUp();

        var items = await Asks(app.Anonymous, "lat=29.4&lng=118.4&radius=2000");
        Assert.Equal([stays], items.Select(IdOf));
        Assert.NotEqual(stays, hidden);
    }

    [Fact]
    public async Task While_Redis_is_away_the_nearest_districts_answer_and_say_so_and_an_emptied_one_is_filled_again()
    {
        await using var redis = await RedisProcess.Starts();
        var instance = app.With(("Redis:ConnectionString", redis.ConnectionString));
        var id = await Placed(29.5, 118.4, district: "330127");
        Assert.Equal([id], (await Until(instance, "lat=29.5&lng=118.4&radius=1000", 1)).Select(IdOf));

        await redis.Dies();
        var answer = (await instance.Get("/api/v1/candidates/nearby?lat=29.609&lng=119.042&radius=1000")).Should(200);
        Assert.True(answer.Json.GetProperty("approximate").GetBoolean());
        var item = answer.Json.GetProperty("items")[0];
        Assert.Equal("330127", item.GetProperty("district").GetString());
        Assert.Equal(0, item.GetProperty("distanceMeters").GetInt32());
        var abroad = (await instance.Get("/api/v1/candidates/nearby?lat=48.1&lng=11.5")).Should(200).Json;
        Assert.Equal(0, abroad.GetProperty("items").GetArrayLength());

        await redis.StartsAgain();
        Assert.Equal([id], (await Until(instance, "lat=29.5&lng=118.4&radius=1000", 1)).Select(IdOf));
    }

    [Theory]
    [InlineData("", "lat,lng")]
    [InlineData("lat=NaN&lng=120", "lat")]
    [InlineData("lat=91&lng=120", "lat")]
    [InlineData("lat=30&lng=Infinity", "lng")]
    [InlineData("lat=30&lng=-181", "lng")]
    [InlineData("lat=30&lng=120&radius=0", "radius")]
    [InlineData("lat=30&lng=120&radius=1000000000", "radius")]
    [InlineData("lat=30&lng=120&radius=1e9", "radius")]
    [InlineData("lat=30&lng=120&limit=51", "limit")]
    [InlineData("lat=north&lng=120", "lat")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string fields) =>
        Assert.Equal(
            fields.Split(','),
            (await app.Anonymous.Get($"/api/v1/candidates/nearby?{query}"))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields.Order()
        );

    [Fact]
    public async Task The_place_from_where_somebody_asks_is_in_no_log_and_no_span_and_kept_by_nobody()
    {
        using var telemetry = new Telemetry();
        using var output = new StandardOutput();
        var instance = app.With((App.LogLevel, "Information"));

        var answer = (await instance.Get("/api/v1/candidates/nearby?lat=29.987654&lng=119.123456")).Should(200);
        (await instance.Get("/api/v1/candidates/nearby?lat=29.987654&lng=119.123456&radius=1")).Should(400);

        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Contains("/api/v1/candidates/nearby", output.Text, StringComparison.Ordinal);
        foreach (var trace in new[] { "29.987654", "29.988", "119.123456", "119.123" })
        {
            Assert.DoesNotContain(trace, telemetry.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(trace, output.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(trace, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Staff_of_the_district_place_a_workplace_in_Hangzhou_and_nowhere_else()
    {
        var id = await app.ACandidate(district: "330111");
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        Assert.Equal(
            ["latitude", "longitude"],
            (await Places(reviewer, id, 39.9, 116.4)).ShouldRefuse(400, "request-malformed").ErrorFields.Order()
        );
        Assert.Equal(
            ["longitude"],
            (await Places(reviewer, id, 30.0, null)).ShouldRefuse(400, "request-malformed").ErrorFields
        );
        (await Places(await app.ReviewerOf("330112"), id, 30, 120)).ShouldRefuse(404, "not-found");
        (await Places(await app.Staff(StaffRole.Auditor), id, 30, 120)).ShouldRefuse(403, "role-missing");
        (await Places(reviewer, id, 30.123456, 119.987654)).Should(200);
        Assert.Equal("30.123", await Position(id));
        (await Places(reviewer, id, 30, 120, version: 1)).ShouldRefuse(409, "version-stale");
        (await Places(reviewer, id, null, null)).Should(200);
        Assert.Null(await Position(id));
    }

    [Fact]
    public void A_degree_of_latitude_is_a_hundred_and_eleven_kilometres() =>
        Assert.Equal(111_195, MapPoint.Rounded(29, 120).DistanceTo(MapPoint.Rounded(30, 120)));

    private Task<string?> Position(Guid id) =>
        app.Database.Value<string?>("SELECT CAST(latitude AS CHAR) FROM candidates WHERE id = @id", new { id });

    private static async Task<Answer> Places(
        StaffMember staff,
        Guid id,
        double? latitude,
        double? longitude,
        int? version = null
    ) =>
        await staff.Api.Put(
            $"/admin/v1/candidates/{id}/position",
            new
            {
                latitude,
                longitude,
                version = version
                    ?? (await staff.Api.Get($"/admin/v1/candidates/{id}")) switch
                    {
                        { Status: 200 } read => read.Number("version"),
                        _ => 1,
                    },
            }
        );

    private async Task<Guid> Placed(
        double latitude,
        double longitude,
        bool showWorkUnit = true,
        string district = "330182"
    )
    {
        var id = await app.ACandidate(district: district);
        (await Places(await app.Staff(StaffRole.TipReviewer), id, latitude, longitude)).Should(200);
        await app.Publishes(id, showWorkUnit: showWorkUnit);
        return id;
    }

    /// <summary>Asks until so many are near: Redis follows the copy.</summary>
    private static async Task<IReadOnlyList<JsonElement>> Until(ApiClient api, string query, int count)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = (await api.Get($"/api/v1/candidates/nearby?{query}")).Should(200).Json;
            var items = answer.GetProperty("items").EnumerateArray().ToList();
            if (!answer.GetProperty("approximate").GetBoolean() && items.Count == count)
            {
                return items;
            }

            Assert.True(
                TimeProvider.System.GetElapsedTime(begun) < Patience,
                string.Create(CultureInfo.InvariantCulture, $"{items.Count} are near and not {count}.")
            );
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static async Task<IReadOnlyList<JsonElement>> Asks(ApiClient api, string query) =>
        [
            .. (await api.Get($"/api/v1/candidates/nearby?{query}"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray(),
        ];

    private static Guid IdOf(JsonElement item) => item.GetProperty("id").GetGuid();
}
