using Craftsman.Api.Candidates;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Applications;

/// <summary>Makes the 申报表 (附件) of an application: what it says, its photo, and the way back to the electronic one.</summary>
public sealed class FormPrinter(PhotoQueries photos, IOptions<NetworkOptions> network, IOptions<FormOptions> options)
{
    /// <summary>Where nobody has said how we are reached: a developer's machine.</summary>
    private static readonly Uri Nowhere = new("https://example.invalid/f/");

    /// <summary>Whether and what the application prints.</summary>
    public static Decision<PaperForm> FormOf(PrintableApplication application, Campaign campaign) =>
        PaperForm.Of(
            application.Channel,
            application.State,
            application.Content,
            application.SubmittedAt is { } at ? ChinaDay.Of(at) : null,
            application.Organization,
            application.Tipsters,
            application.VersionCode,
            campaign
        );

    public async Task<FileContentHttpResult> Print(
        PrintableApplication application,
        PaperForm form,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var linkBase =
            options.Value.LinkBase ?? (network.Value.PublicAddress is { } address ? new Uri(address, "f/") : Nowhere);
        var qr = QrCode.Of(new Uri(linkBase, $"{application.Id}?code={form.VersionCode}"));
        var file = FormDocx.Write(form, await PhotoOf(application, cancellationToken), qr);
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(file, MediaTypes.Docx, $"申报表-{form.Name}.docx");
    }

    private async Task<FormPicture?> PhotoOf(PrintableApplication application, CancellationToken cancellationToken)
    {
        if (
            application.Content.PhotoId is not { } photoId
            || await photos.Open(UploadId.Of(photoId), PhotoSize.Medium, cancellationToken) is not { } stored
        )
        {
            return null;
        }

        await using (stored)
        {
            using var jpeg = new MemoryStream();
            await stored.CopyToAsync(jpeg, cancellationToken);
            var picture = jpeg.ToArray();
            var (width, height) = Pictures.SizeOf(picture);
            return new FormPicture(picture, width, height);
        }
    }
}
