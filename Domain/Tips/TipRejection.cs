namespace Craftsman.Domain.Tips;

/// <summary>Why a tip is not followed. The reviewer's message says it to the citizen in words; the code is for counting.</summary>
public enum TipRejection
{
    /// <summary>About somebody who does not work at a craft: a shop, an official, a brand.</summary>
    NotAWorker,

    /// <summary>The person works elsewhere (三: in Hangzhou).</summary>
    NotInHangzhou,

    /// <summary>Nobody could be found by what was said.</summary>
    TooLittleToGoOn,

    /// <summary>The same citizen said the same before.</summary>
    AlreadyTold,

    /// <summary>What was said turned out to be untrue.</summary>
    NotTrue,

    /// <summary>Advertising, abuse or a joke.</summary>
    Unfit,
}
