using System.Text.Json;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Candidates;

/// <summary>
/// The copy from which everybody's reads are answered. It is read anew when it is asked for and a second old, once for all who ask; they
/// get the old one meanwhile, and wait for the new one when theirs is older than two seconds.
/// </summary>
/// <remarks>
/// How old what may be: votes, publications, unpublications and merges as old as the copy, whose <c>asOf</c> is true. Texts, photos and
/// the numbers of tipsters are read anew where staff changed them, and besides for <see cref="TextsTogether"/> candidates with each copy, in
/// turn: among up to so many they are as old as the copy, among a hundred thousand up to forty copies older. A picture that is taken back
/// is gone at once whatever is said here, for its own address asks the database. While the database is away the copy answers until it is a
/// minute old.
/// </remarks>
internal sealed class PublicCopies(
    Db db,
    CampaignQueries campaigns,
    TimeProvider clock,
    IOptions<JsonOptions> json,
    ILogger<PublicCopies> logger
)
{
    /// <summary>Some milliseconds of the database's time a second.</summary>
    private const int TextsTogether = 2500;

    private const int IdsTogether = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GoodEnough = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OldestInAnOutage = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterOutage = TimeSpan.FromSeconds(1);

    /// <summary>A write may become visible so long after its time, and clocks may differ by as much.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private volatile PublicCopy? copy;
    private Task<PublicCopy>? reading;
    private long? failedAt;

    /// <summary>Somebody has asked for one since this instance began.</summary>
    public bool HaveBegun => copy is not null;

    /// <exception cref="Exception">The database is away and the copy too old; <see cref="Db.IsAway"/> knows it.</exception>
    public ValueTask<PublicCopy> Current(CancellationToken cancellationToken)
    {
        var held = copy;
        if (held is null)
        {
            return new(ReadOnce().WaitAsync(cancellationToken));
        }

        var age = clock.GetElapsedTime(held.ReadAt);
        if (age < Fresh || (age < OldestInAnOutage && HasJustFailed()))
        {
            return new(held);
        }

        var newer = ReadOnce();
        return age < GoodEnough ? new(held) : new(NewerOr(held, newer, cancellationToken));
    }

    private async Task<PublicCopy> NewerOr(PublicCopy held, Task<PublicCopy> newer, CancellationToken cancellationToken)
    {
        try
        {
            return await newer.WaitAsync(GoodEnough, cancellationToken);
        }
        catch (Exception e) when (Db.IsAway(e) && clock.GetElapsedTime(held.ReadAt) < OldestInAnOutage)
        {
            return held;
        }
    }

    private bool HasJustFailed()
    {
        lock (gate)
        {
            return failedAt is { } at && clock.GetElapsedTime(at) < PauseAfterOutage;
        }
    }

    /// <summary>The read that goes on, or a new one. It is nobody's own: a caller who goes away ends it for nobody.</summary>
    private Task<PublicCopy> ReadOnce()
    {
        lock (gate)
        {
            // Who saw the old copy before the last read ended finds a new one here.
            return reading is not null ? reading
                : copy is { } held && clock.GetElapsedTime(held.ReadAt) < Fresh ? Task.FromResult(held)
                : reading = Task.Run(Read, CancellationToken.None);
        }
    }

    private async Task<PublicCopy> Read()
    {
        long? failed = null;
        try
        {
            return copy = await ReadFrom(copy);
        }
        catch (Exception e)
        {
            failed = clock.GetTimestamp();
            logger.LogWarning("The public copy was not read ({Failure})", e.GetType().Name);
            throw;
        }
        finally
        {
            lock (gate)
            {
                failedAt = failed;
                reading = null;
            }
        }
    }

    private async Task<PublicCopy> ReadFrom(PublicCopy? held)
    {
        var campaign = await campaigns.Current(CancellationToken.None);
        held = held?.Campaign.Id == campaign.Id ? held : null;
        var (asOf, readAt) = (clock.GetUtcNow(), clock.GetTimestamp());
        return await db.AtOneMoment(
            async work =>
            {
                var members = held?.Members ?? PublicMembers.Nobody;
                var epoch = await PublicCandidateQueries.Epoch(work, campaign.Id);
                var isSameEpoch = held?.Epoch == epoch;
                var roots = isSameEpoch ? members.Roots : await PublicCandidateQueries.Roots(work, campaign.Id);
                var changes = isSameEpoch ? [] : await ChangesOfRoots(work, campaign.Id, members, roots, held is null);
                var after = held?.TextsReadTo ?? Guid.Empty;
                int found;
                do
                {
                    (after, found) = await ReadTexts(work, campaign.Id, members, after, changes);
                } while (held is null && found == TextsTogether);

                if (held is not null)
                {
                    await ReadChanged(work, campaign.Id, members, held.AsOf - LongestWrite, changes);
                }

                members = members.With(changes, roots);
                var votes = new int[members.All.Length];
                await PublicCandidateQueries.Tallies(
                    work,
                    campaign.Id,
                    (id, standing) =>
                    {
                        if (members.PlaceOf(id) is { } place && members.All[place].Id == id)
                        {
                            votes[place] = standing;
                        }
                    }
                );
                return new PublicCopy(members, votes)
                {
                    Campaign = campaign,
                    AsOf = asOf,
                    AsOfJson = JsonSerializer.SerializeToUtf8Bytes(asOf, Options),
                    ReadAt = readAt,
                    Epoch = epoch,
                    TextsReadTo = found < TextsTogether ? Guid.Empty : after,
                };
            },
            CancellationToken.None
        );
    }

    /// <summary>Who is shown no longer, and who is shown and unknown; the first copy reads everybody's texts and needs neither.</summary>
    private async Task<Dictionary<Guid, PublicCandidate?>> ChangesOfRoots(
        Work work,
        Guid campaignId,
        PublicMembers members,
        IReadOnlyDictionary<Guid, Guid> roots,
        bool isFirst
    )
    {
        var changes = new Dictionary<Guid, PublicCandidate?>();
        if (isFirst)
        {
            return changes;
        }

        var known = new HashSet<Guid>();
        foreach (var candidate in members.All)
        {
            known.Add(candidate.Id);
            if (!roots.TryGetValue(candidate.Id, out var root) || root != candidate.Id)
            {
                changes[candidate.Id] = null;
            }
        }

        foreach (var ids in roots.Where(each => each.Key == each.Value && !known.Contains(each.Key)).Chunk(IdsTogether))
        {
            foreach (var shown in await PublicCandidateQueries.Of(work, campaignId, [.. ids.Select(each => each.Key)]))
            {
                changes[shown.Candidate.Id] = PublicCandidate.Of(shown, null, Options);
            }
        }

        return changes;
    }

    /// <summary>What staff changed since the last copy is not left until its turn comes: it may have been taken down.</summary>
    private async Task ReadChanged(
        Work work,
        Guid campaignId,
        PublicMembers members,
        DateTimeOffset since,
        Dictionary<Guid, PublicCandidate?> changes
    )
    {
        var changed = await PublicCandidateQueries.ChangedSince(work, campaignId, since);
        foreach (var ids in changed.Chunk(IdsTogether))
        {
            foreach (var shown in await PublicCandidateQueries.Of(work, campaignId, ids))
            {
                var known = members.PlaceOf(shown.Candidate.Id) is { } place ? members.All[place] : null;
                var now = PublicCandidate.Of(shown, known, Options);
                if (!ReferenceEquals(now, known))
                {
                    changes[now.Id] = now;
                }
            }
        }
    }

    /// <summary>Reads the texts that come next and notes what changed among them. Says up to where, and how many there were.</summary>
    private async Task<(Guid To, int Found)> ReadTexts(
        Work work,
        Guid campaignId,
        PublicMembers members,
        Guid after,
        Dictionary<Guid, PublicCandidate?> changes
    )
    {
        var shown = await PublicCandidateQueries.After(work, campaignId, after, TextsTogether);
        var to = shown.Count == TextsTogether ? shown[^1].Candidate.Id : Guid.AllBitsSet;
        foreach (
            var gone in members.Between(after, to).ExceptBy(shown.Select(each => each.Candidate.Id), each => each.Id)
        )
        {
            changes[gone.Id] = null;
        }

        foreach (var each in shown)
        {
            var known = members.PlaceOf(each.Candidate.Id) is { } place ? members.All[place] : null;
            var now = PublicCandidate.Of(each, known, Options);
            if (!ReferenceEquals(now, known))
            {
                changes[now.Id] = now;
            }
        }

        return (to, shown.Count);
    }

    private JsonSerializerOptions Options => json.Value.SerializerOptions;
}
