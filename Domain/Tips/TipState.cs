namespace Craftsman.Domain.Tips;

/// <summary>How far a tip has come.</summary>
public enum TipState
{
    /// <summary>Waits for a reviewer.</summary>
    Received,

    /// <summary>A reviewer holds it until the claim expires.</summary>
    Claimed,

    /// <summary>Waits for the citizen's answer to a question.</summary>
    InfoRequested,

    /// <summary>Belongs to a candidate; the only state in which its citizen counts as a tipster.</summary>
    Joined,

    /// <summary>Will not be followed; the citizen was told why.</summary>
    Rejected,

    /// <summary>Taken back by the citizen, whose story, contact and answers are erased.</summary>
    Withdrawn,
}
