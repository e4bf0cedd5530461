using Craftsman.Domain.ContentChecks;

namespace Craftsman.Infrastructure.Media;

/// <summary>A photo and where its check stands, for its owner and for staff.</summary>
public record CheckedPhoto
{
    /// <summary>From <c>photos p LEFT JOIN content_checks k ON k.id = p.id</c>; what was not submitted yet waits.</summary>
    internal const string Columns = "p.id, COALESCE(k.state, 'Waiting') AS state, k.decision";

    public Guid Id { get; init; }
    public ContentCheckState State { get; init; }
    public ContentDecision? Decision { get; init; }
}
