using Craftsman.Domain.Candidates;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Review;
using Craftsman.Infrastructure.Tips.Similarity;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>Who a new candidate is.</summary>
/// <param name="District">Null while nobody has said in which district the worker works.</param>
/// <param name="WorkerKey">Name and mobile as a blind index; null while no application has told both.</param>
public sealed record NewCandidate(
    Guid CampaignId,
    string Name,
    string? WorkUnit,
    string? Workplace,
    string? District,
    string Trade,
    byte[]? WorkerKey = null
);

/// <summary>Writes candidates. Every act about one locks its row first, so that acts about the same worker come one after another.</summary>
public static class CandidateStore
{
    /// <summary>
    /// Adds a Hidden candidate, root of a tree of its own, with an empty tally; or says null when another candidate of the campaign
    /// has the worker key: the unique key decides between two at once.
    /// </summary>
    public static async Task<Guid?> TryAdd(Work work, NewCandidate candidate, DateTimeOffset now)
    {
        const string add = """
            INSERT INTO candidates (id, campaign_id, root_id, state, name, work_unit, workplace, district, trade, worker_key, created_at)
            VALUES (@id, @CampaignId, @id, 'Hidden', @Name, @WorkUnit, @Workplace, @District, @Trade, @WorkerKey, @now)
            """;
        const string addTally = "INSERT INTO candidate_tallies (candidate_id, campaign_id) VALUES (@id, @CampaignId)";
        var id = Guid.CreateVersion7(now);
        var refused = await work.InsertUnlessDuplicate(
            add,
            new
            {
                id,
                candidate.CampaignId,
                candidate.Name,
                candidate.WorkUnit,
                candidate.Workplace,
                candidate.District,
                candidate.Trade,
                candidate.WorkerKey,
                now,
            }
        );
        if (refused is not null)
        {
            return null;
        }

        await work.Execute(addTally, new { id, candidate.CampaignId });
        await SimilarIndex.PutCandidate(
            work,
            candidate.CampaignId,
            id,
            candidate.Name,
            candidate.WorkUnit ?? candidate.Workplace
        );
        return id;
    }

    /// <summary>The candidate as it stands, held until the transaction ends; null when there is none.</summary>
    public static Task<Candidate?> Lock(Work work, Guid id)
    {
        const string sql = """
            SELECT id, root_id, campaign_id, state, name, work_unit, workplace, district, trade, story, version
            FROM candidates
            WHERE id = @id
            FOR UPDATE
            """;
        return work.FirstOrNothing<Candidate>(sql, new { id });
    }

    /// <summary>Writes the text the public will read. The caller holds the row.</summary>
    public static async Task<CandidateMoved> Edit(Work work, Candidate text, Guid staffId, DateTimeOffset now)
    {
        await Describe(work, text);
        await AuditLog.Record(work, staffId, "candidate.edited", "candidate", text.Id, now);
        return new CandidateMoved(text.Id, text.State, text.Version + 1);
    }

    /// <summary>Takes down the story alone. The caller holds the row.</summary>
    public static async Task TakeStory(Work work, Candidate candidate, Guid staffId, DateTimeOffset now)
    {
        const string sql = """
            UPDATE candidates
            SET story = NULL, text_changed_at = UTC_TIMESTAMP(6), version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { candidate.Id });
        await AuditLog.Record(work, staffId, "candidate.story-taken", "candidate", candidate.Id, now);
    }

    /// <summary>The next copy reads the candidate anew, whosever turn it is. By the database's clock, for all instances alike.</summary>
    public static Task MarkChanged(Work work, Guid id) =>
        work.Execute("UPDATE candidates SET text_changed_at = UTC_TIMESTAMP(6) WHERE id = @id", new { id });

    /// <summary>Writes where the workplace is, or that it is not known. The caller holds the row.</summary>
    public static async Task<CandidateMoved> Locate(
        Work work,
        Candidate candidate,
        MapPoint? point,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE candidates
            SET latitude = @Latitude, longitude = @Longitude, text_changed_at = UTC_TIMESTAMP(6), version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(
            sql,
            new
            {
                candidate.Id,
                point?.Latitude,
                point?.Longitude,
            }
        );
        await AuditLog.Record(work, staffId, "candidate.located", "candidate", candidate.Id, now);
        return new CandidateMoved(candidate.Id, candidate.State, candidate.Version + 1);
    }

    /// <summary>
    /// Name, places, trade and story of a candidate whose row the caller holds. Who works elsewhere than before is no longer where they
    /// were on the map.
    /// </summary>
    public static async Task Describe(Work work, Candidate text)
    {
        const string sql = """
            UPDATE candidates
            SET latitude = CASE WHEN work_unit <=> @WorkUnit AND workplace <=> @Workplace AND district <=> @District THEN latitude END,
                longitude = CASE WHEN latitude IS NOT NULL THEN longitude END,
                name = @Name, work_unit = @WorkUnit, workplace = @Workplace, district = @District, trade = @Trade, story = @Story,
                text_changed_at = UTC_TIMESTAMP(6), version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(
            sql,
            new
            {
                text.Id,
                text.Name,
                text.WorkUnit,
                text.Workplace,
                text.District,
                text.Trade,
                text.Story,
            }
        );
        await SimilarIndex.PutCandidate(work, text.CampaignId, text.Id, text.Name, text.WorkUnit ?? text.Workplace);
    }

