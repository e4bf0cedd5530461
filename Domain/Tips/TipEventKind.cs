namespace Craftsman.Domain.Tips;

/// <summary>What happens to a tip and is told in its thread; what happens to its candidate is told there too, under kinds of its own.</summary>
public enum TipEventKind
{
    Received,
    Changed,
    Claimed,
    Released,
    InfoRequested,
    Answered,
    Joined,
    Relinked,
    Rejected,
    Withdrawn,
}
