using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>An invitation as it was sent; the code leaves us here and in the letter, and nowhere else.</summary>
public sealed record SentInvitation(string Code, DateTimeOffset ExpiresAt, int Version);

/// <summary>What accepting led to.</summary>
public sealed record AcceptedInvitation(Guid CandidateId, Guid ApplicationId);

/// <summary>
/// Writes invitations and what workers answer. The candidate's row is locked first, then the invitation's: of many answers at once
/// the first decides and the others see it.
/// </summary>
public sealed class InvitationStore(DataCipher cipher, ApplicationStore applications)
{
    private const string CodePurpose = "invitations.code_cipher";

    /// <summary>How the acceptance was checked when no staff did.</summary>
    private const string SamePhone = "本人绑定的手机号与推荐人提供的联系方式一致";

    /// <summary>Asks the worker, in place of any invitation that still lived.</summary>
    /// <remarks>
    /// An acceptance that was still waiting for staff falls with its invitation: staff ask again when it was not the worker who
    /// accepted. Its unsubmitted draft is withdrawn, so that it cannot be filed in the worker's name.
    /// </remarks>
    public async Task<SentInvitation> Invite(
        Work work,
        Candidate candidate,
        DateTimeOffset expiresAt,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string dropDraft = """
            UPDATE applications a
            JOIN invitations i ON i.id = a.invitation_id
            SET a.state = 'Withdrawn', a.version = a.version + 1
            WHERE i.candidate_id = @CandidateId AND i.is_living = 1 AND a.state = 'Draft'
            """;
        const string dropConsent = """
            UPDATE consents c
            JOIN invitations i ON i.id = c.invitation_id
            SET c.withdrawn_at = @now
            WHERE i.candidate_id = @CandidateId AND i.is_living = 1 AND c.withdrawn_at IS NULL
            """;
        const string replace =
            "UPDATE invitations SET state = 'Replaced', is_living = NULL WHERE candidate_id = @CandidateId AND is_living = 1";
        const string add = """
            INSERT INTO invitations (id, candidate_id, code_hash, code_cipher, state, created_by, created_at, expires_at, is_living)
            VALUES (@id, @CandidateId, @CodeHash, @CodeCipher, 'Open', @staffId, @now, @expiresAt, 1)
            """;
        const string move = "UPDATE candidates SET state = 'Invited', version = version + 1 WHERE id = @CandidateId";
        var id = Guid.CreateVersion7(now);
        var code = SecretCode.ForPeople();
        var parameters = new
        {
            id,
            CandidateId = candidate.Id,
            CodeHash = SecretCode.HashOf(code),
            CodeCipher = cipher.Encrypt(CodePurpose, code),
            staffId,
            now,
            expiresAt,
        };
        await work.Execute(dropDraft, parameters);
        await work.Execute(dropConsent, parameters);
        await work.Execute(replace, parameters);
        await work.Execute(add, parameters);
        await work.Execute(move, parameters);
        await Tipsters.Tell(work, candidate.Id, "Invited", "工会已向您推荐的师傅发出邀请，正在等待本人答复。", now);
        await AuditLog.Record(
            work,
            staffId,
            "candidate.invited",
            "candidate",
            candidate.Id,
            now,
            new { invitationId = id }
        );
        return new SentInvitation(code, expiresAt, candidate.Version + 1);
    }

    /// <summary>The invitation that waits for an answer or for staff, held until the transaction ends. The caller holds the candidate's row.</summary>
    public static Task<Invitation?> LockLiving(Work work, Guid candidateId)
    {
        const string sql = """
            SELECT id, candidate_id, state, expires_at, answered_by
            FROM invitations
            WHERE candidate_id = @candidateId AND is_living = 1
            FOR UPDATE
            """;
        return work.FirstOrNothing<Invitation>(sql, new { candidateId });
    }

    /// <summary>The candidate and the invitation a code opens, both held until the transaction ends; null when nothing has the code.</summary>
    public static async Task<OpenedInvitation?> LockByCode(Work work, byte[] codeHash)
    {
        const string whose = "SELECT candidate_id FROM invitations WHERE code_hash = @codeHash";
        const string sql = """
            SELECT id, candidate_id, state, expires_at, answered_by
            FROM invitations
            WHERE code_hash = @codeHash
            FOR UPDATE
            """;
        if (
            await work.FirstOrNothing<Guid?>(whose, new { codeHash }) is not { } candidateId
            || await CandidateStore.Lock(work, candidateId) is not { } candidate
            || await work.FirstOrNothing<Invitation>(sql, new { codeHash }) is not { } invitation
        )
        {
            return null;
        }

        return new OpenedInvitation(candidate, invitation);
    }

