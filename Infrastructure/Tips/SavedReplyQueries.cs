using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips;

/// <summary>A reply that reviewers keep for each other, with its braces still to be filled in.</summary>
public sealed record SavedReply
{
    public Guid Id { get; init; }
    public SavedReplyKind Kind { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset ChangedAt { get; init; }
    public int Version { get; init; }
}

/// <summary>Reads saved replies.</summary>
public sealed class SavedReplyQueries(Db db)
{
    /// <summary>Those of a kind after one of them, the oldest first.</summary>
    public Task<IReadOnlyList<SavedReply>> List(
        Guid campaignId,
        SavedReplyKind kind,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT id, kind, title, text, changed_at, version
            FROM saved_replies
            WHERE campaign_id = @campaignId AND kind = @Kind AND id > @After
            ORDER BY id
            LIMIT @take
            """;
        return db.List<SavedReply>(
            sql,
            new
            {
                campaignId,
                Kind = kind.ToString(),
                After = after ?? Guid.Empty,
                take,
            },
            cancellationToken
        );
    }
}
