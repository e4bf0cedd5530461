using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Tests.Support;

/// <summary>The 申报表 as an applicant fills it in. The builder fills everything in validly; a test says only what matters to it.</summary>
public sealed record ApplicationForm
{
    public string? Name { get; init; }
    public string? BirthDate { get; init; }
    public string? EthnicGroup { get; init; }
    public string? PhotoId { get; init; }
    public string? District { get; init; }
    public string? Trade { get; init; }
    public string? TitleOrSkillLevel { get; init; }
    public string? Phone { get; init; }
    public string? Mobile { get; init; }
    public string? Address { get; init; }
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public string? DeedsSummary { get; init; }
    public bool? IsChineseNational { get; init; }
    public bool? IsUnionMember { get; init; }
    public bool? IsFrontLine { get; init; }
    public string? InTradeInHangzhouSince { get; init; }
    public IReadOnlyList<ConditionForm>? Conditions { get; init; }
    public ContributionForm? OutstandingContribution { get; init; }
    public bool? DeclaredTruthful { get; init; }
    public ConsentForm? Consent { get; init; }
    public IReadOnlyList<string>? FileIds { get; init; }

    public sealed record ConditionForm(
        int Number,
        string? Text,
        ContestForm? Contest = null,
        IReadOnlyList<string>? FileIds = null
    );

    public sealed record ContestForm(string? Level, int? Rank);

    public sealed record ContributionForm(string? Text);

    public sealed record ConsentForm(string? PolicyVersion, bool ShowPhoto, bool ShowWorkUnit);
}

public static partial class A
{
    private static int workers;

    /// <summary>A complete, eligible form of a worker nobody else in this run is: the mobile is their own.</summary>
    public static ApplicationForm Form() =>
        new()
        {
            Name = "陆长根",
            BirthDate = "1980-05-12",
            EthnicGroup = "汉族",
            District = "330102",
            Trade = "textile-silk",
            TitleOrSkillLevel = "高级技师",
            Phone = "0571-87654321",
            Mobile = $"139{Interlocked.Increment(ref workers):D8}",
            Address = "上城区清河坊四十七号",
            WorkUnit = "杭州丝绸印染厂",
            DeedsSummary = "进厂二十多年，一直守在印染机旁，带出了三十多名徒弟。",
            IsChineseNational = true,
            IsUnionMember = true,
            IsFrontLine = true,
            InTradeInHangzhouSince = "2001-03-01",
            Conditions = [new(1, "独创的配色法，不看样卡也分毫不差。")],
            DeclaredTruthful = true,
            Consent = new("2026-1", ShowPhoto: true, ShowWorkUnit: true),
        };
}

/// <summary>What applicants do with their applications.</summary>
public static class ApplicationDrivers
{
    private const string Mine = "/api/v1/me/applications";
    private static readonly byte[] Portrait = Pictures.Png(30, 40);

    /// <summary>Opens a Self draft and says its id.</summary>
    public static async Task<Guid> Drafts(this Citizen citizen, ApplicationForm? form = null) =>
        Guid.Parse((await citizen.SendsDraft(await citizen.Pictured(form ?? A.Form()))).Should(201).Word("id"));

    /// <summary>The form with a photo of the citizen, where it has none.</summary>
    public static async Task<ApplicationForm> Pictured(this Citizen citizen, ApplicationForm form) =>
        form with
        {
            PhotoId = form.PhotoId ?? (await citizen.UploadsPhoto(Portrait)).ToString(),
        };

    public static Task<Answer> SendsDraft(
        this Citizen citizen,
        ApplicationForm form,
        string? key = null,
        string channel = "Self"
    ) => citizen.Api.Post(Mine, Body(form, "channel", channel), key);

    /// <summary>The citizen's own application as it stands.</summary>
    public static async Task<Answer> SeesApplication(this Citizen citizen, Guid id) =>
        (await citizen.Api.Get($"{Mine}/{id}")).Should(200);

    /// <summary>What the citizen was shown, as a form to change and send back.</summary>
    public static async Task<ApplicationForm> SeesForm(this Citizen citizen, Guid id) =>
        JsonSerializer.Deserialize<ApplicationForm>(
            (await citizen.SeesApplication(id)).Text,
            JsonSerializerOptions.Web
        )!;

    /// <summary>Saves with the version as it is now, or another; whatever comes of it.</summary>
    public static async Task<Answer> Saves(this Citizen citizen, Guid id, ApplicationForm form, int? version = null) =>
        await citizen.Api.Put($"{Mine}/{id}", Body(form, "version", version ?? await citizen.VersionOf(id)));

    /// <summary>Submits with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> Submits(this Citizen citizen, Guid id) =>
        await citizen.MovesApplication(id, "submit", await citizen.VersionOf(id));

    /// <summary>Withdraws with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> Withdraws(this Citizen citizen, Guid id) =>
        await citizen.MovesApplication(id, "withdraw", await citizen.VersionOf(id));

