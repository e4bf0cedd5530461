using Craftsman.Api.ContentChecks;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Mvc;

namespace Craftsman.Api.Media;

public static class MediaRoutes
{
    /// <summary>
    /// Twice what a file may hold: who sends somewhat too much is then answered, where at this bound the server cuts the connection. What
    /// is beyond the file's own bound is never stored. Every other route keeps the server's small bound.
    /// </summary>
    private const long MostBodyBytes = 2 * MediaOptions.MostBytes;

    public static void MapMedia(this RouteGroupBuilder miniProgram)
    {
        var media = miniProgram.MapGroup("").WithTags("照片和文件");
        media.MapPost("/photos", AddPhoto.Handle).TakesUpload();
        media.MapPost("/files", AddFile.Handle).TakesUpload();
        media.MapGet("/files/{id}", DownloadFile.Handle).ProducesProblem(404);
    }

    public static void MapStaffMedia(this RouteGroupBuilder admin)
    {
        var files = admin.MapGroup("/files").WithTags("照片和文件");
        files.MapPost("", AddFileForStaff.Handle).RequireAuthorization(StaffPolicies.FileSenders).TakesUpload();
        files
            .MapGet("/{id}", DownloadFileForStaff.Handle)
            .RequireAuthorization(StaffPolicies.FileReaders)
            .ProducesProblem(404);

        var photos = admin.MapGroup("/photos").WithTags("照片和文件");
        photos.MapPost("", AddPhotoForStaff.Handle).RequireAuthorization(StaffPolicies.PaperRecorders).TakesUpload();
        photos.MapGet("", ListPhotos.Handle).RequireAuthorization(nameof(StaffRole.TipReviewer));
        photos
            .MapPost("/{id}/content-decision", DecideOnPhoto.Handle)
            .RequireAuthorization(StaffPolicies.PhotoReviewers)
            .ProducesProblem(404);
    }

    /// <summary>Outside of the groups: the signature in the address stands for a login, and what is public needs none.</summary>
    public static void MapPhotos(this WebApplication app) =>
        app.MapGet("/media/photos/{id}/{size}", ShowPhoto.Handle).ExcludeFromDescription();

    internal static void TakesUpload(this RouteHandlerBuilder route) =>
        route
            .WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes))
            .Accepts<UploadForm>("multipart/form-data")
            .ProducesProblem(409);
}
