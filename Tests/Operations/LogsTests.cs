using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Tests.Support;
using Dapper;
using MySqlConnector;

namespace Craftsman.Tests.Operations;

/// <summary>
/// Law 8: personal data stays home. A process of its own is walked through the main job with data nobody else uses, with refusals, nonsense
/// and a failing database; then its whole log is searched.
/// </summary>
public sealed class LogsTests(App app)
{
    private const string TipsterName = "leak-tipster-name";
    private const string WorkerName = "欧阳泄露";
    private const string WorkerPhone = "13987654321";
    private const string FormPhone = "13712345678";
    private const string Story = "她能把一根蚕丝劈成十六份，这句话不该在日志里出现。";
    private const string Question = "请问您是在哪一年认识这位劈丝的师傅的？";
    private const string TheAnswer = "一九九八年在艮山门外的作坊里认识的。";
    private const string TipRejection = "您说的这一位已经退休多年不再劈丝了。";
    private const string ReturnMessage = "技能等级请照证书上的劈丝等级写。";
    private const string CaseRejection = "劈丝年限的证明与社保记录对不上。";
    private const string Address = "杭州市艮山门外劈丝弄七号";
    private const string Deeds = "四十年只做劈丝一件事，带出的徒弟遍布全省各地。";
    private const string ScoreComment = "劈丝的手势我在现场看过，仍有两处不稳。";
    private const string ConflictReason = "这一位是我女婿的师兄，劈丝是一起学的。";
    private const string RecusalReason = "早年曾与她合伙开过劈丝作坊。";
    private const string ObjectionText = "她申报的劈丝专利其实是别人先做出来的。";
    private const string AnonymousObjectionText = "听说劈丝比赛的名次是托人改过的。";
    private const string ObjectorName = "端木揭发";
    private const string ObjectorContact = "13611112222";
    private const string UnmaskReason = "需要当面核对劈丝专利的证书原件。";
    private const string ObjectionReasons = "经查专利局登记，劈丝专利确为本人所有。";
    private const string MinutesText = "会上对劈丝一案争论较久，最后逐一表决。";
    private const string MemberPhone = "13522223333";
    private const string ExpertPhone = "13433334444";
    private const string WrongPassword = "wrong-password-leaks";
    private const string WrongCode = "wrong-wechat-code-leaks";

    /// <summary>What must not be found, by what it is; grows with what the service hands out.</summary>
    private readonly Dictionary<string, string> secrets = new()
    {
        ["name of the tipster"] = TipsterName,
        ["name of the worker"] = WorkerName,
        ["phone on the tip"] = WorkerPhone,
        ["phone on the form"] = FormPhone,
        ["story"] = Story[..20],
        ["question"] = Question,
        ["answer"] = TheAnswer,
        ["rejection of a tip"] = TipRejection,
        ["return of a case"] = ReturnMessage,
        ["rejection of a case"] = CaseRejection,
        ["address"] = Address,
        ["deeds"] = Deeds[..20],
        ["comment of a score"] = ScoreComment,
        ["declared conflict"] = ConflictReason,
        ["reason of a recusal"] = RecusalReason,
        ["objection"] = ObjectionText,
        ["anonymous objection"] = AnonymousObjectionText,
        ["name of an objector"] = ObjectorName,
        ["contact of an objector"] = ObjectorContact,
        ["why an objector was asked for"] = UnmaskReason,
        ["what was said to an objection"] = ObjectionReasons,
        ["minutes"] = MinutesText,
        ["phone of a member"] = MemberPhone,
        ["phone of an expert"] = ExpertPhone,
        ["staff password"] = TestDatabase.StaffPassword,
        ["wrong password"] = WrongPassword,
        ["wrong code"] = WrongCode,
        ["openid of the tipster"] = OpenIdOf(TipsterName),
        ["openid of the worker"] = OpenIdOf("leak-worker"),
        ["session key of the tipster"] = SessionKeyOf(TipsterName),
    };

