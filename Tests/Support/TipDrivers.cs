using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>What a citizen types about a worker. The builder fills everything in; a test says only what matters to it.</summary>
public sealed record TipForm
{
    public string? Name { get; init; } = "沈阿根";
    public string? WorkUnit { get; init; } = "杭州丝绸印染厂";
    public string? Workplace { get; init; }
    public string? District { get; init; } = "330102";
    public string? Trade { get; init; } = "textile-silk";
    public string? Story { get; init; } = "沈师傅在印染车间干了二十六年，配色不用看样卡，厂里的年轻人都跟他学。";
    public string? Relation { get; init; } = "同事";
    public string? WorkerContact { get; init; }
    public IReadOnlyList<string>? PhotoIds { get; init; }
    public string? ThanksName { get; init; }
}

/// <summary>The worker a reviewer makes of a tip.</summary>
public sealed record PersonForm
{
    public string? Name { get; init; } = "沈阿根";
    public string? WorkUnit { get; init; } = "杭州丝绸印染厂";
    public string? Workplace { get; init; }
    public string? District { get; init; } = "330102";
    public string? Trade { get; init; } = "textile-silk";
}

/// <summary>One of many tips that a reviewer moves together.</summary>
public sealed record BulkItem(
    object? TipId,
    int? Version,
    string? Act,
    string? ReasonCode = null,
    string? Message = null
);

/// <summary>Builders of valid input.</summary>
public static partial class A
{
    public static TipForm Tip() => new();

    public static PersonForm Person() => new();
}

/// <summary>What citizens and reviewers do with tips.</summary>
public static class TipDrivers
{
    /// <summary>Sends a tip and says its id.</summary>
    public static async Task<Guid> Tips(this Citizen citizen, TipForm? tip = null) =>
        (await citizen.SendsTip(tip ?? A.Tip())).Should(201).Json.GetProperty("id").GetGuid();

    public static Task<Answer> SendsTip(this Citizen citizen, TipForm tip, string? key = null) =>
        citizen.Api.Post("/api/v1/tips", tip, key);

    /// <summary>The citizen's own tip as it stands.</summary>
    public static async Task<Answer> SeesTip(this Citizen citizen, Guid tipId) =>
        (await citizen.Api.Get($"/api/v1/me/tips/{tipId}")).Should(200);

    /// <summary>Changes a tip, or answers the question it waits for.</summary>
    public static Task<Answer> ChangesTip(
        this Citizen citizen,
        Guid tipId,
        TipForm tip,
        int version,
        string? answer = null,
        bool? removeWorkerContact = null
    ) =>
        citizen.Api.Put(
            $"/api/v1/me/tips/{tipId}",
            new
            {
                tip.Name,
                tip.WorkUnit,
                tip.Workplace,
                tip.District,
                tip.Trade,
                tip.Story,
                tip.Relation,
                tip.WorkerContact,
                removeWorkerContact,
                tip.PhotoIds,
                tip.ThanksName,
                answer,
                version,
            }
        );

    /// <summary>Claims a tip and says the version it then has.</summary>
    public static async Task<int> Claims(this StaffMember reviewer, Guid tipId) =>
        (await reviewer.Api.Post($"/admin/v1/tips/{tipId}/claim")).Should(200).Number("version");

    /// <summary>Claims a tip, verifies it as a new candidate, and says the candidate's id.</summary>
    public static async Task<Guid> VerifiesAsNew(this StaffMember reviewer, Guid tipId, PersonForm? person = null)
    {
        var version = await reviewer.Claims(tipId);
        return (await reviewer.Decides(tipId, "verify", new { newCandidate = person ?? A.Person(), version }))
            .Should(200)
            .Json.GetProperty("candidateId")
            .GetGuid();
    }

    /// <summary>Claims a tip, joins it to a candidate, and says which candidate it joined: a merged one's root.</summary>
    public static async Task<Guid> Verifies(this StaffMember reviewer, Guid tipId, Guid candidateId)
    {
        var version = await reviewer.Claims(tipId);
        return (await reviewer.Decides(tipId, "verify", new { candidateId, version }))
            .Should(200)
            .Json.GetProperty("candidateId")
            .GetGuid();
    }

    /// <summary>Verifies, rejects, releases or asks; the body holds the version.</summary>
    public static Task<Answer> Decides(this StaffMember reviewer, Guid tipId, string move, object? body = null) =>
        reviewer.Api.Post($"/admin/v1/tips/{tipId}/{move}", body);

    /// <summary>Claims, releases or rejects many at once.</summary>
    public static Task<Answer> MovesTips(this StaffMember reviewer, params IReadOnlyList<BulkItem> items) =>
        reviewer.Api.Post("/admin/v1/tips/bulk", new { items });

    /// <summary>Enters what a citizen without WeChat told on paper.</summary>
    public static Task<Answer> EntersTip(
        this StaffMember reviewer,
        TipForm? tip = null,
        string? receivedOn = null,
        string? key = null
    )
    {
        var form = tip ?? A.Tip();
        return reviewer.Api.Post(
            "/admin/v1/tips",
            new
            {
                form.Name,
                form.WorkUnit,
                form.Workplace,
                form.District,
                form.Trade,
                form.Story,
                form.Relation,
                form.WorkerContact,
                receivedOn = receivedOn
                    ?? ChinaDay
                        .Of(TimeProvider.System.GetUtcNow())
                        .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            },
            key
        );
    }

    /// <summary>Keeps a reply for all reviewers.</summary>
    public static Task<Answer> SavesReply(
        this StaffMember reviewer,
        string title,
        string text = "{name}师傅不在杭州工作，谢谢您的推荐。",
        string kind = "Rejection"
    ) =>
        reviewer.Api.Post(
            "/admin/v1/saved-replies",
            new
            {
                kind,
                title,
                text,
            }
        );

    /// <summary>Says that a unit goes by another name too, whatever comes of it.</summary>
    public static Task<Answer> ConfirmsAlias(this StaffMember reviewer, string unit, string alias) =>
        reviewer.Api.Post("/admin/v1/unit-aliases", new { unit, alias });

    public static async Task<Answer> ReadsTip(this StaffMember reviewer, Guid tipId) =>
        (await reviewer.Api.Get($"/admin/v1/tips/{tipId}")).Should(200);

    /// <summary>A further reviewer, limited to the districts where some are named.</summary>
    public static async Task<StaffMember> NewReviewer(this App app, params string[] districts)
    {
        var userName = app.UniqueName("reviewer-");
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        await new Db(source).Write<Guid>(
            async work =>
                (
                    await StaffStore.TryAdd(
                        work,
                        userName,
                        "审核员",
                        TestDatabase.StaffPassword,
                        [StaffRole.TipReviewer],
                        districts,
                        null,
                        false,
                        TimeProvider.System.GetUtcNow()
                    )
                )!.Value,
            CancellationToken.None
        );
        return await StaffMember.LogIn(app.Anonymous, userName, TestDatabase.StaffPassword);
    }

    /// <summary>The audit entries about something, the earliest first.</summary>
    public static Task<IReadOnlyList<string>> AuditOf(this App app, Guid subject) =>
        app.Database.Rows<string>(
            "SELECT action FROM audit_entries WHERE subject_id = @subject ORDER BY at, id",
            new { subject }
        );

    /// <summary>The kinds of a tip's thread, the earliest first.</summary>
    public static IReadOnlyList<string> ThreadKinds(this Answer tip) =>
        [.. tip.Json.GetProperty("thread").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()!)];
}