    /// <summary>Reads the code for a letter or its QR code, on record because whoever holds it may answer.</summary>
    /// <param name="action">What was printed, as the audit log names it.</param>
    public async Task<string> Disclose(
        Work work,
        Invitation invitation,
        string action,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = "SELECT code_cipher FROM invitations WHERE id = @Id";
        var sealedCode = await work.FirstOrNothing<byte[]>(sql, new { invitation.Id });
        await AuditLog.Record(
            work,
            staffId,
            action,
            "candidate",
            invitation.CandidateId,
            now,
            new { invitationId = invitation.Id }
        );
        return cipher.Decrypt(CodePurpose, sealedCode!);
    }

    /// <summary>
    /// The worker's yes: the consent is on record, what they put right is taken over, and the draft of channel PublicTip (四(三)) stands
    /// ready. It counts at once when the citizen's bound phone is the worker's, else when staff confirm it (law 7). The caller holds
    /// candidate and invitation.
    /// </summary>
    public async Task<AcceptedInvitation> Accept(
        Work work,
        OpenedInvitation opened,
        Guid citizenId,
        GivenConsent consent,
        Corrections? corrections,
        DateTimeOffset now
    )
    {
        const string answer = """
            UPDATE invitations
            SET state = 'AwaitingConfirmation', answered_by = @citizenId, answered_at = @now
            WHERE id = @InvitationId
            """;
        const string record = """
            INSERT INTO consents (id, candidate_id, source, citizen_id, invitation_id, policy_version, show_photo, show_work_unit, given_at)
            VALUES (@Id, @CandidateId, 'Invitation', @citizenId, @InvitationId, @PolicyVersion, @ShowPhoto, @ShowWorkUnit, @now)
            """;
        var candidate = opened.Candidate with
        {
            Name = corrections?.Name ?? opened.Candidate.Name,
            WorkUnit = corrections?.WorkUnit ?? opened.Candidate.WorkUnit,
            Workplace = corrections?.Workplace ?? opened.Candidate.Workplace,
            Trade = corrections?.Trade ?? opened.Candidate.Trade,
            District = corrections?.District ?? opened.Candidate.District,
        };
        var parameters = new
        {
            Id = Guid.CreateVersion7(now),
            CandidateId = candidate.Id,
            InvitationId = opened.Invitation.Id,
            citizenId,
            consent.PolicyVersion,
            consent.ShowPhoto,
            consent.ShowWorkUnit,
            now,
        };
        await work.Execute(answer, parameters);
        await work.Execute(record, parameters);
        await CandidateStore.Describe(work, candidate);
        if (corrections is { HasWords: true })
        {
            await ContentCheckStore.AskAboutCandidate(work, candidate.Id, citizenId, now);
        }

        if (await Tipsters.GaveContactOf(work, candidate.Id, citizenId))
        {
            await LetCount(work, candidate.Id, opened.Invitation.Id, SamePhone, null, now);
        }

        return new AcceptedInvitation(
            candidate.Id,
            await OpenDraft(work, candidate, opened.Invitation.Id, citizenId, now)
        );
    }

    /// <summary>What accepting led to the first time. A draft its author deleted since is opened anew.</summary>
    public async Task<AcceptedInvitation> AcceptedBefore(
        Work work,
        OpenedInvitation opened,
        Guid citizenId,
        DateTimeOffset now
    )
    {
        const string sql = "SELECT id FROM applications WHERE invitation_id = @Id";
        return new AcceptedInvitation(
            opened.Candidate.Id,
            await work.FirstOrNothing<Guid?>(sql, new { opened.Invitation.Id })
                ?? await OpenDraft(work, opened.Candidate, opened.Invitation.Id, citizenId, now)
        );
    }

    /// <summary>The worker's no: nobody asks again, and the contact that tipsters gave is erased. The caller holds candidate and invitation.</summary>
    public static async Task Decline(Work work, OpenedInvitation opened, Guid citizenId, DateTimeOffset now)
    {
        const string answer = """
            UPDATE invitations
            SET state = 'Declined', answered_by = @citizenId, answered_at = @now, is_living = NULL
            WHERE id = @Id
            """;
        const string move = "UPDATE candidates SET state = 'Declined', version = version + 1 WHERE id = @CandidateId";
        await work.Execute(
            answer,
            new
            {
                opened.Invitation.Id,
                citizenId,
                now,
            }
        );
        await work.Execute(move, new { opened.Invitation.CandidateId });
        await Tipsters.EraseContacts(work, opened.Invitation.CandidateId);
        await Tipsters.Tell(
            work,
            opened.Invitation.CandidateId,
            "Declined",
            "本人希望不公开展示，推荐到此为止，您留下的联系方式已删除。感谢您的推荐。",
            now
        );
    }