    [Fact]
    public async Task A_full_run_leaves_a_line_for_each_request_and_no_personal_data_in_the_log()
    {
        foreach (var (key, value) in app.Settings)
        {
            if (key.StartsWith("Secrets:", StringComparison.Ordinal) || key == "WeChat:AppSecret")
            {
                secrets[key] = value!;
            }
        }

        var database = await TestDatabase.Create(app.Secrets);
        secrets["database password"] = "Password=";
        await using var api = await ApiProcess.Serves(app, ("Database:ConnectionString", database.ConnectionString));

        var candidate = await WalkTheMainJob(api.Anonymous, database);
        await WalkTheLaterStages(api.Anonymous, database, candidate);
        await SendNonsense(api.Anonymous);
        await MeetAFailingDatabase(api.Anonymous, database);

        Assert.Equal(0, await api.Stop());
        var requests = api.Lines.Select(RequestIn).OfType<(string, string, int)>().ToList();
        Assert.Contains(("POST", "/api/v1/tips", 201), requests);
        Assert.Contains(("PUT", "/api/v1/me/tips/{id}", 200), requests);
        Assert.Contains(("GET", "/api/v1/invitations/{code}", 200), requests);
        Assert.Contains(("POST", "/api/v1/candidates/{id}/votes", 201), requests);
        Assert.Contains(("GET", "/api/v1/receipts/{code}", 200), requests);
        Assert.Contains(("POST", "/admin/v1/cases/{id}/reject", 200), requests);
        Assert.Contains(("POST", "/admin/v1/panels/{id}/scores", 200), requests);
        Assert.Contains(("POST", "/api/v1/public-notices/{id}/objections", 201), requests);
        Assert.Contains(("POST", "/admin/v1/meetings/{id}/ballots", 201), requests);
        Assert.Contains(("POST", "/admin/v1/auth/login", 401), requests);
        Assert.Contains(("POST", "/api/v1/tips", 400), requests);
        Assert.Contains(("POST", "/api/v1/tips", 413), requests);
        Assert.Contains(("POST", "/api/v1/tips", 500), requests);
        Assert.Contains(("GET", "(no route)", 404), requests);
        var log = InPlainText(string.Join('\n', api.Lines));
        Assert.Contains("internal-error", log, StringComparison.Ordinal);
        // A path holds codes and ids, so no line may carry one beside its route.
        Assert.DoesNotContain("RequestPath", log, StringComparison.Ordinal);
        Assert.Empty(secrets.Where(secret => log.Contains(secret.Value, StringComparison.Ordinal)).Select(s => s.Key));
    }

    private async Task<Guid> WalkTheMainJob(ApiClient anonymous, TestDatabase database)
    {
        var tipster = await LogsIn(anonymous, TipsterName);
        var worker = await LogsIn(anonymous, "leak-worker");
        var reviewer = await StaffLogsIn(anonymous, "TipReviewer");
        var tip = A.Tip() with { Name = WorkerName, Story = Story, WorkerContact = WorkerPhone };

        var unwanted = await tipster.Tips(tip);
        var version = await reviewer.Claims(unwanted);
        (
            await reviewer.Decides(
                unwanted,
                "reject",
                new
                {
                    reasonCode = "TooLittleToGoOn",
                    message = TipRejection,
                    version,
                }
            )
        ).Should(200);

        var wanted = await tipster.Tips(tip);
        version = await reviewer.Claims(wanted);
        (await reviewer.Decides(wanted, "request-info", new { question = Question, version })).Should(200);
        version = (await tipster.SeesTip(wanted)).Number("version");
        (await tipster.ChangesTip(wanted, tip, version, TheAnswer)).Should(200);
        var candidate = await reviewer.VerifiesAsNew(wanted, A.Person() with { Name = WorkerName });

        var code = await reviewer.Invites(candidate);
        secrets["invitation code"] = code;
        (await worker.Api.Get($"/api/v1/invitations/{code}")).Should(200);
        (await reviewer.Api.Get($"/admin/v1/candidates/{candidate}/invitation/letter.html")).Should(200);
        var (_, application) = await worker.Accepts(code);
        await reviewer.ConfirmsConsent(candidate);
        await reviewer.Publishes(candidate);

        (await anonymous.Get($"/api/v1/candidates?q={Uri.EscapeDataString(WorkerName)}")).Should(200);
        (await anonymous.Get($"/api/v1/candidates/{candidate}")).Should(200);
        var receipt = (await tipster.VotesFor(candidate, WorkerPhone)).Should(201).Word("receipt");
        secrets["receipt"] = receipt;
        (await anonymous.Get($"/api/v1/receipts/{receipt}")).Should(200);
        (await tipster.VotesFor(candidate)).ShouldRefuse(409, "already-voted-today");

        await ReviewTheCase(anonymous, database, worker, candidate, application);

        var refreshed = (await anonymous.Post("/api/v1/auth/refresh", new { tipster.RefreshToken })).Should(200);
        Keep("refreshed", refreshed.Word("accessToken"), refreshed.Word("refreshToken"));
        (await tipster.Api.Post("/api/v1/auth/logout")).Should(204);
        return candidate;
    }

