namespace Craftsman.Domain.Meetings;

/// <summary>Where a meeting of the leading group stands. Ballots are cast while it is Open.</summary>
public enum MeetingState
{
    Planned,
    Open,
    Closed,
}

/// <summary>What a meeting is asked about a case.</summary>
public enum AgendaKind
{
    /// <summary>五(领导小组审定): whether the worker is among the final ones.</summary>
    Decision,

    /// <summary>Whether a recognition is taken back; a rule of the campaign, no clause.</summary>
    Revocation,
}

public enum BallotChoice
{
    Agree,
    Disagree,
    Abstain,
}

/// <summary>Why a member takes no part in a case (law 6).</summary>
public enum RecusalKind
{
    /// <summary>Of the worker's unit, or of the organization that recommended. Found when the meeting is opened.</summary>
    SameUnit,

    /// <summary>
    /// They recommended the worker, filed for them, or are them: found when the meeting is opened. One word for all three, for the other members
    /// read it and need not learn who tipped.
    /// </summary>
    Own,

    Declared,
}

/// <summary>What a meeting said about a case.</summary>
public enum MeetingResult
{
    Yes,
    No,
}

/// <summary>The ballots of one case as they stand.</summary>
/// <param name="Members">Who belonged to the group when the meeting was opened.</param>
/// <param name="Present">Of these.</param>
/// <param name="Voters">Those present and not recused.</param>
public sealed record BallotCount(int Members, int Present, int Voters, int Agree, int Disagree, int Abstain)
{
    public int Cast => Agree + Disagree + Abstain;

    /// <summary>Everybody who votes has voted; before that nobody is told how.</summary>
    public bool IsComplete => Cast == Voters;
}
