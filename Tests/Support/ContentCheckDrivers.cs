namespace Craftsman.Tests.Support;

/// <summary>What tests see and shift of content checks behind the service's back.</summary>
public static class ContentCheckDrivers
{
    public static Task<string> CheckOf(this App app, Guid id) =>
        app.Database.Value<string>("SELECT state FROM content_checks WHERE id = @id", new { id });

    /// <summary>The word of staff; null while nobody gave one.</summary>
    public static Task<string?> DecisionOn(this App app, Guid id) =>
        app.Database.Value<string?>("SELECT decision FROM content_checks WHERE id = @id", new { id });

    /// <summary>Waits until the background work has brought the check there.</summary>
    public static Task CheckBecomes(this App app, Guid id, string state) =>
        new Func<Task<long>>(() =>
            app.Database.Value<long>(
                "SELECT COUNT(*) FROM content_checks WHERE id = @id AND state = @state",
                new { id, state }
            )
        ).Becomes(1);

    /// <summary>Lets time pass for one check alone: it was begun, and is due, so much earlier.</summary>
    public static Task<int> TimePassesForCheck(this App app, Guid id, TimeSpan passed) =>
        app.Database.Execute(
            """
            UPDATE content_checks
            SET written_at = TIMESTAMPADD(SECOND, -@Seconds, written_at), next_try_at = TIMESTAMPADD(SECOND, -@Seconds, next_try_at)
            WHERE id = @id
            """,
            new { Seconds = (long)passed.TotalSeconds, id }
        );
}

/// <summary>What citizens and staff do about photos that are checked.</summary>
public static class CheckedPhotoDrivers
{
    /// <summary>Sends a tip with one photo.</summary>
    public static async Task<(Guid TipId, Guid PhotoId)> TipsWithPhoto(this Citizen citizen)
    {
        var photoId = await citizen.UploadsPhoto(Pictures.Jpeg());
        return (await citizen.Tips(A.Tip() with { PhotoIds = [photoId.ToString()] }), photoId);
    }

    public static Task<Answer> DecidesOnPhoto(
        this StaffMember staff,
        Guid photoId,
        string decision,
        string? reasonCode = null,
        string? note = null
    ) =>
        staff.Api.Post(
            $"/admin/v1/photos/{photoId}/content-decision",
            new
            {
                decision,
                reasonCode = reasonCode ?? (decision == "Fit" ? "NothingWrong" : "NotTheWorker"),
                note,
            }
        );

    /// <summary>The trace_ids under which WeChat took a photo, the earliest first.</summary>
    public static Task<IReadOnlyList<string>> TracesOf(this App app, Guid photoId) =>
        app.Database.Rows<string>(
            "SELECT trace_id FROM content_check_submissions WHERE check_id = @photoId ORDER BY at",
            new { photoId }
        );

    /// <summary>Waits until WeChat took a photo for a number of times.</summary>
    public static Task IsSubmitted(this App app, Guid photoId, int times) =>
        new Func<Task<long>>(() =>
            app.Database.Value<long>(
                "SELECT COUNT(*) FROM content_check_submissions WHERE check_id = @photoId",
                new { photoId }
            )
        ).Becomes(times);
}

/// <summary>A service on a database of its own, for what would trouble the others: nobody else's WeChat checks what is sent here.</summary>
public sealed class LonelyApp : IAsyncLifetime
{
    public App App { get; } = new();

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
