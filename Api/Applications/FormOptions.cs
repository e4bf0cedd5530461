using System.ComponentModel.DataAnnotations;

namespace Craftsman.Api.Applications;

/// <summary>Where the QR code of a printed 申报表 leads. Section <c>Forms</c>.</summary>
public sealed class FormOptions : IValidatableObject
{
    public const string Section = "Forms";

    /// <summary>
    /// The address that application and code are put behind; a link that WeChat opens in the mini program. It ends with a slash. Without it
    /// the code leads to <c>f/</c> under the service's public address.
    /// </summary>
    public Uri? LinkBase { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            LinkBase is { } link
            && !(link.IsAbsoluteUri && link.Scheme == Uri.UriSchemeHttps && link.AbsoluteUri.EndsWith('/'))
        )
        {
            yield return new ValidationResult(
                $"{Section}:LinkBase must be an https address that ends with a slash: application and code follow it."
            );
        }
    }
}
