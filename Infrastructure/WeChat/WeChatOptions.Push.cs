using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>The message push as it is set up in WeChat's console.</summary>
public sealed partial class WeChatOptions : IValidatableObject
{
    private const int AesKeyLength = 43;

    /// <summary>The push's token; while it is empty the push is off and its address answers 404.</summary>
    public string PushToken { get; set; } = "";

    /// <summary>EncodingAESKey of the console: 43 letters and digits.</summary>
    public string PushAesKey { get; set; } = "";

    /// <summary>
    /// Secure unless an operator writes Plain, in Production too: then the signature covers time and nonce alone, and whoever sees one
    /// push can send others for five minutes.
    /// </summary>
    public PushMode PushMode { get; set; } = PushMode.Secure;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PushToken.Length > 0 && !(PushToken.Length is >= 3 and <= 32 && PushToken.All(char.IsAsciiLetterOrDigit)))
        {
            yield return new ValidationResult($"{Section}:PushToken needs 3 to 32 letters and digits.");
        }

        if (PushAesKey.Length > 0 && !(PushAesKey.Length == AesKeyLength && PushAesKey.All(char.IsAsciiLetterOrDigit)))
        {
            yield return new ValidationResult($"{Section}:PushAesKey needs {AesKeyLength} letters and digits.");
        }

        if (PushToken.Length > 0 && PushMode == PushMode.Secure && PushAesKey.Length == 0)
        {
            yield return new ValidationResult(
                $"{Section}:PushAesKey is missing: {Section}:PushMode Secure needs it (Plain has to be chosen by name)."
            );
        }

        if (PushToken.Length == 0 && PushAesKey.Length > 0)
        {
            yield return new ValidationResult($"{Section}:PushToken is missing, while {Section}:PushAesKey is given.");
        }
    }
}

public enum PushMode
{
    /// <summary>Pushes come encrypted and signed whole; others are refused. WeChat's “compatible” mode is served by this one.</summary>
    Secure,

    /// <summary>Pushes come as they are.</summary>
    Plain,
}
