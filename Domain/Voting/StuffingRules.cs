namespace Craftsman.Domain.Voting;

/// <summary>What scoring knows of a vote.</summary>
/// <param name="Voter">The voter key, as text.</param>
/// <param name="Network">The keyed hash of the network it came from, as text; null when unknown.</param>
/// <param name="AccountAge">Seconds the account had been there; null when unknown.</param>
/// <param name="Place">The candidate's place in the list as the mini program shows it.</param>
/// <param name="RiskRank">WeChat's, from 0 to 4; null for an unrated vote.</param>
public sealed record ScoredVote(
    Guid Id,
    Guid CandidateId,
    string Voter,
    DateTimeOffset CastAt,
    string? Network,
    int? AccountAge,
    int Place,
    int? RiskRank = null
);

/// <summary>Numbers of the campaign, by name. A name that is missing never speaks.</summary>
public sealed class StuffingThresholds(IReadOnlyDictionary<string, double> values)
{
    public double this[string name] => values.GetValueOrDefault(name, double.PositiveInfinity);
}

/// <summary>Votes that look alike in a suspicious way.</summary>
/// <param name="Signal">A reason code for staff; the public never reads it.</param>
/// <param name="Network">Where they came from, when that is what they share.</param>
/// <param name="IsSetAside">Whether the votes are to be quarantined; otherwise staff look first.</param>
public sealed record Stuffing(
    string Signal,
    Guid? CandidateId,
    string? Network,
    bool IsSetAside,
    IReadOnlyList<Guid> Votes,
    IReadOnlyDictionary<string, double> Evidence
);

/// <summary>
/// Which votes of some minutes look stuffed. A crowd is no crime: many votes at once, many new accounts and one network are honest where
/// a candidate was on television or three hundred workmates vote from one factory, so those alone are shown to staff and set nothing
/// aside. What is set aside shows hands that are not human besides.
/// </summary>
public static class StuffingRules
{
    /// <param name="votes">In the order they were cast.</param>
    /// <param name="usual">Votes that a candidate gets in as long a time by its own history.</param>
    public static IReadOnlyList<Stuffing> Find(
        IReadOnlyList<ScoredVote> votes,
        IReadOnlyDictionary<Guid, double> usual,
        StuffingThresholds thresholds
    )
    {
        var found = new List<Stuffing>();
        foreach (var together in votes.GroupBy(vote => vote.CandidateId))
        {
            var ofCandidate = together.ToList();
            Add(found, Risky(ofCandidate, thresholds));
            Add(found, Instant(ofCandidate, null, thresholds));
            Add(found, Burst(ofCandidate, usual.GetValueOrDefault(together.Key), thresholds));
            foreach (var near in ofCandidate.Where(vote => vote.Network is not null).GroupBy(vote => vote.Network))
            {
                var ofNetwork = near.ToList();
                Add(found, Instant(ofNetwork, near.Key, thresholds));
                Add(found, Regular(ofNetwork, near.Key, thresholds));
                Add(found, Crowd(ofNetwork, near.Key, thresholds));
            }
        }

        foreach (var near in votes.Where(vote => vote.Network is not null).GroupBy(vote => vote.Network))
        {
            Add(found, Runs([.. near], near.Key, thresholds));
        }

        return found;
    }

    /// <summary>Votes whose accounts WeChat itself holds for cheats. One is enough: WeChat saw more of it than we.</summary>
    private static Stuffing? Risky(List<ScoredVote> votes, StuffingThresholds thresholds)
    {
        var risky = votes.FindAll(vote => vote.RiskRank >= thresholds["risk-rank"]);
        return risky.Count == 0
            ? null
            : new Stuffing(
                "risk-rank",
                votes[0].CandidateId,
                Network: null,
                IsSetAside: true,
                Ids(risky),
                Numbers(
                    ("votes", votes.Count),
                    ("risky", risky.Count),
                    ("unrated", votes.Count(vote => vote.RiskRank is null))
                )
            );
    }

