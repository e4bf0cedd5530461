namespace Craftsman.Domain.Honours;

/// <summary>七: the one-time prize.</summary>
public enum PrizeState
{
    Due,
    Paid,

    /// <summary>The recognition was revoked before it was paid.</summary>
    Cancelled,
}
