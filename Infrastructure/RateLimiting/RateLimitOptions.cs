using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>
/// The limits. A citizen's is hard, an address's is loose: a whole workshop or a mobile operator's customers may share one address.
/// Section <c>RateLimits</c>.
/// </summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    public Limit LoginPerAddress { get; set; } = new() { PerMinute = 3000, Burst = 3000 };

    public Limit StaffLoginPerAddress { get; set; } = new() { PerMinute = 120, Burst = 120 };

    public Limit StaffLoginPerName { get; set; } = new() { PerMinute = 10, Burst = 20 };

    public Limit WritesPerCitizen { get; set; } = new() { PerMinute = 60, Burst = 120 };

    public Limit WritesPerAddress { get; set; } = new() { PerMinute = 12000, Burst = 6000 };

    public sealed class Limit
    {
        [Range(1, 1_000_000)]
        public int PerMinute { get; set; }

        [Range(1, 1_000_000)]
        public int Burst { get; set; }

        public RatePolicy Named(string name) => new(name, PerMinute, Burst);
    }
}
