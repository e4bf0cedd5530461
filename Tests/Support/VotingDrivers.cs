using Craftsman.Domain.Voting;

namespace Craftsman.Tests.Support;

public static class VotingDrivers
{
    /// <summary>Votes, with an Idempotency-Key where one is given.</summary>
    public static Task<Answer> VotesFor(this Citizen citizen, Guid candidate, string? key = null) =>
        citizen.Api.Post($"/api/v1/candidates/{candidate}/votes", key: key);

    /// <summary>A candidate in some state, written as a row: for tests of what comes after, which need not walk the whole way.</summary>
    public static Task<Guid> CandidateRow(this App app, string state = "Published", Guid? mergedInto = null) =>
        app.Database.CandidateRow(state, mergedInto);

    public static async Task<Guid> CandidateRow(
        this TestDatabase database,
        string state = "Published",
        Guid? mergedInto = null
    )
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await database.Execute(
            """
            INSERT INTO candidates (id, campaign_id, root_id, state, name, work_unit, district, trade, show_work_unit, created_at, published_at)
            SELECT @id, c.id, @root, @state, '张师傅', '测试机械厂', '330102', 'machinery', 1, NOW(6), NOW(6)
            FROM campaigns c WHERE c.is_current = 1;
            INSERT INTO candidate_tallies (candidate_id, campaign_id) SELECT @id, c.id FROM campaigns c WHERE c.is_current = 1;
            """,
            new
            {
                id,
                state,
                root = mergedInto ?? id,
            }
        );
        return id;
    }

    /// <summary>The tally as kept and the standing votes as counted over the tree: laws 1 and 3 want them equal at every moment.</summary>
    public static Task<(int Tally, int Counted)> Standing(this App app, Guid candidate) =>
        app.Database.Standing(candidate);

    public static async Task<(int Tally, int Counted)> Standing(this TestDatabase database, Guid candidate) =>
        (
            await database.Value<int>(
                "SELECT standing FROM candidate_tallies WHERE candidate_id = @candidate",
                new { candidate }
            ),
            await database.Value<int>(
                """
                SELECT COUNT(*)
                FROM votes v
                JOIN candidates c ON c.id = v.candidate_id
                WHERE c.root_id = @candidate AND v.state = 'Counted' AND NOT EXISTS (SELECT 1 FROM vote_shadows s WHERE s.vote_id = v.id)
                """,
                new { candidate }
            )
        );

    /// <summary>The leaves of the candidate's votes that the ledger has; one that is missing there is missing here.</summary>
    public static async Task<IReadOnlyList<string>> LedgerLeavesOf(this App app, Guid candidate)
    {
        var votes = await app.Database.Rows<VoteRow>(
            "SELECT id, candidate_id, voter_key, day, cast_at, receipt FROM votes WHERE candidate_id = @candidate",
            new { candidate }
        );
        var entered = (await app.Database.Rows<byte[]>("SELECT leaves FROM ledger_entries WHERE kind = 'Cast'"))
            .SelectMany(leaves => leaves.Chunk(LedgerLeaf.Bytes))
            .Select(Convert.ToHexString);
        return [.. entered.Intersect(votes.Select(vote => vote.Leaf()))];
    }

    private sealed record VoteRow
    {
        public Guid Id { get; init; }
        public Guid CandidateId { get; init; }
        public byte[] VoterKey { get; init; } = [];
        public DateOnly Day { get; init; }
        public DateTimeOffset CastAt { get; init; }
        public byte[] Receipt { get; init; } = [];

        public string Leaf() =>
            Convert.ToHexString(
                new LedgerLeaf("Cast", Id, CandidateId, VoterKey, Day, null, VoteState.Counted, CastAt, Receipt).Hash()
            );
    }
}
