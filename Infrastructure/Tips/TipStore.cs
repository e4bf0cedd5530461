using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Tips.Similarity;

namespace Craftsman.Infrastructure.Tips;

/// <summary>Writes what citizens do with their tips, and what staff enter for those who have no WeChat.</summary>
public sealed class TipStore(DataCipher cipher, BlindIndex index)
{
    internal const string ContactPurpose = "tips.worker_contact";

    /// <summary>
    /// Adds a tip under the next slot of the citizen's day, or refuses when the quota is used. Two that take the same slot meet at the
    /// unique key: the later one waits for the other's transaction, counts again and takes the slot after it.
    /// </summary>
    public async Task<Decision<Guid>> TryAdd(
        Work work,
        Guid campaignId,
        Guid citizenId,
        TipContent content,
        string? workerContact,
        int quota,
        int targetHours,
        DateTimeOffset now
    )
    {
        const string count = "SELECT COALESCE(MAX(slot), 0) FROM tips WHERE citizen_id = @citizenId AND day = @day";
        const string add = """
            INSERT INTO tips (id, campaign_id, citizen_id, day, slot, state, name, work_unit, workplace, district, trade, story, relation,
                worker_contact, worker_contact_index, thanks_name, target_hours, created_at)
            VALUES (@id, @campaignId, @citizenId, @day, @slot, 'Received', @Name, @WorkUnit, @Workplace, @District, @Trade, @Story, @Relation,
                @Contact, @ContactIndex, @ThanksName, @targetHours, @now)
            """;
        var id = Guid.CreateVersion7(now);
        var day = ChinaDay.Of(now);
        string? refusedBy;
        do
        {
            var taken = await work.FirstOrNothing<int>(count, new { citizenId, day });
            if (TipRules.NextSlot(taken, quota).IsRefused(out var refusal, out var slot))
            {
                return refusal;
            }

            refusedBy = await work.InsertUnlessDuplicate(
                add,
                new
                {
                    id,
                    campaignId,
                    citizenId,
                    day,
                    slot,
                    content.Name,
                    content.WorkUnit,
                    content.Workplace,
                    content.District,
                    content.Trade,
                    content.Story,
                    content.Relation,
                    Contact = Seal(workerContact),
                    ContactIndex = IndexOf(workerContact),
                    content.ThanksName,
                    targetHours,
                    now,
                }
            );
        } while (refusedBy is not null);

        await Begin(work, campaignId, id, content, now);
        return id;
    }

