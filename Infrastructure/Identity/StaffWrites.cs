using Craftsman.Domain;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Writes of staff that add something each time: a retry with the same key hears the first answer instead. What moves something has a version for that.</summary>
public sealed class StaffWrites(Db db)
{
    /// <inheritdoc cref="Retries.Once"/>
    public Task<Decision<T>> Once<T>(
        RetryKey? retryKey,
        DateTimeOffset now,
        Func<Work, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull => db.Write<T>(work => Retries.Once(work, retryKey, now, () => act(work)), cancellationToken);
}
