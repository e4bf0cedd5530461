using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Domain.Objections;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Approvals;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.PublicNotices;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Objections;

/// <summary>What somebody says against an entry.</summary>
/// <param name="Objector">Null where it is anonymous.</param>
public sealed record ObjectionContent(
    Guid NoticeId,
    Guid EntryId,
    Objector? Objector,
    string Text,
    IReadOnlyCollection<Guid> FileIds
);

/// <summary>The Idempotency-Key as it was sent, and a hash of what it was sent with.</summary>
public sealed record SentObjectionKey(string Key, byte[] Content);

/// <summary>An objection that staff entered, and the code to tell whoever called or wrote.</summary>
public sealed record EnteredObjection(Guid Id, string FollowCode);

/// <summary>Where an act left an objection, and the version to send with the next.</summary>
public sealed record ObjectionMoved(Guid Id, ObjectionState State, int Version);

/// <summary>Writes objections (五, 社会公示), and what their examiners say.</summary>
public sealed class ObjectionStore(DataCipher cipher, CampaignQueries campaigns)
{
    internal const string PersonPurpose = "objections.person";
    internal const string TextPurpose = "objections.text";
    private const string Subject = "objection";

    /// <summary>
    /// Takes a citizen's objection once. Of an anonymous one nothing is written that names the citizen: the hash of person and entry stands
    /// for them, also for retries, and the files lose their owner here.
    /// </summary>
    /// <returns>The follow code, which is stored as a hash only.</returns>
    public async Task<Decision<string>> Submit(
        Work work,
        LiveCitizen citizen,
        ObjectionContent content,
        SentObjectionKey? sent,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var secret = await campaigns.VoterKeySecret(cancellationToken);
        var objectorKey = ObjectorKey(secret, citizen.OpenId, content.EntryId, content.Objector is not null);
        if (await FirstAnswer(work, content.EntryId, objectorKey, sent) is { } first)
        {
            return first;
        }

        var entry = await HoldEntry(work, campaign.Id, content.NoticeId, content.EntryId);
        if (ObjectionRules.Send(entry, now).IsRefused(out var refusal))
        {
            return refusal;
        }

        var (id, code) = (Guid.CreateVersion7(now), SecretCode.ForPeople());
        var row = new NewObjection
        {
            Id = id,
            CampaignId = campaign.Id,
            EntryId = content.EntryId,
            Source = nameof(ObjectionSource.Online),
            IsNamed = content.Objector is not null,
            CitizenId = content.Objector is null ? null : citizen.Id,
            ObjectorKey = objectorKey,
            SealedPerson = Seal(content.Objector),
            SealedText = cipher.Encrypt(TextPurpose, content.Text),
            FollowCode = SecretCode.HashOf(code),
            ReceivedAt = now,
            RetryKey = sent is null ? null : RetryKeyOf(objectorKey, sent.Key),
            RetryContent = sent?.Content,
            RetryAnswer = sent is null ? null : RetryAnswer.Seal(sent.Key, code),
        };
        if (await work.InsertUnlessDuplicate(Insert, row) is not null)
        {
            return await FirstAnswer(work, content.EntryId, objectorKey, sent) ?? ObjectionRefusals.AlreadyObjected;
        }

        return await FileStore.GiveToObjection(work, citizen.Id, id, content.Objector is not null, content.FileIds)
            ? code
            : MediaRefusals.NotYourUpload("fileIds");
    }

    /// <summary>Staff enter what came by phone or letter, as of the moment at which it reached them.</summary>
    public async Task<Decision<EnteredObjection>> Enter(
        Work work,
        Guid campaignId,
        ObjectionContent content,
        ObjectionSource source,
        DateTimeOffset receivedAt,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var entry = await HoldEntry(work, campaignId, content.NoticeId, content.EntryId);
        if (ObjectionRules.Send(entry, receivedAt).IsRefused(out var refusal))
        {
            return refusal;
        }

        var (id, code) = (Guid.CreateVersion7(now), SecretCode.ForPeople());
        await work.Execute(
            Insert,
            new NewObjection
            {
                Id = id,
                CampaignId = campaignId,
                EntryId = content.EntryId,
                Source = source.ToString(),
                IsNamed = content.Objector is not null,
                EnteredBy = staffId,
                SealedPerson = Seal(content.Objector),
                SealedText = cipher.Encrypt(TextPurpose, content.Text),
                FollowCode = SecretCode.HashOf(code),
                ReceivedAt = receivedAt,
            }
        );
        if (!await FileStore.GiveToEnteredObjection(work, staffId, id, content.FileIds))
        {
            return MediaRefusals.NotYourUpload("fileIds");
        }

        await AuditLog.Record(
            work,
            staffId,
            "objection.entered",
            Subject,
            id,
            now,
            new { source = source.ToString(), isNamed = content.Objector is not null }
        );
        return new EnteredObjection(id, code);
    }

