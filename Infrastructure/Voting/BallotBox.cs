using System.Collections.Concurrent;
using System.Threading.Channels;
using Craftsman.Domain;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// Where votes wait for the next transaction. A commit costs the same for one vote as for a hundred, so each writer takes all that wait
/// and writes them together; a caller is answered only when its transaction is committed.
/// </summary>
/// <remarks>
/// Nothing waits without bound: the box holds a limited number and then refuses at once, and nobody waits longer than two seconds, unless the settings say otherwise. Who
/// was refused like that learns from a retry with the same key whether the vote was stored.
/// </remarks>
public sealed class BallotBox(
    MySqlDataSource source,
    CampaignQueries campaigns,
    IOptions<VotingOptions> options,
    TimeProvider clock,
    ILogger<BallotBox> logger
) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PauseAfterOutage = TimeSpan.FromMilliseconds(50);

    private readonly Channel<PendingVote> waiting = Channel.CreateBounded<PendingVote>(
        new BoundedChannelOptions(options.Value.MostWaiting) { FullMode = BoundedChannelFullMode.Wait }
    );
    private readonly ConcurrentQueue<PendingVote> byAge = new();
    private readonly VotedCandidates candidates = new();

    /// <summary>Casts a vote for the root of the named candidate's tree (law 1).</summary>
    public Task<Decision<CastVote>> Cast(
        CitizenSession session,
        Guid candidateId,
        string? idempotencyKey,
        DateTimeOffset arrivedAt,
        byte[] networkKey
    )
    {
        var vote = new PendingVote(session, candidateId, idempotencyKey, arrivedAt, networkKey, clock.GetTimestamp());
        if (!waiting.Writer.TryWrite(vote))
        {
            return Task.FromResult<Decision<CastVote>>(VotingRefusals.VotingBusy);
        }

        byAge.Enqueue(vote);
        return vote.Answered;
    }

    /// <summary>Takes no more votes and ends when those that wait are written.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ended = new CancellationTokenSource();
        var watch = RefuseTheOld(ended.Token);
        await Task.WhenAll(
            Enumerable
                .Range(0, options.Value.Writers)
                .Select(_ =>
                    Task.Factory.StartNew(
                        WriteAllThatCome,
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
        await ended.CancelAsync();
        await watch;
    }

    /// <summary>
    /// On a thread of its own, which waits for the database by blocking: each step of a transaction that went on through the thread pool
    /// would stand in line there behind the very requests that wait for it.
    /// </summary>
    private void WriteAllThatCome()
    {
        var votes = new List<PendingVote>(options.Value.MostTogether);
        using var writer = new VoteWriter(source, campaigns, candidates, clock);
        GetReady(writer);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            votes.Clear();
            while (votes.Count < options.Value.MostTogether && waiting.Reader.TryRead(out var vote))
            {
                if (!vote.IsAnswered)
                {
                    votes.Add(vote);
                }
            }

            Write(writer, votes);
            Answers.Give(TakeThoseToRefuse(), vote => vote.Answer(VotingRefusals.VotingBusy));
        }
    }

    /// <summary>Before the first vote, so that it need not wait for a connection.</summary>
    private static void GetReady(VoteWriter writer)
    {
        try
        {
            writer.GetReady();
        }
        catch (Exception e) when (Db.IsAway(e) || e is NoCampaignException)
        {
            // No database, or no campaign yet: the first vote will say so.
        }
    }

    /// <summary>Every vote of the list is answered when this returns, whatever happened.</summary>
    private void Write(VoteWriter writer, List<PendingVote> votes)
    {
        for (var attempt = 1; votes.Count > 0; attempt++)
        {
            try
            {
                writer.Write(votes);
                return;
            }
            catch (MySqlException e) when (Db.IsLostLock(e))
            {
                // The transaction is gone. It is tried until it succeeds or all have waited too long and are answered; not at once and not
                // in step with the instance it met, or they meet again.
                writer.Reset();
                Task.Delay(Random.Shared.Next(1, 5 * Math.Min(attempt, 10))).Wait();
                votes.RemoveAll(vote => vote.IsAnswered);
            }
            catch (Exception e) when (Db.IsAway(e))
            {
                logger.LogWarning("The database does not take votes ({Failure})", e.GetType().Name);
                writer.Reset();
                Answers.Give([.. votes], vote => vote.Answer(RequestRefusals.DatabaseUnavailable));

                Task.Delay(PauseAfterOutage).Wait();
                return;
            }
            catch (Exception e)
            {
                writer.Reset();
                if (votes.Count == 1)
                {
                    Answers.Give([votes[0]], vote => vote.Fail(e));
                    return;
                }

                // One of them is bad: alone, each stands for itself.
                foreach (var vote in votes)
                {
                    Write(writer, [vote]);
                }

                return;
            }
        }
    }

    /// <summary>Also while the writers wait for the database.</summary>
    private async Task RefuseTheOld(CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                Answers.Give(TakeThoseToRefuse(), vote => vote.Answer(VotingRefusals.VotingBusy));
            }
        }
        catch (OperationCanceledException)
        {
            // The writers have ended and everybody is answered.
        }
    }

    /// <summary>
    /// In order of age, so that one look costs what there is to refuse and no more. Those that are answered go first: what stays in line
    /// longer than its request lives is what the garbage collector has to carry.
    /// </summary>
    private List<PendingVote> TakeThoseToRefuse()
    {
        var old = new List<PendingVote>();
        lock (byAge)
        {
            while (
                byAge.TryPeek(out var oldest)
                && (oldest.IsAnswered || clock.GetElapsedTime(oldest.QueuedAt) >= options.Value.Patience)
            )
            {
                byAge.TryDequeue(out _);
                old.Add(oldest);
            }
        }

        return old;
    }
}
