using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Applications;

/// <summary>Ties the photo and the proofs that an application names to it, in the transaction that saves it.</summary>
internal static class ApplicationUploads
{
    /// <summary>Refuses by field where one names what the filer has not uploaded, or has used elsewhere.</summary>
    /// <param name="isSubmitted">What was submitted is kept: versions name it. Of a draft, what it names no more becomes unused.</param>
    public static async Task<Decision<ApplicationContent>> Give(
        Work work,
        Filer filer,
        Guid applicationId,
        ApplicationContent content,
        bool isSubmitted
    )
    {
        var owner = filer.CitizenId is { } citizenId
            ? UploadOwner.Citizen(citizenId)
            : UploadOwner.Staff(filer.StaffId!.Value, filer.OrganizationId);
        var faults = new List<string>();
        Guid? photoId = content.PhotoId is { } named ? UploadId.Of(named) : null;
        if (!await PhotoStore.GiveToApplication(work, owner, applicationId, isSubmitted, photoId))
        {
            faults.Add("photoId");
        }

        var fields = content.NamedFiles().ToList();
        var notTheirs = await FileStore.GiveToApplication(
            work,
            owner,
            applicationId,
            isSubmitted,
            fields.SelectMany(field => field.FileIds).Select(UploadId.Of)
        );
        faults.AddRange(
            fields
                .Where(field => field.FileIds.Any(id => notTheirs.Contains(UploadId.Of(id))))
                .Select(field => field.Field)
        );
        return faults.Count > 0 ? MediaRefusals.NotYourUpload(faults) : content;
    }

    /// <summary>What staff attached gives its slot back when it is submitted.</summary>
    public static Task Settle(Work work, Guid applicationId) => FileStore.SettleOfApplication(work, applicationId);

    /// <summary>Erases what only a draft held.</summary>
    public static async Task Delete(Work work, Guid applicationId)
    {
        await PhotoStore.DeleteOfApplication(work, applicationId);
        await FileStore.DeleteOfApplication(work, applicationId);
    }
}