    /// <summary>Acceptances of a citizen that staff have not confirmed fall; they may ask the worker anew.</summary>
    public static async Task TakeBackAcceptances(Work work, Guid citizenId, DateTimeOffset now)
    {
        const string waiting = """
            SELECT candidate_id
            FROM invitations
            WHERE answered_by = @citizenId AND state = 'AwaitingConfirmation'
            ORDER BY candidate_id
            """;
        const string dropConsent = """
            UPDATE consents c
            JOIN invitations i ON i.id = c.invitation_id
            SET c.withdrawn_at = @now
            WHERE i.candidate_id = @candidateId AND i.answered_by = @citizenId AND i.state = 'AwaitingConfirmation'
                AND c.withdrawn_at IS NULL
            """;
        const string close = """
            UPDATE invitations
            SET state = 'Replaced', is_living = NULL
            WHERE candidate_id = @candidateId AND answered_by = @citizenId AND state = 'AwaitingConfirmation'
            """;
        foreach (var candidateId in await work.List<Guid>(waiting, new { citizenId }))
        {
            // Who confirms an acceptance holds the candidate too.
            await CandidateStore.Lock(work, candidateId);
            await work.Execute(
                dropConsent,
                new
                {
                    candidateId,
                    citizenId,
                    now,
                }
            );
            await work.Execute(close, new { candidateId, citizenId });
        }
    }

    /// <summary>Makes the acceptance count, with how staff checked that it came from the worker. The caller holds candidate and invitation.</summary>
    public static async Task<CandidateMoved> ConfirmConsent(
        Work work,
        Candidate candidate,
        Invitation invitation,
        string identityCheck,
        Guid staffId,
        DateTimeOffset now
    )
    {
        await LetCount(work, candidate.Id, invitation.Id, identityCheck, staffId, now);
        await AuditLog.Record(
            work,
            staffId,
            "candidate.consent-confirmed",
            "candidate",
            candidate.Id,
            now,
            new { invitationId = invitation.Id }
        );
        return new CandidateMoved(candidate.Id, CandidateState.Agreed, candidate.Version + 1);
    }

    private static async Task LetCount(
        Work work,
        Guid candidateId,
        Guid invitationId,
        string identityCheck,
        Guid? confirmedBy,
        DateTimeOffset now
    )
    {
        const string confirm = """
            UPDATE consents
            SET confirmed_at = @now, confirmed_by = @confirmedBy, identity_check = @identityCheck
            WHERE invitation_id = @invitationId
            """;
        const string close = "UPDATE invitations SET state = 'Accepted', is_living = NULL WHERE id = @invitationId";
        const string move = """
            UPDATE candidates c
            JOIN consents g ON g.invitation_id = @invitationId
            SET c.state = 'Agreed', c.show_photo = g.show_photo, c.show_work_unit = g.show_work_unit, c.version = c.version + 1
            WHERE c.id = @candidateId
            """;
        var parameters = new
        {
            candidateId,
            invitationId,
            identityCheck,
            confirmedBy,
            now,
        };
        await work.Execute(confirm, parameters);
        await work.Execute(close, parameters);
        await work.Execute(move, parameters);
        await Tipsters.Tell(work, candidateId, "Agreed", "您推荐的师傅已同意公开展示，工会正在准备公开。", now);
    }

    private async Task<Guid> OpenDraft(
        Work work,
        Candidate candidate,
        Guid invitationId,
        Guid citizenId,
        DateTimeOffset now
    ) =>
        await applications.OpenFromInvitation(
            work,
            candidate.CampaignId,
            citizenId,
            candidate.Id,
            invitationId,
            new ToldByTips(
                candidate.Name,
                candidate.WorkUnit,
                candidate.Workplace,
                candidate.District,
                candidate.Trade,
                await Tipsters.Said(work, candidate.Id)
            ),
            now
        );
}

/// <summary>An invitation and the candidate it asks about, both locked.</summary>
public sealed record OpenedInvitation(Candidate Candidate, Invitation Invitation);

/// <summary>What the worker agreed to.</summary>
public sealed record GivenConsent(string PolicyVersion, bool ShowPhoto, bool ShowWorkUnit);
