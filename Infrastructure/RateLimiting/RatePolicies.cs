using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>The policies by their names, as the settings have them.</summary>
public sealed class RatePolicies(IOptions<RateLimitOptions> options)
{
    public RatePolicy LoginPerAddress { get; } = Of("logins-per-address", options.Value.LoginPerAddress);

    public RatePolicy StaffLoginPerAddress { get; } =
        Of("staff-logins-per-address", options.Value.StaffLoginPerAddress);

    public RatePolicy StaffLoginPerName { get; } = Of("staff-logins-per-name", options.Value.StaffLoginPerName);

    public RatePolicy WritesPerCitizen { get; } = Of("writes-per-citizen", options.Value.WritesPerCitizen);

    public RatePolicy WritesPerAddress { get; } = Of("writes-per-address", options.Value.WritesPerAddress);

    public RatePolicy HintsPerCitizen { get; } = Of("hints-per-citizen", options.Value.HintsPerCitizen);

    public RatePolicy ExportsPerCitizen { get; } = Of("exports-per-citizen", options.Value.ExportsPerCitizen);

    private static RatePolicy Of(string name, RateLimitOptions.Limit limit) => new(name, limit.PerMinute, limit.Burst);
}
