using System.ComponentModel.DataAnnotations;

namespace Craftsman.Api.Candidates;

/// <summary>Where the QR code of an invitation leads. Section <c>Invitations</c>.</summary>
public sealed class InvitationOptions : IValidatableObject
{
    public const string Section = "Invitations";

    /// <summary>The address the code is put behind; a link that WeChat opens in the mini program. It ends with a slash.</summary>
    public Uri LinkBase { get; set; } = new("https://example.invalid/i/");

    public Uri LinkTo(string code) => new(LinkBase, Uri.EscapeDataString(code));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!LinkBase.IsAbsoluteUri || LinkBase.Scheme != Uri.UriSchemeHttps || !LinkBase.AbsoluteUri.EndsWith('/'))
        {
            yield return new ValidationResult(
                $"{Section}:LinkBase must be an https address that ends with a slash: the code of the invitation follows it."
            );
        }
    }
}