    /// <summary>
    /// Whether a consent that counts is on record: confirmed by staff, or given by submitting one's own application, and not withdrawn.
    /// The caller holds the candidate's row.
    /// </summary>
    /// <param name="besides">Of those that did not come with this application; null for all.</param>
    public static async Task<bool> HasConsent(Work work, Guid candidateId, Guid? besides = null)
    {
        const string sql = """
            SELECT COUNT(*)
            FROM consents
            WHERE candidate_id = @candidateId AND withdrawn_at IS NULL AND (confirmed_at IS NOT NULL OR source = 'SelfApplication')
                AND (@besides IS NULL OR NOT application_id <=> @besides)
            """;
        return await work.FirstOrNothing<long>(sql, new { candidateId, besides }) > 0;
    }

    /// <summary>Law 4: cases that ended took the candidate's tree from the public. Cases move under the root's lock, which the caller holds.</summary>
    public static async Task<bool> IsTakenBackByCase(Work work, Guid id) =>
        CaseTree.TakesBack(await CaseTrees.Of(work, id));

    /// <summary>Shows the candidate. The time of the first publication stays, so that going off and on again does not make a candidate newest.</summary>
    /// <param name="isContentDecided">Who publishes says that what a citizen wrote is fit, which WeChat did not.</param>
    public static async Task<CandidateMoved> Publish(
        Work work,
        Candidate candidate,
        bool isContentDecided,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE candidates
            SET state = 'Published', published_at = COALESCE(published_at, @now), unpublish_reason = NULL, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { candidate.Id, now });
        await PhotoReviewStore.SeenWithCandidate(work, candidate.Id, now);
        if (isContentDecided)
        {
            await ContentCheckStore.Decide(work, candidate.Id, ContentDecision.Fit, staffId, now);
        }

        await Tipsters.Tell(work, candidate.Id, "Published", "您推荐的人选已公开展示，欢迎投票支持。", now);
        await AuditLog.Record(
            work,
            staffId,
            "candidate.published",
            "candidate",
            candidate.Id,
            now,
            new { isContentDecided }
        );
        return new CandidateMoved(candidate.Id, CandidateState.Published, candidate.Version + 1);
    }

    /// <summary>Takes the candidate back from the public; votes and tips stay.</summary>
    public static async Task<CandidateMoved> Unpublish(
        Work work,
        Candidate candidate,
        string reason,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE candidates
            SET state = 'Unpublished', unpublish_reason = @reason, version = version + 1
            WHERE id = @Id
            """;
        await work.Execute(sql, new { candidate.Id, reason });
        await Tipsters.Tell(work, candidate.Id, "Unpublished", "您推荐的人选暂停公开展示，已投的票保留不变。", now);
        await AuditLog.Record(work, staffId, "candidate.unpublished", "candidate", candidate.Id, now);
        return new CandidateMoved(candidate.Id, CandidateState.Unpublished, candidate.Version + 1);
    }
}

/// <summary>Where an act left a candidate, and the version to send with the next.</summary>
public sealed record CandidateMoved(Guid Id, CandidateState State, int Version);
