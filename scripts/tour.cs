#:property PublishAot=false

// Walks the main job against a running API, as its users would: ./run.sh tour
// A line for each step with what came back; exit code 0 only if every step did what it should.
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

var address = new Uri(args is [var given, ..] ? given : "http://127.0.0.1:5080");
var password =
    Environment.GetEnvironmentVariable("CRAFTSMAN_STAFF_PASSWORD")
    ?? throw new InvalidOperationException("CRAFTSMAN_STAFF_PASSWORD is not set: start the tour with ./run.sh tour.");
using var http = new HttpClient { BaseAddress = address };
var tour = new Tour(http);

try
{
    await tour.Walk(password);
    Console.WriteLine($"\nThe whole way was walked: {tour.Steps} steps, each as it should be.");
    return 0;
}
catch (StepFailed failed)
{
    Console.WriteLine($"\nStopped at step {tour.Steps}: {failed.Message}");
    return 1;
}

internal sealed class StepFailed(string message) : Exception(message);

/// <summary>What came back from one call.</summary>
internal sealed record Answer(int Status, JsonElement Json)
{
    public string Word(string name) => Json.GetProperty(name).ToString();

    public int Number(string name) => Json.GetProperty(name).GetInt32();
}

internal sealed class Tour(HttpClient http)
{
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    /// <summary>Makes this tour's people new, however often it is walked on the same data.</summary>
    private readonly string run = RandomNumberGenerator.GetHexString(8, lowercase: true);

    public int Steps { get; private set; }