    /// <summary>What experts, objectors, examiners and the leading group write about a case.</summary>
    private async Task WalkTheLaterStages(ApiClient anonymous, TestDatabase database, Guid candidate)
    {
        var caseId = await database.Value<Guid>(
            "SELECT id FROM cases WHERE candidate_id = @candidate",
            new { candidate }
        );
        await database.Execute(
            "UPDATE cases SET stage = 'ExpertReview', stage_since = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE id = @caseId",
            new { caseId }
        );
        async Task<int> Version() =>
            await database.Value<int>("SELECT version FROM cases WHERE id = @caseId", new { caseId });
        Task<Guid> IdOf(string userName) =>
            database.Value<Guid>("SELECT id FROM staff WHERE user_name = @userName", new { userName });
        await AreJudged(anonymous, caseId, await IdOf("Expert"), Version);
        await AreObjectedTo(anonymous, database, caseId, Version);
        await AreDecided(anonymous, caseId, await IdOf("LeadingGroupMember"));
    }

    private async Task AreJudged(ApiClient anonymous, Guid caseId, Guid expertId, Func<Task<int>> version)
    {
        var (secretary, expert) = (
            await StaffLogsIn(anonymous, "PanelSecretary"),
            await StaffLogsIn(anonymous, "Expert")
        );
        var added = await secretary.Api.Post(
            "/admin/v1/panels",
            new { name = "丝绸评审组", trades = new[] { "textile-silk" } }
        );
        var panel = $"/admin/v1/panels/{added.Should(201).Word("id")}";
        (
            await secretary.Api.Post(
                $"{panel}/members",
                new
                {
                    staffId = expertId,
                    kind = "Expert",
                    phone = ExpertPhone,
                    version = 1,
                }
            )
        ).Should(200);
        (
            await expert.Api.Put(
                $"{panel}/conflicts",
                new
                {
                    asOf = (await expert.Api.Get($"{panel}/conflicts")).Should(200).Word("asOf"),
                    conflicts = new[] { new { name = ObjectorName, reason = ConflictReason } },
                }
            )
        ).Should(204);
        (await secretary.Api.Put($"{panel}/assignments/{caseId}/{expertId}", new { reason = ConflictReason })).Should(
            204
        );
        var dossier = (await expert.Api.Get($"{panel}/cases/{caseId}")).Should(200);
        var photoId = dossier.Json.GetProperty("applications")[0].GetProperty("photoId").GetString();
        (await expert.Api.Get($"{panel}/cases/{caseId}/photos/{photoId}")).Should(200);
        object Sheet(int score) =>
            new
            {
                caseId,
                criteria = new[] { "skill", "innovation", "influence", "teaching" }.Select(criterionId => new
                {
                    criterionId,
                    score,
                    comment = ScoreComment,
                }),
                submit = true,
            };
        (await expert.Api.Post($"{panel}/scores", Sheet(101))).Should(400);
        (await expert.Api.Post($"{panel}/scores", Sheet(90))).Should(200);
        (await secretary.Api.Get($"{panel}/scores?caseId={caseId}")).Should(200);
        var panelVersion = (await secretary.Api.Get(panel)).Should(200).Number("version");
        (await secretary.Api.Post($"{panel}/close", new { version = panelVersion })).Should(200);
        (
            await secretary.Api.Post(
                $"/admin/v1/cases/{caseId}/shortlist",
                new { version = await version(), method = "Mean" }
            )
        ).Should(200);
    }

