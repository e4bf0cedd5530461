using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Domain;
using Craftsman.Domain.Identity;

namespace Craftsman.Tests.Support;

/// <summary>What organizations, and staff for workers without WeChat, do with applications.</summary>
public static class FilingDrivers
{
    private const string Path = "/admin/v1/applications";
    private static readonly byte[] Portrait = Pictures.Png(30, 40);

    public static string Today => ChinaDay.Of(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", null);

    /// <summary>Somebody who works for a new organization of this kind.</summary>
    public static async Task<(StaffMember Person, Guid OrganizationId)> AFiler(this App app, string kind = "Employer")
    {
        var (id, person) = await app.NewStaff(StaffRole.OrganizationUser);
        return (person, await app.JoinsOrganization(id, kind));
    }

    /// <summary>Makes the person work for a new organization.</summary>
    public static async Task<Guid> JoinsOrganization(this App app, Guid staffId, string kind)
    {
        var organizationId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Database.Execute(
            "INSERT INTO organizations (id, kind, name, created_at) VALUES (@organizationId, @kind, @name, UTC_TIMESTAMP(6))",
            new
            {
                organizationId,
                kind,
                name = app.UniqueName("测试单位"),
            }
        );
        await app.Database.Execute(
            "UPDATE staff SET organization_id = @organizationId WHERE id = @staffId",
            new { organizationId, staffId }
        );
        return organizationId;
    }

    /// <summary>Sends a portrait and says its id.</summary>
    public static async Task<Guid> UploadsPortrait(this StaffMember staff) =>
        (await staff.SendsPortrait(Portrait)).Should(201).Json.GetProperty("photoId").GetGuid();

    /// <summary>A whole body for POST: the form with photo, seal and signed paper of the sender's.</summary>
    public static async Task<JsonObject> Filing(
        this StaffMember staff,
        ApplicationForm? form = null,
        string channel = "Unit"
    )
    {
        var body = JsonSerializer.SerializeToNode(form ?? A.Form(), JsonSerializerOptions.Web)!.AsObject();
        body["channel"] = channel;
        await staff.Completes(body, isEndorsed: channel != "Self");
        return body;
    }

    /// <summary>Puts into a body what a list or a draft may lack.</summary>
    public static async Task Completes(this StaffMember staff, JsonObject body, bool isEndorsed = true)
    {
        body["photoId"] = (await staff.UploadsPortrait()).ToString();
        body["consent"] = new JsonObject
        {
            ["policyVersion"] = "2026-1",
            ["showPhoto"] = true,
            ["showWorkUnit"] = true,
            ["paper"] = new JsonObject
            {
                ["fileId"] = (await staff.UploadsScan()).ToString(),
                ["date"] = Today,
                ["identityCheck"] = "当面核对身份证，本人当场签字",
            },
        };
        if (isEndorsed)
        {
            body["endorsement"] = new JsonObject
            {
                ["opinion"] = "技艺精湛，同意推荐。",
                ["date"] = Today,
                ["sealFileId"] = (await staff.UploadsScan()).ToString(),
            };
        }
    }

    /// <summary>Files, whatever comes of it.</summary>
    public static Task<Answer> SendsFiling(this StaffMember staff, JsonObject body) => staff.Api.Post(Path, body);

    /// <summary>Files a complete form and says its id.</summary>
    public static async Task<Guid> Files(
        this StaffMember staff,
        ApplicationForm? form = null,
        string channel = "Unit"
    ) => Guid.Parse((await staff.SendsFiling(await staff.Filing(form, channel))).Should(201).Word("id"));

    public static Task<Answer> ReadsApplication(this StaffMember staff, Guid id) => staff.Api.Get($"{Path}/{id}");

    /// <summary>Submit, withdraw or rebind with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> MovesFiled(
        this StaffMember staff,
        Guid id,
        string move,
        JsonObject? body = null,
        int? version = null
    )
    {
        body ??= [];
        body["version"] = version ?? (await staff.ReadsApplication(id)).Should(200).Number("version");
        return await staff.Api.Post($"{Path}/{id}/{move}", body);
    }

    /// <summary>Saves the form with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> SavesFiled(this StaffMember staff, Guid id, JsonObject body, int? version = null)
    {
        body["version"] = version ?? (await staff.ReadsApplication(id)).Should(200).Number("version");
        return await staff.Api.Put($"{Path}/{id}", body);
    }

    /// <summary>What staff were shown, as a body to change and send back.</summary>
    public static async Task<JsonObject> SeesFiled(this StaffMember staff, Guid id)
    {
        var shown = JsonNode.Parse((await staff.ReadsApplication(id)).Should(200).Text)!.AsObject();
        foreach (
            var name in new[]
            {
                "id",
                "channel",
                "state",
                "organization",
                "candidateId",
                "caseId",
                "caseState",
                "supplement",
                "savedAt",
                "submittedAt",
            }
        )
        {
            shown.Remove(name);
        }

        return shown;
    }

    public static Task<Answer> Imports(this StaffMember staff, byte[] sheet) => staff.SendsTo($"{Path}/import", sheet);

    /// <summary>Moves an application to the account that bound a number, whatever comes of it.</summary>
    public static Task<Answer> Rebinds(this StaffMember staff, Guid id, string mobile, int? version = null) =>
        staff.MovesFiled(
            id,
            "rebind",
            new JsonObject { ["mobile"] = mobile, ["reason"] = "原微信号已停用，电话核实本人。" },
            version
        );

    /// <summary>A citizen who bound this number through WeChat.</summary>
    public static async Task<(Citizen Citizen, string Mobile)> ACitizenWithPhone(this App app)
    {
        var citizen = await app.NewCitizen();
        var mobile = A.Form().Mobile!;
        (await citizen.BindsPhone($"phone:{mobile}")).Should(200);
        return (citizen, mobile);
    }
}