    public static Task<Answer> MovesApplication(
        this Citizen citizen,
        Guid id,
        string move,
        int version,
        string? key = null
    ) => citizen.Api.Post($"{Mine}/{id}/{move}", new { version }, key);

    /// <summary>Drafts and submits, and says the id.</summary>
    public static async Task<Guid> Applies(this Citizen citizen, ApplicationForm? form = null)
    {
        var id = await citizen.Drafts(form);
        (await citizen.Submits(id)).Should(200);
        return id;
    }

    /// <summary>The texts of an application's way, the earliest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> SeesTimeline(this Citizen citizen, Guid id) =>
        [.. (await citizen.Api.Get($"{Mine}/{id}/timeline")).Should(200).Json.GetProperty("items").EnumerateArray()];

    private static async Task<int> VersionOf(this Citizen citizen, Guid id) =>
        (await citizen.SeesApplication(id)).Number("version");

    private static JsonObject Body(ApplicationForm form, string name, JsonNode value)
    {
        var body = JsonSerializer.SerializeToNode(form, JsonSerializerOptions.Web)!.AsObject();
        body[name] = value;
        return body;
    }
}

/// <summary>What reviewers do with cases.</summary>
public static class CaseDrivers
{
    /// <summary>A day on which a supplement may be due.</summary>
    public static string InTwoWeeks =>
        Domain.ChinaDay.Of(TimeProvider.System.GetUtcNow()).AddDays(14).ToString("yyyy-MM-dd", null);

    public static async Task<Answer> SeesCase(this StaffMember reviewer, Guid caseId) =>
        (await reviewer.Api.Get($"/admin/v1/cases/{caseId}")).Should(200);

    public static async Task<Answer> StartsReview(this StaffMember reviewer, Guid caseId) =>
        (await reviewer.MovesCase(caseId, "start-review")).Should(200);

    /// <summary>Finds every rule met, and passes the case.</summary>
    public static async Task<Answer> Passes(this StaffMember reviewer, Guid caseId)
    {
        await reviewer.ChecksAll(caseId);
        return (await reviewer.MovesCase(caseId, "pass")).Should(200);
    }

    /// <summary>Finds every rule met.</summary>
    public static async Task<Answer> ChecksAll(this StaffMember reviewer, Guid caseId) =>
        (
            await reviewer.Checks(
                caseId,
                [.. Domain.Applications.EligibilityRuleIds.All.Select(ruleId => (ruleId, "Met", (string?)null))]
            )
        ).Should(200);

    /// <summary>Writes lines of the checklist, whatever comes of it.</summary>
    public static async Task<Answer> Checks(
        this StaffMember reviewer,
        Guid caseId,
        params (string RuleId, string Outcome, string? Note)[] lines
    ) =>
        await reviewer.Api.Put(
            $"/admin/v1/cases/{caseId}/checklist",
            new
            {
                version = (await reviewer.SeesCase(caseId)).Number("version"),
                items = lines.Select(line => new
                {
                    line.RuleId,
                    line.Outcome,
                    line.Note,
                }),
            }
        );

    /// <summary>Records a step of the screening, whatever comes of it.</summary>
    public static Task<Answer> Screens(this StaffMember reviewer, Guid caseId, string level, bool recommended = true) =>
        reviewer.MovesCase(caseId, "screen", ScreeningOf(level, recommended));