    private async Task AreObjectedTo(ApiClient anonymous, TestDatabase database, Guid caseId, Func<Task<int>> version)
    {
        const string notices = "/admin/v1/public-notices";
        var officer = await StaffLogsIn(anonymous, "NoticeOfficer");
        var citizen = await LogsIn(anonymous, "leak-objector");
        var notice = await officer.DraftsNotice(caseId);
        (await officer.OpensNotice(notice)).Should(200);
        var shown = (await anonymous.Get($"/api/v1/public-notices/{notice}")).Should(200);
        var standing = new StandingNotice(
            notice,
            [],
            [shown.Json.GetProperty("entries")[0].GetProperty("entryId").GetGuid()]
        );
        object Named(string contact) =>
            new
            {
                entryId = standing.EntryIds[0],
                named = true,
                name = ObjectorName,
                contact,
                text = ObjectionText,
                fileIds = Array.Empty<string>(),
            };
        var path = $"/api/v1/public-notices/{notice}/objections";
        (await citizen.Api.Post(path, Named(""))).Should(400);
        var code = (await citizen.Api.Post(path, Named(ObjectorContact))).Should(201).Word("followCode");
        secrets["follow code"] = code;
        var other = (await citizen.ObjectsTo(standing, text: AnonymousObjectionText)).Should(201).Word("followCode");
        secrets["follow code of an anonymous objection"] = other;
        foreach (var id in await database.Rows<Guid>("SELECT id FROM objections ORDER BY is_named DESC, id"))
        {
            var objection = $"{ObjectionDrivers.Objections}/{id}";
            (await officer.Api.Get(objection)).Should(200);
            (await officer.Api.Post($"{objection}/acknowledge", new { version = 1 })).Should(200);
            Assert.InRange(
                (await officer.Api.Post($"{objection}/contact", new { reason = UnmaskReason })).Status,
                200,
                404
            );
            (await officer.Api.Post($"{objection}/dismiss", new { version = 2, reasons = ObjectionReasons })).Should(
                200
            );
        }

        (await anonymous.Get($"/api/v1/objections/{code}")).Should(200);
        foreach (var kind in new[] { "Newspaper", "Television", "Network" })
        {
            (await officer.Publishes(notice, kind)).Should(201);
        }

        (await officer.Api.Get($"{notices}/{notice}")).Should(200);
        await database.Execute(
            "UPDATE public_notices SET opens_at = UTC_TIMESTAMP(6) - INTERVAL 9 DAY, closes_at = UTC_TIMESTAMP(6) WHERE id = @notice",
            new { notice }
        );
        (await officer.Api.Post($"/admin/v1/cases/{caseId}/end-notice", new { version = await version() })).Should(200);
    }

    private async Task AreDecided(ApiClient anonymous, Guid caseId, Guid memberAccount)
    {
        var (clerk, member) = (
            await StaffLogsIn(anonymous, "OfficeClerk"),
            await StaffLogsIn(anonymous, "LeadingGroupMember")
        );
        var voter = (await clerk.AddsMember("白委员", "杭州市总工会", memberAccount)).Should(201).Word("id");
        var recused = (await clerk.AddsMember("黑委员", "杭州市总工会", phone: MemberPhone)).Should(201).Word("id");
        var meetingId = Guid.Parse((await clerk.Plans("Decision", caseId)).Should(201).Word("id"));
        (await clerk.Acts(meetingId, "open")).Should(200);
        var present = MeetingDrivers.Presence(Guid.Parse(voter), Guid.Parse(recused));
        (await clerk.Acts(meetingId, "attendance", present)).Should(200);
        (
            await clerk.Api.Post(
                $"/admin/v1/meetings/{meetingId}/recusals",
                new
                {
                    caseId,
                    memberId = recused,
                    reason = RecusalReason,
                }
            )
        ).Should(201);
        (await member.Casts(meetingId, caseId)).Should(201);
        (await member.Casts(meetingId, caseId, "Disagree")).Should(409);
        var minutes = new System.Text.Json.Nodes.JsonObject { ["text"] = MinutesText };
        (await clerk.Acts(meetingId, "minutes", minutes)).Should(200);
        (await member.Api.Get($"/admin/v1/meetings/{meetingId}/cases/{caseId}")).Should(200);
    }

