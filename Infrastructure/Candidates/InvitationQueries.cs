using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>An invitation as its holder finds it before answering.</summary>
public sealed record ReceivedInvitation(
    Invitation Invitation,
    CandidateState CandidateState,
    string CandidateName,
    IReadOnlyList<string> Said
);

/// <summary>What the holder of a code reads.</summary>
public sealed class InvitationQueries(Db db)
{
    /// <summary>Null when nothing in the campaign has the code.</summary>
    public async Task<ReceivedInvitation?> ByCode(Guid campaignId, byte[] codeHash, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT i.id, i.candidate_id, i.state, i.expires_at, i.answered_by, c.state AS candidate_state, c.name
            FROM invitations i
            JOIN candidates c ON c.id = i.candidate_id
            WHERE i.code_hash = @codeHash AND c.campaign_id = @campaignId
            """;
        var row = await db.FirstOrNothing<Row>(sql, new { campaignId, codeHash }, cancellationToken);
        return row is null
            ? null
            : new ReceivedInvitation(
                new Invitation
                {
                    Id = row.Id,
                    CandidateId = row.CandidateId,
                    State = row.State,
                    ExpiresAt = row.ExpiresAt,
                    AnsweredBy = row.AnsweredBy,
                },
                row.CandidateState,
                row.Name,
                await db.List<string>(Tipsters.SaidSql, new { row.CandidateId, Tipsters.MostSaid }, cancellationToken)
            );
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public InvitationState State { get; init; }
        public DateTimeOffset ExpiresAt { get; init; }
        public Guid? AnsweredBy { get; init; }
        public CandidateState CandidateState { get; init; }
        public string Name { get; init; } = "";
    }
}
