using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.WeChat;

/// <summary>
/// What is done about events of a name; several may be registered for one. It runs in the transaction that marks the event handled,
/// possibly more than once when that is rolled back, so it keeps to the database.
/// </summary>
/// <param name="Handle">Answers false when the event says nothing that can be used.</param>
public sealed record PushHandler(string Event, Func<Work, PushedEvent, Task<bool>> Handle);

/// <summary>A stored event on its way to its handlers.</summary>
public sealed record PushedEvent(
    Guid Id,
    string Name,
    DateTimeOffset ReceivedAt,
    IReadOnlyDictionary<string, string> Fields
);
