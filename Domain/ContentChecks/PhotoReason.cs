namespace Craftsman.Domain.ContentChecks;

/// <summary>Why a human found a photo fit or unfit; the code is for counting and for whoever looks at it next.</summary>
public enum PhotoReason
{
    /// <summary>Fit: somebody looked and found nothing, such as where WeChat gave no verdict.</summary>
    NothingWrong,

    /// <summary>Fit: WeChat found something that is not there.</summary>
    WronglyFlagged,

    Indecent,
    Violent,
    Advertising,

    /// <summary>Against the law in another way.</summary>
    Unlawful,

    /// <summary>Shows what is nobody's business, such as an identity card, a phone number or a bystander who did not ask for it.</summary>
    PrivateData,

    /// <summary>Neither the worker nor the work.</summary>
    NotTheWorker,

    /// <summary>Nothing can be made out.</summary>
    Unclear,
}

public static class PhotoReasons
{
    /// <summary>Every reason speaks for one of the two decisions.</summary>
    public static ContentDecision Supports(PhotoReason reason) =>
        reason is PhotoReason.NothingWrong or PhotoReason.WronglyFlagged ? ContentDecision.Fit : ContentDecision.Unfit;
}
