using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;
using DocumentFormat.OpenXml.Packaging;

namespace Craftsman.Tests.Meetings;

/// <summary>五(领导小组审定): 由首届“杭州工匠”认定工作领导小组讨论审定“杭州工匠”最终人选; 二: thirty places. On a database of its own, for the group is the campaign's.</summary>
public sealed class LeadingGroupDecisionTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task 五_领导小组审定_最终人选_A_yes_takes_a_place_and_a_no_ends_the_case()
    {
        await app.HasPlaces(1000);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup();
        var (applicant, _, agreed) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var (_, _, refused) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = await app.AnOpenMeeting(members, [agreed, refused]);
        await members.Vote(meetingId, agreed, "Agree", "Agree", "Abstain");
        await members.Vote(meetingId, refused, "Agree", "Disagree", "Abstain");

        var yes = (await clerk.Decides(meetingId, agreed)).Should(200);
        var no = (await clerk.Decides(meetingId, refused)).Should(200);

        Assert.Equal(("LeadingGroupDecision", "Yes"), (yes.Word("state"), yes.Word("result")));
        Assert.Equal(("NotSelected", "No"), (no.Word("state"), no.Word("result")));
        Assert.Equal(
            agreed,
            await app.Database.Value<Guid>(
                "SELECT case_id FROM places WHERE number = @place",
                new { place = yes.Number("place") }
            )
        );
        Assert.Equal("NotSelected", await app.StageOf(refused));
        var item = await clerk.SeesItem(meetingId, agreed);
        Assert.Equal("Yes", item.GetProperty("result").GetString());
        Assert.Equal(2, item.GetProperty("ballots").GetProperty("agree").GetInt32());
        (await clerk.Decides(meetingId, agreed)).ShouldRefuse(409, "case-already-decided");
        (await clerk.Decides(meetingId, refused)).ShouldRefuse(409, "case-closed");
        var applicationId = await app.Database.Value<Guid>(
            "SELECT leading_application_id FROM cases WHERE id = @agreed",
            new { agreed }
        );
        Assert.Contains(
            await applicant.SeesTimeline(applicationId),
            step => step.GetProperty("text").GetString() == "领导小组审定通过，等待认定。"
        );
    }

    [Fact]
    public async Task 五_领导小组审定_A_ballot_is_cast_once_by_who_is_present_and_not_recused_while_the_meeting_is_open()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 3);
        var (_, stranger) = await app.NewStaff(StaffRole.LeadingGroupMember);
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var (_, _, other) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var planned = Guid.Parse((await clerk.Plans("Decision", caseId)).Should(201).Word("id"));
        (await members[0].Person!.Casts(planned, caseId)).ShouldRefuse(409, "meeting-not-open");
        var meetingId = await app.AnOpenMeeting(members.Take(2), [caseId]);

        (await stranger.Casts(meetingId, caseId)).ShouldRefuse(403, "not-a-member");
        (await members[0].Person!.Casts(meetingId, other)).ShouldRefuse(409, "case-not-on-agenda");
        (await members[2].Person!.Casts(meetingId, caseId)).ShouldRefuse(409, "member-absent");
        (await members[1].Person!.Recuses(meetingId, caseId)).Should(201);
        (await members[1].Person!.Casts(meetingId, caseId)).ShouldRefuse(409, "member-recused");
        (await members[1].Person!.Api.Get($"/admin/v1/meetings/{meetingId}/cases/{caseId}")).ShouldRefuse(
            409,
            "member-recused"
        );
        (await members[0].Person!.Casts(meetingId, caseId, memberId: members[1].Id)).ShouldRefuse(403, "not-a-member");
        var votes = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => members[0].Person!.Casts(meetingId, caseId))
        );
        Assert.Single(votes, vote => vote.Status == 201);
        Assert.Equal(9, votes.Count(vote => vote.Code == "ballot-already-cast"));
        (await members[0].Person!.Recuses(meetingId, caseId)).ShouldRefuse(409, "ballot-already-cast");
        (await clerk.Acts(meetingId, "attendance", MeetingDrivers.Presence())).ShouldRefuse(409, "ballot-already-cast");
        (await clerk.Acts(meetingId, "close")).ShouldRefuse(409, "minutes-missing");
        (await clerk.Acts(meetingId, "minutes", MeetingDrivers.Minutes())).Should(200);
        (await clerk.Acts(meetingId, "close")).Should(200);
        (await members[0].Person!.Casts(meetingId, caseId)).ShouldRefuse(409, "meeting-not-open");

        Assert.Equal(
            1,
            await app.Database.Value<long>(
                "SELECT COUNT(*) FROM ballots WHERE meeting_id = @meetingId",
                new { meetingId }
            )
        );
    }

    [Fact]
    public async Task 五_领导小组审定_Who_is_of_the_workers_unit_takes_no_part_and_does_not_count()
    {
        await app.HasPlaces(1000);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 2);
        var (id, colleague) = await app.NewStaff(StaffRole.LeadingGroupMember);
        var added = (await clerk.AddsMember("章师傅", A.Form().WorkUnit!, id)).Should(201);
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var all = members.Append(new Member(Guid.Parse(added.Word("id")), colleague));
        var meetingId = await app.AnOpenMeeting(all, [caseId]);

        (await colleague.Casts(meetingId, caseId)).ShouldRefuse(409, "member-recused");
        await members.Vote(meetingId, caseId, "Agree", "Agree");

        var item = await clerk.SeesItem(meetingId, caseId);
        Assert.Equal(
            "SameUnit",
            Assert.Single(item.GetProperty("recusals").EnumerateArray()).GetProperty("kind").GetString()
        );
        Assert.Equal("Yes", (await clerk.Decides(meetingId, caseId)).Should(200).Word("result"));
    }

    [Fact]
    public async Task 五_领导小组审定_Who_recommended_the_worker_filed_for_them_or_is_them_takes_no_part()
    {
        await app.HasPlaces(1000);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 2);
        var (tipster, tipped) = await app.ACitizenWithPhone();
        var (applicant, filed) = await app.ACitizenWithPhone();
        var own = A.Form();
        var workers = new[]
        {
            await app.ACaseIn(Stage.LeadingGroupDecision),
            await ADecidable(applicant, A.Form()),
            await ADecidable(await app.NewCitizen(), own),
            await app.ACaseIn(Stage.LeadingGroupDecision),
        };
        await app.Joins(tipster, workers[0].CandidateId);
        var (id, person) = await app.NewStaff(StaffRole.LeadingGroupMember);
        (await clerk.AddsMember("何师傅", "杭州市总工会", id, "不是号码")).ShouldRefuse(400, "request-malformed");
        var added = (await clerk.AddsMember("何师傅", "杭州市总工会", id, tipped)).Should(201);
        Assert.True(added.Json.GetProperty("isKnownByPhone").GetBoolean());
        Assert.DoesNotContain(tipped, added.Text, StringComparison.Ordinal);
        await clerk.AddsMember("外单位人员", "杭州市总工会", null, filed);
        await clerk.AddsMember(own.Name!, "杭州市总工会", null, own.Mobile);
        var cases = workers.Select(worker => worker.CaseId).ToArray();

        // Before the meeting is opened the dossier is closed already.
        var planned = Guid.Parse((await clerk.Plans("Decision", cases)).Should(201).Word("id"));
        (await person.Api.Get($"/admin/v1/meetings/{planned}/cases/{cases[0]}")).ShouldRefuse(409, "member-recused");
        (await person.Api.Get($"/admin/v1/meetings/{planned}/cases/{cases[3]}")).Should(200);
        var all = members.Append(new Member(Guid.Parse(added.Word("id")), person));
        var meetingId = await app.AnOpenMeeting(all, cases);

        (await person.Casts(meetingId, cases[0])).ShouldRefuse(409, "member-recused");
        (await person.Casts(meetingId, cases[1])).Should(201);
        var kinds = new List<int>();
        foreach (var caseId in cases)
        {
            var item = await clerk.SeesItem(meetingId, caseId);
            var recusals = item.GetProperty("recusals").EnumerateArray().ToList();
            Assert.All(recusals, recusal => Assert.Equal("Own", recusal.GetProperty("kind").GetString()));
            kinds.Add(recusals.Count);
        }

        Assert.Equal([1, 1, 1, 0], kinds);
        await members.Vote(meetingId, cases[0], "Agree", "Agree");
        Assert.Equal(
            2,
            (await clerk.SeesItem(meetingId, cases[0])).GetProperty("ballots").GetProperty("agree").GetInt32()
        );

        async Task<(Citizen Applicant, Guid CandidateId, Guid CaseId)> ADecidable(Citizen citizen, ApplicationForm form)
        {
            var applicationId = await citizen.Applies(form);
            var caseId = await app.CaseOf(applicationId);
            await app.Database.Execute(
                "UPDATE cases SET stage = 'LeadingGroupDecision', shortlisted_at = UTC_TIMESTAMP(6) WHERE id = @caseId",
                new { caseId }
            );
            return (citizen, await app.CandidateOf(applicationId), caseId);
        }
    }

    [Fact]
    public async Task 五_领导小组审定_Ballots_of_members_who_do_not_log_in_are_entered_from_the_signed_minutes()
    {
        await app.HasPlaces(1000);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 1, offline: 2);
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = await app.AnOpenMeeting(members, [caseId]);

        (await clerk.Casts(meetingId, caseId, memberId: members[0].Id)).ShouldRefuse(409, "member-votes-themself");
        (await clerk.Casts(meetingId, caseId, memberId: members[1].Id)).ShouldRefuse(409, "signed-minutes-missing");
        var another = await (await app.Staff(StaffRole.TipReviewer)).UploadsScan();
        (await clerk.Acts(meetingId, "minutes", MeetingDrivers.Minutes(another))).ShouldRefuse(
            409,
            "minutes-file-unusable"
        );
        var scan = await clerk.UploadsScan();
        (await clerk.Acts(meetingId, "minutes", MeetingDrivers.Minutes(scan))).Should(200);
        (await clerk.Casts(meetingId, caseId, memberId: members[1].Id)).Should(201);
        (await clerk.Casts(meetingId, caseId, memberId: members[2].Id)).Should(201);
        (await clerk.Decides(meetingId, caseId)).ShouldRefuse(409, "ballots-missing");
        await members.Vote(meetingId, caseId, "Agree");

        Assert.Equal("Yes", (await clerk.Decides(meetingId, caseId)).Should(200).Word("result"));
        Assert.NotEmpty(await members[0].Person!.Api.Bytes($"/admin/v1/files/{scan}"));
    }

    [Fact]
    public async Task 五_领导小组审定_The_minutes_are_printed_with_who_was_there_and_what_the_ballots_came_to()
    {
        await app.HasPlaces(1000);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup();
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = await app.AnOpenMeeting(members.Take(2), [caseId]);
        var opinion = new JsonObject { ["text"] = "材料齐全，建议审定。", ["date"] = MeetingDrivers.Today };
        (await clerk.Acts(meetingId, $"cases/{caseId}/opinion", opinion)).Should(200);
        (await clerk.Acts(meetingId, "minutes", MeetingDrivers.Minutes())).Should(200);
        await members.Vote(meetingId, caseId, "Agree", "Agree");
        (await clerk.Decides(meetingId, caseId)).Should(200);

        var docx = await clerk.Api.Bytes($"/admin/v1/meetings/{meetingId}/minutes.docx");

        using (var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false))
        {
            Assert.Empty(PaperDrivers.Faults(document));
        }

        var page = PaperDrivers.Dense(Assert.Single(await Office.PagesOf(docx)));
        var names = (await clerk.SeesMeeting(meetingId))
            .GetProperty("members")
            .EnumerateArray()
            .ToDictionary(
                member => member.GetProperty("memberId").GetGuid(),
                member => $"{member.GetProperty("name").GetString()}（杭州市总工会）"
            );
        Assert.Contains($"出席：{names[members[0].Id]}、{names[members[1].Id]}", page, StringComparison.Ordinal);
        Assert.Contains($"缺席：{names[members[2].Id]}", page, StringComparison.Ordinal);
        Assert.Contains("会议逐一审阅了案卷并表决。", page, StringComparison.Ordinal);
        Assert.Contains("材料齐全，建议审定。", page, StringComparison.Ordinal);
        Assert.Matches("陆长根.*审定2000通过", page);
    }

    [Fact]
    public async Task 五_领导小组审定_A_meeting_without_quorum_decides_nothing()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 3);
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = await app.AnOpenMeeting(members.Take(1), [caseId]);
        await members.Vote(meetingId, caseId, "Agree");

        (await clerk.Decides(meetingId, caseId)).ShouldRefuse(409, "meeting-without-quorum");

        Assert.Equal("LeadingGroupDecision", await app.StageOf(caseId));
        Assert.Equal(
            0,
            await app.Database.Value<long>("SELECT COUNT(*) FROM places WHERE case_id = @caseId", new { caseId })
        );
    }

    [Fact]
    public async Task 五_领导小组审定_The_agenda_has_cases_that_wait_for_it_and_the_offices_opinion()
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        await app.ALeadingGroup(voting: 1);
        var (_, _, early) = await app.ACaseIn(Stage.PublicNotice);
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);

        (await clerk.Plans("Decision", early)).ShouldRefuse(409, "case-not-for-meeting");
        (await clerk.Plans("Revocation", caseId)).ShouldRefuse(409, "case-not-for-meeting");
        (await clerk.Plans("Decision", caseId, caseId)).ShouldRefuse(400, "request-malformed");
        (await clerk.Plans("Decision", Guid.AllBitsSet)).ShouldRefuse(400, "request-malformed");
        var meetingId = Guid.Parse((await clerk.Plans("Decision", caseId)).Should(201).Word("id"));
        var opinion = new JsonObject { ["text"] = "材料齐全，建议审定。", ["date"] = MeetingDrivers.Today };
        (await clerk.Acts(meetingId, $"cases/{early}/opinion", (JsonObject)opinion.DeepClone())).ShouldRefuse(
            409,
            "case-not-on-agenda"
        );
        (await clerk.Acts(meetingId, $"cases/{caseId}/opinion", opinion)).Should(200);
        (await clerk.Acts(meetingId, "open", version: 99)).ShouldRefuse(409, "version-stale");

        Assert.Equal(
            "材料齐全，建议审定。",
            (await clerk.SeesItem(meetingId, caseId)).GetProperty("opinion").GetString()
        );
        var dossier = (await clerk.Api.Get($"/admin/v1/meetings/{meetingId}/cases/{caseId}")).Should(200);
        Assert.Equal(0, dossier.Number("voteCount"));
        Assert.DoesNotContain(A.Form().Phone!, dossier.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task 二_Of_ten_agreed_cases_recorded_at_once_by_several_clerks_three_take_the_three_places()
    {
        var members = await app.ALeadingGroup();
        var cases = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            cases.Add((await app.ACaseIn(Stage.LeadingGroupDecision)).CaseId);
        }

        var taken = await app.PlacesTaken();
        await app.HasPlaces(taken + 3);
        var meetingId = await app.AnOpenMeeting(members, [.. cases]);
        foreach (var caseId in cases)
        {
            await members.Vote(meetingId, caseId, "Agree", "Agree", "Agree");
        }

        var clerks = new[]
        {
            (await app.NewStaff(StaffRole.OfficeClerk)).Person,
            (await app.NewStaff(StaffRole.OfficeClerk)).Person,
            await app.Staff(StaffRole.OfficeClerk),
        };
        var tied = await Task.WhenAll(cases.Select((caseId, at) => clerks[at % 3].Decides(meetingId, caseId)));
        Assert.All(tied, answer => answer.ShouldRefuse(409, "tie-at-last-place"));
        Assert.Equal(taken, await app.PlacesTaken());

        (await clerks[2].Acts(meetingId, "order", MeetingDrivers.Order(cases.AsEnumerable().Reverse()))).Should(200);
        var answers = await Task.WhenAll(cases.Select((caseId, at) => clerks[at % 3].Decides(meetingId, caseId)));

        Assert.Equal(3, answers.Count(answer => answer.Status == 200));
        Assert.Equal(7, answers.Count(answer => answer.Code == "no-place-left"));
        Assert.Equal(
            cases.TakeLast(3).Order(),
            (await app.Database.Rows<Guid>("SELECT case_id FROM places WHERE number > @taken", new { taken })).Order()
        );
        Assert.Equal(taken + 3, await app.PlacesTaken());
    }

    [Fact]
    public async Task 二_One_case_recorded_twenty_times_at_once_takes_one_place()
    {
        await app.HasPlaces(1000);
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = await app.ALeadingGroup(voting: 1);
        var (_, _, caseId) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = await app.AnOpenMeeting(members, [caseId]);
        await members.Vote(meetingId, caseId, "Agree");
        var version = (await clerk.SeesCase(caseId)).Number("version");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => clerk.MovesCase(caseId, "decide", new JsonObject { ["meetingId"] = meetingId }, version))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(19, answers.Count(answer => answer.Code == "version-stale"));
        Assert.Equal(
            1,
            await app.Database.Value<long>("SELECT COUNT(*) FROM places WHERE case_id = @caseId", new { caseId })
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task 二_A_vacated_place_is_given_again_only_where_the_campaign_says_so(bool fills)
    {
        await app.Database.Execute("UPDATE campaigns SET fills_vacated_places = @fills", new { fills });
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var (applicant, _, vacated) = await app.ADecidedCase();
        var applicationId = await app.Database.Value<Guid>(
            "SELECT leading_application_id FROM cases WHERE id = @vacated",
            new { vacated }
        );
        var number = await app.Database.Value<int>(
            "SELECT number FROM places WHERE case_id = @vacated",
            new { vacated }
        );
        (await applicant.Withdraws(applicationId)).Should(200);
        await app.HasPlaces(await app.PlacesTaken());
        var members = await app.ALeadingGroup(voting: 1);
        var (_, _, next) = await app.ACaseIn(Stage.LeadingGroupDecision);
        var meetingId = await app.AnOpenMeeting(members, [next]);
        await members.Vote(meetingId, next, "Agree");

        var decided = await clerk.Decides(meetingId, next);

        if (fills)
        {
            Assert.Equal(number, decided.Should(200).Number("place"));
        }
        else
        {
            decided.ShouldRefuse(409, "no-place-left");
        }

        await app.Database.Execute("UPDATE campaigns SET fills_vacated_places = 0");
    }

    [Fact]
    public async Task 二_Places_are_never_set_below_those_that_are_taken()
    {
        await app.ADecidedCase();
        var administrator = await app.Staff(StaffRole.Administrator);
        var id = await app.Database.Value<Guid>("SELECT id FROM campaigns WHERE is_current = 1");
        var (taken, version) = (
            await app.PlacesTaken(),
            await app.Database.Value<int>("SELECT places_version FROM campaigns WHERE id = @id", new { id })
        );

        if (taken > 1)
        {
            (await Sets(taken - 1, version)).ShouldRefuse(409, "places-below-taken");
        }

        (await Sets(taken + 5, version)).Should(200);
        (await Sets(taken + 6, version)).ShouldRefuse(409, "version-stale");
        Assert.Equal(
            taken + 5,
            await app.Database.Value<int>("SELECT places FROM campaigns WHERE id = @id", new { id })
        );
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        (
            await clerk.Api.Put(
                $"/admin/v1/campaigns/{id}/places",
                new
                {
                    places = 30,
                    reason = "试",
                    version,
                }
            )
        ).ShouldRefuse(403, "role-missing");

        Task<Answer> Sets(int places, int seen) =>
            administrator.Api.Put(
                $"/admin/v1/campaigns/{id}/places",
                new
                {
                    places,
                    reason = "主办单位议定。",
                    version = seen,
                }
            );
    }
}
