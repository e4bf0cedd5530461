using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>Registers the one client of WeChat.</summary>
public static class WeChatSetup
{
    private const int MostBytes = 1024 * 1024;

    /// <param name="standIn">Where the simulated WeChat answers; asked in that mode only, and not before the first call.</param>
    public static void AddWeChat(this IServiceCollection services, Func<IServiceProvider, Uri> standIn)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<WeChatOptions>>().Value;
            return new WeChatAddress(() =>
                options.Mode == WeChatMode.Simulated ? standIn(provider) : options.BaseAddress
            );
        });
        services.AddSingleton<WeChatResilience>();
        services.AddSingleton<WeChatToken>();
#if USE_SENPARC
        services.AddSingleton<WeChatClient>();
        services.AddSingleton<IWeChatClient, Senparc.SenparcWeChatClient>();
#else
        services.AddSingleton<IWeChatClient, WeChatClient>();
#endif

        // Singletons keep their HttpClient, so connections are renewed by age rather than by the factory.
        services
            .AddHttpClient<WeChatHttp>(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ConnectTimeout = TimeSpan.FromSeconds(2),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                    UseProxy = false,
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    // Without a propagator the handler opens no activity: no span can carry an address, and WeChat learns no trace ids.
                    ActivityHeadersPropagator = null,
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }
}
