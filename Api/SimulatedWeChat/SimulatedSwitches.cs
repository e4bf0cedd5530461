using System.Collections.Concurrent;

namespace Craftsman.Api.SimulatedWeChat;

/// <summary>Makes WeChat slow, failing or away, and counts its quotas. Each setting replaces the one before; an empty one heals everything.</summary>
public sealed class SimulatedSwitches(IServiceProvider services)
{
    private volatile State state = new(new Settings(), []);

    /// <param name="Apis">The last words of the paths that are troubled, such as <c>msg_sec_check</c>; all when none is named.</param>
    /// <param name="DelayMilliseconds">Before each answer.</param>
    /// <param name="ErrorCode">Answered in place of everything.</param>
    /// <param name="IsAway">The connection is cut without an answer.</param>
    /// <param name="Quotas">How many more calls an API takes until it answers 45009.</param>
    /// <param name="TokenSeconds">How long the tokens live that are handed out from now on.</param>
    /// <param name="RevokesTokens">Every token handed out so far is refused from now on.</param>
    public sealed record Settings(
        IReadOnlyList<string>? Apis = null,
        int DelayMilliseconds = 0,
        int? ErrorCode = null,
        bool IsAway = false,
        IReadOnlyDictionary<string, int>? Quotas = null,
        int TokenSeconds = 7200,
        bool RevokesTokens = false
    );

    public int TokenSeconds => state.Settings.TokenSeconds;

    public IResult Set(Settings settings)
    {
        state = new State(
            settings,
            new ConcurrentDictionary<string, int>(settings.Quotas ?? new Dictionary<string, int>())
        );
        if (settings.RevokesTokens)
        {
            services.GetRequiredService<SimulatedTokens>().Revoke();
        }

        return TypedResults.NoContent();
    }

    public async ValueTask<object?> Apply(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var api = context.Request.Path.Value!.Split('/')[^1];
        var (settings, quotas) = state;
        if (settings.Apis is null or [] || settings.Apis.Contains(api))
        {
            await Task.Delay(settings.DelayMilliseconds, context.RequestAborted);
            if (settings.IsAway)
            {
                context.Abort();
                return TypedResults.Empty;
            }

            if (settings.ErrorCode is { } errorCode)
            {
                return SimulatedAnswers.Refuse(errorCode);
            }
        }

        return quotas.ContainsKey(api) && quotas.AddOrUpdate(api, -1, (_, left) => left - 1) < 0
            ? SimulatedAnswers.Refuse(45009)
            : await next(invocation);
    }

    private sealed record State(Settings Settings, ConcurrentDictionary<string, int> Quotas);
}