    public async Task Walk(string password)
    {
        Chapter("1. Citizens log in with WeChat");
        var neighbour = await LogIn("neighbour");
        var apprentice = await LogIn("apprentice");
        var daughter = await LogIn("daughter");
        var worker = await LogIn("worker");
        var passerBy = await LogIn("passer-by");

        Chapter("2. They read about the campaign");
        var campaign = await Get(
            null,
            "/api/v1/campaigns/current",
            200,
            answer =>
                $"{answer.Word("name")}, {answer.Number("places")} places, {answer.Number("votesPerDay")} votes a day"
        );
        var policyVersion = campaign.Word("policyVersion");
        Expect(campaign.Json.GetProperty("districts").GetArrayLength() == 13, "thirteen districts");

        Chapter("3. Three of them recommend the same worker, in different words");
        var (name, misheard) = WorkersName();
        var first = await Tip(
            neighbour,
            name,
            "永年修伞铺",
            "邻居",
            "鲁师傅在巷口修伞三十多年，断了骨的伞到他手里都能撑开，老人来修从不收钱。"
        );
        var second = await Tip(
            apprentice,
            $"{misheard}师傅",
            "永年修伞铺",
            "徒弟",
            "我跟师傅学油纸伞，光削伞骨就练了一年，他说差一丝，伞就收不拢。"
        );
        var third = await Tip(
            daughter,
            name,
            "永年伞铺",
            "女儿",
            "父亲的西湖绸伞每把要过八十多道工序，眼睛花了还坚持自己穿花线。"
        );
        await Post(
            neighbour,
            "/api/v1/tips",
            new
            {
                name = "",
                district = "330102",
                trade = "other",
                story = "太短",
                relation = "邻居",
            },
            400,
            "request-malformed"
        );
        await Get(
            neighbour,
            $"/api/v1/me/tips/{first}",
            200,
            answer =>
                $"state {answer.Word("state")}, {answer.Json.GetProperty("thread").GetArrayLength()} line in the thread"
        );

        Chapter("4. Staff claim the tips, ask, and link them to one worker");
        var reviewer = await StaffLogIn("reviewer", password);
        var colleague = await StaffLogIn("reviewer2", password);
        var claim = await Post(reviewer, $"/admin/v1/tips/{first}/claim", null, 200);
        await Post(colleague, $"/admin/v1/tips/{first}/claim", null, 409, "tip-claimed-by-another");
        var verified = await Post(
            reviewer,
            $"/admin/v1/tips/{first}/verify",
            new
            {
                newCandidate = new
                {
                    name,
                    workplace = "永年修伞铺",
                    district = "330102",
                    trade = "traditional-craft",
                },
                version = claim.Number("version"),
            },
            200
        );
        var candidateId = verified.Word("candidateId");
        await SeesAtTheDesk(reviewer, second, candidateId);
        claim = await Post(reviewer, $"/admin/v1/tips/{second}/claim", null, 200);
        await Post(
            reviewer,
            $"/admin/v1/tips/{second}/request-info",
            new { question = "师傅的铺子具体在哪条巷子？", version = claim.Number("version") },
            200
        );
        var asked = await Get(
            apprentice,
            $"/api/v1/me/tips/{second}",
            200,
            answer => $"asked: {answer.Word("question")}"
        );
        await Put(
            apprentice,
            $"/api/v1/me/tips/{second}",
            new
            {
                name = $"{misheard}师傅",
                workplace = "永年修伞铺",
                district = "330102",
                trade = "traditional-craft",
                story = "我跟师傅学油纸伞，光削伞骨就练了一年，他说差一丝，伞就收不拢。",
                relation = "徒弟",
                answer = "小营巷口，公交站对面。",
                version = asked.Number("version"),
            },
            200
        );
        await SeesAtTheDesk(reviewer, third, candidateId);
        claim = await Post(reviewer, $"/admin/v1/tips/{third}/claim", null, 200);
        await Post(
            reviewer,
            $"/admin/v1/tips/{third}/verify",
            new { candidateId, version = claim.Number("version") },
            200
        );
        // The colleague takes the name as it was heard for another man's: to be mended by a merge.
        claim = await Post(colleague, $"/admin/v1/tips/{second}/claim", null, 200);
        verified = await Post(
            colleague,
            $"/admin/v1/tips/{second}/verify",
            new
            {
                newCandidate = new
                {
                    name = misheard,
                    workplace = "小营巷口永年修伞铺",
                    district = "330102",
                    trade = "traditional-craft",
                },
                version = claim.Number("version"),
            },
            200
        );
        var doubleId = verified.Word("candidateId");
        await Get(
            neighbour,
            $"/api/v1/me/tips/{first}",
            200,
            answer => $"the neighbour reads that the tip is {answer.Word("state")}"
        );

        Chapter("5. The worker is invited and agrees to be named");
        var file = await Get(
            reviewer,
            $"/admin/v1/candidates/{candidateId}",
            200,
            answer => $"{answer.Number("tipCount")} distinct tipsters"
        );
        Expect(file.Number("tipCount") == 2, "two distinct tipsters");
        await Post(
            reviewer,
            $"/admin/v1/candidates/{candidateId}/publish",
            new { version = file.Number("version") },
            409,
            "consent-missing"
        );
        var code = await Invite(reviewer, candidateId);
        await GetText(reviewer, $"/admin/v1/candidates/{candidateId}/invitation/letter.html", "a letter to print");
        await Get(
            worker,
            $"/api/v1/invitations/{code}",
            200,
            answer =>
                $"{answer.Word("candidateName")} reads what {answer.Json.GetProperty("said").GetArrayLength()} people said"
        );
        await Post(
            daughter,
            $"/api/v1/invitations/{code}/accept",
            new
            {
                policyVersion,
                showPhoto = true,
                showWorkUnit = true,
            },
            409,
            "own-tip"
        );
        var applicationId = await Agree(worker, code, policyVersion);
        await Publish(reviewer, candidateId);
        code = await Invite(colleague, doubleId);
        var needless = await Agree(worker, code, policyVersion);
        await Publish(colleague, doubleId);
        await Delete(worker, $"/api/v1/me/applications/{needless}", 204);

        Chapter("6. The public sees the worker");
        await UntilTheCopyIsOfNow();
        await Get(
            null,
            "/api/v1/candidates?sort=newest",
            200,
            answer => $"{answer.Json.GetProperty("items").GetArrayLength()} on the first page"
        );
        var shown = await Get(
            null,
            $"/api/v1/candidates/{candidateId}",
            200,
            answer => $"{answer.Word("name")}: {answer.Number("tipCount")} tipsters, {answer.Number("voteCount")} votes"
        );
        Expect(shown.Number("voteCount") == 0, "no vote yet");
        await Get(
            passerBy,
            $"/api/v1/tips/similar?name={Uri.EscapeDataString(name)}&workUnit={Uri.EscapeDataString("永年修伞铺")}",
            200,
            answer => $"a hint before a fourth tip: {Hint(answer, "candidateId", candidateId)}"
        );

        await IsFoundAndReported(reviewer, passerBy, candidateId, name);

        Chapter("7. Citizens vote");
        var vote = await Post(passerBy, $"/api/v1/candidates/{candidateId}/votes", null, 201, key: $"tour-{run}");
        var again = await Post(passerBy, $"/api/v1/candidates/{candidateId}/votes", null, 201, key: $"tour-{run}");
        Expect(vote.Word("receipt") == again.Word("receipt"), "a retry with the same key is the same vote");
        await Post(passerBy, $"/api/v1/candidates/{candidateId}/votes", null, 409, "already-voted-today");
        await Post(neighbour, $"/api/v1/candidates/{candidateId}/votes", null, 201);
        await Post(passerBy, $"/api/v1/candidates/{doubleId}/votes", null, 201);
        await Get(passerBy, "/api/v1/me/votes", 200, answer => $"{answer.Number("votesLeftToday")} votes left today");
        await Get(
            null,
            $"/api/v1/receipts/{vote.Word("receipt")}",
            200,
            answer => $"the receipt says {answer.Word("state")}"
        );
        await UntilTheCopyIsOfNow();
        shown = await Get(
            passerBy,
            $"/api/v1/candidates/{candidateId}",
            200,
            answer => $"{answer.Number("voteCount")} votes, voted today: {answer.Word("votedToday")}"
        );
        Expect(shown.Number("voteCount") == 2, "two standing votes");

        Chapter("8. The two turn out to be one worker: merged, undone, merged again");
        var apart = (await Numbers(candidateId), await Numbers(doubleId));
        Expect(apart is ((2, 2), (1, 1)), "two tipsters and two votes, and one of each");
        var mergeId = await Merge(reviewer, doubleId, candidateId);
        var together = await Numbers(candidateId);
        Expect(together is (3, 2), "three tipsters, and the passer-by's two votes of today count once");
        await Get(
            null,
            $"/api/v1/candidates/{doubleId}",
            200,
            answer =>
            {
                Expect(answer.Word("id") == candidateId, "the merged id leads to the worker");
                return $"the other id shows {answer.Word("name")}";
            }
        );
        foreach (var (tipster, tip) in new[] { (neighbour, first), (apprentice, second), (daughter, third) })
        {
            await ReadsInTheThread(
                tipster,
                tip,
                "Received",
                "Claimed",
                "Joined",
                "Invited",
                "Agreed",
                "Published",
                "Merged"
            );
        }

        await Post(
            colleague,
            $"/admin/v1/candidates/merges/{mergeId}/undo",
            new { reason = "先核对两处铺面的营业执照。" },
            200
        );
        Expect((await Numbers(candidateId), await Numbers(doubleId)) == apart, "every number as before the merge");
        await ReadsInTheThread(apprentice, second, "Merged", "MergeUndone");
        await Merge(reviewer, doubleId, candidateId);
        Expect(await Numbers(candidateId) == together, "the numbers of the first merge");

        Chapter("9. The worker files the 申报表, and the case goes into qualification review");
        await Post(null, "/api/v1/eligibility/check", new { birthDate = "1990-05-01", isUnionMember = false }, 200);
        var draft = await Get(
            worker,
            $"/api/v1/me/applications/{applicationId}",
            200,
            answer => $"a draft for {answer.Word("name")}, channel {answer.Word("channel")}"
        );
        await Post(
            worker,
            $"/api/v1/me/applications/{applicationId}/submit",
            new { version = draft.Number("version") },
            409,
            "application-incomplete"
        );
        var form = Form(draft.Word("name"), await Photo(worker));
        var saved = await Put(
            worker,
            $"/api/v1/me/applications/{applicationId}",
            With(form, draft.Number("version")),
            200
        );
        var submitted = await Post(
            worker,
            $"/api/v1/me/applications/{applicationId}/submit",
            new { version = saved.Number("version") },
            200
        );

        var qualifier = await StaffLogIn("qualifier", password);
        var theCase = await FindCase(qualifier, candidateId);
        await Post(
            qualifier,
            $"/admin/v1/cases/{theCase.Word("id")}/pass",
            new { version = theCase.Number("version") },
            409,
            "stage-not-allowed"
        );
        var moved = await Post(
            qualifier,
            $"/admin/v1/cases/{theCase.Word("id")}/start-review",
            new { version = theCase.Number("version") },
            200
        );
        moved = await Post(
            qualifier,
            $"/admin/v1/cases/{theCase.Word("id")}/return",
            new
            {
                items = new[] { "titleOrSkillLevel" },
                dueOn = now.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                message = "请填写技能等级证书上的等级名称。",
                version = moved.Number("version"),
            },
            200
        );
        await Put(
            worker,
            $"/api/v1/me/applications/{applicationId}",
            With(form with { TitleOrSkillLevel = "高级技师（一级）" }, submitted.Number("version")),
            200
        );
        draft = await Get(
            worker,
            $"/api/v1/me/applications/{applicationId}",
            200,
            answer => $"case {answer.Word("caseState")}"
        );
        await Post(
            worker,
            $"/api/v1/me/applications/{applicationId}/submit",
            new { version = draft.Number("version") },
            200
        );
        await Get(
            worker,
            $"/api/v1/me/applications/{applicationId}/timeline",
            200,
            answer =>
                string.Join(
                    " → ",
                    answer.Json.GetProperty("items").EnumerateArray().Select(step => step.GetProperty("to").GetString())
                )
        );
        theCase = await Get(
            qualifier,
            $"/admin/v1/cases/{theCase.Word("id")}",
            200,
            answer =>
                $"the case stands in {answer.Word("state")}, the rules say {answer.Json.GetProperty("eligibility").GetProperty("overall").GetString()}"
        );
        Expect(theCase.Word("state") == "QualificationReview", "the case stands in qualification review");
        foreach (var (tipster, tip) in new[] { (neighbour, first), (apprentice, second), (daughter, third) })
        {
            await ReadsInTheThread(tipster, tip, "Merged", "Applied", "CaseQualificationReview", "CaseReturned");
        }

        Chapter("10. A citizen takes their data along, deletes the account, and has not one vote more");
        await Get(
            passerBy,
            "/api/v1/me/export",
            200,
            answer => $"{answer.Json.GetProperty("votes").GetArrayLength()} votes, and all else they sent"
        );
        await Delete(
            passerBy,
            "/api/v1/me",
            200,
            answer =>
                $"kept: {string.Join("；", answer.Json.GetProperty("kept").EnumerateArray().Select(kept => $"{kept.GetProperty("what").GetString()} until {kept.GetProperty("until").GetString()}"))}"
        );
        await Post(passerBy, $"/api/v1/candidates/{candidateId}/votes", null, 401, "session-ended");
        passerBy = await LogIn("passer-by");
        await Post(passerBy, $"/api/v1/candidates/{candidateId}/votes", null, 409, "already-voted-today");
        Expect(await Numbers(candidateId) == together, "the votes stand");

        var smith = await WalkTheChannels(password, qualifier);
        await WalkTheExperts(password, smith);
        await WalkTheNotice(password, smith, passerBy);
        await WalkTheMeeting(password, smith);
    }

