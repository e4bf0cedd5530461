using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Identity;

namespace Craftsman.Tests.Support;

/// <summary>What the person who looks after votes does.</summary>
public static class VoteDeskDrivers
{
    public static Task<StaffMember> FraudReviewer(this App app) => app.Staff(StaffRole.FraudReviewer);

    /// <summary>Quarantine, restore or exclude.</summary>
    public static Task<Answer> ChangesVotes(
        this StaffMember reviewer,
        string act,
        IEnumerable<Guid> votes,
        string reasonCode = "burst"
    ) => reviewer.Api.Post($"/admin/v1/votes/{act}", new { voteIds = votes.Select(id => id.ToString()), reasonCode });

    public static Task<Answer> Decides(this StaffMember person, string approvalId, string word = "approve") =>
        person.Api.Post($"/admin/v1/approvals/{approvalId}/{word}");

    public static Task<IReadOnlyList<Guid>> VotesOf(this App app, Guid candidate) =>
        app.Database.Rows<Guid>("SELECT id FROM votes WHERE candidate_id = @candidate ORDER BY id", new { candidate });

    /// <summary>Votes written as rows and counted, of voters all different.</summary>
    public static async Task<IReadOnlyList<Guid>> VoteRows(this App app, Guid candidate, int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ids = new List<Guid>();
        foreach (var some in Enumerable.Range(0, count).Chunk(2000))
        {
            var sql = new StringBuilder(
                "INSERT INTO votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left) VALUES "
            );
            foreach (var at in some)
            {
                var id = Guid.CreateVersion7(now);
                ids.Add(id);
                sql.Append(at == some[0] ? "" : ", ")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"({Hex(id.ToByteArray(bigEndian: true))}, {Hex(candidate.ToByteArray(bigEndian: true))}, {Hex(RandomNumberGenerator.GetBytes(32))}, '{ChinaDay.Of(now):yyyy-MM-dd}', 1, 'Counted', '{now:yyyy-MM-dd HH:mm:ss.ffffff}', {Hex(RandomNumberGenerator.GetBytes(15))}, 2)"
                    );
            }

            await app.Database.Execute(sql.ToString());
        }

        await app.Database.Execute(
            "UPDATE candidate_tallies SET standing = standing + @count WHERE candidate_id = @candidate",
            new { candidate, count }
        );
        return ids;
    }

    /// <summary>The two numbers as kept and as counted over the tree.</summary>
    public static async Task<(int Kept, int Counted)> SetAside(this App app, Guid candidate) =>
        (
            await app.Database.Value<int>(
                "SELECT set_aside FROM candidate_tallies WHERE candidate_id = @candidate",
                new { candidate }
            ),
            await app.Database.Value<int>(
                """
                SELECT COUNT(*)
                FROM votes v
                JOIN candidates c ON c.id = v.candidate_id
                WHERE c.root_id = @candidate AND v.state = 'Quarantined'
                """,
                new { candidate }
            )
        );

    private static string Hex(byte[] bytes) => $"x'{Convert.ToHexString(bytes)}'";

    /// <summary>An anomaly of one vote, as rows.</summary>
    public static async Task<Guid> AnomalyRow(this App app)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var candidateId = await app.CandidateRow();
        var vote = Assert.Single(await app.VoteRows(candidateId, 1));
        await app.Database.Execute(
            """
            INSERT INTO vote_anomalies (id, campaign_id, signal_code, candidate_id, found_at, is_set_aside, evidence, group_key)
            SELECT @id, c.campaign_id, 'burst', c.id, UTC_TIMESTAMP(6), 0, '{"votes":1}', CONCAT(c.id, c.id)
            FROM candidates c
            WHERE c.id = @candidateId
            """,
            new { id, candidateId }
        );
        await app.Database.Execute(
            "INSERT INTO vote_anomaly_votes (anomaly_id, vote_id) VALUES (@id, @vote)",
            new { id, vote }
        );
        return id;
    }
}
