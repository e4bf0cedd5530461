namespace Craftsman.Domain.Messages;

/// <summary>What a citizen is told outside the mini program. Each kind has a template of its own in WeChat's console.</summary>
public enum MessageKind
{
    /// <summary>A reviewer asks the tipster something.</summary>
    TipQuestion,

    /// <summary>A tip was decided, or something happened to the worker it is about.</summary>
    TipMoved,

    /// <summary>The case of an application is in another stage.</summary>
    CaseMoved,
}
