using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

/// <summary>
/// Nonsense in each field of each route, as the descriptions list them. The rest of each request is valid and its ids are real, so that
/// what is not refused at the door goes as far as it can. On a database of its own: it pauses voting for everybody.
/// </summary>
public sealed partial class NonsenseTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    private const int AtOnce = 16;
    private const string Here = "nonsense goes here";

    /// <summary>JSON values that are nonsense to most fields; what a field takes may answer 2xx.</summary>
    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "0.5",
        "1e999",
        "2147483648",
        "9223372036854775808",
        "-9223372036854775809",
        "NaN",
        "[]",
        "[null]",
        """["x", 1, {}]""",
        "{}",
        """{"x": {"y": null}}""",
        "\"\"",
        "\"   \"",
        "\"　\\u2028\"",
        "\"a\\u0000b\"",
        "\"a\\u001bb\"",
        "\"a\\ud800\"",
        "\"\\udc00a\"",
        "\"' OR 1=1 --\"",
        "\"%' ; DROP TABLE votes; --\"",
        "\"😀👨‍👩‍👧‍👦\"",
        "\"0000-00-00\"",
        "\"2026-02-30\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"-1\"",
        "\"9223372036854775808\"",
        "\"NaN\"",
        "\"Nonsense\"",
        "\"../../etc/passwd\"",
        $"\"{new string('长', 10_000)}\"",
        string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100)),
        string.Concat(Enumerable.Repeat("""{"x":""", 100)) + "1" + new string('}', 100),
    ];

    /// <summary>The same for paths and queries, escaped.</summary>
    private static readonly string[] Words =
    [
        "%20",
        "%E3%80%80",
        "null",
        "-1",
        "0",
        "101",
        "0.5",
        "2147483648",
        "9223372036854775808",
        "NaN",
        "true",
        "%01",
        "a%1Bb",
        "%ED%A0%80",
        "%FF",
        "'%20OR%201=1%20--",
        "%25_%25",
        "%F0%9F%98%80",
        "0000-00-00",
        "Nonsense",
        "00000000-0000-0000-0000-000000000000",
        "7fffffff-ffff-7fff-bfff-ffffffffffff",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "[]",
        "{}",
        new string('a', 5000),
    ];

    private readonly ConcurrentBag<string> faults = [];
    private readonly Lock gate = new();
    private Task<StandingNotice>? notice;
    private int days;
    private int asked;

    [Fact]
    public async Task Nonsense_anywhere_is_refused_as_a_problem_and_never_breaks_the_service()
    {
        var instance = app.With(
            ("RateLimits:WritesPerCitizen:PerMinute", "1000000"),
            ("RateLimits:WritesPerCitizen:Burst", "1000000")
        );
        var (_, staff) = await app.NewStaff(Enum.GetValues<StaffRole>());
        var operations = (await Description.Of(app, "v1")).Concat(await Description.Of(app, "admin")).ToList();
        var questions = operations.SelectMany(operation => QuestionsAbout(operation, staff)).ToList();

        await Parallel.ForEachAsync(
            questions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (question, _) => await question(instance)
        );

        Assert.True(
            faults.IsEmpty,
            $"{faults.Count} of {asked} answers are wrong:\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(60))}"
        );
        Assert.True(asked > 1000, $"Only {asked} requests were made up from the descriptions.");
    }

    private IEnumerable<Func<ApiClient, Task>> QuestionsAbout(Operation operation, StaffMember staff)
    {
        if (operation.HasBody)
        {
            var whole = operation.Body(name => Sample(operation, name));
            foreach (var field in FieldsOf(whole))
            {
                yield return instance => AskAboutField(operation, field, staff, instance);
            }
        }

        yield return instance => AskAboutTheRest(operation, staff, instance);
    }

    private async Task AskAboutField(Operation operation, Field field, StaffMember staff, ApiClient instance)
    {
        var target = await TargetOf(operation, staff, instance);
        foreach (var value in Values)
        {
            var body = BodyOf(operation, target, keep: field.Name);
            field.PutInto(body, Here);
            using var content = Json(body.ToJsonString().Replace($"\"{Here}\"", value, StringComparison.Ordinal));
            var answer = await Ask(operation, target, target.Path, content, $"{field} = {Short(value)}");
            if (
                answer is { Status: >= 200 and < 300, MediaType: "application/json" }
                && answer.Json.TryGetProperty("version", out var version)
            )
            {
                target.Version = version.GetInt32();
            }
        }

        using var without = Json(Without(BodyOf(operation, target, keep: field.Name), field).ToJsonString());
        await Ask(operation, target, target.Path, without, $"{field} left out");
    }

    private async Task AskAboutTheRest(Operation operation, StaffMember staff, ApiClient instance)
    {
        var target = await TargetOf(operation, staff, instance);
        foreach (var (word, name) in operation.Parameters("path").SelectMany(_ => Words, (name, word) => (word, name)))
        {
            using var content = operation.HasBody ? Json(BodyOf(operation, target).ToJsonString()) : null;
            var path = operation.Path.Replace($"{{{name}}}", word, StringComparison.Ordinal);
            await Ask(operation, target, path, content, $"path {name} = {Short(word)}");
        }

        foreach (var name in operation.Parameters("query"))
        {
            foreach (var word in Words.Append("").Append($"1&{name}=2"))
            {
                var answer = await Ask(
                    operation,
                    target,
                    $"{target.Path}?{name}={word}{RestOf(operation, name)}",
                    null,
                    $"query {name} = {Short(word)}"
                );
                if (answer is { Status: 400, Code: "request-malformed" } && !answer.ErrorFields.Contains(name))
                {
                    faults.Add($"{operation}, query {name} = {Short(word)}: errors do not name it: {answer.Text}");
                }
            }
        }

        foreach (
            var key in operation
                .Parameters("header")
                .SelectMany(_ => new[] { "", " ", "a b", "\t", new string('k', 129), "\u007f" })
        )
        {
            using var content = operation.HasBody ? Json(BodyOf(operation, target).ToJsonString()) : null;
            await Ask(
                operation,
                target,
                target.Path,
                content,
                $"Idempotency-Key = “{Short(key)}”",
                ("Idempotency-Key", key)
            );
        }

        foreach (var (what, content) in operation.IsWrite ? WrongBodies(operation, target) : [])
        {
            using (content)
            {
                var answer = await Ask(operation, target, target.Path, content, what);
                if (operation.NeedsBody && answer.Status < 400)
                {
                    faults.Add($"{operation}, {what}: was taken with {answer.Status}");
                }
            }
        }
    }

    /// <summary>What else must be asked, so that only the field in question is wrong.</summary>
    private static string RestOf(Operation operation, string name) =>
        (operation.Path, name) switch
        {
            ("/api/v1/tips/similar", not "name") => "&name=a",
            ("/admin/v1/saved-replies", not "kind") => "&kind=Question",
            ("/api/v1/candidates/nearby", _) =>
                $"{(name == "lat" ? "" : "&lat=30.2")}{(name == "lng" ? "" : "&lng=120.2")}",
            _ => "",
        };

    private static IEnumerable<(string What, HttpContent? Content)> WrongBodies(Operation operation, Target target)
    {
        var valid = BodyOf(operation, target).ToJsonString();
        yield return ("no body", null);
        yield return ("an empty body", Json(""));
        yield return ("null for a body", Json("null"));
        yield return ("a list for a body", Json("[]"));
        yield return ("a text for a body", Json("\"x\""));
        yield return ("a number for a body", Json("1"));
        yield return ("half a body", Json(valid[..(valid.Length / 2)]));
        yield return ("two bodies", Json(valid + valid));
        yield return (
            "a body with bytes that are no UTF-8",
            Bytes([.. Encoding.UTF8.GetBytes($"{{\"{FirstFieldOf(valid)}\":\""), 0xff, 0xfe, .. "\"}"u8])
        );
        yield return ("a hundred nested lists for a body", Json(Values[^2]));
        yield return ("text", new StringContent(valid, Encoding.UTF8, "text/plain"));
        yield return ("a form", new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"));
        yield return ("no content type", Bytes(Encoding.UTF8.GetBytes(valid), contentType: null));
        yield return ("a body over 64 KB", Json($$"""{"x":"{{new string('x', 70_000)}}"}"""));
        if (valid.Length > 2)
        {
            yield return ("every property twice", Json($"{valid[..^1]},{valid[1..]}"));
        }
    }

    private async Task<Answer> Ask(
        Operation operation,
        Target target,
        string path,
        HttpContent? content,
        string what,
        params (string, string)[] headers
    )
    {
        Interlocked.Increment(ref asked);
        var answer = await Send(operation, target, path, content, what, headers);
        if (FaultOf(answer) is { } fault)
        {
            faults.Add($"{operation}, {what}: {fault}: {answer.Status} {Short(answer.Text)}");
        }

        return answer;
    }

    private static async Task<Answer> Send(
        Operation operation,
        Target target,
        string path,
        HttpContent? content,
        string what,
        (string, string)[] headers
    )
    {
        try
        {
            return await target.Api.Send(new HttpMethod(operation.Method), path, content, headers);
        }
        catch (HttpRequestException e)
        {
            return new Answer(
                599,
                $"{what}: no answer at all: {e.InnerException?.Message}",
                null,
                new Dictionary<string, string>()
            );
        }
    }

    private static string? FaultOf(Answer answer)
    {
        if (answer.Status < 400)
        {
            return null;
        }

        if (answer.Status >= 500)
        {
            return "it broke";
        }

        if (answer.MediaType != "application/problem+json")
        {
            return "no problem document";
        }

        return !Code().IsMatch(answer.Code ?? "") ? "no code"
            : !answer.Word("title").Any(letter => letter is >= '\u4e00' and <= '\u9fff') ? "no Chinese title"
            : answer.Number("status") != answer.Status ? "another status inside"
            : string.IsNullOrEmpty(answer.Word("traceId")) ? "no traceId"
            : Inside().IsMatch(answer.Text) ? "it tells of its inside"
            : answer.Code == "request-malformed" && answer.ErrorFields.Count == 0 ? "no field is named"
            : null;
    }

    /// <summary>Something real for the request to be about, and whose word it is. Each field has its own, for what is taken changes it.</summary>
    private async Task<Target> TargetOf(Operation operation, StaffMember staff, ApiClient instance)
    {
        var isStaff = operation.Path.StartsWith("/admin/", StringComparison.Ordinal);
        // A staff session of its own for the routes that may end it.
        var citizen = (await app.NewCitizen()).At(instance);
        var token =
            operation.Path == "/admin/v1/auth/logout" ? (await app.NewStaff()).Person.AccessToken
            : isStaff ? staff.AccessToken
            : citizen.AccessToken;
        var target = new Target(instance.With(token), citizen);
        if (operation.Path.EndsWith("/objections", StringComparison.Ordinal))
        {
            target.Notice = await Standing();
        }

        switch (operation.Path)
        {
            case var path when !path.Contains('{', StringComparison.Ordinal):
                target.Path = path;
                break;
            case var path when path.StartsWith("/api/v1/me/tips/", StringComparison.Ordinal):
                target.IsAbout(path, await citizen.Tips());
                break;
            case var path when path.StartsWith("/api/v1/me/applications/", StringComparison.Ordinal):
                target.IsAbout(path, await citizen.Drafts());
                break;
            case var path when path.StartsWith("/admin/v1/campaign-days/", StringComparison.Ordinal):
                target.IsAbout(path, new DateOnly(2033, 1, 1).AddDays(Interlocked.Increment(ref days)).Written());
                target.Version = 0;
                break;
            case var path when path.StartsWith("/api/v1/public-notices/", StringComparison.Ordinal):
                target.IsAbout(path, (await Standing()).Id);
                break;
            case var path when path.StartsWith("/api/v1/objections/", StringComparison.Ordinal):
                target.IsAbout(path, (await citizen.ObjectsTo(await Standing())).Should(201).Word("followCode"));
                break;
            case var path when path.EndsWith("/publications", StringComparison.Ordinal):
                target.IsAbout(path, (await Standing()).Id);
                break;
            case var path when path.StartsWith("/admin/v1/public-notices/", StringComparison.Ordinal):
                target.IsAbout(path, await staff.DraftsNotice());
                break;
            case var path when path.StartsWith("/admin/v1/objections/", StringComparison.Ordinal):
                // A notice of its own: a worker against whom an objection is upheld is struck from it, and no other can be sent.
                var said = (await citizen.ObjectsTo(await app.ANotice(), named: true)).Should(201).Word("followCode");
                var objectionId = await app.ObjectionOf(said);
                target.IsAbout(path, objectionId);
                if (!path.EndsWith("/acknowledge", StringComparison.Ordinal))
                {
                    (await app.Examines(staff, objectionId, "acknowledge")).Should(200);
                    target.Version = 2;
                }

                break;
            case var path when path.StartsWith("/api/v1/candidates/", StringComparison.Ordinal):
                target.IsAbout(path, await app.CandidateRow());
                break;
            case var path when path.StartsWith("/api/v1/receipts/", StringComparison.Ordinal):
                target.IsAbout(path, Convert.ToHexStringLower(new byte[16]));
                break;
            case var path when path.StartsWith("/api/v1/invitations/", StringComparison.Ordinal):
                target.IsAbout(path, await staff.Invites(await app.ACandidate()));
                break;
            case var path when path.StartsWith("/api/v1/files/", StringComparison.Ordinal):
                target.IsAbout(path, await citizen.UploadsFile(Pictures.Pdf()));
                break;
            case var path when path.StartsWith("/api/v1/me/consents/", StringComparison.Ordinal):
                target.IsAbout(path, "Privacy");
                break;
            case var path when path.StartsWith("/admin/v1/tips/", StringComparison.Ordinal):
                var tipId = await citizen.Tips();
                target.IsAbout(path, tipId);
                target.Version = await staff.Claims(tipId);
                break;
            case var path when path.StartsWith("/admin/v1/votes/anomalies/", StringComparison.Ordinal):
                target.IsAbout(path, await app.AnomalyRow());
                break;
            case var path when path.StartsWith("/admin/v1/unit-aliases/", StringComparison.Ordinal):
                target.IsAbout(
                    path,
                    (await staff.ConfirmsAlias(app.UniqueName("测试名厂"), app.UniqueName("测试旧称")))
                        .Should(201)
                        .Word("id")
                );
                break;
            case var path when path.StartsWith("/admin/v1/panels/", StringComparison.Ordinal):
                target.IsAbout(path, await app.APanelRow());
                break;
            case var path when path.StartsWith("/admin/v1/saved-replies/", StringComparison.Ordinal):
                target.IsAbout(path, (await staff.SavesReply(app.UniqueName("常用"))).Should(201).Word("id"));
                break;
            case var path when path.StartsWith("/admin/v1/files/", StringComparison.Ordinal):
                target.IsAbout(path, await staff.UploadsScan());
                break;
            case var path when path.StartsWith("/admin/v1/candidates/merges/", StringComparison.Ordinal):
                target.IsAbout(path, await app.Merges(await app.CandidateRow(), await app.CandidateRow()));
                break;
            case var path when path.Contains("/consents/{consentId}/", StringComparison.Ordinal):
                var (candidateId, consentId) = await app.APaperThatWaits();
                target.Path = path.Replace("{id}", candidateId.ToString(), StringComparison.Ordinal)
                    .Replace("{consentId}", consentId.ToString(), StringComparison.Ordinal);
                break;
            case var path when path.StartsWith("/admin/v1/candidates/", StringComparison.Ordinal):
                target.IsAbout(path, await app.CandidateRow("Hidden"));
                break;
            case var path when path.StartsWith("/admin/v1/photos/", StringComparison.Ordinal):
                target.IsAbout(path, (await citizen.TipsWithPhoto()).PhotoId);
                break;
            case var path when path.StartsWith("/admin/v1/reports/", StringComparison.Ordinal):
                target.IsAbout(path, (await citizen.Reports(await app.APublishedCandidate())).Should(201).Word("id"));
                break;
            case var path when path.StartsWith("/admin/v1/approvals/", StringComparison.Ordinal):
                var votes = await app.VoteRows(await app.CandidateRow(), 1);
                target.IsAbout(
                    path,
                    (await (await app.FraudReviewer()).ChangesVotes("exclude", votes)).Should(202).Word("approvalId")
                );
                break;
            case var path when path.StartsWith("/api/v1/me/laureate/offers/", StringComparison.Ordinal):
                target.IsAbout(path, (await app.OfferRow(by: citizen)).OfferId);
                break;
            case var path when path.Contains("/offers/{", StringComparison.Ordinal):
                var (ofLaureate, offer, _) = await app.OfferRow("Approved");
                target.Path = path.Replace("{offerId}", offer.ToString(), StringComparison.Ordinal)
                    .Replace("{id}", ofLaureate.ToString(), StringComparison.Ordinal);
                break;
            case var path when path.StartsWith("/admin/v1/laureate-offers/", StringComparison.Ordinal):
                target.IsAbout(path, (await app.OfferRow()).OfferId);
                break;
            case var path when path.StartsWith("/admin/v1/offer-requests/", StringComparison.Ordinal):
                target.IsAbout(path, (await app.OfferRow("Approved")).RequestId);
                break;
            case var path when path.StartsWith("/api/v1/laureates/", StringComparison.Ordinal):
                target.IsAbout(path, await app.LaureateRow());
                break;
            case var path when path.StartsWith("/admin/v1/laureates/", StringComparison.Ordinal):
                target.IsAbout(path, await app.LaureateRow());
                break;
            case var path when path.StartsWith("/admin/v1/leading-group/", StringComparison.Ordinal):
                target.IsAbout(path, (await staff.AddsMember("沈主席", "杭州市总工会")).Should(201).Word("id"));
                break;
            case var path when path.StartsWith("/admin/v1/campaigns/", StringComparison.Ordinal):
                target.IsAbout(path, await app.Database.Value<Guid>("SELECT id FROM campaigns WHERE is_current = 1"));
                break;
            case var path when path.StartsWith("/admin/v1/meetings/", StringComparison.Ordinal):
                var caseId = (await app.ACaseIn(Stage.LeadingGroupDecision)).CaseId;
                var meeting = (await staff.Plans("Decision", caseId)).Should(201);
                target.Path = path.Replace("{id}", meeting.Word("id"), StringComparison.Ordinal)
                    .Replace("{caseId}", caseId.ToString(), StringComparison.Ordinal);
                break;
            case var path when path.EndsWith("/paper-received", StringComparison.Ordinal):
                target.IsAbout(path, (await app.ACase()).ApplicationId);
                break;
            case var path when path.StartsWith("/admin/v1/applications/", StringComparison.Ordinal):
                target.IsAbout(path, await staff.Files(channel: "Self"));
                target.Version = 2;
                break;
            case var path when path.StartsWith("/admin/v1/cases/", StringComparison.Ordinal):
                target.IsAbout(path, (await app.ACaseUnderReview()).CaseId);
                target.Version = 2;
                break;
            default:
                throw new NotSupportedException($"{operation}: say here what is to stand in its path.");
        }

        return target;
    }

    /// <summary>One notice for all, for nothing that is asked changes it.</summary>
    private Task<StandingNotice> Standing()
    {
        lock (gate)
        {
            return notice ??= app.ANotice();
        }
    }

    private static JsonObject BodyOf(Operation operation, Target target, string keep = "")
    {
        var body = operation.Body(name => Sample(operation, name));
        if (body.ContainsKey("version"))
        {
            body["version"] = target.Version;
        }

        if (body.ContainsKey("refreshToken"))
        {
            body["refreshToken"] = target.Citizen.RefreshToken;
        }

        if (target.Notice is { } objectedTo)
        {
            body["entryId"] = objectedTo.EntryIds[0].ToString();
            body["noticeId"] = objectedTo.Id.ToString();
        }

        if (operation.Path.EndsWith("/publications", StringComparison.Ordinal))
        {
            body["fileId"] = null;
        }

        // One or the other says which candidate.
        if (body.ContainsKey("newCandidate"))
        {
            body.Remove(keep == "candidateId" ? "newCandidate" : "candidateId");
        }

        return body;
    }

    /// <summary>What the schema alone does not tell.</summary>
    private static JsonNode? Sample(Operation operation, string field) =>
        field switch
        {
            "district" => "330102",
            "trade" => "textile-silk",
            "story" or "deedsSummary" => "沈师傅在印染车间干了二十六年，配色不用看样卡，厂里的年轻人都跟他学。",
            "workerContact" or "phone" or "mobile" => "13800001234",
            "policyVersion" => "2026-1",
            "channel" => "Self",
            "code" => "dev:nonsense",
            "photoId" => "",
            "photoIds" or "fileIds" => new JsonArray(),
            "removeWorkerContact" => false,
            "items" when operation.Path.Contains("/cases/", StringComparison.Ordinal) => new JsonArray("deedsSummary"),
            "caseIds" or "texts" => new JsonArray(),
            "workingDays" => 5,
            "source" => "Phone",
            "opensOn" or "publishedOn" => NoticeDrivers.Today.Written(),
            "trades" => new JsonArray(),
            "asOf" => "2026-01-01T00:00:00Z",
            "criterionId" => "skill",
            "versionCode" => "0000-0000-0000",
            "dueOn" => CaseDrivers.InTwoWeeks,
            "receivedOn" => ChinaDay
                .Of(TimeProvider.System.GetUtcNow())
                .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            "heldOn" or "date" or "closesOn" => MeetingDrivers.Today,
            "caseId" or "meetingId" or "memberId" or "staffId" or "fileId" => Guid.AllBitsSet.ToString(),
            "memberIds" or "caseIds" => new JsonArray(Guid.AllBitsSet.ToString()),
            "ruleId" => "age",
            "clause" => "三(二)1",
            "reasonCode" when operation.Path.Contains("/cases/", StringComparison.Ordinal) => "condition-not-met",
            _ => null,
        };

    /// <summary>Every field, also those of nested objects and of list entries.</summary>
    private static IEnumerable<Field> FieldsOf(JsonNode node, params object[] path)
    {
        var children = node switch
        {
            JsonObject fields => fields.Select(field => ((object)field.Key, field.Value)),
            JsonArray entries => entries.Select((entry, at) => ((object)at, entry)),
            _ => [],
        };
        return children.SelectMany(child =>
        {
            object[] here = [.. path, child.Item1];
            return FieldsOf(child.Item2!, here).Prepend(new Field(here));
        });
    }

    private static JsonObject Without(JsonObject body, Field field)
    {
        if (field.ParentIn(body) is JsonObject parent)
        {
            parent.Remove((string)field.Path[^1]);
        }

        return body;
    }

    private static string FirstFieldOf(string body) =>
        JsonNode.Parse(body)!.AsObject().Select(field => field.Key).FirstOrDefault("x");

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ByteArrayContent Bytes(byte[] bytes, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = contentType is null ? null : new(contentType);
        return content;
    }

    private static string Short(string text) => text.Length > 200 ? $"{text[..200]}…" : text;

    [GeneratedRegex(
        "^[a-z]+(-[a-z]+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        "Exception|at Craftsman|System\\.|MySql|SELECT ",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Inside();

    /// <summary>Where a field stands: names of fields and places in lists.</summary>
    private sealed record Field(object[] Path)
    {
        public string Name => (string)Path[0];

        public void PutInto(JsonObject body, string text)
        {
            switch (ParentIn(body))
            {
                case JsonObject fields:
                    fields[(string)Path[^1]] = text;
                    break;
                case JsonArray entries:
                    entries[(int)Path[^1]] = text;
                    break;
            }
        }

        public JsonNode? ParentIn(JsonObject body) =>
            Path[..^1].Aggregate((JsonNode)body, (node, step) => step is int at ? node[at]! : node[(string)step]!);

        public override string ToString() => string.Join('.', Path);
    }

    private sealed class Target(ApiClient api, Citizen citizen)
    {
        public ApiClient Api => api;
        public Citizen Citizen => citizen;
        public string Path { get; set; } = "";
        public int Version { get; set; } = 1;

        /// <summary>What an objection in the body is about.</summary>
        public StandingNotice? Notice { get; set; }

        public void IsAbout(string template, object id) => Path = PlaceHolder().Replace(template, $"{id}");
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceHolder();
}
