using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// The account's access token, from the stable interface. It is shared by all instances in Redis, encrypted, and fetched by one of them
/// for any number of callers; while Redis is away each instance fetches for itself, still one at a time.
/// </summary>
/// <remarks>Callers of one instance join the fetch that is under way and share what comes of it, a failure too: nobody queues behind a slow WeChat.</remarks>
public sealed class WeChatToken(
    WeChatHttp http,
    WeChatAddress address,
    IOptions<WeChatOptions> options,
    IConnectionMultiplexer redis,
    DataCipher cipher,
    TimeProvider clock,
    ILogger<WeChatToken> logger
)
{
    private const string Purpose = "redis.wechat-token";

    private const string DeleteIfEqual =
        "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

    private static readonly WeChatApi StableToken = new(WeChatGroup.Token, "cgi-bin/stable_token", IsRepeatable: true);

    /// <summary>WeChat renews within the last five minutes of a token, so ours is renewed then too.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    /// <summary>Longer than a fetch may take, and how long the others wait for it at most.</summary>
    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Lock sync = new();
    private Held? held;
    private Task<WeChatAnswer<Held>>? renewal;

    public async Task<WeChatAnswer<string>> Get(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known)
        {
            return known.Token;
        }

        return (await Renew().WaitAsync(cancellationToken)).HasFailed(out var failure, out var renewed)
            ? failure
            : renewed.Token;
    }

    /// <summary>
    /// Makes a call with the account's token. One that WeChat refuses is dropped and the call made once more: nothing was done by then, so
    /// that is safe for every API. A second refusal is an alarm.
    /// </summary>
    internal async Task<WeChatReply> Use(
        WeChatApi api,
        Func<string, Task<WeChatReply>> call,
        CancellationToken cancellationToken
    )
    {
        if ((await Get(cancellationToken)).HasFailed(out var failure, out var token))
        {
            return WeChatReply.From(failure);
        }

        var reply = await call(token);
        if (!reply.IsTokenRefused)
        {
            return reply;
        }

        await Drop(token);
        if ((await Get(cancellationToken)).HasFailed(out failure, out token))
        {
            return WeChatReply.From(failure);
        }

        reply = await call(token);
        if (reply.IsTokenRefused)
        {
            logger.LogError("WeChat {Api} refuses a token that it has just given", api.Path);
        }

        return reply;
    }

    /// <summary>Forgets a token that WeChat refused, here and in Redis, unless another has taken its place meanwhile.</summary>
    public async Task Drop(string failed)
    {
        try
        {
            var store = redis.GetDatabase();
            var stored = await store.StringGetAsync(TokenKey);
            if (Open(stored)?.Token == failed)
            {
                await store.ScriptEvaluateAsync(DeleteIfEqual, [TokenKey], [stored]);
            }
        }
        catch (Exception e) when (IsRedisAway(e))
        {
            logger.LogWarning("Redis does not answer ({Failure}): the token is dropped here alone", e.GetType().Name);
        }

        // Last, or a caller in between would take the refused token from Redis again.
        lock (sync)
        {
            if (held?.Token == failed)
            {
                held = null;
            }
        }
    }

    private Held? Fresh()
    {
        lock (sync)
        {
            return held is not null && clock.GetUtcNow() < held.RenewFrom ? held : null;
        }
    }

    private Task<WeChatAnswer<Held>> Renew()
    {
        lock (sync)
        {
            return renewal is { IsCompleted: false } ? renewal : renewal = Task.Run(RenewOnce);
        }
    }

    private async Task<WeChatAnswer<Held>> RenewOnce()
    {
        if (Fresh() is { } known)
        {
            return known;
        }

        WeChatAnswer<Held> answer;
        try
        {
            answer = await FetchForAll();
        }
        catch (Exception e) when (IsRedisAway(e))
        {
            logger.LogWarning(
                "Redis does not answer ({Failure}): the token is fetched for this instance alone",
                e.GetType().Name
            );
            answer = await Fetch();
        }

        lock (sync)
        {
            if (!answer.HasFailed(out _, out var renewed))
            {
                held = renewed;
                return answer;
            }

            // What we have is still good for a few minutes while WeChat gives no newer one.
            return held is not null && clock.GetUtcNow() < held.ExpiresAt ? held : answer;
        }
    }

    /// <summary>Of all instances the one that takes the lock fetches; the others look for its token until the lock would have died.</summary>
    private async Task<WeChatAnswer<Held>> FetchForAll()
    {
        var store = redis.GetDatabase();
        var owner = SecretCode.ForPrograms();
        for (var waited = TimeSpan.Zero; waited < LockLife; waited += Look)
        {
            if (await Shared(store) is { } shared)
            {
                return shared;
            }

            if (!await store.LockTakeAsync(LockKey, owner, LockLife))
            {
                await Task.Delay(Look);
                continue;
            }

            if (await Shared(store) is { } shortlyBefore)
            {
                await Quietly(() => store.LockReleaseAsync(LockKey, owner));
                return shortlyBefore;
            }

            var answer = await Fetch();
            if (!answer.HasFailed(out _, out var fetched))
            {
                await Quietly(() =>
                    store.StringSetAsync(TokenKey, Seal(fetched), fetched.ExpiresAt - clock.GetUtcNow())
                );
            }

            await Quietly(() => store.LockReleaseAsync(LockKey, owner));
            return answer;
        }

        return WeChatFailure.NotSent;
    }

    private async Task<WeChatAnswer<Held>> Fetch()
    {
        var reply = await http.Post(
            StableToken,
            "",
            new
            {
                grant_type = "client_credential",
                appid = options.Value.AppId,
                secret = options.Value.AppSecret,
                force_refresh = false,
            },
            CancellationToken.None
        );
        if (reply.Failure is { } failure)
        {
            if (reply.IsTokenRefused)
            {
                logger.LogError("WeChat refuses the secret of the account: no token, until WeChat:AppSecret is mended");
            }

            return failure;
        }

        if (reply.Text("access_token") is not { Length: > 0 and <= 512 } token || reply.Number("expires_in") is not > 0)
        {
            return WeChatFailure.Lost;
        }

        var life = TimeSpan.FromSeconds(reply.Number("expires_in")!.Value);
        var now = clock.GetUtcNow();
        var renewAfter = life - Ahead > Least ? life - Ahead : Least;
        return new Held(token, now + renewAfter, now + (life > renewAfter ? life : renewAfter));
    }

    private async Task<Held?> Shared(IDatabase store) =>
        Open(await store.StringGetAsync(TokenKey)) is { } found && clock.GetUtcNow() < found.RenewFrom ? found : null;

    private byte[] Seal(Held fetched) => cipher.Encrypt(Purpose, JsonSerializer.SerializeToUtf8Bytes(fetched));

    /// <summary>Null also for what was sealed under a key we no longer have: it is fetched and sealed anew.</summary>
    private Held? Open(RedisValue stored)
    {
        try
        {
            return stored.IsNullOrEmpty
                ? null
                : JsonSerializer.Deserialize<Held>(cipher.DecryptBytes(Purpose, (byte[])stored!));
        }
        catch (Exception e)
            when (e
                    is CryptographicException
                        or KeyNotFoundException
                        or OverflowException
                        or ArgumentException
                        or JsonException
            )
        {
            return null;
        }
    }

    private async Task Quietly(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (IsRedisAway(e))
        {
            logger.LogWarning("Redis does not answer ({Failure}): the token is not shared", e.GetType().Name);
        }
    }

    private string TokenKey => $"wechat:token:{Account}";

    private string LockKey => $"wechat:token-lock:{Account}";

    /// <summary>A token is good for one account at one address: what a stand-in hands out must never meet the real WeChat.</summary>
    private string Account =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Value.AppId}\n{address.Value}")).AsSpan(0, 8)
        );

    private static bool IsRedisAway(Exception e) => e is RedisException or TimeoutException;

    /// <param name="RenewFrom">Before the token expires, so that no call meets its end.</param>
    private sealed record Held(string Token, DateTimeOffset RenewFrom, DateTimeOffset ExpiresAt);
}
