using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>What comparing needs to know: the units' aliases, and how common what is in the stories.</summary>
public sealed record SimilarityKnowledge(UnitAliases Aliases, StoryWeights Weights);

/// <summary>
/// The copy of it in this process. Aliases are read again after three seconds, and at once where they were changed here; the weights are
/// learned each hour from the latest stories. One caller begins to read; who has a copy goes on with it meanwhile, and who has none waits
/// for that same read, also for its failure.
/// </summary>
public sealed class SimilarityCopy(Db db, TimeProvider clock)
{
    /// <summary>As many stories as tell well enough what is common.</summary>
    private const int MostStories = 5000;

    private static readonly TimeSpan FreshAliases = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FreshWeights = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private Copy? copy;
    private Task<Copy>? reading;
    private int changes;

    /// <summary>Aliases were changed through this process; a read that began before does not count.</summary>
    public void Forget()
    {
        lock (gate)
        {
            changes++;
            reading = null;
            copy = copy is { } held ? held with { AliasesReadAt = null } : null;
        }
    }

    public async ValueTask<SimilarityKnowledge> Current(CancellationToken cancellationToken)
    {
        Task<Copy> read;
        lock (gate)
        {
            if (copy is { AliasesReadAt: not null } held && (reading is not null || !IsOld(held)))
            {
                return held.Knowledge;
            }

            var (before, known) = (changes, copy);
            // It is nobody's own: a caller who goes away ends it for nobody.
            read = reading ??= Task.Run(() => ReadOnce(known, before), CancellationToken.None);
        }

        return (await read.WaitAsync(cancellationToken)).Knowledge;
    }

    private async Task<Copy> ReadOnce(Copy? held, int before)
    {
        Copy? read = null;
        try
        {
            return read = await Read(held);
        }
        finally
        {
            lock (gate)
            {
                if (changes == before)
                {
                    (copy, reading) = (read ?? copy, null);
                }
            }
        }
    }

    private bool IsOld(Copy held) =>
        held.AliasesReadAt is not { } at
        || clock.GetElapsedTime(at) > FreshAliases
        || clock.GetElapsedTime(held.WeightsReadAt) > FreshWeights;

    private async Task<Copy> Read(Copy? held)
    {
        const string aliases = "SELECT unit, alias FROM unit_aliases ORDER BY id";
        const string stories =
            "SELECT name, work_unit, story FROM tips WHERE story <> '' ORDER BY id DESC LIMIT @MostStories";
        var now = clock.GetTimestamp();
        var pairs = await db.List<AliasRow>(aliases, null, CancellationToken.None);
        var isSameAsBefore = held is not null && held.Pairs.SequenceEqual(pairs);
        var hasWeights = held is not null && clock.GetElapsedTime(held.WeightsReadAt) <= FreshWeights;
        var weights = hasWeights
            ? held!.Knowledge.Weights
            : StoryWeights.Of(
                (await db.List<StoryRow>(stories, new { MostStories }, CancellationToken.None)).Select(row =>
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
