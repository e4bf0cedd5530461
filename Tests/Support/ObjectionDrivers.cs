using Craftsman.Domain.Identity;

namespace Craftsman.Tests.Support;

/// <summary>What citizens say against those a notice names, and what examiners say to it.</summary>
public static class ObjectionDrivers
{
    public const string Objections = "/admin/v1/objections";

    /// <summary>Objects, whatever comes of it.</summary>
    public static Task<Answer> ObjectsTo(
        this Citizen citizen,
        StandingNotice notice,
        int entry = 0,
        bool named = false,
        string text = "所述获奖名次与公布的名单不符。",
        string? key = null,
        params Guid[] fileIds
    ) =>
        citizen.Api.Post(
            $"/api/v1/public-notices/{notice.Id}/objections",
            new
            {
                entryId = notice.EntryIds[entry],
                named,
                name = named ? "周建国" : null,
                contact = named ? "13800007777" : null,
                text,
                fileIds,
            },
            key
        );

    public static Task<Answer> Follows(this App app, string followCode) =>
        app.Anonymous.Get($"/api/v1/objections/{followCode}");

    /// <summary>The objection that a code belongs to.</summary>
    public static Task<Guid> ObjectionOf(this App app, string followCode) =>
        app.Database.Value<Guid>(
            "SELECT id FROM objections WHERE follow_code = @hash",
            new { hash = Infrastructure.Identity.SecretCode.HashOf(followCode) }
        );

    /// <summary>An objection that a citizen sent, and its follow code.</summary>
    public static async Task<(Guid Id, string Code)> AnObjection(
        this App app,
        StandingNotice notice,
        int entry = 0,
        bool named = false
    )
    {
        var code = (await (await app.NewCitizen()).ObjectsTo(notice, entry, named)).Should(201).Word("followCode");
        return (await app.ObjectionOf(code), code);
    }

    public static Task<int> VersionOfObjection(this App app, Guid id) =>
        app.Database.Value<int>("SELECT version FROM objections WHERE id = @id", new { id });

    /// <summary>Acknowledge, dismiss or uphold with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> Examines(
        this App app,
        StaffMember officer,
        Guid objectionId,
        string act,
        string? outcome = null,
        int? version = null
    ) =>
        await officer.Api.Post(
            $"{Objections}/{objectionId}/{act}",
            new
            {
                version = version ?? await app.VersionOfObjection(objectionId),
                outcome,
                reasons = "经向主办单位核实，名次与申报表不一致。",
            }
        );

    /// <summary>An objection that a notice officer examines.</summary>
    public static async Task<(Guid Id, string Code, StaffMember Examiner)> AnExaminedObjection(
        this App app,
        StandingNotice notice,
        int entry = 0,
        bool named = false
    )
    {
        var officer = await app.Staff(StaffRole.NoticeOfficer);
        var (id, code) = await app.AnObjection(notice, entry, named);
        (await app.Examines(officer, id, "acknowledge")).Should(200);
        return (id, code, officer);
    }

    /// <summary>Enters what came by phone or letter, whatever comes of it.</summary>
    public static Task<Answer> EntersObjection(
        this StaffMember officer,
        StandingNotice notice,
        string source = "Phone",
        string? receivedOn = null,
        bool named = true,
        params Guid[] fileIds
    ) =>
        officer.Api.Post(
            Objections,
            new
            {
                noticeId = notice.Id,
                entryId = notice.EntryIds[0],
                source,
                receivedOn,
                named,
                name = named ? "王师傅" : null,
                contact = named ? "0571-85860001" : null,
                text = "来电反映获奖证书编号有误。",
                fileIds,
            }
        );
}