    private async Task ReviewTheCase(
        ApiClient anonymous,
        TestDatabase database,
        Citizen worker,
        Guid candidate,
        Guid application
    )
    {
        var mine = $"/api/v1/me/applications/{application}";
        async Task<int> Version() => (await worker.Api.Get(mine)).Should(200).Number("version");
        async Task Submits() =>
            (await worker.Api.Post($"{mine}/submit", new { version = await Version() })).Should(200);
        (await worker.Api.Post($"{mine}/submit", new { version = await Version() })).Should(409);
        var photo = await worker.UploadsPhoto(Pictures.Jpeg());
        (await worker.Api.Put(mine, Form("高级技师", photo, await Version()))).Should(200);
        await Submits();

        var qualifier = await StaffLogsIn(anonymous, "QualificationReviewer");
        var theCase =
            $"/admin/v1/cases/{await database.Value<Guid>("SELECT id FROM cases WHERE candidate_id = @candidate", new { candidate })}";
        async Task<int> CaseVersion() => (await qualifier.Api.Get(theCase)).Should(200).Number("version");
        (await qualifier.Api.Post($"{theCase}/start-review", new { version = await CaseVersion() })).Should(200);
        (
            await qualifier.Api.Post(
                $"{theCase}/return",
                new
                {
                    items = new[] { "titleOrSkillLevel" },
                    dueOn = ChinaDay.Of(TimeProvider.System.GetUtcNow()).AddDays(7),
                    message = ReturnMessage,
                    version = await CaseVersion(),
                }
            )
        ).Should(200);
        (await worker.Api.Put(mine, Form("特级技师", photo, await Version()))).Should(200);
        await Submits();
        (await worker.Api.Get($"{mine}/timeline")).Should(200);
        (
            await qualifier.Api.Post(
                $"{theCase}/reject",
                new
                {
                    clause = "三(二)",
                    reasonCode = "years-insufficient",
                    message = CaseRejection,
                    version = await CaseVersion(),
                }
            )
        ).Should(200);
    }

    private async Task SendNonsense(ApiClient anonymous)
    {
        var citizen = await LogsIn(anonymous, TipsterName);
        (await citizen.SendsTip(A.Tip() with { Name = WorkerName, WorkerContact = WorkerPhone + "号" })).Should(400);
        (await citizen.SendsTip(A.Tip() with { Name = WorkerName, District = WorkerPhone })).Should(400);
        (await Sends(citizen.Api, $$"""{"name":"{{WorkerName}}","story":"{{Story}}" """)).Should(400);
        (await Sends(citizen.Api, $$"""{"name": {"{{WorkerName}}": "{{WorkerPhone}}"} }""")).Should(400);
        (await Sends(citizen.Api, $$"""{"name":"{{WorkerName}}","{{Story}}":1}""")).Should(400);
        (await Sends(citizen.Api, string.Concat(Enumerable.Repeat(Story, 2000)))).Should(413);
        (await Sends(citizen.Api, Story, "text/plain")).Should(415);
        (await citizen.Api.Get($"/api/v1/me/tips/{WorkerPhone}")).Should(404);
        (await citizen.Api.Get($"/api/v1/me/tips?cursor={WorkerPhone}&limit={WorkerPhone}")).Should(400);
        (await citizen.Api.Get($"/api/v1/candidates?district={WorkerPhone}")).Should(400);
        (await anonymous.Get($"/api/v1/nowhere/{WorkerPhone}?name={Uri.EscapeDataString(WorkerName)}")).Should(404);
        (await anonymous.Get($"/api/v1/receipts/{WorkerPhone}")).Should(404);
        (await citizen.Api.Get($"/api/v1/invitations/{WorkerPhone}")).Should(404);
        (await anonymous.With(citizen.AccessToken + "x").Get("/api/v1/me/tips")).Should(401);
        (await anonymous.With(WorkerPhone).Get("/admin/v1/tips")).Should(401);
        (await anonymous.Post("/api/v1/auth/wechat", new { code = WrongCode })).Should(401);
        (await anonymous.Post("/api/v1/auth/refresh", new { refreshToken = WorkerPhone })).Should(401);
        (await anonymous.Post("/admin/v1/auth/login", new { userName = TipsterName, password = WrongPassword })).Should(
            401
        );
    }

