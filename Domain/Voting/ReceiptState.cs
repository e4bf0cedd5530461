namespace Craftsman.Domain.Voting;

/// <summary>What a receipt says of its vote: enough to know what became of it, never for whom it was.</summary>
public enum ReceiptState
{
    Counted,

    /// <summary>Two of the voter's candidates turned out to be one worker; the earlier vote of the day stands for both.</summary>
    SameWorkerAlreadyCounted,

    SetAside,
    Excluded,
}
