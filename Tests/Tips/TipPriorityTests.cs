using System.Text.Json;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

public sealed class TipPriorityTests(App app)
{
    [Fact]
    public async Task A_tip_is_due_when_the_campaigns_hours_are_over_and_then_overdue_and_says_so()
    {
        var reviewer = await app.NewReviewer("330122");
        var id = await Tip("330122");
        var late = await Tip("330122");
        await Ages(late, hours: 73);

        var (first, second) = (await Line(reviewer, late), await Line(reviewer, id));

        Assert.Equal(72, Hours(first));
        Assert.Equal(72, Hours(second));
        Assert.True(first.GetProperty("priority").GetProperty("overdue").GetBoolean());
        Assert.False(second.GetProperty("priority").GetProperty("overdue").GetBoolean());
        Assert.Equal(Reasons(second).Count + 1, Reasons(first).Count);
        Assert.Equal(
            first.GetProperty("priority").GetRawText(),
            (await reviewer.Api.Get($"/admin/v1/tips/{late}")).Should(200).Json.GetProperty("priority").GetRawText()
        );
        await reviewer.VerifiesAsNew(id, A.Person() with { District = "330122" });
        Assert.Equal(JsonValueKind.Null, (await Line(reviewer, id)).GetProperty("priority").ValueKind);
        var settled = (await reviewer.Api.Get($"/admin/v1/tips/{id}")).Should(200).Json;
        Assert.Equal(JsonValueKind.Null, settled.GetProperty("priority").ValueKind);
    }

    [Fact]
    public async Task A_text_that_WeChat_doubts_is_due_in_half_the_time_until_a_human_spoke_or_the_text_changed()
    {
        var reviewer = await app.NewReviewer("330127");
        var citizen = await app.NewCitizen();
        var doubted = A.Tip() with { District = "330127", Story = $"{A.Tip().Story}疑似内容" };
        var (changed, verified) = (await citizen.Tips(doubted), await citizen.Tips(doubted));
        await app.CheckBecomes(changed, "Review");
        await app.CheckBecomes(verified, "Review");

        var line = await Line(reviewer, changed);
        Assert.Equal(36, Hours(line));
        Assert.Equal(2, Reasons(line).Count);

        (await citizen.ChangesTip(changed, A.Tip() with { District = "330127" }, 1)).Should(200);
        Assert.Equal(72, Hours(await Line(reviewer, changed)));

        var version = await reviewer.Claims(verified);
        var person = A.Person() with { District = "330127" };
        (
            await reviewer.Decides(
                verified,
                "verify",
                new
                {
                    newCandidate = person,
                    contentFit = true,
                    version,
                }
            )
        ).Should(200);
        Assert.Equal(
            0,
            await app.Database.Value<int>("SELECT is_risky FROM tips WHERE id = @verified", new { verified })
        );
    }

    [Fact]
    public async Task The_queue_goes_by_what_is_due_first_page_by_page_also_where_many_are_due_at_once()
    {
        var reviewer = await app.NewReviewer("330182", "330111");
        List<Guid> ids = [];
        for (var each = 0; each < 6; each++)
        {
            ids.Add(await Tip(each % 2 == 0 ? "330182" : "330111", "agriculture"));
        }

        // The last three came at one moment long ago, the one before has many voices.
        await app.Database.Execute(
            "UPDATE tips SET created_at = '2026-01-01' WHERE id IN @old",
            new { old = ids.TakeLast(3) }
        );
        await app.Database.Execute("UPDATE tips SET voices = 9 WHERE id = @id", new { id = ids[2] });
        Guid[] expected = [.. ids.TakeLast(3).Order(), ids[2], ids[0], ids[1]];

        List<Guid> listed = [];
        string? cursor = null;
        do
        {
            var page = (
                await reviewer.Api.Get($"/admin/v1/tips?state=Received&trade=agriculture&limit=1&cursor={cursor}")
            ).Should(200);
            listed.AddRange(Items(page).Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.Json.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        Assert.Equal(expected.Select(id => ids.IndexOf(id)), listed.Select(id => ids.IndexOf(id)));
        Assert.Equal(18, Hours(await Line(reviewer, ids[2])));
    }

    [Theory]
    [InlineData("target_hours = 0")]
    [InlineData("is_risky = 2")]
    [InlineData("voices = 0")]
    public async Task The_schema_keeps_what_a_due_time_is_made_of(string change)
    {
        var id = await Tip("330102");

        await Assert.ThrowsAnyAsync<Exception>(() =>
            app.Database.Execute($"UPDATE tips SET {change} WHERE id = @id", new { id })
        );
    }

    private async Task<Guid> Tip(string district, string trade = "textile-silk") =>
        await (await app.NewCitizen()).Tips(A.Tip() with { District = district, Trade = trade });

    private Task<int> Ages(Guid id, int hours) =>
        app.Database.Execute(
            "UPDATE tips SET created_at = created_at - INTERVAL @hours HOUR WHERE id = @id",
            new { id, hours }
        );

    private static async Task<JsonElement> Line(StaffMember reviewer, Guid id)
    {
        string? cursor = null;
        do
        {
            var page = (await reviewer.Api.Get($"/admin/v1/tips?limit=100&cursor={cursor}")).Should(200);
            foreach (var item in Items(page).Where(item => item.GetProperty("id").GetGuid() == id))
            {
                return item;
            }

            cursor = page.Json.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        throw new InvalidOperationException($"The tip {id} is not listed.");
    }

    private static List<JsonElement> Items(Answer page) => [.. page.Json.GetProperty("items").EnumerateArray()];

    /// <summary>From the arrival to the due time.</summary>
    private static double Hours(JsonElement line) =>
        (
            line.GetProperty("priority").GetProperty("dueAt").GetDateTimeOffset()
            - line.GetProperty("createdAt").GetDateTimeOffset()
        ).TotalHours;

    private static IReadOnlyList<string> Reasons(JsonElement line) =>
        [.. line.GetProperty("priority").GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!)];
}