    /// <summary>Makes the person the examiner.</summary>
    public static async Task<Decision<ObjectionMoved>> Acknowledge(
        Work work,
        Guid campaignId,
        Guid objectionId,
        int version,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string reviewed = """
            SELECT EXISTS (
                    SELECT 1 FROM case_moves m
                    WHERE m.case_id = @CaseId AND m.staff_id = @staffId
                        AND m.move IN ('StartReview', 'Screen', 'Pass', 'Return', 'Reject', 'Shortlist'))
                OR EXISTS (SELECT 1 FROM case_experts e WHERE e.case_id = @CaseId AND e.staff_id = @staffId AND e.saved_at IS NOT NULL)
                OR EXISTS (SELECT 1 FROM case_checks c WHERE c.case_id = @CaseId AND c.staff_id = @staffId)
            """;
        const string acknowledge = """
            UPDATE objections
            SET state = 'Examining', examiner_id = @staffId, acknowledged_at = @now, version = version + 1
            WHERE id = @objectionId
            """;
        if (await Hold(work, campaignId, objectionId) is not { } objection)
        {
            return RequestRefusals.NotFound;
        }

        var hasReviewed = await work.FirstOrNothing<bool>(reviewed, new { objection.CaseId, staffId });
        if (ObjectionRules.Acknowledge(objection, version, staffId, hasReviewed).IsRefused(out var refusal))
        {
            return refusal;
        }

        await work.Execute(
            acknowledge,
            new
            {
                objectionId,
                staffId,
                now,
            }
        );
        await AuditLog.Record(work, staffId, "objection.acknowledged", Subject, objectionId, now);
        return new ObjectionMoved(objectionId, ObjectionState.Examining, version + 1);
    }

    /// <summary>Says that there is nothing in it. The case stays where it is.</summary>
    public static async Task<Decision<ObjectionMoved>> Dismiss(
        Work work,
        Guid campaignId,
        Guid objectionId,
        int version,
        string reasons,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var held = await HoldForDecision(work, campaignId, objectionId, version, staffId, now);
        if (held.IsRefused(out var refusal))
        {
            return refusal;
        }

        await Decide(work, objectionId, ObjectionState.Dismissed, null, reasons, now);
        await AuditLog.Record(work, staffId, "objection.dismissed", Subject, objectionId, now);
        return new ObjectionMoved(objectionId, ObjectionState.Dismissed, version + 1);
    }

    /// <summary>Says that it is right: the case goes back to the experts, or ends.</summary>
    /// <param name="outcome">Not Disqualified, which takes two persons: <see cref="AskToDisqualify"/>.</param>
    public static async Task<Decision<ObjectionMoved>> Uphold(
        Work work,
        Guid campaignId,
        Guid objectionId,
        int version,
        ObjectionOutcome outcome,
        string reasons,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var held = await HoldForDecision(work, campaignId, objectionId, version, staffId, now);
        if (held.IsRefused(out var refusal, out var objection))
        {
            return refusal;
        }

        var (move, what) =
            outcome == ObjectionOutcome.ExpertReview
                ? (CaseMove.UpholdToExpertReview, "重新进行专家评审")
                : (CaseMove.UpholdToRejected, "不予通过");
        var moved = await ReviewStore.MoveLater(
            work,
            objection.CaseId,
            move,
            null,
            (_, facts) => Task.FromResult(facts),
            $"公示期间收到的异议经核查成立，{what}：{reasons}",
            staffId,
            now
        );
        if (moved.IsRefused(out refusal))
        {
            return refusal;
        }

        await Decide(work, objectionId, ObjectionState.Upheld, outcome, reasons, now);
        await AuditLog.Record(
            work,
            staffId,
            "objection.upheld",
            Subject,
            objectionId,
            now,
            new { outcome = outcome.ToString() }
        );
        return new ObjectionMoved(objectionId, ObjectionState.Upheld, version + 1);
    }

