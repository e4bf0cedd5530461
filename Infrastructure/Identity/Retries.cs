using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>
/// What binds a retry to its first try: <paramref name="Scope"/> hashes who, route template and key; <paramref name="Content"/> hashes
/// path values and body.
/// </summary>
/// <param name="CitizenId">Whose it is; or a member of staff's.</param>
/// <param name="StaffId">The same.</param>
public sealed record RetryKey(byte[] Scope, byte[] Content, Guid? CitizenId, Guid? StaffId);

/// <summary>Keeps the answer to a write beside what was written, so that a retry hears it and writes nothing.</summary>
internal static class Retries
{
    private const string Add = """
        INSERT INTO idempotency_keys (scope, citizen_id, staff_id, content, answer, created_at)
        VALUES (@Scope, @CitizenId, @StaffId, @Content, @answer, @now)
        """;

    /// <summary>Runs the act once for a key, however often and however concurrently it is sent; without a key each time.</summary>
    /// <remarks>
    /// Of two at once the second waits on the first one's uncommitted key row. If that act is refused its row is rolled back and the
    /// second is judged anew; if it is granted the second reads the stored answer.
    /// </remarks>
    public static async Task<Decision<T>> Once<T>(
        Work work,
        RetryKey? retryKey,
        DateTimeOffset now,
        Func<Task<Decision<T>>> act
    )
        where T : notnull
    {
        const string store = "UPDATE idempotency_keys SET answer = @answer WHERE scope = @Scope";
        if (retryKey is null)
        {
            return await act();
        }

        if (await work.InsertUnlessDuplicate(Add, RowOf(retryKey, "", now)) is not null)
        {
            return await FirstAnswer<T>(work, retryKey) ?? RequestRefusals.IdempotencyKeyReused;
        }

        var decision = await act();
        if (!decision.IsRefused(out _, out var granted))
        {
            await work.Execute(store, new { retryKey.Scope, answer = Stored(granted) });
        }

        return decision;
    }

    /// <summary>Keeps an answer that was given without asking for an earlier one.</summary>
    public static Task Keep<T>(Work work, RetryKey retryKey, T granted, DateTimeOffset now) =>
        work.Execute(Add, RowOf(retryKey, Stored(granted), now));

    /// <summary>What was answered under the key; null where nothing was, or to another request.</summary>
    public static async Task<Decision<T>?> FirstAnswer<T>(Work work, RetryKey retryKey)
        where T : notnull
    {
        const string sql = "SELECT content, answer FROM idempotency_keys WHERE scope = @Scope";
        var first = await work.FirstOrNothing<AnswerRow>(sql, new { retryKey.Scope });
        return first is null || !first.Content.AsSpan().SequenceEqual(retryKey.Content)
            ? null
            : JsonSerializer.Deserialize<T>(first.Answer, JsonSerializerOptions.Web)!;
    }

    private static object RowOf(RetryKey retryKey, string answer, DateTimeOffset now) =>
        new
        {
            retryKey.Scope,
            retryKey.CitizenId,
            retryKey.StaffId,
            retryKey.Content,
            answer,
            now,
        };

    private static string Stored<T>(T granted) => JsonSerializer.Serialize(granted, JsonSerializerOptions.Web);

    private sealed record AnswerRow
    {
        public byte[] Content { get; init; } = [];
        public string Answer { get; init; } = "";
    }
}
