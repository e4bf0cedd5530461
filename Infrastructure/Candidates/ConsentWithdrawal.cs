using Craftsman.Domain;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Takes back a worker's word (law 7). The worker is one person however many candidates of a merge tree they are, so the whole tree is held
/// and every consent in it falls; else the worker would still be shown by another paper of theirs. Who publishes holds the same rows and
/// looks for a consent under them: whichever comes last, nobody is shown without one.
/// </summary>
public static class ConsentWithdrawal
{
    /// <summary>Why the candidate is off, as staff read it.</summary>
    public const string Reason = "Consent";

    private const string Counting = "(confirmed_at IS NOT NULL OR source = 'SelfApplication')";

    /// <summary>By the citizen who gave a consent that counts, for whichever candidate of the tree; a second time changes nothing.</summary>
    /// <remarks>
    /// An acceptance that staff have not confirmed may be a stranger's, who must not speak against the worker. So may an application under
    /// the worker's name and mobile: where others' consents stand it takes back itself and what its author applied for, no more.
    /// </remarks>
    public static async Task<Decision<CandidateMoved>> ByCitizen(
        Work work,
        Guid candidateId,
        Guid citizenId,
        DateTimeOffset now
    )
    {
        const string counting =
            $"SELECT id, citizen_id, source, withdrawn_at FROM consents WHERE candidate_id IN @Ids AND {Counting}";
        if ((await CandidateForest.Hold(work, candidateId)).GetValueOrDefault(candidateId) is not { } tree)
        {
            return RequestRefusals.NotFound;
        }

        var consents = await work.List<ConsentRow>(counting, new { tree.Ids });
        var own = consents.Where(consent => consent.CitizenId == citizenId).ToList();
        var living = own.Where(consent => consent.WithdrawnAt is null).ToList();
        if (living.Count == 0)
        {
            return own.Count == 0 ? RequestRefusals.NotFound : As(tree.Named);
        }

        var isTheWorker = living.Any(consent => consent.Source != "SelfApplication");
        var isAlone = consents.All(consent => consent.CitizenId == citizenId || consent.WithdrawnAt is not null);
        return isTheWorker || isAlone
            ? await Withdraw(work, tree, citizenId, null, null, now)
            : await WithdrawOwn(work, tree, citizenId, now);
    }

    /// <summary>Every consent of a citizen that counts, for whichever candidates.</summary>
    public static async Task AllOf(Work work, Guid citizenId, DateTimeOffset now)
    {
        const string living = $"""
            SELECT DISTINCT candidate_id
            FROM consents
            WHERE citizen_id = @citizenId AND withdrawn_at IS NULL AND {Counting}
            ORDER BY candidate_id
            """;
        foreach (var candidateId in await work.List<Guid>(living, new { citizenId }))
        {
            await ByCitizen(work, candidateId, citizenId, now);
        }
    }

    /// <summary>By staff, for a worker who is no user. The caller knows that the candidate is in their district.</summary>
    public static async Task<Decision<CandidateMoved>> ByStaff(
        Work work,
        HeldTree tree,
        Guid consentId,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string named = "SELECT id, withdrawn_at FROM consents WHERE id = @consentId AND candidate_id = @Id";
        if (await work.FirstOrNothing<ConsentRow>(named, new { consentId, tree.Named.Id }) is not { } consent)
        {
            return RequestRefusals.NotFound;
        }

        if (consent.WithdrawnAt is not null)
        {
            return As(tree.Named);
        }

        var moved = await Withdraw(work, tree, null, staffId, reason, now);
        await AuditLog.Record(
            work,
            staffId,
            "candidate.consent-withdrawn",
            "candidate",
            tree.Named.Id,
            now,
            new { consentId }
        );
        return moved;
    }

    private static async Task<CandidateMoved> WithdrawOwn(Work work, HeldTree tree, Guid citizenId, DateTimeOffset now)
    {
        const string withdraw = """
            UPDATE consents
            SET withdrawn_at = @now
            WHERE candidate_id IN @Ids AND citizen_id = @citizenId AND withdrawn_at IS NULL
            """;
        await work.Execute(
            withdraw,
            new
            {
                tree.Ids,
                citizenId,
                now,
            }
        );
        await ApplicationStore.WithdrawFrom(work, citizenId, tree.Ids, now);
        return As((await CandidateStore.Lock(work, tree.Named.Id))!);
    }

    private static async Task<CandidateMoved> Withdraw(
        Work work,
        HeldTree tree,
        Guid? citizenId,
        Guid? staffId,
        string? reason,
        DateTimeOffset now
    )
    {
        const string withdraw = """
            UPDATE consents
            SET withdrawn_at = @now, withdrawn_by = @staffId, withdrawn_reason = @reason
            WHERE candidate_id IN @Ids AND withdrawn_at IS NULL
            """;
        const string close = """
            UPDATE invitations
            SET state = 'Replaced', is_living = NULL
            WHERE candidate_id IN @Ids AND is_living = 1
            """;
        const string takeBack = """
            UPDATE candidates
            SET state = 'Unpublished', unpublish_reason = @Reason, version = version + 1
            WHERE id IN @Ids AND state IN ('Agreed', 'Published', 'Unpublished')
            """;
        await work.Execute(
            withdraw,
            new
            {
                tree.Ids,
                now,
                staffId,
                reason,
            }
        );
        await work.Execute(close, new { tree.Ids });
        foreach (var id in tree.Ids)
        {
            await ReviewStore.ConsentWithdrawn(work, id, citizenId, staffId, now);
        }

        await work.Execute(takeBack, new { tree.Ids, Reason });
        await Tipsters.Tell(
            work,
            tree.Root.Id,
            "Unpublished",
            "本人撤回了公开展示的同意，不再公开展示，未结束的申报也随之撤回，已投的票保留不变。感谢您的推荐。",
            now
        );
        return As((await CandidateStore.Lock(work, tree.Named.Id))!);
    }

    private static CandidateMoved As(Domain.Candidates.Candidate candidate) =>
        new(candidate.Id, candidate.State, candidate.Version);

    private sealed record ConsentRow
    {
        public Guid Id { get; init; }
        public Guid? CitizenId { get; init; }
        public string Source { get; init; } = "";
        public DateTimeOffset? WithdrawnAt { get; init; }
    }
}
