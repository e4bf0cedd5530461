using System.ComponentModel.DataAnnotations;
using StackExchange.Redis;

namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>Where Redis is. Section <c>Redis</c>.</summary>
public sealed class RedisOptions
{
    public const string Section = "Redis";

    [Required(
        ErrorMessage = "Redis:ConnectionString is missing: it names the Redis that counts rates for all instances."
    )]
    public string ConnectionString { get; set; } = "";

    /// <summary>Redis may come later or go away: we connect in the background, wait for half a second at most, and queue nothing.</summary>
    public ConfigurationOptions WithOurSettings()
    {
        var options = ConfigurationOptions.Parse(ConnectionString);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1000;
        options.AsyncTimeout = 500;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }
}
