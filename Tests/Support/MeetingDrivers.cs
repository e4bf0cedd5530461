using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Support;

/// <summary>A member of the leading group of a test.</summary>
/// <param name="Person">Null for who does not log in.</param>
public sealed record Member(Guid Id, StaffMember? Person);

/// <summary>What the leading group and its office do. The group is the campaign's, so tests that meet have a database of their own.</summary>
public static class MeetingDrivers
{
    private const string Group = "/admin/v1/leading-group";
    private const string Meetings = "/admin/v1/meetings";

    public static string Today => ChinaDay.Of(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", null);

    /// <summary>The group anew: so many who vote themselves, and so many who do not log in.</summary>
    public static async Task<IReadOnlyList<Member>> ALeadingGroup(
        this App app,
        int voting = 3,
        int offline = 0,
        string unit = "杭州市总工会"
    )
    {
        await app.Database.Execute("UPDATE leading_group_members SET is_member = 0");
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var members = new List<Member>();
        for (var i = 0; i < voting + offline; i++)
        {
            var (account, person) = i < voting ? await app.NewStaff(StaffRole.LeadingGroupMember) : (default, null!);
            var added = await clerk.AddsMember(app.UniqueName("成员"), unit, i < voting ? account : null);
            members.Add(new Member(Guid.Parse(added.Should(201).Word("id")), person));
        }

        return members;
    }

    public static Task<Answer> AddsMember(
        this StaffMember clerk,
        string name,
        string unit,
        Guid? staffId = null,
        string? phone = null
    ) =>
        clerk.Api.Post(
            Group,
            new
            {
                name,
                unit,
                staffId,
                phone,
            }
        );

    /// <summary>Plans a meeting about these cases, whatever comes of it.</summary>
    public static Task<Answer> Plans(this StaffMember clerk, string kind, params Guid[] caseIds) =>
        clerk.Api.Post(
            Meetings,
            new
            {
                title = "领导小组第一次会议",
                heldOn = Today,
                agenda = caseIds.Select(caseId => new { caseId, kind }),
            }
        );

    public static async Task<JsonElement> SeesMeeting(this StaffMember person, Guid meetingId) =>
        (await person.Api.Get($"{Meetings}/{meetingId}")).Should(200).Json;

    /// <summary>What the meeting has about one of its cases.</summary>
    public static async Task<JsonElement> SeesItem(this StaffMember person, Guid meetingId, Guid caseId) =>
        (await person.SeesMeeting(meetingId))
            .GetProperty("agenda")
            .EnumerateArray()
            .Single(item => item.GetProperty("caseId").GetGuid() == caseId);

    /// <summary>An act of the office with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> Acts(
        this StaffMember clerk,
        Guid meetingId,
        string act,
        JsonObject? body = null,
        int? version = null
    )
    {
        body ??= [];
        body["version"] = version ?? (await clerk.SeesMeeting(meetingId)).GetProperty("version").GetInt32();
        var path = $"{Meetings}/{meetingId}/{act}".TrimEnd('/');
        return act is "open" or "close" ? await clerk.Api.Post(path, body) : await clerk.Api.Put(path, body);
    }

    public static JsonObject Presence(params IEnumerable<Guid> memberIds) =>
        new() { ["memberIds"] = new JsonArray([.. memberIds.Select(id => JsonValue.Create(id))]) };

    public static JsonObject Minutes(Guid? fileId = null) =>
        new() { ["text"] = "会议逐一审阅了案卷并表决。", ["fileId"] = fileId };

    public static JsonObject Order(params IEnumerable<Guid> caseIds) =>
        new()
        {
            ["caseIds"] = new JsonArray([.. caseIds.Select(id => JsonValue.Create(id))]),
            ["reason"] = "经讨论，按带徒人数先后。",
        };

    /// <summary>A meeting about these cases that was opened, with these members present.</summary>
    public static async Task<Guid> AnOpenMeeting(
        this App app,
        IEnumerable<Member> present,
        Guid[] caseIds,
        string kind = "Decision"
    )
    {
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        var meetingId = Guid.Parse((await clerk.Plans(kind, caseIds)).Should(201).Word("id"));
        (await clerk.Acts(meetingId, "open")).Should(200);
        (await clerk.Acts(meetingId, "attendance", Presence(present.Select(member => member.Id)))).Should(200);
        return meetingId;
    }

    /// <summary>Casts the caller's own ballot, or another's; whatever comes of it.</summary>
    public static Task<Answer> Casts(
        this StaffMember person,
        Guid meetingId,
        Guid caseId,
        string choice = "Agree",
        Guid? memberId = null
    ) =>
        person.Api.Post(
            $"{Meetings}/{meetingId}/ballots",
            new
            {
                caseId,
                memberId,
                choice,
            }
        );

