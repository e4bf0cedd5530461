namespace Craftsman.Domain.ContentChecks;

/// <summary>What WeChat says about a text or a picture.</summary>
public enum ContentCheckState
{
    /// <summary>Nothing yet; it is being asked.</summary>
    Waiting,
    Pass,

    /// <summary>WeChat wants a human to look.</summary>
    Review,
    Risky,

    /// <summary>WeChat could not be asked in time, or will not answer: a human decides.</summary>
    Unchecked,
}

/// <summary>A human's word about content; where there is one it stands in for WeChat's (law 7).</summary>
public enum ContentDecision
{
    Fit,
    Unfit,
}

/// <summary>Where the check of a text or a picture stands.</summary>
/// <param name="State">WeChat's word.</param>
/// <param name="Label">What WeChat found, such as 100 nothing, 10001 advertisement, 20002 pornography.</param>
/// <param name="Decision">A human's word, which stands in for WeChat's.</param>
public sealed record ContentCheck(ContentCheckState State, int? Label, ContentDecision? Decision)
{
    /// <summary>Whether it may go on without anybody deciding (again).</summary>
    public bool IsFit() => Decision is null ? State == ContentCheckState.Pass : Decision == ContentDecision.Fit;
}