    public static JsonObject ScreeningOf(string level, bool recommended = true) =>
        new()
        {
            ["level"] = level,
            ["organization"] = "杭州丝绸印染厂",
            ["recommended"] = recommended,
            ["opinion"] = "经职工代表会议讨论。",
            ["date"] = Domain.ChinaDay.Of(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", null),
        };

    /// <summary>Returns it for the named fields, with two weeks to supplement them.</summary>
    public static async Task<Answer> Returns(this StaffMember reviewer, Guid caseId, params string[] items) =>
        (await reviewer.MovesCase(caseId, "return", ReturnOf(items))).Should(200);

    public static async Task<Answer> Rejects(this StaffMember reviewer, Guid caseId) =>
        (await reviewer.MovesCase(caseId, "reject")).Should(200);

    /// <summary>A move with the version as it is now and a valid body, or parts of another; whatever comes of it.</summary>
    public static async Task<Answer> MovesCase(
        this StaffMember reviewer,
        Guid caseId,
        string move,
        JsonObject? body = null,
        int? version = null
    )
    {
        body ??= BodyOf(move);
        body["version"] = version ?? (await reviewer.SeesCase(caseId)).Number("version");
        return await reviewer.Api.Post($"/admin/v1/cases/{caseId}/{move}", body);
    }

    /// <summary>Claim, release or contact: what asks for no version; whatever comes of it.</summary>
    public static Task<Answer> Does(this StaffMember reviewer, Guid caseId, string act) =>
        reviewer.Api.Post($"/admin/v1/cases/{caseId}/{act}", BodyOf(act));

    public static JsonObject ReturnOf(params string[] items) =>
        new()
        {
            ["items"] = new JsonArray([.. items.Select(item => JsonValue.Create(item))]),
            ["dueOn"] = InTwoWeeks,
            ["message"] = "请补充带徒情况。",
        };

    public static JsonObject BodyOf(string move) =>
        move switch
        {
            "return" => ReturnOf("deedsSummary"),
            "reject" => new()
            {
                ["clause"] = "三(二)1",
                ["reasonCode"] = "condition-not-met",
                ["message"] = "所述技艺尚不能认定为绝技绝活。",
            },
            "screen" => ScreeningOf("Employer"),
            "checklist" => new()
            {
                ["items"] = new JsonArray(new JsonObject { ["ruleId"] = "age", ["outcome"] = "Met" }),
            },
            "contact" => new() { ["reason"] = "电话核实获奖证书编号。" },
            _ => [],
        };

    /// <summary>A case in Submitted with its applicant.</summary>
    /// <param name="withProof">The form has one proof.</param>
    public static async Task<(Citizen Applicant, Guid ApplicationId, Guid CaseId)> ACase(
        this App app,
        ApplicationForm? form = null,
        bool withProof = false
    )
    {
        var applicant = await app.NewCitizen();
        if (withProof)
        {
            var proof = await applicant.UploadsFile(Pictures.Pdf());
            form = (form ?? A.Form()) with { FileIds = [proof.ToString()] };
        }

        var applicationId = await applicant.Applies(form);
        return (applicant, applicationId, await app.CaseOf(applicationId));
    }

    /// <summary>A case under review with its applicant.</summary>
    public static async Task<(Citizen Applicant, Guid ApplicationId, Guid CaseId)> ACaseUnderReview(
        this App app,
        ApplicationForm? form = null,
        bool withProof = false
    )
    {
        var made = await app.ACase(form, withProof);
        await (await app.Staff(StaffRole.QualificationReviewer)).StartsReview(made.CaseId);
        return made;
    }

    /// <summary>A reviewer who works for some districts only, with an account of their own.</summary>
    public static async Task<StaffMember> DistrictReviewer(this App app, params string[] districts)
    {
        var userName = app.UniqueName("district-reviewer-");
        var now = TimeProvider.System.GetUtcNow();
        await using var source = new MySqlConnector.MySqlDataSource(
            Infrastructure.Database.DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        await new Infrastructure.Database.Db(source).Write<string>(
            async work =>
            {
                await StaffStore.TryAdd(
                    work,
                    userName,
                    "区总工会审核员",
                    TestDatabase.StaffPassword,
                    [StaffRole.QualificationReviewer],
                    districts,
                    null,
                    false,
                    now
                );
                return userName;
            },
            CancellationToken.None
        );
        return await StaffMember.LogIn(app.Anonymous, userName, TestDatabase.StaffPassword);
    }
}

/// <summary>What tests look up about applications and cases behind the service's back.</summary>
public static class CaseTraces
{
    /// <summary>The case of the candidate an application came to.</summary>
    public static Task<Guid> CaseOf(this App app, Guid applicationId) =>
        app.Database.Value<Guid>(
            "SELECT k.id FROM cases k JOIN applications a ON a.candidate_id = k.candidate_id WHERE a.id = @applicationId",
            new { applicationId }
        );

    public static Task<Guid> CandidateOf(this App app, Guid applicationId) =>
        app.Database.Value<Guid>(
            "SELECT candidate_id FROM applications WHERE id = @applicationId",
            new { applicationId }
        );

    public static Task<string> StateOfApplication(this App app, Guid applicationId) =>
        app.Database.Value<string>("SELECT state FROM applications WHERE id = @applicationId", new { applicationId });

    public static Task<string> StateOfCandidate(this App app, Guid candidateId) =>
        app.Database.Value<string>("SELECT state FROM candidates WHERE id = @candidateId", new { candidateId });

    public static Task<string> StageOf(this App app, Guid caseId) =>
        app.Database.Value<string>("SELECT stage FROM cases WHERE id = @caseId", new { caseId });

    /// <summary>Sets a stage no route leads to yet, as if the review had gone there.</summary>
    public static Task<int> PutsCaseIn(this App app, Guid caseId, string stage) =>
        app.Database.Execute(
            """
            UPDATE cases
            SET stage = @stage, supplement_items = IF(@stage = 'Returned', '["deedsSummary"]', NULL),
                supplement_due_on = IF(@stage = 'Returned', '2099-12-31', NULL)
            WHERE id = @caseId
            """,
            new { caseId, stage }
        );

    /// <summary>The case's history, the earliest first, as “move: from -> to”.</summary>
    public static Task<IReadOnlyList<string>> HistoryOf(this App app, Guid caseId) =>
        app.Database.Rows<string>(
            "SELECT CONCAT(move, ': ', COALESCE(CONCAT(from_stage, ' '), ''), '-> ', to_stage) FROM case_moves WHERE case_id = @caseId ORDER BY at, id",
            new { caseId }
        );
}