    /// <summary>The server's own words hold what the citizen wrote, as those of a failed constraint do.</summary>
    private async Task MeetAFailingDatabase(ApiClient anonymous, TestDatabase database)
    {
        await using var migrator = new MySqlConnection(database.MigratorConnectionString);
        await migrator.ExecuteAsync(
            """
            CREATE TRIGGER tips_fail BEFORE INSERT ON tips FOR EACH ROW
            BEGIN
                DECLARE words VARCHAR(128) CHARACTER SET utf8mb4;
                SET words = LEFT(NEW.story, 100);
                SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = words;
            END
            """
        );
        var citizen = await LogsIn(anonymous, "leak-worker");

        var failed = await citizen.SendsTip(A.Tip() with { Name = WorkerName, Story = Story });

        failed.ShouldRefuse(500, "internal-error");
        Assert.DoesNotContain(Story[..20], failed.Text, StringComparison.Ordinal);
    }

    private async Task<Citizen> LogsIn(ApiClient anonymous, string name)
    {
        var citizen = await Citizen.LogIn(anonymous, name);
        Keep(name, citizen.AccessToken, citizen.RefreshToken);
        return citizen;
    }

    private async Task<StaffMember> StaffLogsIn(ApiClient anonymous, string role)
    {
        var member = await StaffMember.LogIn(anonymous, role, TestDatabase.StaffPassword);
        Keep(role, member.AccessToken, member.RefreshToken);
        return member;
    }

    private void Keep(string whose, string accessToken, string refreshToken)
    {
        secrets[$"access token of {whose}"] = accessToken.Split('.')[1];
        secrets[$"signature of the access token of {whose}"] = accessToken.Split('.')[2];
        secrets[$"refresh token of {whose}"] = refreshToken;
    }

    private static Task<Answer> Sends(ApiClient api, string body, string mediaType = "application/json") =>
        api.Send(HttpMethod.Post, "/api/v1/tips", new StringContent(body, Encoding.UTF8, mediaType));

    private static object Form(string titleOrSkillLevel, Guid photoId, int version) =>
        new
        {
            name = WorkerName,
            birthDate = "1970-09-08",
            ethnicGroup = "汉族",
            district = "330102",
            trade = "textile-silk",
            titleOrSkillLevel,
            photoId,
            mobile = FormPhone,
            address = Address,
            workUnit = "杭州丝绸印染厂",
            deedsSummary = Deeds,
            isChineseNational = true,
            isUnionMember = true,
            isFrontLine = true,
            inTradeInHangzhouSince = "1990-03-01",
            conditions = new[] { new { number = 2, text = "传统劈丝技艺。" } },
            declaredTruthful = true,
            version,
        };

    /// <summary>As the stand-in for WeChat makes them of a code.</summary>
    private static string OpenIdOf(string name) =>
        "oSim" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"dev:{name}")))[..24];

    private static string SessionKeyOf(string name) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"keydev:{name}"))[..16]);

    /// <summary>What a line says of a request, or null when it is about something else.</summary>
    private static (string Method, string Route, int Status)? RequestIn(string line)
    {
        var entry = JsonDocument.Parse(line).RootElement;
        return
            entry.TryGetProperty("Route", out var route)
            && entry.TryGetProperty("Method", out var method)
            && entry.TryGetProperty("StatusCode", out var status)
            ? (method.GetString()!, route.GetString()!.TrimEnd('/'), status.GetInt32())
            : null;
    }

    /// <summary>With \uXXXX as the letters they stand for, so that no way of writing JSON hides a name.</summary>
    private static string InPlainText(string log) =>
        System.Text.RegularExpressions.Regex.Replace(
            log,
            @"\\u(?<code>[0-9a-fA-F]{4})",
            match =>
                (
                    (char)int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                ).ToString(),
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10)
        );
}