    /// <summary>Adds what came on paper, entered by a member of staff. Such tips are nobody's and have no quota.</summary>
    /// <param name="day">The day in Hangzhou on which the paper came.</param>
    public async Task<Guid> Enter(
        Work work,
        Campaign campaign,
        Guid staffId,
        TipContent content,
        string? workerContact,
        DateOnly day,
        DateTimeOffset now
    )
    {
        const string add = """
            INSERT INTO tips (id, campaign_id, entered_by, day, slot, state, name, work_unit, workplace, district, trade, story, relation,
                worker_contact, worker_contact_index, target_hours, created_at)
            VALUES (@id, @CampaignId, @staffId, @day, 1, 'Received', @Name, @WorkUnit, @Workplace, @District, @Trade, @Story, @Relation,
                @Contact, @ContactIndex, @TipTargetHours, @now)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            add,
            new
            {
                id,
                CampaignId = campaign.Id,
                staffId,
                day,
                content.Name,
                content.WorkUnit,
                content.Workplace,
                content.District,
                content.Trade,
                content.Story,
                content.Relation,
                Contact = Seal(workerContact),
                ContactIndex = IndexOf(workerContact),
                campaign.TipTargetHours,
                now,
            }
        );
        await Begin(work, campaign.Id, id, content, now);
        await AuditLog.Record(work, staffId, "tip.entered", "tip", id, now);
        return id;
    }

    /// <summary>What every tip begins with. Of one on paper WeChat is asked for nobody, which leaves the check to a human.</summary>
    private static async Task Begin(Work work, Guid campaignId, Guid id, TipContent content, DateTimeOffset now)
    {
        await SimilarIndex.PutTip(work, campaignId, id, content.Name, content.WorkUnit ?? content.Workplace);
        await ContentCheckStore.AskAboutTip(work, id, now);
        await TipThread.Add(work, id, TipEventKind.Received, "已收到您的线索，谢谢您的推荐。", now);
    }

    /// <summary>A citizen's own tip, locked until the transaction ends; null when there is none or it is another's.</summary>
    public static Task<Tip?> LockOwn(Work work, Guid citizenId, Guid tipId)
    {
        const string sql = """
            SELECT id, campaign_id, state, name, work_unit, workplace, district, question, answer, claimed_by, claimed_until, version
            FROM tips
            WHERE id = @tipId AND citizen_id = @citizenId
            FOR UPDATE
            """;
        return work.FirstOrNothing<Tip>(sql, new { tipId, citizenId });
    }

    /// <summary>Changes what the citizen said, and keeps the answer to a reviewer's question where it brings a new one.</summary>
    /// <param name="workerContact">Null keeps the one on record, for the citizen only ever sees it masked.</param>
    public async Task Change(
        Work work,
        Tip tip,
        TipState state,
        TipContent content,
        string? workerContact,
        bool removeWorkerContact,
        string? answer,
        DateTimeOffset now
    )
    {
        const string change = """
            UPDATE tips
            SET state = @State,
                claimed_by = CASE WHEN @State = 'InfoRequested' THEN claimed_by END,
                claimed_until = NULL,
                name = @Name, work_unit = @WorkUnit, workplace = @Workplace, district = @District, trade = @Trade,
                story = @Story, relation = @Relation, thanks_name = @ThanksName,
                answer = COALESCE(@answer, answer), version = version + 1
            WHERE id = @Id
            """;
        const string changeContact =
            "UPDATE tips SET worker_contact = @Contact, worker_contact_index = @ContactIndex WHERE id = @Id";
        await work.Execute(
            change,
            new
            {
                State = state.ToString(),
                content.Name,
                content.WorkUnit,
                content.Workplace,
                content.District,
                content.Trade,
                content.Story,
                content.Relation,
                content.ThanksName,
                answer,
                tip.Id,
            }
        );
        if (workerContact is not null || removeWorkerContact)
        {
            await work.Execute(
                changeContact,
                new
                {
                    Contact = Seal(workerContact),
                    ContactIndex = IndexOf(workerContact),
                    tip.Id,
                }
            );
        }

        await SimilarIndex.PutTip(work, tip.CampaignId, tip.Id, content.Name, content.WorkUnit ?? content.Workplace);
        await ContentCheckStore.AskAboutTip(work, tip.Id, now);
        if (answer is not null && answer != tip.Answer)
        {
            await KeepAnswer(work, tip.Id, answer, now);
        }
        else
        {
            await TipThread.Add(work, tip.Id, TipEventKind.Changed, "您修改了线索内容。", now);
        }
    }

    /// <summary>Erases what the citizen told; the row, its slot of the day and the thread stay.</summary>
    public static async Task Withdraw(Work work, Tip tip, DateTimeOffset now)
    {
        await Erase(work, tip, TipState.Withdrawn);
        await SimilarIndex.RemoveTip(work, tip.Id);
        await TipThread.Add(
            work,
            tip.Id,
            TipEventKind.Withdrawn,
            "您撤回了这条线索，所写事迹、照片和联系方式已删除。",
            now
        );
    }

    /// <summary>The tipster is thanked by name no longer; all else stays.</summary>
    public static Task<int> ForgetThanks(Work work, Tip tip) =>
        work.Execute(
            "UPDATE tips SET thanks_name = NULL, version = version + 1 WHERE id = @Id AND thanks_name IS NOT NULL",
            new { tip.Id }
        );

    /// <summary>Withdraws each tip of a citizen. A rejection stands, but what they told goes with it too.</summary>
    public static async Task WithdrawAll(Work work, Guid citizenId, DateTimeOffset now)
    {
        const string own = """
            SELECT id, campaign_id, state, district, question, answer, claimed_by, claimed_until, version
            FROM tips
            WHERE citizen_id = @citizenId AND state <> 'Withdrawn'
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var tip in await work.List<Tip>(own, new { citizenId }))
        {
            if (TipRules.Withdraw(tip).IsRefused(out _))
            {
                await Erase(work, tip, tip.State);
            }
            else
            {
                await Withdraw(work, tip, now);
            }
        }
    }

    private static async Task Erase(Work work, Tip tip, TipState state)
    {
        const string erase = """
            UPDATE tips
            SET state = @State, story = '', worker_contact = NULL, worker_contact_index = NULL, thanks_name = NULL, answer = NULL,
                claimed_by = NULL, claimed_until = NULL, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(erase, new { State = state.ToString(), tip.Id });
        await work.Execute("DELETE FROM tip_answers WHERE tip_id = @Id", new { tip.Id });
        await PhotoStore.DeleteOfTip(work, tip.Id);
    }

    private static async Task KeepAnswer(Work work, Guid tipId, string answer, DateTimeOffset now)
    {
        const string sql = "INSERT INTO tip_answers (event_id, tip_id, text) VALUES (@eventId, @tipId, @answer)";
        var eventId = await TipThread.Add(work, tipId, TipEventKind.Answered, "您回答了工作人员的问题。", now);
        await work.Execute(
            sql,
            new
            {
                eventId,
                tipId,
                answer,
            }
        );
    }

    private byte[]? Seal(string? contact) => contact is null ? null : cipher.Encrypt(ContactPurpose, contact);

    private byte[]? IndexOf(string? contact) => contact is null ? null : index.OfPhone(contact);
}
