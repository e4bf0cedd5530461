using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Media;

public enum PhotoDeskState
{
    /// <summary>WeChat did not pass it, or will say nothing, and nobody has decided.</summary>
    Waiting,

    /// <summary>Somebody has decided, whatever WeChat says.</summary>
    Decided,
}

/// <summary>A photo in the list of those who decide on photos.</summary>
public sealed record PhotoOnDesk
{
    public Guid Id { get; init; }
    public ContentCheckState State { get; init; }
    public int? Label { get; init; }
    public ContentDecision? Decision { get; init; }

    /// <summary>When it was sent with what it belongs to.</summary>
    public DateTimeOffset SentAt { get; init; }

    public Guid? TipId { get; init; }
    public Guid? ApplicationId { get; init; }
    public Guid? CaseId { get; init; }
    public string? District { get; init; }
    public PhotoReason? ReasonCode { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>The photos that wait for a human, and those one has decided on, the oldest first.</summary>
public sealed class PhotoDeskQueries(Db db)
{
    /// <summary>
    /// The photos after one, of tips and of submitted applications. Each pair of WeChat's word and a human's is a range of an index that
    /// is already in order, of which we take one page, and the pages are merged.
    /// </summary>
    /// <param name="districts">Those the reader works for; none means all.</param>
    public Task<IReadOnlyList<PhotoOnDesk>> Page(
        Guid campaignId,
        PhotoDeskState state,
        IReadOnlyList<string> districts,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        string RangeOf(string word) =>
            $"""
                (SELECT p.id, k.state, k.label, k.decision, k.written_at AS sent_at, t.id AS tip_id, a.id AS application_id, n.id AS case_id,
                    COALESCE(t.district, c.district) AS district, d.reason_code, d.note, d.at AS decided_at
                FROM content_checks k FORCE INDEX (content_checks_by_word)
                JOIN photos p ON p.id = k.photo_id
                LEFT JOIN tips t ON t.id = p.tip_id
                LEFT JOIN applications a ON a.id = p.application_id AND a.state IN ('Submitted', 'Joined')
                LEFT JOIN candidates c ON c.id = a.candidate_id
                LEFT JOIN cases n ON n.candidate_id = a.candidate_id
                LEFT JOIN photo_decisions d ON d.id = (
                    SELECT l.id FROM photo_decisions l WHERE l.photo_id = p.id ORDER BY l.at DESC, l.id DESC LIMIT 1
                )
                WHERE k.kind = 'Photo' AND {word} AND k.id > @after
                    AND COALESCE(t.campaign_id, a.campaign_id) = @campaignId
                    {(districts.Count == 0 ? "" : "AND COALESCE(t.district, c.district) IN @districts")}
                ORDER BY k.id
                LIMIT @take)
                """;

        var sql = $"""
            {string.Join("\nUNION ALL\n", WordsOf(state).Select(RangeOf))}
            ORDER BY id
            LIMIT @take
            """;
        return db.List<PhotoOnDesk>(
            sql,
            new
            {
                campaignId,
                districts,
                after = after ?? Guid.Empty,
                take,
            },
            cancellationToken
        );
    }

    private static IEnumerable<string> WordsOf(PhotoDeskState state) =>
        state == PhotoDeskState.Waiting
            ? new[] { ContentCheckState.Review, ContentCheckState.Risky, ContentCheckState.Unchecked }.Select(verdict =>
                $"k.decision IS NULL AND k.state = '{verdict}'"
            )
            : Enum.GetValues<ContentDecision>()
                .SelectMany(decision =>
                    Enum.GetValues<ContentCheckState>()
                        .Select(verdict => $"k.decision = '{decision}' AND k.state = '{verdict}'")
                );
}
