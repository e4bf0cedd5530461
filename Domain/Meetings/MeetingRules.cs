using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips.Similarity;

namespace Craftsman.Domain.Meetings;

/// <summary>What a ballot is judged by, read under the meeting's lock.</summary>
/// <param name="IsOnAgenda">The meeting is asked about the case.</param>
public sealed record BallotFacts(MeetingState State, bool IsOnAgenda, bool IsPresent, bool IsRecused);

/// <summary>A case of a meeting that may still take a place.</summary>
/// <param name="ServedAs">Its position in the order the meeting recorded for equally many votes; null while it recorded none.</param>
public sealed record Contender(Guid CaseId, BallotCount Ballots, int? ServedAs);

/// <summary>五(领导小组审定): who takes part, who has passed, and who takes the last places (二).</summary>
public static class MeetingRules
{
    /// <summary>Law 6: a member of one of these units takes no part.</summary>
    /// <param name="units">The worker's unit, as the public, the forms and the recommending organizations name it.</param>
    public static bool IsOfSameUnit(string memberUnit, IEnumerable<string?> units)
    {
        var own = UnitName.Of(memberUnit);
        return units.Any(unit => UnitMatch.Of(own, UnitName.Of(unit), UnitAliases.Known).Kind == UnitKinship.Same);
    }

    public static Refusal? Cast(BallotFacts facts) =>
        facts switch
        {
            { State: not MeetingState.Open } => MeetingRefusals.NotOpen,
            { IsOnAgenda: false } => MeetingRefusals.CaseNotOnAgenda,
            { IsPresent: false } => MeetingRefusals.MemberAbsent,
            { IsRecused: true } => MeetingRefusals.MemberRecused,
            _ => null,
        };

    /// <summary>
    /// What the ballots say, once everybody has voted: enough members are there, and enough of those who vote agree. An abstention is no
    /// agreement.
    /// </summary>
    public static Decision<MeetingVerdict> Result(BallotCount ballots, ReviewTerms terms) =>
        !terms.Quorum.IsReachedBy(ballots.Present, ballots.Members) || ballots.Voters == 0 ? MeetingRefusals.NoQuorum
        : !ballots.IsComplete ? MeetingRefusals.BallotsMissing(ballots.Voters - ballots.Cast)
        : new MeetingVerdict(
            terms.PassShare.IsReachedBy(ballots.Agree, ballots.Voters) ? MeetingResult.Yes : MeetingResult.No
        );

    /// <summary>
    /// 二: whether a case the meeting agreed to takes a place. While places suffice for all that may agree it does. Else those with more
    /// votes for them go first, whoever is recorded first; equally many at the last place are put to the meeting, whose order is recorded.
    /// </summary>
    /// <param name="contenders">The meeting's cases without a place that are still to be decided, this one among them.</param>
    /// <param name="free">How many places are left, read under the campaign's lock.</param>
    public static Decision<PlaceServed> Serve(
        Guid caseId,
        IReadOnlyCollection<Contender> contenders,
        int free,
        ReviewTerms terms
    )
    {
        var hopeful = contenders
            .Where(each =>
                !each.Ballots.IsComplete || terms.PassShare.IsReachedBy(each.Ballots.Agree, each.Ballots.Voters)
            )
            .OrderByDescending(each => each.Ballots.Agree)
            .ToList();
        if (free <= 0 || hopeful.Count <= free)
        {
            return new PlaceServed(free > 0);
        }

        if (hopeful.FirstOrDefault(each => !each.Ballots.IsComplete) is { Ballots: var open })
        {
            return MeetingRefusals.BallotsMissing(open.Voters - open.Cast);
        }

        var atTheCut = hopeful[free - 1].Ballots.Agree;
        var own = hopeful.Single(each => each.CaseId == caseId).Ballots.Agree;
        var tied = hopeful.Where(each => each.Ballots.Agree == atTheCut).ToList();
        var room = free - hopeful.Count(each => each.Ballots.Agree > atTheCut);
        if (own != atTheCut || tied.Count <= room)
        {
            return new PlaceServed(own >= atTheCut);
        }

        return tied.Any(each => each.ServedAs is null)
            ? MeetingRefusals.TieAtLastPlace([.. tied.Select(each => each.CaseId)])
            : new PlaceServed(tied.OrderBy(each => each.ServedAs).Take(room).Any(each => each.CaseId == caseId));
    }
}

/// <param name="Result">What the meeting said.</param>
public sealed record MeetingVerdict(MeetingResult Result);

/// <param name="IsServed">Whether there is a place for this case.</param>
public sealed record PlaceServed(bool IsServed);