    /// <summary>Accounts that vote within seconds of being made, most of a group: a person reads first.</summary>
    private static Stuffing? Instant(List<ScoredVote> votes, string? network, StuffingThresholds thresholds)
    {
        var instant = votes.FindAll(vote => vote.AccountAge < thresholds["instant-seconds"]);
        var share = (double)instant.Count / votes.Count;
        return instant.Count < thresholds["instant-votes"] || share < thresholds["instant-share"]
            ? null
            : new Stuffing(
                "fresh-accounts",
                votes[0].CandidateId,
                network,
                IsSetAside: true,
                Ids(instant),
                Numbers(("votes", votes.Count), ("instant", instant.Count), ("share", share))
            );
    }

    /// <summary>Votes of one network at even intervals: people come in clusters, a timer does not.</summary>
    private static Stuffing? Regular(List<ScoredVote> votes, string? network, StuffingThresholds thresholds)
    {
        if (votes.Count < thresholds["interval-votes"])
        {
            return null;
        }

        var gaps = votes.Zip(votes.Skip(1), (one, next) => (next.CastAt - one.CastAt).TotalSeconds).ToList();
        var mean = gaps.Average();
        var variation = mean == 0 ? 0 : Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean))) / mean;
        return variation > thresholds["interval-variation"]
            ? null
            : new Stuffing(
                "robot-intervals",
                votes[0].CandidateId,
                network,
                IsSetAside: true,
                Ids(votes),
                Numbers(("votes", votes.Count), ("meanSeconds", mean), ("variation", variation))
            );
    }

    /// <summary>Several voters of one network who vote down the list, each faster than one can read.</summary>
    private static Stuffing? Runs(List<ScoredVote> votes, string? network, StuffingThresholds thresholds)
    {
        var runs = votes
            .GroupBy(vote => vote.Voter)
            .Select(own => own.OrderBy(vote => vote.CastAt).ToList())
            .Where(own =>
                own.Count >= 3
                && own.Zip(own.Skip(1))
                    .All(pair =>
                        pair.Second.Place == pair.First.Place + 1
                        && (pair.Second.CastAt - pair.First.CastAt).TotalSeconds <= thresholds["run-seconds"]
                    )
            )
            .ToList();
        return runs.Count < thresholds["run-voters"]
            ? null
            : new Stuffing(
                "list-run",
                null,
                network,
                IsSetAside: true,
                [.. runs.SelectMany(run => run).Select(vote => vote.Id)],
                Numbers(("voters", runs.Count), ("votes", runs.Sum(run => run.Count)))
            );
    }

    private static Stuffing? Crowd(List<ScoredVote> votes, string? network, StuffingThresholds thresholds) =>
        votes.Count < thresholds["address-votes"]
            ? null
            : new Stuffing(
                "one-address",
                votes[0].CandidateId,
                network,
                IsSetAside: false,
                Ids(votes),
                Numbers(("votes", votes.Count))
            );

    private static Stuffing? Burst(List<ScoredVote> votes, double usual, StuffingThresholds thresholds) =>
        votes.Count < thresholds["burst-votes"] || votes.Count < usual * thresholds["burst-factor"]
            ? null
            : new Stuffing(
                "burst",
                votes[0].CandidateId,
                null,
                IsSetAside: false,
                Ids(votes),
                Numbers(("votes", votes.Count), ("usual", usual))
            );

    private static void Add(List<Stuffing> found, Stuffing? stuffing)
    {
        if (stuffing is not null)
        {
            found.Add(stuffing);
        }
    }

    private static List<Guid> Ids(List<ScoredVote> votes) => votes.ConvertAll(vote => vote.Id);

    private static Dictionary<string, double> Numbers(params (string Name, double Value)[] numbers) =>
        numbers.ToDictionary(number => number.Name, number => Math.Round(number.Value, 3));
}