    /// <summary>
    /// 九(三): the examiner is the first of two persons. The objection is upheld when the second agrees; until then, and when they do not, it
    /// stays as it is.
    /// </summary>
    /// <returns>The approval.</returns>
    public static async Task<Decision<Guid>> AskToDisqualify(
        Work work,
        Guid campaignId,
        Guid objectionId,
        int version,
        string reasons,
        IReadOnlyCollection<Guid> fileIds,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var held = await HoldForDecision(work, campaignId, objectionId, version, staffId, now);
        return held.IsRefused(out var refusal, out var objection)
            ? refusal
            : await DisqualificationStore.Ask(
                work,
                new AskedDisqualification(objection.CaseId, null, objectionId, reasons, fileIds),
                null,
                staffId,
                now
            );
    }

    /// <summary>The second person agreed: what the first found is now told to whoever follows the objection.</summary>
    internal static Task Uphold(Work work, Guid objectionId, string reasons, DateTimeOffset now) =>
        Decide(work, objectionId, ObjectionState.Upheld, ObjectionOutcome.Disqualified, reasons, now);

    /// <summary>The examiner reads who objects, with a reason, on record.</summary>
    public async Task<Decision<Objector>> Unmask(
        Work work,
        Guid campaignId,
        Guid objectionId,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = "SELECT sealed_person FROM objections WHERE id = @objectionId";
        if (await Hold(work, campaignId, objectionId) is not { } objection)
        {
            return RequestRefusals.NotFound;
        }

        if (ObjectionRules.Examine(objection, staffId).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (await work.FirstOrNothing<byte[]>(sql, new { objectionId }) is not { } person)
        {
            return RequestRefusals.NotFound;
        }

        await AuditLog.Record(work, staffId, "objection.contact-unmasked", Subject, objectionId, now, new { reason });
        return StoredJson.Read<Objector>(cipher.Decrypt(PersonPurpose, person));
    }

    private byte[]? Seal(Objector? objector) =>
        objector is null ? null : cipher.Encrypt(PersonPurpose, StoredJson.Write(objector));

    /// <summary>
    /// One for a person and an entry, by name another than without, so that the two of one person are not alike. It is made from the openid: who
    /// deletes the account and returns is the same person.
    /// </summary>
    private static byte[] ObjectorKey(byte[] secret, string openId, Guid entryId, bool isNamed) =>
        HMACSHA256.HashData(
            secret,
            Encoding.UTF8.GetBytes($"objection\n{(isNamed ? "named" : "anonymous")}\n{openId}\n{entryId:N}")
        );

    private static byte[] RetryKeyOf(byte[] objectorKey, string idempotencyKey) =>
        SHA256.HashData([.. objectorKey, .. Encoding.UTF8.GetBytes(idempotencyKey)]);

    /// <summary>What this person was answered, or why not again; null when they have not objected to the entry.</summary>
    private static async Task<Decision<string>?> FirstAnswer(
        Work work,
        Guid entryId,
        byte[] objectorKey,
        SentObjectionKey? sent
    )
    {
        const string sql = """
            SELECT retry_key, retry_content, retry_answer
            FROM objections
            WHERE entry_id = @entryId AND objector_key = @objectorKey
            """;
        if (await work.FirstOrNothing<FirstRow>(sql, new { entryId, objectorKey }) is not { } first)
        {
            return null;
        }

        if (
            sent is null
            || first.RetryKey is not { } key
            || !key.AsSpan().SequenceEqual(RetryKeyOf(objectorKey, sent.Key))
        )
        {
            return ObjectionRefusals.AlreadyObjected;
        }

        return first.RetryContent.AsSpan().SequenceEqual(sent.Content)
            ? RetryAnswer.Open(sent.Key, first.RetryAnswer!)
            : RequestRefusals.IdempotencyKeyReused;
    }

    /// <summary>The entry, held until the transaction ends; null when the notice has none such.</summary>
    private static async Task<ObjectedEntry?> HoldEntry(Work work, Guid campaignId, Guid noticeId, Guid entryId)
    {
        const string hold =
            "SELECT id FROM public_notice_entries WHERE id = @entryId AND notice_id = @noticeId FOR UPDATE";
        const string read = $"""
            SELECT e.id AS entry_id, n.opens_at, n.closes_at, k.stage = 'PublicNotice' AS is_in_notice, {PublicNoticeQueries.IsNamed} AS is_named
            FROM public_notice_entries e
            JOIN public_notices n ON n.id = e.notice_id
            JOIN cases k ON k.id = e.case_id
            JOIN candidates c ON c.id = k.candidate_id
            JOIN candidates r ON r.id = c.root_id
            WHERE e.id = @entryId AND n.campaign_id = @campaignId AND n.state = 'Open'
            """;
        return await work.FirstOrNothing<Guid?>(hold, new { entryId, noticeId }) is null
            ? null
            : await work.FirstOrNothing<ObjectedEntry>(read, new { entryId, campaignId });
    }

    private static Task<Objection?> Hold(Work work, Guid campaignId, Guid objectionId)
    {
        const string sql = """
            SELECT o.id, o.entry_id, (SELECT e.case_id FROM public_notice_entries e WHERE e.id = o.entry_id) AS case_id, o.state, o.examiner_id, o.version
            FROM objections o
            WHERE o.id = @objectionId AND o.campaign_id = @campaignId
            FOR UPDATE
            """;
        return work.FirstOrNothing<Objection>(sql, new { objectionId, campaignId });
    }

    private static async Task<Decision<Objection>> HoldForDecision(
        Work work,
        Guid campaignId,
        Guid objectionId,
        int version,
        Guid staffId,
        DateTimeOffset now
    ) =>
        await Hold(work, campaignId, objectionId) is { } objection
            ? ObjectionRules.Decide(
                objection,
                version,
                staffId,
                await DisqualificationStore.IsAsked(work, objection.CaseId, now)
            )
            : RequestRefusals.NotFound;

    private static Task<int> Decide(
        Work work,
        Guid objectionId,
        ObjectionState state,
        ObjectionOutcome? outcome,
        string reasons,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE objections
            SET state = @State, outcome = @Outcome, reasons = @reasons, decided_at = @now, version = version + 1
            WHERE id = @objectionId
            """;
        return work.Execute(
            sql,
            new
            {
                objectionId,
                State = state.ToString(),
                Outcome = outcome?.ToString(),
                reasons,
                now,
            }
        );
    }

    private const string Insert = """
        INSERT INTO objections (id, campaign_id, entry_id, source, is_named, citizen_id, objector_key, entered_by, sealed_person, sealed_text,
            follow_code, received_at, retry_key, retry_content, retry_answer)
        VALUES (@Id, @CampaignId, @EntryId, @Source, @IsNamed, @CitizenId, @ObjectorKey, @EnteredBy, @SealedPerson, @SealedText, @FollowCode,
            @ReceivedAt, @RetryKey, @RetryContent, @RetryAnswer)
        """;

    private sealed record NewObjection
    {
        public Guid Id { get; init; }
        public Guid CampaignId { get; init; }
        public Guid EntryId { get; init; }
        public string Source { get; init; } = "";
        public bool IsNamed { get; init; }
        public Guid? CitizenId { get; init; }
        public byte[]? ObjectorKey { get; init; }
        public Guid? EnteredBy { get; init; }
        public byte[]? SealedPerson { get; init; }
        public byte[] SealedText { get; init; } = [];
        public byte[] FollowCode { get; init; } = [];
        public DateTimeOffset ReceivedAt { get; init; }
        public byte[]? RetryKey { get; init; }
        public byte[]? RetryContent { get; init; }
        public byte[]? RetryAnswer { get; init; }
    }

    private sealed record FirstRow
    {
        public byte[]? RetryKey { get; init; }
        public byte[]? RetryContent { get; init; }
        public byte[]? RetryAnswer { get; init; }
    }
}
