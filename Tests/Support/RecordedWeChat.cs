using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.RateLimiting;
using Craftsman.Infrastructure.WeChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Craftsman.Tests.Support;

/// <summary>
/// Answers over HTTP as it was told to, one recorded answer a call; the last of an API repeats when the test says so. A call nobody
/// expects fails the test when it ends.
/// </summary>
public sealed class RecordedWeChat : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Recorded>> answers = new();
    private readonly ConcurrentDictionary<string, Recorded> always = new();
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly ConcurrentQueue<Call> calls = new();
    private readonly List<IAsyncDisposable> instances = [];
    private WebApplication server = null!;

    public sealed record Call(string Path, string Query, string Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }

    private sealed record Recorded(byte[] Body, string ContentType, TimeSpan Delay);

    /// <summary>Never used before: ports come again, and the token of an earlier stand-in at the same address would still be in Redis.</summary>
    private readonly string ownPath = $"/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    public Uri Address => new($"{server.Urls.Single()}{ownPath}/");

    public static async Task<RecordedWeChat> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var wechat = new RecordedWeChat { server = builder.Build() };
        wechat.server.UsePathBase(wechat.ownPath);
        wechat.server.Run(wechat.Answer);
        await wechat.server.StartAsync();
        return wechat;
    }

    /// <summary>The next answers of an API, in order.</summary>
    public RecordedWeChat Answers(string path, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            answers
                .GetOrAdd(path, _ => new())
                .Enqueue(new Recorded(Encoding.UTF8.GetBytes(body), "text/plain", TimeSpan.Zero));
        }

        return this;
    }

    public RecordedWeChat AnswersBytes(string path, byte[] body, string contentType)
    {
        answers.GetOrAdd(path, _ => new()).Enqueue(new Recorded(body, contentType, TimeSpan.Zero));
        return this;
    }

    /// <summary>What an API answers when nothing else is left for it.</summary>
    public RecordedWeChat Always(string path, string body, TimeSpan delay = default)
    {
        always[path] = new Recorded(Encoding.UTF8.GetBytes(body), "text/plain", delay);
        return this;
    }

    /// <summary>An answer with a token that is good for two hours.</summary>
    public RecordedWeChat GivesToken(string token = "token-1", TimeSpan delay = default) =>
        Always("/cgi-bin/stable_token", $$"""{"access_token":"{{token}}","expires_in":7200}""", delay);

    public IReadOnlyList<Call> Calls(string path) => [.. calls.Where(call => call.Path == path)];

    /// <summary>An instance of our client that speaks to this WeChat.</summary>
    /// <param name="redis">The tests' Redis unless another is named, such as one that is away.</param>
    public Instance NewInstance(string? redis = null)
    {
        var instance = new Instance(Address, redis ?? TestServers.Redis);
        instances.Add(instance);
        return instance;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await server.DisposeAsync();
        Assert.Empty(unexpected);
    }

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var path = context.Request.Path.Value!;
        calls.Enqueue(new Call(path, context.Request.QueryString.Value ?? "", await reader.ReadToEndAsync()));
        if (
            !(answers.TryGetValue(path, out var queue) && queue.TryDequeue(out var recorded))
            && !always.TryGetValue(path, out recorded)
        )
        {
            unexpected.Enqueue(path);
            context.Abort();
            return;
        }

        await Task.Delay(recorded.Delay, context.RequestAborted);
        context.Response.ContentType = recorded.ContentType;
        await context.Response.Body.WriteAsync(recorded.Body);
    }

    /// <summary>One API host's client, token and log, without the rest of the host.</summary>
    public sealed class Instance : IAsyncDisposable
    {
        private static readonly SecretsOptions Secrets = SharedSecrets();
        private readonly ServiceProvider services;
        private readonly string account;

        public Instance(Uri address, string redis)
        {
            var collection = new ServiceCollection();
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
            collection.AddSingleton(TimeProvider.System);
            collection.AddSingleton(Options.Create(Secrets));
            collection.AddSingleton<DataCipher>();
            collection.AddSingleton<IConnectionMultiplexer>(
                ConnectionMultiplexer.Connect(new RedisOptions { ConnectionString = redis }.WithOurSettings())
            );
            collection.Configure<WeChatOptions>(options =>
            {
                options.AppId = "wxrecorded";
                options.AppSecret = "recorded-app-secret";
                options.BaseAddress = address;
            });
            collection.AddWeChat(_ => address);
            services = collection.BuildServiceProvider();
            account = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"wxrecorded\n{address}")).AsSpan(0, 8)
            );
        }

        public IWeChatClient Client => services.GetRequiredService<IWeChatClient>();

        public WeChatToken Token => services.GetRequiredService<WeChatToken>();

        public IDatabase Redis => services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

        public KeptLog Log { get; } = new();

        /// <summary>Where the instance keeps its token in Redis.</summary>
        public string TokenKey => $"wechat:token:{account}";

        public ValueTask DisposeAsync() => services.DisposeAsync();

        private static SecretsOptions SharedSecrets()
        {
            var secrets = new SecretsOptions();
            secrets.DataKeys[1] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretsOptions.KeyBytes));
            return secrets;
        }
    }

    /// <summary>Every line logged, with its exception.</summary>
    public sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

        public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

        public void Dispose() { }
    }
}
