using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>What comparing needs to know: the units' aliases, and how common what is in the stories.</summary>
public sealed record SimilarityKnowledge(UnitAliases Aliases, StoryWeights Weights);

/// <summary>
/// The copy of it in this process. Aliases are read again after three seconds, and at once where they were changed here; the weights are
/// learned each hour from the latest stories. Of several callers one reads and the others go on with the copy they have.
/// </summary>
public sealed class SimilarityCopy(Db db, TimeProvider clock) : IDisposable
{
    /// <summary>As many stories as tell well enough what is common.</summary>
    private const int MostStories = 5000;

    private static readonly TimeSpan FreshAliases = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FreshWeights = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim reading = new(1);
    private volatile Copy? copy;

    /// <summary>Aliases were changed through this process.</summary>
    public void Forget() => copy = copy is { } held ? held with { AliasesReadAt = null } : null;

    public async ValueTask<SimilarityKnowledge> Current(CancellationToken cancellationToken)
    {
        if (copy is { AliasesReadAt: not null } held)
        {
            if (!IsOld(held) || !await reading.WaitAsync(TimeSpan.Zero, cancellationToken))
            {
                return held.Knowledge;
            }
        }
        else
        {
            await reading.WaitAsync(cancellationToken);
        }

        try
        {
            return (copy = await Read(copy, cancellationToken)).Knowledge;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private bool IsOld(Copy held) =>
        held.AliasesReadAt is not { } at
        || clock.GetElapsedTime(at) > FreshAliases
        || clock.GetElapsedTime(held.WeightsReadAt) > FreshWeights;

    private async Task<Copy> Read(Copy? held, CancellationToken cancellationToken)
    {
        const string aliases = "SELECT unit, alias FROM unit_aliases ORDER BY id";
        const string stories =
            "SELECT name, work_unit, story FROM tips WHERE story <> '' ORDER BY id DESC LIMIT @MostStories";
        if (held is { AliasesReadAt: { } readAt } && !IsOld(held))
        {
            // Another caller has just read it.
            return held;
        }

        var now = clock.GetTimestamp();
        var pairs = await db.List<AliasRow>(aliases, null, cancellationToken);
        var isSameAsBefore = held is not null && held.Pairs.SequenceEqual(pairs);
        var hasWeights = held is not null && clock.GetElapsedTime(held.WeightsReadAt) <= FreshWeights;
        var weights = hasWeights
            ? held!.Knowledge.Weights
            : StoryWeights.Of(
                (await db.List<StoryRow>(stories, new { MostStories }, cancellationToken)).Select(row =>
                    Story.Of(row.Story, row.Name, row.WorkUnit)
                )
            );
        return new Copy(
            new SimilarityKnowledge(
                isSameAsBefore
                    ? held!.Knowledge.Aliases
                    : new UnitAliases(pairs.Select(pair => (pair.Unit, pair.Alias))),
                weights
            ),
            pairs,
            now,
            hasWeights ? held!.WeightsReadAt : now
        );
    }

    private sealed record Copy(
        SimilarityKnowledge Knowledge,
        IReadOnlyList<AliasRow> Pairs,
        long? AliasesReadAt,
        long WeightsReadAt
    );

    private sealed record AliasRow
    {
        public string Unit { get; init; } = "";
        public string Alias { get; init; } = "";
    }

    private sealed record StoryRow
    {
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string Story { get; init; } = "";
    }
}
