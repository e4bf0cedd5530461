namespace Craftsman.Domain;

/// <summary>Why something was refused: what kind of no it is, a code that never changes, and the Chinese sentence a citizen reads.</summary>
/// <param name="Kind">Only <c>Problems</c> in Api knows which HTTP status a kind becomes.</param>
/// <param name="Code">kebab-case; programs branch on it, so it keeps its meaning for ever.</param>
/// <param name="Title">One Chinese sentence that says what is the matter and, where possible, what to do next.</param>
/// <param name="Clause">The clause of the notice that says no, such as “三(二)”, where one does.</param>
public sealed record Refusal(RefusalKind Kind, string Code, string Title, string? Clause = null)
{
    /// <summary>What is wrong with which field, when the refusal is about fields; names are the client's own, in camelCase.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further members of the problem document, such as the receipt of the vote that was there before.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The same refusal, naming the fields at fault.</summary>
    public Refusal About(IReadOnlyDictionary<string, string[]> errors) => this with { Errors = errors };

    /// <summary>The same refusal, naming one field at fault.</summary>
    public Refusal About(string field, string text) => About(new Dictionary<string, string[]> { [field] = [text] });

    /// <summary>The same refusal with one more member in its problem document.</summary>
    public Refusal With(string name, object? value)
    {
        var extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>())
        {
            [name] = value,
        };
        return this with { Extensions = extensions };
    }
}

/// <summary>The kinds of no that the surface knows.</summary>
public enum RefusalKind
{
    /// <summary>The request itself is wrong: its shape, a field, a cursor.</summary>
    Malformed,

    /// <summary>We do not know who asks, or no longer trust the proof.</summary>
    NotIdentified,

    /// <summary>We know who asks, and this is not their work.</summary>
    NotAllowed,

    /// <summary>There is no such thing, or it is another's; the two look alike.</summary>
    NotFound,

    /// <summary>A rule of the campaign says no, or the thing has moved on.</summary>
    Conflict,

    /// <summary>An idempotency key came again with another body.</summary>
    KeyReused,

    /// <summary>A part we depend on is away; the same request may succeed later.</summary>
    Unavailable,
}
