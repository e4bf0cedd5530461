using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Craftsman.Tests.Support;

/// <summary>What citizens do with photos and files.</summary>
public static class MediaDrivers
{
    /// <summary>Sends a photo and says its id.</summary>
    public static async Task<Guid> UploadsPhoto(this Citizen citizen, byte[] picture) =>
        (await citizen.SendsPhoto(picture)).Should(201).Json.GetProperty("photoId").GetGuid();

    public static Task<Answer> SendsPhoto(
        this Citizen citizen,
        byte[] picture,
        string name = "a.jpg",
        string? key = null
    ) => Sends(citizen.Api, "/api/v1/photos", picture, name, key);

    /// <summary>Sends a proof and says its id.</summary>
    public static async Task<Guid> UploadsFile(this Citizen citizen, byte[] file, string name = "证书.pdf") =>
        (await citizen.SendsFile(file, name)).Should(201).Json.GetProperty("fileId").GetGuid();

    public static Task<Answer> SendsFile(
        this Citizen citizen,
        byte[] file,
        string name = "证书.pdf",
        string? key = null
    ) => Sends(citizen.Api, "/api/v1/files", file, name, key);

    public static Task<Answer> SendsFile(this StaffMember staff, byte[] file, string name = "同意书.pdf") =>
        Sends(staff.Api, "/admin/v1/files", file, name, null);

    public static Task<Answer> SendsPortrait(this StaffMember staff, byte[] picture) =>
        Sends(staff.Api, "/admin/v1/photos", picture, "a.jpg", null);

    /// <summary>Sends one file in a form to a route of staff's.</summary>
    public static Task<Answer> SendsTo(this StaffMember staff, string path, byte[] content) =>
        Sends(staff.Api, path, content, "名单.xlsx", null);

    /// <summary>Sends a scan and says its id.</summary>
    public static async Task<Guid> UploadsScan(this StaffMember staff) =>
        (await staff.SendsFile(Pictures.Pdf())).Should(201).Json.GetProperty("fileId").GetGuid();

    /// <summary>The three pictures of a photo as they lie on disk.</summary>
    public static async Task<IReadOnlyList<string>> PicturesOf(this App app, Guid photoId)
    {
        var digests = await app.Database.Rows<byte[]>(
            """
            SELECT small_digest FROM photos WHERE id = @photoId
            UNION ALL SELECT medium_digest FROM photos WHERE id = @photoId
            UNION ALL SELECT large_digest FROM photos WHERE id = @photoId
            """,
            new { photoId }
        );
        return
        [
            .. digests
                .Select(Convert.ToHexStringLower)
                .Select(name => Path.Combine(app.MediaFolder, "photos", name[..2], name + ".jpg")),
        ];
    }

    private static async Task<Answer> Sends(ApiClient api, string path, byte[] content, string name, string? key)
    {
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var body = new MultipartFormDataContent { { file, "file", name } };
        return await api.Send(HttpMethod.Post, path, body, key is null ? [] : [("Idempotency-Key", key)]);
    }
}
