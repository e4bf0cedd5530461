namespace Craftsman.Domain.Tips;

/// <summary>What a saved reply is for.</summary>
public enum SavedReplyKind
{
    /// <summary>The message of a rejection.</summary>
    Rejection,

    /// <summary>A question to the tipster.</summary>
    Question,
}