    /// <summary>Each of the members casts one of the choices, in order.</summary>
    public static async Task Vote(
        this IReadOnlyList<Member> members,
        Guid meetingId,
        Guid caseId,
        params string[] choices
    )
    {
        foreach (var (member, choice) in members.Zip(choices))
        {
            (await member.Person!.Casts(meetingId, caseId, choice)).Should(201);
        }
    }

    public static Task<Answer> Recuses(this StaffMember person, Guid meetingId, Guid caseId, Guid? memberId = null) =>
        person.Api.Post(
            $"{Meetings}/{meetingId}/recusals",
            new
            {
                caseId,
                memberId,
                reason = "曾是同门师兄弟。",
            }
        );

    /// <summary>Records what the meeting said, with the case's version as it is now; whatever comes of it.</summary>
    public static async Task<Answer> Decides(this StaffMember clerk, Guid meetingId, Guid caseId) =>
        await clerk.MovesCase(caseId, "decide", new JsonObject { ["meetingId"] = meetingId });

    /// <summary>A case that a meeting agreed to, with its place.</summary>
    public static async Task<(Citizen Applicant, Guid CandidateId, Guid CaseId)> ADecidedCase(this App app)
    {
        await app.HasPlaces(1000);
        var made = await app.ACaseIn(Stage.LeadingGroupDecision);
        var members = await app.ALeadingGroup(voting: 1);
        var meetingId = await app.AnOpenMeeting(members, [made.CaseId]);
        await members.Vote(meetingId, made.CaseId, "Agree");
        (await (await app.Staff(StaffRole.OfficeClerk)).Decides(meetingId, made.CaseId)).Should(200);
        return made;
    }

    /// <summary>A worker who was recognised.</summary>
    public static async Task<(Citizen Applicant, Guid CandidateId, Guid CaseId, Guid LaureateId)> ALaureate(
        this App app
    )
    {
        var (applicant, candidateId, caseId) = await app.ADecidedCase();
        var recognised = await (await app.Staff(StaffRole.OfficeClerk)).MovesCase(caseId, "recognise");
        return (applicant, candidateId, caseId, Guid.Parse(recognised.Should(200).Word("laureateId")));
    }

    /// <summary>How many may be recognised, set behind the service's back.</summary>
    public static Task<int> HasPlaces(this App app, int places) =>
        app.Database.Execute("UPDATE campaigns SET places = @places", new { places });

    public static Task<int> PlacesTaken(this App app) =>
        app.Database.Value<int>("SELECT COALESCE(MAX(number), 0) FROM places");

    /// <summary>A laureate as rows, for tests that are not about how they came to be.</summary>
    public static async Task<Guid> LaureateRow(this App app)
    {
        var (_, _, caseId) = await app.ACaseIn(Stage.Recognised);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Database.Execute(
            """
            INSERT INTO laureates (id, campaign_id, case_id, number, certificate_number, recognised_at, prize_yuan)
            SELECT @id, k.campaign_id, k.id, UUID_SHORT() % 1000000000, HEX(k.id), UTC_TIMESTAMP(6), 20000
            FROM cases k
            WHERE k.id = @caseId
            """,
            new { id, caseId }
        );
        return id;
    }

    /// <summary>Offers to take one apprentice, whatever comes of it.</summary>
    public static Task<Answer> ProposesOffer(this Citizen citizen) =>
        citizen.Api.Post(
            "/api/v1/me/laureate/offers",
            new
            {
                kind = "Apprentices",
                text = "每周六下午收两名徒弟。",
                places = 1,
                closesOn = Today,
            }
        );

    /// <summary>A request for an approved offer, as rows.</summary>
    public static async Task<(Guid LaureateId, Guid OfferId, Guid RequestId)> OfferRow(
        this App app,
        string state = "Proposed",
        Citizen? by = null
    )
    {
        var (laureateId, citizenId) = (await app.LaureateRow(), await app.IdOf(by ?? await app.NewCitizen()));
        var now = TimeProvider.System.GetUtcNow();
        var (offerId, requestId) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await app.Database.Execute(
            """
            INSERT INTO laureate_offers (id, laureate_id, citizen_id, kind, text, closes_on, state, decided_by, decided_at, created_at)
            SELECT @offerId, @laureateId, @citizenId, 'Session', '交流。', UTC_DATE() + INTERVAL 9 DAY, @state, s.id, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
            FROM staff s WHERE s.user_name = 'OfficeClerk';
            INSERT INTO offer_requests (id, offer_id, citizen_id, message, created_at)
            VALUES (@requestId, @offerId, @citizenId, '想去。', UTC_TIMESTAMP(6))
            """,
            new
            {
                offerId,
                requestId,
                laureateId,
                citizenId,
                state,
            }
        );
        return (laureateId, offerId, requestId);
    }
}