    /// <summary>A name, and how somebody wrote it who only heard it. Drawn, so that earlier tours on the same data are about other people.</summary>
    private (string Heard, string Misheard) WorkersName()
    {
        const string surnames = "鲁秦蒋韩杨朱许何吕施孔曹金魏陶姜";
        const string given = "永伟志明建华国庆荣贵福根林海宏宝";
        const string misheard = "咏玮智铭健骅帼磬蓉桂辐跟琳嗨鸿饱";
        const string last = "年山法祥泉松潮良新昌元柏奎达忠耕";
        var drawn = Convert.ToInt32(run[..3], 16);
        var (surname, end) = (surnames[drawn & 15], last[drawn >> 8]);
        var at = (drawn >> 4) & 15;
        return ($"{surname}{given[at]}{end}", $"{surname}{misheard[at]}{end}");
    }

    /// <summary>The desk shows for a tip the candidate whom staff would join it with, and why.</summary>
    private Task<Answer> SeesAtTheDesk(string reviewer, string tip, string candidateId) =>
        Get(
            reviewer,
            $"/admin/v1/tips/{tip}",
            200,
            answer => $"the desk sees alike: {Hint(answer, "candidateId", candidateId, "similar")}"
        );

    private static string Hint(Answer answer, string idName, string id, string list = "items")
    {
        foreach (var item in answer.Json.GetProperty(list).EnumerateArray())
        {
            if (item.GetProperty(idName).GetString() == id)
            {
                var reasons = item.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString());
                return $"{item.GetProperty("name").GetString()}, {item.GetProperty("score").GetDouble():0.00} ({string.Join("；", reasons)})";
            }
        }

