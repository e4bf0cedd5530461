using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

/// <summary>
/// 杭总工〔2016〕34号 as one story, by HTTP from the first application to the last certificate. Days that only a calendar can bring are
/// the one thing written into rows.
/// </summary>
public sealed class WholeNoticeTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private const int Applications = 120;
    private const int Rejected = 8;
    private const int Returned = 6;
    private const int Shortlisted = 34;
    private const int Places = 30;
    private const string Trade = "textile-silk";
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };
    private readonly App app = lonely.App;

    [Fact]
    public async Task 二_and_三_to_五_and_七_and_九_三_a_hundred_and_twenty_applications_in_four_channels_become_thirty_laureates()
    {
        var cases = await AreFiled();
        var passed = await AreReviewed(cases);
        var shortlisted = await AreJudged(passed);
        var noticed = await StandInPublic(shortlisted);
        var laureates = await AreDecided(noticed);
        await AreHonoured(laureates);
        await OneIsRevoked(laureates[^1]);

        // Nobody got lost on the way: each case is where one of these steps left it.
        var stages = await app.Database.Rows<(string Stage, int Cases)>(
            "SELECT stage, COUNT(*) FROM cases GROUP BY stage ORDER BY stage"
        );
        Assert.Equal(
            [
                ("Disqualified", 1),
                // Those the experts did not select, one whom the group did not agree to, and the thirty-first.
                ("NotSelected", Applications - Rejected - Shortlisted + 1),
                ("LeadingGroupDecision", 1),
                ("Recognised", Places - 1),
                ("Rejected", Rejected + 1),
                ("Revoked", 1),
            ],
            stages.OrderBy(stage => Array.IndexOf(Order, stage.Stage)).ToArray()
        );
    }

    private static readonly string[] Order =
    [
        "Disqualified",
        "NotSelected",
        "LeadingGroupDecision",
        "Recognised",
        "Rejected",
        "Revoked",
    ];

    private sealed record Filed(Guid CaseId, Guid ApplicationId, string Channel, Citizen? Applicant, string Unit);

    /// <summary>四: thirty through each channel.</summary>
    private async Task<IReadOnlyList<Filed>> AreFiled()
    {
        var (employer, _) = await app.AFiler("Employer");
        var (society, _) = await app.AFiler("Society");
        var tips = await app.Staff(StaffRole.TipReviewer);
        var filed = new ConcurrentBag<Filed>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Applications),
            AtOnce,
            async (at, _) =>
            {
                var form = FormOf(at);
                filed.Add(
                    (at % 4) switch
                    {
                        0 => await Kept(await employer.Files(form), "Unit", null, form),
                        1 => await Kept(await society.Files(form, "Society"), "Society", null, form),
                        2 => await FromTheStreet(tips, form),
                        _ => await ByThemselves(form),
                    }
                );
            }
        );
        Assert.Equal(
            Applications,
            await app.Database.Value<int>("SELECT COUNT(*) FROM cases WHERE stage = 'Submitted'")
        );
        return [.. filed.OrderBy(each => each.Unit, StringComparer.Ordinal)];
    }

    /// <summary>四(三): a citizen tells of them, and they accept.</summary>
    private async Task<Filed> FromTheStreet(StaffMember tips, ApplicationForm form)
    {
        var tipster = await app.NewCitizen();
        var tipId = await tipster.Tips(A.Tip() with { Name = form.Name, WorkUnit = form.WorkUnit });
        var candidateId = await tips.VerifiesAsNew(
            tipId,
            A.Person() with
            {
                Name = form.Name,
                WorkUnit = form.WorkUnit,
            }
        );
        var worker = await app.NewCitizen();
        var (_, applicationId) = await worker.Accepts(await tips.Invites(candidateId));
        await tips.ConfirmsConsent(candidateId);
        (await worker.Saves(applicationId, await worker.Pictured(form))).Should(200);
        (await worker.Submits(applicationId)).Should(200);
        return await Kept(applicationId, "PublicTip", worker, form);
    }

    /// <summary>四(四).</summary>
    private async Task<Filed> ByThemselves(ApplicationForm form)
    {
        var worker = await app.NewCitizen();
        return await Kept(await worker.Applies(form), "Self", worker, form);
    }

    private async Task<Filed> Kept(Guid applicationId, string channel, Citizen? applicant, ApplicationForm form) =>
        new(await app.CaseOf(applicationId), applicationId, channel, applicant, form.WorkUnit!);

    /// <summary>五(资格审核): some come back and are supplemented, some are refused with the clause of 三(二), the others pass.</summary>
    private async Task<IReadOnlyList<Filed>> AreReviewed(IReadOnlyList<Filed> cases)
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var refused = cases.Take(Rejected).ToHashSet();
        var returned = cases.Where(each => each.Channel == "Self").Except(refused).Take(Returned).ToHashSet();
        await Parallel.ForEachAsync(
            cases,
            AtOnce,
            async (each, _) =>
            {
                await reviewer.StartsReview(each.CaseId);
                if (refused.Contains(each))
                {
                    await reviewer.Rejects(each.CaseId);
                    return;
                }

                if (returned.Contains(each))
                {
                    await reviewer.Returns(each.CaseId, "deedsSummary");
                    var form = await each.Applicant!.SeesForm(each.ApplicationId);
                    (
                        await each.Applicant!.Saves(
                            each.ApplicationId,
                            form with
                            {
                                DeedsSummary = $"{form.DeedsSummary}近五年带徒九人。",
                            }
                        )
                    ).Should(200);
                    (await each.Applicant!.Submits(each.ApplicationId)).Should(200);
                }

                if (each.Channel == "Unit")
                {
                    // 四(一): the employer's own word came with the form, the union's is recorded.
                    (await reviewer.Screens(each.CaseId, "DistrictUnion")).Should(200);
                }

                await reviewer.ChecksAll(each.CaseId);
                (await reviewer.MovesCase(each.CaseId, "pass", new JsonObject { ["contentFit"] = true })).Should(200);
            }
        );
        return [.. cases.Where(each => !refused.Contains(each))];
    }

    /// <summary>五(专家评审): a colleague of one applicant sits on the panel and says nothing; nobody lets them near the case.</summary>
    private async Task<IReadOnlyList<Filed>> AreJudged(IReadOnlyList<Filed> cases)
    {
        var secretary = await app.Staff(StaffRole.PanelSecretary);
        var added = await secretary.Api.Post(
            "/admin/v1/panels",
            new { name = "丝绸印染评审组", trades = new[] { Trade } }
        );
        var experts = new List<ExpertPerson>();
        var panel = new TestPanel(app, Guid.Parse(added.Should(201).Word("id")), Trade, secretary, experts);
        string[] kinds = ["Expert", "TradeAssociation", "SocialOrganization", "Media", "Expert", "Expert", "Expert"];
        foreach (var kind in kinds.SkipLast(1))
        {
            experts.Add(await panel.Joins(kind));
        }

        var hidden = cases[10];
        var colleague = await panel.Joins(kinds[^1], workUnit: hidden.Unit);
        experts.Add(colleague);
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        Assert.Equal(3, (await panel.Judges(hidden.CaseId)).Count);
        Assert.DoesNotContain(colleague, await panel.Judges(hidden.CaseId));
        (await panel.Scores(colleague, hidden.CaseId, 90)).ShouldRefuse(404, "not-found");

        await Parallel.ForEachAsync(
            cases.Select((each, at) => (each.CaseId, Points: 40 + (at % 50))),
            AtOnce,
            async (each, _) => await panel.AllScore(each.CaseId, each.Points)
        );
        (await panel.Closes()).Should(200);
        var ranked = cases
            .Select((each, at) => (each, Points: 40 + (at % 50)))
            .OrderByDescending(each => each.Points)
            .Select(each => each.each)
            .ToList();
        await Parallel.ForEachAsync(
            ranked.Select((each, at) => (each.CaseId, Move: at < Shortlisted ? "shortlist" : "not-select")),
            AtOnce,
            async (each, _) =>
                (
                    await panel.Decides(
                        each.CaseId,
                        each.Move,
                        each.Move == "shortlist" ? new { method = "TrimmedMean" } : null
                    )
                ).Should(200)
        );
        return [.. ranked.Take(Shortlisted)];
    }

    /// <summary>五(社会公示): over a holiday, with an objection upheld, one dismissed, and a disqualification (九(三)).</summary>
    private async Task<IReadOnlyList<Filed>> StandInPublic(IReadOnlyList<Filed> cases)
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        await PapersAreConfirmed(cases.Where(each => each.Applicant is null));
        var noticeId = await officer.DraftsNotice([.. cases.Select(each => each.CaseId)]);
        var opens = NoticeDrivers.Today;
        var usual = (await officer.SeesNotice(noticeId)).Word("closesAt");
        var holiday = Enumerable.Range(1, 7).Select(opens.AddDays).First(IsWeekday);
        (
            await (await app.Staff(StaffRole.Administrator)).Api.Put(
                $"/admin/v1/campaign-days/{holiday.Written()}",
                new
                {
                    kind = "DayOff",
                    name = "西湖博览会",
                    version = 0,
                }
            )
        ).Should(200);
        (await officer.OpensNotice(noticeId)).Should(200);
        var closes = (await officer.SeesNotice(noticeId)).Word("closesAt");
        Assert.True(string.CompareOrdinal(closes, usual) > 0, $"{closes} is not after {usual}.");
        Assert.Equal(Shortlisted, (await app.NamedIn(noticeId)).Count);

        var entries = await app.Database.Rows<(Guid EntryId, Guid CaseId)>(
            "SELECT id, case_id FROM public_notice_entries WHERE notice_id = @noticeId ORDER BY position",
            new { noticeId }
        );
        Guid CaseAt(int at) => entries[at].CaseId;
        var notice = new StandingNotice(noticeId, [], [.. entries.Select(entry => entry.EntryId)]);
        var (upheld, upheldCode, examiner) = await app.AnExaminedObjection(notice, 0);
        var (dismissed, dismissedCode, _) = await app.AnExaminedObjection(notice, 1, named: true);
        (await app.EndsNotice(officer, CaseAt(1))).ShouldRefuse(409, "notice-not-over");
        (await app.Examines(examiner, upheld, "uphold", "Rejected")).Should(200);
        (await app.Examines(examiner, dismissed, "dismiss")).Should(200);
        Assert.Equal("Upheld", (await app.Follows(upheldCode)).Should(200).Word("state"));
        Assert.Equal("Dismissed", (await app.Follows(dismissedCode)).Should(200).Word("state"));
        await IsDisqualified(CaseAt(2));
        Assert.Equal(Shortlisted - 2, (await app.NamedIn(noticeId)).Count);

        await app.NoticePasses(noticeId);
        var left = entries.Select(entry => entry.CaseId).Except([CaseAt(0), CaseAt(2)]).ToList();
        await Parallel.ForEachAsync(
            left,
            AtOnce,
            async (caseId, _) => (await app.EndsNotice(officer, caseId)).Should(200)
        );
        return [.. cases.Where(each => left.Contains(each.CaseId))];
    }

    /// <summary>Nobody is named without their word: what organizations sent on paper counts once a tip reviewer has looked at it.</summary>
    private async Task PapersAreConfirmed(IEnumerable<Filed> cases)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        foreach (var each in cases)
        {
            var (candidateId, consentId) = (
                await app.Database.Rows<(Guid, Guid)>(
                    "SELECT c.candidate_id, c.id FROM consents c JOIN cases k ON k.candidate_id = c.candidate_id WHERE k.id = @CaseId",
                    new { each.CaseId }
                )
            ).Single();
            var version = (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32();
            (await reviewer.ConfirmsPaper(candidateId, consentId, version)).Should(200);
        }
    }

    private async Task IsDisqualified(Guid caseId)
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var evidence = await clerk.UploadsScan();
        var asked = await clerk.Api.Post(
            $"/admin/v1/cases/{caseId}/disqualify",
            new
            {
                version = await app.VersionOfCase(caseId),
                fileIds = new[] { evidence },
                reason = "获奖证书系伪造，已向主办单位核实。",
            }
        );
        var approvalId = asked.Should(202).Word("approvalId");
        (await clerk.Api.Post($"/admin/v1/approvals/{approvalId}/approve")).ShouldRefuse(
            403,
            "approval-needs-another-person"
        );
        var (_, second) = await app.NewStaff(StaffRole.OfficeClerk);
        (await second.Api.Post($"/admin/v1/approvals/{approvalId}/approve")).Should(200);
        Assert.Equal("Disqualified", await app.StageOf(caseId));
    }

    /// <summary>五(领导小组审定) and 二: everybody votes at once; one is not agreed to, thirty-one are, and there are thirty places.</summary>
    private async Task<IReadOnlyList<Filed>> AreDecided(IReadOnlyList<Filed> cases)
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 3);
        var caseIds = cases.Select(each => each.CaseId).ToArray();
        var meetingId = await app.AnOpenMeeting(members, caseIds);
        var against = caseIds[^1];
        await Parallel.ForEachAsync(
            members.SelectMany(member => caseIds.Select(caseId => (member, caseId))),
            AtOnce,
            async (ballot, _) =>
                (
                    await ballot.member.Person!.Casts(
                        meetingId,
                        ballot.caseId,
                        ballot.caseId == against ? "Disagree" : "Agree"
                    )
                ).Should(201)
        );
        (await clerk.Decides(meetingId, against)).Should(200);
        Assert.Equal("NotSelected", await app.StageOf(against));
        var agreed = caseIds[..^1];
        Assert.Equal(Places + 1, agreed.Length);
        (await clerk.Decides(meetingId, agreed[0])).ShouldRefuse(409, "tie-at-last-place");
        (await clerk.Acts(meetingId, "order", MeetingDrivers.Order(agreed))).Should(200);

        var answers = new ConcurrentBag<(Guid CaseId, Answer Answer)>();
        await Parallel.ForEachAsync(
            agreed.Concat(agreed.Take(5)),
            AtOnce,
            async (caseId, _) => answers.Add((caseId, await clerk.Decides(meetingId, caseId)))
        );

        Assert.Equal(Places, answers.Count(each => each.Answer.Status == 200));
        answers.Single(each => each.CaseId == agreed[^1]).Answer.ShouldRefuse(409, "no-place-left");
        Assert.Equal(Places, await app.PlacesTaken());
        return [.. cases.Where(each => agreed.SkipLast(1).Contains(each.CaseId))];
    }

    /// <summary>七: certificate, medal, 20 000 yuan; and 八(一), their stories.</summary>
    private async Task AreHonoured(IReadOnlyList<Filed> cases)
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var numbers = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            cases,
            AtOnce,
            async (each, _) =>
            {
                var recognised = (await clerk.MovesCase(each.CaseId, "recognise", [])).Should(200);
                var id = recognised.Word("laureateId");
                numbers.Add(recognised.Word("certificateNumber"));
                var version = (await clerk.Api.Get($"/admin/v1/laureates/{id}")).Should(200).Number("version");
                var paid = await clerk.Api.Put(
                    $"/admin/v1/laureates/{id}",
                    new
                    {
                        version,
                        medalOn = MeetingDrivers.Today,
                        prizePaidOn = MeetingDrivers.Today,
                    }
                );
                version = paid.Should(200).Number("version");
                var told = await officer.Api.Put(
                    $"/admin/v1/laureates/{id}/story",
                    new { version, text = "守着一台印染机二十多年，配色不看样卡。" }
                );
                version = told.Should(200).Number("version");
                (await officer.Api.Post($"/admin/v1/laureates/{id}/publish", new { version })).Should(200);
            }
        );
        Assert.Equal(Places, numbers.Distinct().Count());
        Assert.Equal(Places, await Shown());
        Assert.Equal(
            Places * 20_000,
            await app.Database.Value<int>("SELECT SUM(prize_yuan) FROM laureates WHERE prize_paid_on IS NOT NULL")
        );
    }

    /// <summary>A rule of the campaign: what was recognised can be taken back by a meeting, and the place stays empty.</summary>
    private async Task OneIsRevoked(Filed worker)
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 3);
        var meetingId = await app.AnOpenMeeting(members, [worker.CaseId], "Revocation");
        await members.Vote(meetingId, worker.CaseId, "Agree", "Agree", "Agree");

        (await clerk.MovesCase(worker.CaseId, "revoke", new JsonObject { ["meetingId"] = meetingId })).Should(200);

        Assert.Equal("Revoked", await app.StageOf(worker.CaseId));
        Assert.Equal(Places - 1, await Shown());
        Assert.Equal(Places, await app.PlacesTaken());
    }

    private async Task<int> Shown()
    {
        var answer = (await app.Anonymous.Get("/api/v1/laureates?limit=100")).Should(200);
        return answer.Json.GetProperty("items").GetArrayLength();
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static ApplicationForm FormOf(int at) =>
        A.Form() with
        {
            Name = $"{"王李张刘陈杨黄赵吴周"[at % 10]}{"建明秀国永桂志丽春海文玉"[at / 10]}",
            WorkUnit = $"杭州{"天地玄黄宇宙洪荒日月"[at % 10]}{"金木水火土山石田风云"[at / 12]}{at:D3}丝绸厂",
            Trade = Trade,
        };
}
