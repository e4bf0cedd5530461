using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>
/// The limits. A citizen's is hard, an address's is loose: a whole workshop or a mobile operator's customers may share one address.
/// Section <c>RateLimits</c>.
/// </summary>
public sealed class RateLimitOptions : IValidatableObject
{
    public const string Section = "RateLimits";
    private const int Most = 1_000_000;

    public Limit LoginPerAddress { get; set; } = new() { PerMinute = 3000, Burst = 3000 };

    public Limit StaffLoginPerAddress { get; set; } = new() { PerMinute = 120, Burst = 120 };

    public Limit StaffLoginPerName { get; set; } = new() { PerMinute = 10, Burst = 20 };

    public Limit WritesPerCitizen { get; set; } = new() { PerMinute = 60, Burst = 120 };

    public Limit WritesPerAddress { get; set; } = new() { PerMinute = 12000, Burst = 6000 };

    /// <summary>Looking whether a worker was tipped already, which a person does once or twice for each tip.</summary>
    public Limit HintsPerCitizen { get; set; } = new() { PerMinute = 30, Burst = 30 };

    /// <summary>Taking along all of one's own data, which reads a great deal.</summary>
    public Limit ExportsPerCitizen { get; set; } = new() { PerMinute = 2, Burst = 4 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, Limit Limit)[] limits =
        [
            (nameof(LoginPerAddress), LoginPerAddress),
            (nameof(StaffLoginPerAddress), StaffLoginPerAddress),
            (nameof(StaffLoginPerName), StaffLoginPerName),
            (nameof(WritesPerCitizen), WritesPerCitizen),
            (nameof(WritesPerAddress), WritesPerAddress),
            (nameof(HintsPerCitizen), HintsPerCitizen),
            (nameof(ExportsPerCitizen), ExportsPerCitizen),
        ];
        return limits
            .Where(each => each.Limit.PerMinute is < 1 or > Most || each.Limit.Burst is < 1 or > Most)
            .Select(each => new ValidationResult(
                FormattableString.Invariant($"{Section}:{each.Name} needs a PerMinute and a Burst from 1 to {Most}.")
            ));
    }

    public sealed class Limit
    {
        public int PerMinute { get; set; }

        public int Burst { get; set; }
    }
}
