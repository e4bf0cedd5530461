using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Honours;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Messages;
using Craftsman.Infrastructure.Reports;
using Craftsman.Infrastructure.Tips;

namespace Craftsman.Infrastructure.Identity;

/// <summary>
/// Deletes an account in one transaction, by the acts with which a citizen would have taken back each thing. The citizen's row stays without
/// openid and phone, for what is kept for the record refers to it; who returns is a new citizen, with the same voter key.
/// </summary>
public static class AccountErasure
{
    /// <summary>
    /// Drafts go before the consents, which would make withdrawn applications of them; consents before the applications that are left, for
    /// a consent taken back ends its cases whole (law 7), and no supporting application need take the lead for a moment.
    /// </summary>
    /// <param name="voterKey">By which the citizen's votes are known.</param>
    public static async Task<ErasureFacts> Erase(Work work, Guid citizenId, byte[] voterKey, DateTimeOffset now)
    {
        await ApplicationStore.DeleteUnsubmitted(work, citizenId);
        await InvitationStore.TakeBackAcceptances(work, citizenId, now);
        await ConsentWithdrawal.AllOf(work, citizenId, now);
        await ApplicationStore.WithdrawAll(work, citizenId, now);
        await TipStore.WithdrawAll(work, citizenId, now);
        await ReportStore.ForgetSender(work, citizenId);
        await OfferStore.Forget(work, citizenId);
        await PhotoStore.DeleteUnused(work, citizenId);
        await FileStore.DeleteUnused(work, citizenId);
        await MessageSending.Forget(work, citizenId);
        foreach (var kind in Enum.GetValues<ConsentKind>())
        {
            await CitizenConsents.Withdraw(work, citizenId, kind, now);
        }

        await SessionStore.RevokeAll(work, citizenId, now);
        await CitizenStore.Forget(work, citizenId);
        return await FactsOf(work, citizenId, voterKey);
    }

    private static async Task<ErasureFacts> FactsOf(Work work, Guid citizenId, byte[] voterKey)
    {
        const string sql = """
            SELECT
                EXISTS (SELECT 1 FROM applications a WHERE a.citizen_id = @citizenId) AS has_applications,
                EXISTS (
                    SELECT 1
                    FROM applications a
                    JOIN cases k ON k.candidate_id = a.candidate_id
                    WHERE a.citizen_id = @citizenId AND a.state IN ('Submitted', 'Joined') AND k.stage = 'Recognised'
                ) AS has_recognition,
                EXISTS (SELECT 1 FROM objections o WHERE o.citizen_id = @citizenId) AS has_objections,
                EXISTS (SELECT 1 FROM votes v WHERE v.voter_key = @voterKey) AS has_votes
            """;
        var row = (await work.FirstOrNothing<FactsRow>(sql, new { citizenId, voterKey }))!;
        return new ErasureFacts(row.HasApplications, row.HasRecognition, row.HasObjections, row.HasVotes);
    }

    private sealed record FactsRow
    {
        public bool HasApplications { get; init; }
        public bool HasRecognition { get; init; }
        public bool HasObjections { get; init; }
        public bool HasVotes { get; init; }
    }
}
