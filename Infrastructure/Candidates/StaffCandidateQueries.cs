using Craftsman.Domain.Candidates;
using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>A candidate as staff see them, with the latest invitation and every consent.</summary>
public sealed record CandidateFile
{
    public Guid Id { get; init; }
    public Guid RootId { get; init; }
    public CandidateState State { get; init; }
    public string Name { get; init; } = "";
    public string? WorkUnit { get; init; }
    public string? Workplace { get; init; }
    public string? District { get; init; }
    public string Trade { get; init; } = "";
    public string? Story { get; init; }
    public bool ShowPhoto { get; init; }
    public bool ShowWorkUnit { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? UnpublishReason { get; init; }
    public int Version { get; init; }
    public int TipCount { get; init; }
    public int VoteCount { get; init; }
    public FiledInvitation? Invitation { get; init; }
    public IReadOnlyList<FiledConsent> Consents { get; init; } = [];

    /// <summary>Of what a citizen wrote; null where all of the text is staff's.</summary>
    public ContentCheck? ContentCheck => ContentState is { } state ? new(state, ContentLabel, ContentDecision) : null;

    public ContentCheckState? ContentState { get; init; }
    public int? ContentLabel { get; init; }
    public ContentDecision? ContentDecision { get; init; }

    /// <summary>Of the joined tips and the submitted applications of this candidate alone, not of its tree.</summary>
    public IReadOnlyList<CheckedPhoto> Photos { get; init; } = [];
}

public sealed record FiledInvitation
{
    public Guid CandidateId { get; init; }
    public InvitationState State { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

public sealed record FiledConsent
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public string Source { get; init; } = "";
    public string PolicyVersion { get; init; } = "";
    public bool ShowPhoto { get; init; }
    public bool ShowWorkUnit { get; init; }
    public DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public string? IdentityCheck { get; init; }

    /// <summary>The day on a signed paper, and its scan.</summary>
    public DateOnly? SignedOn { get; init; }
    public Guid? FileId { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>What staff read about candidates, merged ones too. The numbers are those of the whole tree.</summary>
public sealed class StaffCandidateQueries(Db db)
{
    private const string Columns = """
        c.id, c.root_id, c.state, c.name, c.work_unit, c.workplace, c.district, c.trade, c.story, c.show_photo, c.show_work_unit,
            c.created_at, c.published_at, c.unpublish_reason, c.version, y.standing AS vote_count,
            k.state AS content_state, k.label AS content_label, k.decision AS content_decision,
            (
                SELECT COUNT(DISTINCT COALESCE(t.citizen_id, t.id))
                FROM candidates m
                JOIN tips t ON t.candidate_id = m.id
                WHERE m.root_id = c.root_id AND t.state = 'Joined'
            ) AS tip_count
        """;

    /// <summary>A page of the list, the youngest first, before the candidate <paramref name="before"/>.</summary>
    /// <param name="districts">The districts the reader works for; none means all.</param>
    public async Task<IReadOnlyList<CandidateFile>> List(
        Guid campaignId,
        CandidateState? state,
        CandidateFilter filter,
        IReadOnlyList<string> districts,
        Guid? before,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT {Columns}
            FROM (
                SELECT id
                FROM candidates
                WHERE campaign_id = @campaignId
                {(state is null ? "" : "AND state = @State")}
                {(filter.District is null ? "" : "AND district = @District")}
                {(filter.Trade is null ? "" : "AND trade = @Trade")}
                {(
                filter.Q is null
                    ? ""
                    : "AND (name LIKE @Like ESCAPE '!' OR work_unit LIKE @Like ESCAPE '!' OR workplace LIKE @Like ESCAPE '!')"
            )}
                {(districts.Count == 0 ? "" : "AND district IN @districts")}
                {(before is null ? "" : "AND id < @before")}
                ORDER BY id DESC
                LIMIT @take
            ) p
            JOIN candidates c ON c.id = p.id
            JOIN candidate_tallies y ON y.candidate_id = c.root_id
            LEFT JOIN content_checks k ON k.candidate_id = c.id
            ORDER BY c.id DESC
            """;
        var files = await db.List<CandidateFile>(
            sql,
            new
            {
                campaignId,
                State = state?.ToString(),
                filter.District,
                filter.Trade,
                Like = filter.Q is null ? null : LikePattern.Containing(filter.Q),
                districts,
                before,
                take,
            },
            cancellationToken
        );
        return await WithWords(files, cancellationToken);
    }

    public async Task<CandidateFile?> One(Guid campaignId, Guid id, CancellationToken cancellationToken)
    {
        const string sql = $"""
            SELECT {Columns}
            FROM candidates c
            JOIN candidate_tallies y ON y.candidate_id = c.root_id
            LEFT JOIN content_checks k ON k.candidate_id = c.id
            WHERE c.id = @id AND c.campaign_id = @campaignId
            """;
        var file = await db.FirstOrNothing<CandidateFile>(sql, new { campaignId, id }, cancellationToken);
        return file is null ? null : (await WithWords([file], cancellationToken))[0];
    }

    /// <summary>The same files with what the workers were asked and answered.</summary>
    private async Task<IReadOnlyList<CandidateFile>> WithWords(
        IReadOnlyList<CandidateFile> files,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            SELECT i.candidate_id, i.state, i.created_at, i.expires_at
            FROM invitations i
            WHERE i.candidate_id IN @ids
                AND NOT EXISTS (SELECT 1 FROM invitations later WHERE later.candidate_id = i.candidate_id AND later.id > i.id);
            SELECT g.id, g.candidate_id, g.source, g.policy_version, g.show_photo, g.show_work_unit, g.given_at, g.confirmed_at,
                g.identity_check, g.signed_on, f.id AS file_id, g.withdrawn_at
            FROM consents g
            LEFT JOIN files f ON f.consent_id = g.id
            WHERE g.candidate_id IN @ids
            ORDER BY g.id;
            """;
        const string photos = $"""
            SELECT a.candidate_id, {CheckedPhoto.Columns}
            FROM applications a
            JOIN photos p ON p.application_id = a.id
            LEFT JOIN content_checks k ON k.id = p.id
            WHERE a.candidate_id IN @ids AND a.state IN ('Submitted', 'Joined')
            UNION ALL
            SELECT t.candidate_id, {CheckedPhoto.Columns}
            FROM tips t
            JOIN photos p ON p.tip_id = t.id
            LEFT JOIN content_checks k ON k.id = p.id
            WHERE t.candidate_id IN @ids AND t.state = 'Joined';
            """;
        if (files.Count == 0)
        {
            return files;
        }

        return await db.Multiple<IReadOnlyList<CandidateFile>>(
            $"{sql}\n{photos}",
            new { ids = files.Select(file => file.Id) },
            async grid =>
            {
                var invitations = (await grid.ReadAsync<FiledInvitation>()).ToDictionary(each => each.CandidateId);
                var consents = (await grid.ReadAsync<FiledConsent>()).ToLookup(each => each.CandidateId);
                var photosOf = (await grid.ReadAsync<PhotoRow>()).ToLookup(
                    row => row.CandidateId,
                    CheckedPhoto (row) => row
                );
                return
                [
                    .. files.Select(file =>
                        file with
                        {
                            Invitation = invitations.GetValueOrDefault(file.Id),
                            Consents = [.. consents[file.Id]],
                            Photos = [.. photosOf[file.Id]],
                        }
                    ),
                ];
            },
            cancellationToken
        );
    }

    private sealed record PhotoRow : CheckedPhoto
    {
        public Guid CandidateId { get; init; }
    }
}
