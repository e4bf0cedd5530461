using System.Text.Json;

namespace Craftsman.Domain.Applications;

/// <summary>What became of a field from one version of a form to the next.</summary>
/// <param name="Field">By its name on the surface.</param>
/// <param name="Before">As JSON; phones by their ends.</param>
public sealed record FieldChange(string Field, JsonElement Before, JsonElement After)
{
    /// <summary>The fields that differ, compared as JSON, which is how they are stored.</summary>
    public static IEnumerable<FieldChange> Between(ApplicationContent before, ApplicationContent after)
    {
        var (had, has) = (Json(before), Json(after));
        var (shownBefore, shownAfter) = (Json(before.Masked()), Json(after.Masked()));
        return had.EnumerateObject()
            .Where(field => !JsonElement.DeepEquals(field.Value, has.GetProperty(field.Name)))
            .Select(field => new FieldChange(
                field.Name,
                shownBefore.GetProperty(field.Name),
                shownAfter.GetProperty(field.Name)
            ));
    }

    private static JsonElement Json(ApplicationContent content) =>
        JsonSerializer.SerializeToElement(content, JsonSerializerOptions.Web);
}
