using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Operations;

/// <summary>Checks settings by their attributes and answers with the sentences of those alone: the operator reads them as they are.</summary>
public sealed class SettingsCheck<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<ValidationResult> failures = [];
        return Validator.TryValidateObject(
            options,
            new ValidationContext(options),
            failures,
            validateAllProperties: true
        )
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage!));
    }
}
