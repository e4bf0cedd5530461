using System.Text;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Voting;

/// <summary>A Counted vote that begins to stand, or ceases to.</summary>
internal sealed record ChangedStanding(Guid Id, Guid CandidateId, byte[] VoterKey, DateOnly Day, byte[] Receipt);

/// <summary>Writes which votes another of the same voter, day and root stands for. The caller holds their candidates.</summary>
internal static class VoteShadows
{
    private const int RowsTogether = 2000;

    public static async Task Add(Work work, IEnumerable<ChangedStanding> votes)
    {
        foreach (var some in votes.Chunk(RowsTogether))
        {
            // Written out: reading thousands of parameters takes longer than the rows.
            var sql = new StringBuilder("INSERT INTO vote_shadows (vote_id, candidate_id) VALUES ");
            foreach (var vote in some)
            {
                sql.Append(ReferenceEquals(vote, some[0]) ? "(" : ", (");
                Append(sql, vote.Id).Append(", ");
                Append(sql, vote.CandidateId).Append(')');
            }

            await work.Execute(sql.ToString());
        }
    }

    public static async Task Remove(Work work, IEnumerable<ChangedStanding> votes)
    {
        foreach (var some in votes.Chunk(RowsTogether))
        {
            var sql = new StringBuilder("DELETE FROM vote_shadows WHERE vote_id IN (");
            foreach (var vote in some)
            {
                Append(sql.Append(ReferenceEquals(vote, some[0]) ? "" : ", "), vote.Id);
            }

            await work.Execute(sql.Append(')').ToString());
        }
    }

    private static StringBuilder Append(StringBuilder sql, Guid id) =>
        sql.Append("x'").Append(Convert.ToHexString(id.ToByteArray(bigEndian: true))).Append('\'');
}