        throw new StepFailed($"expected {id} among those alike");
    }

    private async Task<string> Invite(string reviewer, string candidateId)
    {
        var invited = await Post(
            reviewer,
            $"/admin/v1/candidates/{candidateId}/invite",
            new { version = await VersionOf(reviewer, candidateId) },
            200
        );
        return invited.Word("code");
    }

    /// <summary>The worker says yes; the application it opens.</summary>
    private async Task<string> Agree(string worker, string code, string policyVersion)
    {
        var accepted = await Post(
            worker,
            $"/api/v1/invitations/{code}/accept",
            new
            {
                policyVersion,
                showPhoto = true,
                showWorkUnit = true,
            },
            200
        );
        return accepted.Word("applicationId");
    }

    /// <summary>Staff write a story and place the workshop; the public finds both, and somebody finds the story untrue.</summary>
    private async Task IsFoundAndReported(string reviewer, string citizen, string candidateId, string name)
    {
        var file = await Get(
            reviewer,
            $"/admin/v1/candidates/{candidateId}",
            200,
            answer => $"state {answer.Word("state")}"
        );
        var edited = await Put(
            reviewer,
            $"/admin/v1/candidates/{candidateId}",
            new
            {
                name,
                workUnit = file.Word("workUnit") is { Length: > 0 } workUnit ? workUnit : null,
                workplace = file.Word("workplace"),
                district = file.Word("district"),
                trade = file.Word("trade"),
                story = "修伞三十年，伞骨断了也能接得看不出来。",
                version = file.Number("version"),
            },
            200
        );
        // Not where the worker of an earlier tour is.
        var (latitude, longitude) = (
            30.2m + (0.001m * RandomNumberGenerator.GetInt32(100)),
            120.1m + (0.001m * RandomNumberGenerator.GetInt32(100))
        );
        await Put(
            reviewer,
            $"/admin/v1/candidates/{candidateId}/position",
            new
            {
                latitude,
                longitude,
                version = edited.Number("version"),
            },
            200
        );
        await UntilTheCopyIsOfNow();
        var search = $"/api/v1/candidates?q={Uri.EscapeDataString($"{name} 看不出来")}";
        await Get(
            null,
            search,
            200,
            answer => $"a word of the name and one of the story: {Found(answer, candidateId)}"
        );
        var near = string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/candidates/nearby?lat={latitude}&lng={longitude}&radius=500"
        );
        await UntilNear(near, candidateId);
        await Get(null, near, 200, answer => $"who works near: {Found(answer, candidateId)}");

        var report = await Post(
            citizen,
            $"/api/v1/candidates/{candidateId}/reports",
            new { reasonCode = "Untrue", text = "没有三十年，十年前才开的铺子。" },
            201
        );
        await Post(
            citizen,
            $"/api/v1/candidates/{candidateId}/reports",
            new { reasonCode = "Untrue" },
            409,
            "report-already-open"
        );
        await Post(
            reviewer,
            $"/admin/v1/reports/{report.Word("id")}/uphold",
            new { takeDown = "Story", reason = "开铺的年份核实过，与事迹不符。" },
            200
        );
        await UntilTheCopyIsOfNow();
        await Get(
            null,
            search,
            200,
            answer =>
            {
                Expect(answer.Json.GetProperty("items").GetArrayLength() == 0, "nobody has that story any more");
                return "the story is gone";
            }
        );
        await Get(
            citizen,
            "/api/v1/me/reports",
            200,
            answer => $"the report is {answer.Json.GetProperty("items")[0].GetProperty("state").GetString()}"
        );
    }

    private static string Found(Answer answer, string candidateId)
    {
        var found = answer
            .Json.GetProperty("items")
            .EnumerateArray()
            .Any(item => item.GetProperty("id").GetString() == candidateId);
        Expect(found, "the worker among those found");
        return "the worker is there";
    }

    /// <summary>A position is found a moment after it is in the copy.</summary>
    private async Task UntilNear(string path, string candidateId)
    {
        for (var tries = 100; ; tries--)
        {
            if ((await http.GetStringAsync(path)).Contains(candidateId, StringComparison.Ordinal))
            {
                return;
            }

            Expect(tries > 0, "the worker is near");
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>Staff check who accepted, and publish.</summary>
    private async Task Publish(string reviewer, string candidateId)
    {
        await Post(
            reviewer,
            $"/admin/v1/candidates/{candidateId}/confirm-consent",
            new { identityCheck = "上门核对身份证件与本人", version = await VersionOf(reviewer, candidateId) },
            200
        );
        await Post(
            reviewer,
            $"/admin/v1/candidates/{candidateId}/publish",
            new { version = await VersionOf(reviewer, candidateId) },
            200
        );
    }

    private async Task<int> VersionOf(string reviewer, string candidateId)
    {
        var file = await Get(
            reviewer,
            $"/admin/v1/candidates/{candidateId}",
            200,
            answer => $"state {answer.Word("state")}"
        );
        return file.Number("version");
    }

    private async Task<string> Merge(string reviewer, string from, string into)
    {
        var merged = await Post(
            reviewer,
            "/admin/v1/candidates/merge",
            new
            {
                from,
                into,
                reason = "同一铺面，同一位师傅，名字写法不同。",
            },
            200
        );
        Expect(merged.Word("rootId") == into, "the candidate that is kept");
        return merged.Word("mergeId");
    }

    /// <summary>What the public sees of a candidate, once it is of now.</summary>
    private async Task<(int Tipsters, int Votes)> Numbers(string candidateId)
    {
        await UntilTheCopyIsOfNow();
        var shown = await Get(
            null,
            $"/api/v1/candidates/{candidateId}",
            200,
            answer => $"{answer.Word("name")}: {answer.Number("tipCount")} tipsters, {answer.Number("voteCount")} votes"
        );
        return (shown.Number("tipCount"), shown.Number("voteCount"));
    }

    /// <summary>A tipster reads what became of their tip; these kinds are among it, in this order.</summary>
    private async Task ReadsInTheThread(string tipster, string tip, params string[] kinds)
    {
        var read = await Get(
            tipster,
            $"/api/v1/me/tips/{tip}",
            200,
            answer => string.Join(" → ", Kinds(answer).Distinct())
        );
        var at = 0;
        foreach (var kind in Kinds(read))
        {
            at += at < kinds.Length && kind == kinds[at] ? 1 : 0;
        }

        Expect(at == kinds.Length, $"{string.Join(" → ", kinds)} in the thread");

        static IEnumerable<string?> Kinds(Answer answer) =>
            answer.Json.GetProperty("thread").EnumerateArray().Select(told => told.GetProperty("kind").GetString());
    }

    /// <summary>四(一)–(四): the worker of the tips came by channel PublicTip; here the other three meet in one case, and it passes.</summary>
    private async Task<Reviewed> WalkTheChannels(string password, string qualifier)
    {
        Chapter("11. One worker by the other channels: one case, screened and checked rule by rule");
        var check = await Post(
            null,
            "/api/v1/eligibility/check",
            new
            {
                birthDate = "1955-01-01",
                isChineseNational = true,
                isUnionMember = true,
                isFrontLine = true,
                declaredTruthful = true,
                inTradeInHangzhouSince = "2020-01-01",
                conditions = new[]
                {
                    new
                    {
                        number = 4,
                        text = "省赛第一名",
                        contest = new { level = "Provincial", rank = 1 },
                    },
                },
            },
            200
        );
        foreach (var rule in check.Json.GetProperty("rules").EnumerateArray())
        {
            Console.WriteLine(
                $"             {rule.GetProperty("clause").GetString(), -7} {rule.GetProperty("result").GetString(), -13} “{rule.GetProperty("quotation").GetString()}” {rule.GetProperty("wouldChange").GetString()}"
            );
        }

        var (employer, society) = (await StaffLogIn("organization", password), await StaffLogIn("society", password));
        var smith = await LogIn("smith");
        var name = $"金师傅{run[..4]}";
        var mobile = $"137{Convert.ToInt64(run, 16) % 100_000_000:00000000}";
        var own = await Post(
            smith,
            "/api/v1/me/applications",
            Channel("Self", name, mobile, await Upload(smith, "/api/v1/photos")),
            201
        );
        var led = await Post(smith, $"/api/v1/me/applications/{own.Word("id")}/submit", new { version = 1 }, 200);
        await Recommends(employer, "Unit", name, mobile);
        await Recommends(society, "Society", name, mobile);
        await Get(
            smith,
            $"/api/v1/me/applications/{own.Word("id")}",
            200,
            answer =>
                "the worker learns who else recommends: "
                + string.Join(
                    ", ",
                    answer
                        .Json.GetProperty("otherApplications")
                        .EnumerateArray()
                        .Select(other => $"{other.GetProperty("channel")} {other.GetProperty("recommendedBy")}")
                )
        );

        var theCase = await FindCase(qualifier, led.Word("candidateId"));
        var path = $"/admin/v1/cases/{theCase.Word("id")}";
        await Post(qualifier, $"{path}/claim", new { }, 200);
        var moved = await Post(qualifier, $"{path}/start-review", new { version = theCase.Number("version") }, 200);
        await Post(
            qualifier,
            $"{path}/pass",
            new { version = moved.Number("version"), contentFit = true },
            409,
            "checklist-incomplete"
        );
        moved = await Post(
            qualifier,
            $"{path}/screen",
            new
            {
                level = "Employer",
                organization = "杭州云栖精密机械有限公司",
                recommended = true,
                opinion = "经职工代表会议讨论，同意推荐。",
                date = Today,
                version = moved.Number("version"),
            },
            200
        );
        moved = await Put(
            qualifier,
            $"{path}/checklist",
            new
            {
                items = check
                    .Json.GetProperty("rules")
                    .EnumerateArray()
                    .Select(rule => new { ruleId = rule.GetProperty("ruleId").GetString(), outcome = "Met" }),
                version = moved.Number("version"),
            },
            200
        );
        await Post(qualifier, $"{path}/pass", new { version = moved.Number("version"), contentFit = true }, 200);
        return new Reviewed(smith, qualifier, own.Word("id"), theCase.Word("id"), name);
    }

    /// <summary>A worker whose case goes through the stages.</summary>
    private sealed record Reviewed(string Worker, string Qualifier, string ApplicationId, string CaseId, string Name);

    /// <summary>五(专家评审). There is one panel a trade, so a later tour on the same data takes the one of an earlier.</summary>
    private async Task WalkTheExperts(string password, Reviewed smith)
    {
        Chapter("12. Experts of four kinds score the case, and the secretary makes the short-list");
        var secretary = await StaffLogIn("secretary", password);
        var panels = await Get(
            secretary,
            "/admin/v1/panels?limit=100",
            200,
            answer => $"{answer.Json.GetProperty("items").GetArrayLength()} panels"
        );
        var known = panels
            .Json.GetProperty("items")
            .EnumerateArray()
            .FirstOrDefault(panel =>
                panel.GetProperty("trades").EnumerateArray().Any(trade => trade.GetString() == "machinery")
            );
        var isNew = known.ValueKind == JsonValueKind.Undefined;
        var path =
            "/admin/v1/panels/"
            + (
                isNew
                    ? (
                        await Post(
                            secretary,
                            "/admin/v1/panels",
                            new { name = "机械制造评审组", trades = new[] { "machinery" } },
                            201
                        )
                    ).Word("id")
                    : known.GetProperty("id").GetString()
            );
        if (!isNew && known.GetProperty("closedAt").ValueKind != JsonValueKind.Null)
        {
            await Post(
                secretary,
                $"{path}/reopen",
                new { version = await Version(secretary, path), reason = "又有案卷进入评审。" },
                200
            );
        }

        string[] kinds = ["Expert", "TradeAssociation", "SocialOrganization", "Media", "Expert"];
        var experts = new List<string>();
        foreach (var (kind, at) in kinds.Select((kind, at) => (kind, at)))
        {
            var expert = await StaffLogIn(at == 0 ? "expert" : $"expert{at + 1}", password);
            experts.Add(expert);
            if (isNew)
            {
                var me = await Get(expert, "/admin/v1/me", 200, answer => $"{answer.Word("displayName")}, for {kind}");
                await Post(
                    secretary,
                    $"{path}/members",
                    new
                    {
                        staffId = me.Word("id"),
                        kind,
                        version = await Version(secretary, path),
                    },
                    200
                );
            }
        }

        foreach (var expert in experts)
        {
            var list = await Get(
                expert,
                $"{path}/conflicts",
                200,
                answer => $"{answer.Json.GetProperty("names").GetArrayLength()} names to declare on"
            );
            // The last one trained with the worker and says so; they will never see the case.
            var conflicts = expert == experts[^1] ? new[] { new { name = smith.Name, reason = "曾是同门师兄弟" } } : [];
            await Put(expert, $"{path}/conflicts", new { asOf = list.Word("asOf"), conflicts }, 204);
        }

        await Post(secretary, $"{path}/assignments", new { version = await Version(secretary, path) }, 200);
        foreach (var expert in experts)
        {
            var assigned = await Get(
                expert,
                $"{path}/assignments?limit=100",
                200,
                answer => $"an expert sees {answer.Json.GetProperty("items").GetArrayLength()} cases"
            );
            foreach (var item in assigned.Json.GetProperty("items").EnumerateArray())
            {
                var caseId = item.GetProperty("caseId").GetString();
                Expect(
                    caseId != smith.CaseId || expert != experts[^1],
                    "who declared a conflict is not given the case"
                );
                if (item.GetProperty("state").GetString() != "Submitted")
                {
                    await Get(
                        expert,
                        $"{path}/cases/{caseId}",
                        200,
                        answer =>
                            $"the dossier, with {answer.Json.GetProperty("applications").EnumerateArray().Sum(form => form.GetProperty("files").GetArrayLength())} proofs to open"
                    );
                    await Post(
                        expert,
                        $"{path}/scores",
                        new
                        {
                            caseId,
                            criteria = new[] { "skill", "innovation", "influence", "teaching" }.Select(id => new
                            {
                                criterionId = id,
                                score = 80 + experts.IndexOf(expert),
                                comment = "看过材料，技艺扎实。",
                            }),
                            submit = true,
                        },
                        200
                    );
                }
            }
        }

        await Post(secretary, $"{path}/close", new { version = await Version(secretary, path) }, 200);
        await Get(
            secretary,
            $"{path}/ranking",
            200,
            answer => $"{answer.Json.GetProperty("items").GetArrayLength()} cases ranked by three methods side by side"
        );
        await Post(
            secretary,
            $"/admin/v1/cases/{smith.CaseId}/shortlist",
            new { version = await CaseVersion(smith) },
            200
        );
    }

    /// <summary>五(社会公示): the working days are let pass by a switch that only development has.</summary>
    private async Task WalkTheNotice(string password, Reviewed smith, string passerBy)
    {
        Chapter("13. The worker stands in the public notice, and a citizen objects");
        var officer = await StaffLogIn("notice", password);
        const string notices = "/admin/v1/public-notices";
        var notice = await Post(
            officer,
            notices,
            new
            {
                title = $"首届“杭州工匠”拟认定人选公示（{run[..4]}）",
                text = "根据专家评审结果，现将拟认定人选予以公示。",
                caseIds = new[] { smith.CaseId },
            },
            201
        );
        var path = $"{notices}/{notice.Word("id")}";
        await TheYearIsKnown(password, officer, path);
        await Post(officer, $"{path}/open", new { version = await Version(officer, path), contentFit = true }, 200);
        var shown = await Get(
            null,
            $"/api/v1/public-notices/{notice.Word("id")}",
            200,
            answer => $"the public reads {answer.Json.GetProperty("entries")[0].GetProperty("name").GetString()}"
        );
        var objected = await Post(
            passerBy,
            $"/api/v1/public-notices/{notice.Word("id")}/objections",
            new
            {
                entryId = shown.Json.GetProperty("entries")[0].GetProperty("entryId").GetString(),
                named = false,
                text = "请核实薄壁件加工法是否为本人独创。",
                fileIds = Array.Empty<string>(),
            },
            201
        );
        var listed = await Get(
            officer,
            $"/admin/v1/objections?noticeId={notice.Word("id")}",
            200,
            answer => $"{answer.Json.GetProperty("items").GetArrayLength()} objection, by nobody knows whom"
        );
        var objection = $"/admin/v1/objections/{listed.Json.GetProperty("items")[0].GetProperty("id").GetString()}";
        await Post(officer, $"{objection}/acknowledge", new { version = await Version(officer, objection) }, 200);
        await Post(
            officer,
            $"{objection}/dismiss",
            new { version = await Version(officer, objection), reasons = "经向单位和同行核实，该加工法为本人独创。" },
            200
        );
        await Get(
            null,
            $"/api/v1/objections/{objected.Word("followCode")}",
            200,
            answer => $"{answer.Word("state")}: {answer.Word("reasons")}"
        );
        foreach (var kind in new[] { "Newspaper", "Television", "Network" })
        {
            await Post(
                officer,
                $"{path}/publications",
                new
                {
                    kind,
                    name = "杭州日报报业集团",
                    publishedOn = Today,
                },
                201
            );
        }

        var end = $"/admin/v1/cases/{smith.CaseId}/end-notice";
        await Post(officer, end, new { version = await CaseVersion(smith) }, 409, "notice-not-over");
        await Post(null, $"/simulated-days/public-notices/{notice.Word("id")}", null, 204);
        await Post(officer, end, new { version = await CaseVersion(smith) }, 200);
    }

    /// <summary>In the last days of a year a notice reaches into the next, whose holidays an administrator enters.</summary>
    private async Task TheYearIsKnown(string password, string officer, string notice)
    {
        var draft = await Get(officer, notice, 200, answer => $"the notice would stand until {answer.Word("lastDay")}");
        if (!draft.Json.GetProperty("areHolidaysKnown").GetBoolean())
        {
            await Put(
                await StaffLogIn("admin", password),
                $"/admin/v1/campaign-days/{draft.Word("lastDay")[..4]}-01-01",
                new
                {
                    kind = "DayOff",
                    name = "元旦",
                    version = 0,
                },
                200
            );
        }
    }

    /// <summary>五(领导小组审定) and 七.</summary>
    private async Task WalkTheMeeting(string password, Reviewed smith)
    {
        Chapter("14. The leading group decides, and the worker is a laureate");
        var (clerk, leader) = (await StaffLogIn("clerk", password), await StaffLogIn("leader", password));
        const string group = "/admin/v1/leading-group";
        var members = await Get(
            clerk,
            $"{group}?limit=100",
            200,
            answer => $"{answer.Json.GetProperty("items").GetArrayLength()} members"
        );
        if (members.Json.GetProperty("items").GetArrayLength() == 0)
        {
            var me = await Get(leader, "/admin/v1/me", 200, answer => answer.Word("displayName"));
            await Post(
                clerk,
                group,
                new
                {
                    name = "钱主席",
                    unit = "杭州市总工会",
                    staffId = me.Word("id"),
                },
                201
            );
            await Post(clerk, group, new { name = "方部长", unit = "中共杭州市委宣传部" }, 201);
            await Post(clerk, group, new { name = "邵局长", unit = "杭州市人力资源和社会保障局" }, 201);
            members = await Get(clerk, $"{group}?limit=100", 200, _ => "the group is complete");
        }

        var planned = await Post(
            clerk,
            "/admin/v1/meetings",
            new
            {
                title = "领导小组审定会议",
                heldOn = Today,
                agenda = new[] { new { caseId = smith.CaseId, kind = "Decision" } },
            },
            201
        );
        var path = $"/admin/v1/meetings/{planned.Word("id")}";
        await Post(clerk, $"{path}/open", new { version = await Version(clerk, path) }, 200);
        var ids = members
            .Json.GetProperty("items")
            .EnumerateArray()
            .Select(member => member.GetProperty("id").GetString());
        await Put(
            clerk,
            $"{path}/attendance",
            new { version = await Version(clerk, path), memberIds = ids.ToArray() },
            200
        );
        await Put(
            clerk,
            $"{path}/cases/{smith.CaseId}/opinion",
            new
            {
                version = await Version(clerk, path),
                text = "材料齐全，程序合规，建议认定。",
                date = Today,
            },
            200
        );
        await Get(
            leader,
            $"{path}/cases/{smith.CaseId}",
            200,
            answer =>
                $"a member reads the dossier: {answer.Json.GetProperty("scores").GetArrayLength()} short-listing, {answer.Json.GetProperty("objections").GetArrayLength()} objection, {answer.Number("tipCount")} tips and {answer.Number("voteCount")} votes as information"
        );
        await Put(
            clerk,
            $"{path}/minutes",
            new
            {
                version = await Version(clerk, path),
                text = "会议审阅了案卷，逐一表决。",
                fileId = await Upload(clerk, "/admin/v1/files"),
            },
            200
        );
        foreach (var member in members.Json.GetProperty("items").EnumerateArray())
        {
            var votesThemself = member.GetProperty("staffId").ValueKind != JsonValueKind.Null;
            await Post(
                votesThemself ? leader : clerk,
                $"{path}/ballots",
                new
                {
                    caseId = smith.CaseId,
                    memberId = votesThemself ? null : member.GetProperty("id").GetString(),
                    choice = "Agree",
                },
                201
            );
        }

        var theCase = $"/admin/v1/cases/{smith.CaseId}";
        var decided = await Post(
            clerk,
            $"{theCase}/decide",
            new { version = await CaseVersion(smith), meetingId = planned.Word("id") },
            200
        );
        await Post(clerk, $"{path}/close", new { version = await Version(clerk, path) }, 200);
        var recognised = await Post(clerk, $"{theCase}/recognise", new { version = decided.Number("version") }, 200);
        var laureate = $"/admin/v1/laureates/{recognised.Word("laureateId")}";
        await Put(
            clerk,
            laureate,
            new
            {
                version = await Version(clerk, laureate),
                medalOn = Today,
                prizePaidOn = Today,
            },
            200
        );
        var officer = await StaffLogIn("notice", password);
        await Put(
            officer,
            $"{laureate}/story",
            new
            {
                version = await Version(officer, laureate),
                text = "扎根车间二十四年，把薄壁件的合格率从七成提到九成九。",
            },
            200
        );
        await Post(officer, $"{laureate}/publish", new { version = await Version(officer, laureate) }, 200);
        await Get(
            null,
            $"/api/v1/laureates/{recognised.Word("laureateId")}",
            200,
            answer => $"{answer.Word("name")}, {answer.Word("certificateNumber")}: {answer.Word("story")}"
        );
        await Get(
            smith.Worker,
            $"/api/v1/me/applications/{smith.ApplicationId}/timeline",
            200,
            answer =>
                string.Join(
                    " → ",
                    answer
                        .Json.GetProperty("items")
                        .EnumerateArray()
                        .Select(step => step.GetProperty("to").GetString())
                        .Distinct()
                )
        );
    }

    private async Task<int> Version(string token, string path) =>
        (await Get(token, path, 200, answer => $"version {answer.Number("version")}")).Number("version");

    /// <summary>Who moves a case in a later stage learns its version from whoever reads cases.</summary>
    private async Task<int> CaseVersion(Reviewed reviewed) =>
        await Version(reviewed.Qualifier, $"/admin/v1/cases/{reviewed.CaseId}");

    private string Today => now.AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An organization files: with the seal, and with the paper the worker signed.</summary>
    private async Task Recommends(string token, string channel, string name, string mobile)
    {
        var body = Channel(channel, name, mobile, await Upload(token, "/admin/v1/photos"));
        body["endorsement"] = new
        {
            opinion = "技艺精湛，同意推荐。",
            date = Today,
            sealFileId = await Upload(token, "/admin/v1/files"),
        };
        body["consent"] = new
        {
            policyVersion = "2026-1",
            showPhoto = true,
            showWorkUnit = true,
            paper = new
            {
                fileId = await Upload(token, "/admin/v1/files"),
                date = Today,
                identityCheck = "当面核对身份证，本人当场签字。",
            },
        };
        var filed = await Post(token, "/admin/v1/applications", body, 201);
        Expect(filed.Word("state") == "Joined", "it supports the case that is open");
    }

    private static Dictionary<string, object> Channel(string channel, string name, string mobile, string photoId) =>
        new()
        {
            ["channel"] = channel,
            ["name"] = name,
            ["mobile"] = mobile,
            ["photoId"] = photoId,
            ["birthDate"] = "1978-04-12",
            ["ethnicGroup"] = "汉族",
            ["district"] = "330106",
            ["trade"] = "machinery",
            ["titleOrSkillLevel"] = "高级技师",
            ["address"] = "杭州市西湖区转塘街道",
            ["workUnit"] = "杭州云栖精密机械有限公司",
            ["deedsSummary"] = "扎根车间二十四年，独创薄壁件加工法，把合格率从七成提到九成九。",
            ["isChineseNational"] = true,
            ["isUnionMember"] = true,
            ["isFrontLine"] = true,
            ["inTradeInHangzhouSince"] = "2001-07-01",
            ["conditions"] = new[] { new { number = 1, text = "独创的薄壁件加工法，在同行业中公认。" } },
            ["declaredTruthful"] = true,
            ["consent"] = new
            {
                policyVersion = "2026-1",
                showPhoto = true,
                showWorkUnit = true,
            },
        };

    /// <summary>A small picture; as a file it stands for a scan.</summary>
    private async Task<string> Upload(string token, string path)
    {
        Steps++;
        using var square = new ByteArrayContent(
            Convert.FromBase64String(
                "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mNIaFhAEmIY1TCqYfhqAADldYAQci7DRgAAAABJRU5ErkJggg=="
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new MultipartFormDataContent { { square, "file", "scan.png" } };
        using var response = await http.SendAsync(request);
        Say("POST", path, (int)response.StatusCode, "a picture");
        Expect((int)response.StatusCode == 201, "201");
        using var kept = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return kept
            .RootElement.GetProperty(path.EndsWith("photos", StringComparison.Ordinal) ? "photoId" : "fileId")
            .GetString()!;
    }

    private async Task<Answer> FindCase(string token, string candidateId)
    {
        string? cursor = null;
        do
        {
            var page = await Get(
                token,
                $"/admin/v1/cases?state=Submitted&limit=100{(cursor is null ? "" : $"&cursor={cursor}")}",
                200,
                answer => $"{answer.Json.GetProperty("items").GetArrayLength()} cases wait for review"
            );
            foreach (var item in page.Json.GetProperty("items").EnumerateArray())
            {
                if (item.GetProperty("candidateId").GetString() == candidateId)
                {
                    return new Answer(200, item);
                }
            }

            cursor = page.Json.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        throw new StepFailed("the case is not in the queue");
    }

    private sealed record ApplicationForm(string Name, string PhotoId, string TitleOrSkillLevel);

    private static ApplicationForm Form(string name, string photoId) => new(name, photoId, "高级技师");

    private object With(ApplicationForm form, int version) =>
        new
        {
            form.Name,
            form.PhotoId,
            form.TitleOrSkillLevel,
            birthDate = "1970-09-08",
            ethnicGroup = "汉族",
            district = "330102",
            trade = "traditional-craft",
            mobile = $"139{Convert.ToInt64(run, 16) % 100_000_000:00000000}",
            address = "杭州市上城区小营巷",
            workplace = "上城区小营巷口修伞铺",
            deedsSummary = "从艺三十余年，掌握西湖绸伞全部工序，带徒六人，义务为社区老人修伞。",
            isChineseNational = true,
            isUnionMember = true,
            isFrontLine = true,
            inTradeInHangzhouSince = "1990-03-01",
            conditions = new[]
            {
                new { number = 2, text = "在西湖绸伞制作领域刻苦钻研，产品在同行业中具有较大影响力。" },
            },
            declaredTruthful = true,
            version,
        };

    private async Task<string> LogIn(string who)
    {
        var answer = await Post(null, "/api/v1/auth/wechat", new { code = $"dev:tour-{run}-{who}" }, 200);
        return answer.Word("accessToken");
    }

    private async Task<string> StaffLogIn(string userName, string password)
    {
        var answer = await Post(null, "/admin/v1/auth/login", new { userName, password }, 200);
        return answer.Word("accessToken");
    }

    private async Task<string> Tip(string token, string name, string workplace, string relation, string story)
    {
        var answer = await Post(
            token,
            "/api/v1/tips",
            new
            {
                name,
                workplace,
                district = "330102",
                trade = "traditional-craft",
                story,
                relation,
                photoIds = Array.Empty<string>(),
            },
            201
        );
        return answer.Word("id");
    }

    /// <summary>A portrait, for want of a camera a plain square.</summary>
    private async Task<string> Photo(string token)
    {
        Steps++;
        using var square = new ByteArrayContent(
            Convert.FromBase64String(
                "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mNIaFhAEmIY1TCqYfhqAADldYAQci7DRgAAAABJRU5ErkJggg=="
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/photos");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new MultipartFormDataContent { { square, "file", "portrait.png" } };
        using var response = await http.SendAsync(request);
        Say("POST", "/api/v1/photos", (int)response.StatusCode, "a photo of the worker");
        Expect((int)response.StatusCode == 201, "201");
        var photo = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return photo.RootElement.GetProperty("photoId").GetString()!;
    }

    private Task<Answer> Get(string? token, string path, int status, Func<Answer, string> say) =>
        Send(HttpMethod.Get, token, path, null, status, null, null, say);

    private Task<Answer> Post(
        string? token,
        string path,
        object? body,
        int status,
        string? code = null,
        string? key = null
    ) => Send(HttpMethod.Post, token, path, body, status, code, key, null);

    private Task<Answer> Delete(string token, string path, int status, Func<Answer, string>? say = null) =>
        Send(HttpMethod.Delete, token, path, null, status, null, null, say);

    private Task<Answer> Put(string? token, string path, object body, int status) =>
        Send(HttpMethod.Put, token, path, body, status, null, null, null);

    /// <summary>What everybody reads is a second or two old, and says how old.</summary>
    private async Task UntilTheCopyIsOfNow()
    {
        var begun = TimeProvider.System.GetUtcNow();
        for (var tries = 100; ; tries--)
        {
            using var board = JsonDocument.Parse(await http.GetStringAsync("/api/v1/leaderboard"));
            if (board.RootElement.GetProperty("asOf").GetDateTimeOffset() >= begun)
            {
                return;
            }

            Expect(tries > 0, "the leaderboard is of now");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private async Task GetText(string token, string path, string what)
    {
        Steps++;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Say("GET", path, (int)response.StatusCode, $"{what}, {text.Length} characters");
        Expect((int)response.StatusCode == 200, "200");
    }

    private async Task<Answer> Send(
        HttpMethod method,
        string? token,
        string path,
        object? body,
        int status,
        string? code,
        string? key,
        Func<Answer, string>? say
    )
    {
        Steps++;
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (body is not null)
        {
            request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = new Answer(
            (int)response.StatusCode,
            text.Length == 0 ? default : JsonDocument.Parse(text).RootElement
        );
        var came = answer.Status >= 400 ? $"{answer.Word("code")}: {answer.Word("title")}" : Describe(answer, say);
        Say(method.Method, path, answer.Status, came);
        Expect(answer.Status == status, $"{status}{(code is null ? "" : $" {code}")}");
        Expect(code is null || answer.Word("code") == code, code ?? "");
        return answer;
    }

    /// <summary>What is worth a line: what the step asks to say, else the small members of the answer, and never a token.</summary>
    private static string Describe(Answer answer, Func<Answer, string>? say) =>
        answer.Status >= 300 ? ""
        : say is not null ? say(answer)
        : answer.Json.ValueKind != JsonValueKind.Object ? ""
        : string.Join(
            ", ",
            answer
                .Json.EnumerateObject()
                .Where(member =>
                    member.Value.ValueKind
                        is JsonValueKind.String
                            or JsonValueKind.Number
                            or JsonValueKind.True
                            or JsonValueKind.False
                )
                .Where(member => !member.Name.EndsWith("Token", StringComparison.Ordinal))
                .Select(member => $"{member.Name} {member.Value}")
        );

    private static void Chapter(string title) => Console.WriteLine($"\n{title}");

    private void Say(string method, string path, int status, string came) =>
        Console.WriteLine($"  {Steps, 3}  {method, -4} {Short(path), -62} {status}  {came}");

    private static string Short(string path) => path.Length <= 62 ? path : $"{path[..61]}…";

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new StepFailed($"expected {what}");
        }
    }
}
