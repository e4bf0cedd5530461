using System.ComponentModel.DataAnnotations;

namespace Craftsman.Infrastructure.Voting;

/// <summary>How votes are written together. Section <c>Voting</c>.</summary>
public sealed class VotingOptions
{
    public const string Section = "Voting";

    /// <summary>
    /// Transactions at once in this instance. While one commits, votes gather for the next; two share what waits, so that each carries
    /// half, and wait for each other on the candidates everybody votes for. A second one pays where a commit takes long.
    /// </summary>
    [Range(1, 8, ErrorMessage = "Voting:Writers is from 1 to 8.")]
    public int Writers { get; set; } = 1;

    /// <summary>Votes in one transaction.</summary>
    [Range(1, 512, ErrorMessage = "Voting:MostTogether is from 1 to 512.")]
    public int MostTogether { get; set; } = 128;

    /// <summary>Votes that wait for a writer; the next one is refused at once.</summary>
    [Range(1, 100_000, ErrorMessage = "Voting:MostWaiting is from 1 to 100000.")]
    public int MostWaiting { get; set; } = 4096;

    /// <summary>Nobody waits longer for a vote; then 503, and the retry says what became of it.</summary>
    [Range(
        typeof(TimeSpan),
        "00:00:00.5",
        "00:00:30",
        ErrorMessage = "Voting:Patience is from half a second to thirty seconds."
    )]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether this instance scores votes and sets aside what looks stuffed. Off where robots vote on purpose: tests, load.</summary>
    public bool ScoresVotes { get; set; } = true;

    /// <summary>Whether WeChat is asked how risky voters are. It has to be applied for with WeChat; without that every vote is unrated.</summary>
    public bool AsksRiskRanks { get; set; } = true;
}
