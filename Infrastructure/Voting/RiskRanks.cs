using System.Net;
using System.Threading.Channels;
using Craftsman.Domain;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// Asks WeChat how risky a voter is, after the vote is answered, and keeps the rank beside the vote for the scoring. Only advice: a vote
/// about which WeChat said nothing is unrated, and counts.
/// </summary>
/// <remarks>
/// WeChat wants the voter's address, which we keep nowhere, so what waits is in memory and bounded: with the process, and beyond the
/// bound, it is lost. A voter is asked about once an hour.
/// </remarks>
public sealed class RiskRanks(
    Db db,
    IWeChatClient wechat,
    IOptions<VotingOptions> options,
    TimeProvider clock,
    ILogger<RiskRanks> logger
) : BackgroundService
{
    private const int MostWaiting = 4096;
    private const int MostTogether = 32;
    private const int MostRemembered = 100_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>After a time in which WeChat told of nobody.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Channel<Asked> waiting = Channel.CreateBounded<Asked>(MostWaiting);

    private readonly record struct Asked(Guid VoteId, Guid CitizenId, IPAddress Address);

    /// <summary>Never waits, and never fails a vote.</summary>
    /// <param name="address">The voter's own, as the trusted proxies tell it.</param>
    public void Ask(Guid voteId, Guid citizenId, IPAddress address)
    {
        if (options.Value.AsksRiskRanks)
        {
            waiting.Writer.TryWrite(new Asked(voteId, citizenId, address));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var known = new MemoryCache(new MemoryCacheOptions { SizeLimit = MostRemembered });
        var votes = new List<Asked>(MostTogether);
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            votes.Clear();
            while (votes.Count < MostTogether && waiting.Reader.TryRead(out var vote))
            {
                votes.Add(vote);
            }

            try
            {
                await Rate(votes, known, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, it must not end the service that takes the votes.
                logger.LogWarning("Votes stay unrated: {Failure}", e.GetType().Name);
            }
        }
    }

    private async Task Rate(List<Asked> votes, MemoryCache known, CancellationToken cancellationToken)
    {
        var unknown = votes.Where(vote => !known.TryGetValue(vote.CitizenId, out _)).DistinctBy(vote => vote.CitizenId);
        var answers = await Task.WhenAll(unknown.Select(vote => RankOf(vote, cancellationToken)));
        foreach (var (citizenId, rank) in answers)
        {
            if (rank is not null)
            {
                known.Set(
                    citizenId,
                    rank.Value,
                    new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered }
                );
            }
        }

        await Keep(
            [
                .. votes
                    .Select(vote => new { vote.VoteId, Rank = known.Get<int?>(vote.CitizenId) })
                    .Where(vote => vote.Rank is not null),
            ],
            cancellationToken
        );
        if (answers.Length > 0 && Array.TrueForAll(answers, answer => answer.Rank is null))
        {
            logger.LogWarning("WeChat ranks no voters; {Votes} votes stay unrated", votes.Count);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task<(Guid CitizenId, int? Rank)> RankOf(Asked vote, CancellationToken cancellationToken)
    {
        const string sql = "SELECT openid FROM citizens WHERE id = @CitizenId AND openid IS NOT NULL";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await db.FirstOrNothing<string>(sql, new { vote.CitizenId }, patience.Token) is not { } openId)
            {
                return (vote.CitizenId, null);
            }

            var answer = await wechat.GetUserRiskRank(openId, RiskScene.Campaign, vote.Address, patience.Token);
            return (vote.CitizenId, answer.HasFailed(out _, out var rank) ? null : rank.Value);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (vote.CitizenId, null);
        }
    }

    private Task Keep(IReadOnlyList<object> ranks, CancellationToken cancellationToken)
    {
        const string sql = """
            INSERT INTO vote_ranks (vote_id, risk_rank) VALUES (@VoteId, @Rank)
            ON DUPLICATE KEY UPDATE risk_rank = GREATEST(risk_rank, VALUES(risk_rank))
            """;
        return ranks.Count == 0 ? Task.CompletedTask : db.Execute(sql, ranks, cancellationToken);
    }
}
