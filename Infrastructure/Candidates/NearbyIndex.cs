using Craftsman.Domain.Candidates;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Where candidates work, in Redis, put there anew from what MySQL says. Nothing is lost with it: it is asked only who may be near, and who
/// asks looks them up in the public copy.
/// </summary>
public sealed class NearbyIndex(IConnectionMultiplexer redis, TimeProvider clock, ILogger<NearbyIndex> logger)
{
    private const int PointsTogether = 1000;

    /// <summary>Of a campaign that nobody serves any more nothing stays.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>After a failure Redis is left alone for so long, or each request would wait for its time-out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Far from Hangzhou, so that the key is there where nobody has a position.</summary>
    private static readonly GeoEntry Nobody = new(0, 0, "nobody");

    private long askFrom;

    /// <summary>Who may be within the radius, the nearest first; null while Redis is away or was emptied.</summary>
    public Task<IReadOnlyList<Guid>?> Find(Guid campaignId, MapPoint from, int radius, int most) =>
        Ask<IReadOnlyList<Guid>>(async database =>
        {
            var isThere = database.KeyExistsAsync(KeyOf(campaignId));
            var found = await database.GeoSearchAsync(
                KeyOf(campaignId),
                from.Longitude,
                from.Latitude,
                new GeoSearchCircle(radius),
                most,
                demandClosest: true,
                Order.Ascending,
                GeoRadiusOptions.None
            );
            return await isThere
                ? [.. found.Where(each => each.Member != Nobody.Member).Select(each => new Guid((byte[])each.Member!))]
                : null;
        });

    /// <summary>Whether there is anything; it is then kept for another day.</summary>
    public async Task<bool> IsThere(Guid campaignId) =>
        await Ask<object>(async database =>
            await database.KeyExpireAsync(KeyOf(campaignId), Kept) ? new object() : null
        )
            is not null;

    /// <summary>Puts these in the place of all that was there, at one moment. False when Redis is away.</summary>
    public async Task<bool> TryReplace(Guid campaignId, IEnumerable<(Guid Id, MapPoint Point)> points)
    {
        RedisKey draft = $"{KeyOf(campaignId)}:{Guid.CreateVersion7(clock.GetUtcNow()):N}";
        return await Ask<object>(async database =>
        {
            await database.GeoAddAsync(draft, [Nobody]);
            await database.KeyExpireAsync(draft, Kept);
            foreach (var together in points.Chunk(PointsTogether))
            {
                await database.GeoAddAsync(
                    draft,
                    Array.ConvertAll(
                        together,
                        each => new GeoEntry(each.Point.Longitude, each.Point.Latitude, each.Id.ToByteArray())
                    )
                );
            }

            await database.KeyRenameAsync(draft, KeyOf(campaignId));
            return new object();
        })
            is not null;
    }

    private async Task<T?> Ask<T>(Func<IDatabase, Task<T?>> question)
        where T : class
    {
        if (clock.GetTimestamp() < Volatile.Read(ref askFrom))
        {
            return null;
        }

        try
        {
            return await question(redis.GetDatabase());
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Volatile.Write(ref askFrom, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            // Its message would have what was asked.
            logger.LogWarning("Redis does not know who is near ({Failure})", e.GetType().Name);
            return null;
        }
    }

    private static string KeyOf(Guid campaignId) => $"nearby:{campaignId:N}";
}
