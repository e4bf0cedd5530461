using System.ComponentModel.DataAnnotations;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Media;
using Craftsman.Domain.Tips;

namespace Craftsman.Api.Tips;

/// <summary>What sending and changing a tip have in common.</summary>
internal static class TipForm
{
    /// <summary>As many as a citizen chooses at once in WeChat.</summary>
    public const int MostPhotos = 9;

    public const string PhotosField = "photoIds";

    public static IReadOnlyList<Guid> Photos(IReadOnlyList<string>? photoIds) =>
        [.. (photoIds ?? []).Select(UploadId.Of)];

    /// <summary>What no single field can tell.</summary>
    public static IEnumerable<ValidationResult> Check(string? workUnit, string? workplace, string? workerContact)
    {
        foreach (var missing in WorksSomewhere(workUnit, workplace))
        {
            yield return missing;
        }

        if (workerContact is not null && !Phone.IsPlausible(workerContact.Trim()))
        {
            yield return new ValidationResult("请填写正确的电话号码。", [nameof(SendTip.Request.WorkerContact)]);
        }
    }

    /// <summary>A worker without an employer has a workplace instead.</summary>
    public static IEnumerable<ValidationResult> WorksSomewhere(string? workUnit, string? workplace) =>
        workUnit is null && workplace is null
            ?
            [
                new ValidationResult(
                    "工作单位和工作地点至少填写一项。",
                    [nameof(SendTip.Request.WorkUnit), nameof(SendTip.Request.Workplace)]
                ),
            ]
            : [];

    /// <summary>The content as it is kept: without the spaces around each text.</summary>
    public static TipContent Content(
        string name,
        string? workUnit,
        string? workplace,
        string district,
        string trade,
        string story,
        string relation,
        string? thanksName = null
    ) =>
        new(
            name.Trim(),
            workUnit?.Trim(),
            workplace?.Trim(),
            district,
            trade,
            story.Trim(),
            relation.Trim(),
            thanksName?.Trim()
        );
}
