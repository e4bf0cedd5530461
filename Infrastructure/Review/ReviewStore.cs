using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Messages;
using Craftsman.Domain.Review;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Messages;

namespace Craftsman.Infrastructure.Review;

/// <summary>What a member of staff does with a case.</summary>
/// <param name="Version">The version they last saw.</param>
/// <param name="Text">What the applicant reads.</param>
/// <param name="Clause">The clause a rejection rests on; else the move's own is recorded.</param>
/// <param name="Supplement">For Return: what to supplement, and by when.</param>
/// <param name="Screening">For Screen: who said what.</param>
/// <param name="IsContentFit">For Pass: they say that what the applicants wrote is fit, where WeChat did not.</param>
public sealed record CaseAct(
    CaseMove Move,
    int Version,
    string Text,
    string? ReasonCode = null,
    string? Clause = null,
    Supplement? Supplement = null,
    RecordedScreening? Screening = null,
    bool IsContentFit = false
);

/// <summary>A step of the screening (四(一)) as it goes on record.</summary>
/// <param name="Organization">Who said it, by name.</param>
public sealed record RecordedScreening(ScreeningStep Step, string Organization, string Opinion, DateOnly SaidOn);

/// <summary>Until when a reviewer holds a case.</summary>
public sealed record CaseClaim(DateTimeOffset ClaimedUntil);

/// <summary>A case after a move.</summary>
public sealed record MovedCase(Guid Id, Stage State, int Version);

/// <summary>How a case's leading applicant is reached.</summary>
public sealed record CaseContact(string? Name, string? Mobile, string? Phone, string? Address);

/// <summary>Which candidate's case an application came to, and whether it leads it.</summary>
public sealed record PlaceInCase(Guid CandidateId, ApplicationState State);

/// <summary>A case under its lock.</summary>
public sealed record CaseFactsRow
{
    public Guid Id { get; init; }
    public Guid CandidateId { get; init; }
    public Guid LeadingApplicationId { get; init; }
    public Stage Stage { get; init; }
    public string? District { get; init; }
    public int Version { get; init; }
    public string? SupplementItems { get; init; }
    public DateOnly? SupplementDueOn { get; init; }
    public string? SupplementMessage { get; init; }
    public int ReviewRound { get; init; }
    public Guid? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Since when the case is marked for the public notice.</summary>
    public DateTimeOffset? ShortlistedAt { get; init; }

    public Supplement? Supplement =>
        SupplementItems is { } items && SupplementDueOn is { } dueOn
            ? new Supplement(StoredJson.Read<string[]>(items), dueOn, SupplementMessage ?? "")
            : null;
}

/// <summary>
/// Moves cases. Every move takes the same way: lock the candidate and the case, ask the pure rule, write the new stage and a line of
/// history, and commit with the audit entry where it was staff who moved it.
/// </summary>
public sealed class ReviewStore(Db db, ApplicationStore applications, CampaignQueries campaigns)
{
    private const string Subject = "case";
    private const int AtOnce = 100;

    /// <summary>Staff make a move. A case outside the person's districts is not found.</summary>
    public async Task<Decision<MovedCase>> Change(
        Guid caseId,
        CaseAct act,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        return await Held<MovedCase>(
            caseId,
            staff,
            async (work, row) =>
            {
                if (!QualificationReview.MayMake(act.Move, isMunicipal: staff.Districts.Count == 0))
                {
                    return ReviewRefusals.MunicipalOnly;
                }

                if (
                    QualificationReview.HeldByAnother(staff.Id, row.ClaimedBy, row.ClaimedUntil, now) is
                    { } heldByAnother
                )
                {
                    return heldByAnother;
                }

                var undecided =
                    act.Move == CaseMove.Pass ? await ContentCheckStore.UndecidedOfCase(work, row.CandidateId) : [];
                var review = act.Move is CaseMove.Pass or CaseMove.Reject or CaseMove.Screen
                    ? await QualificationFacts.Read(work, row, applications, campaign)
                    : null;
                var facts = await FactsOf(work, row) with
                {
                    IsContentFit = undecided.Count == 0 || act.IsContentFit,
                    Readiness = review?.Readiness,
                };
                if (CaseRules.Move(facts, act.Move, act.Version).IsRefused(out var refusal, out var transition))
                {
                    return refusal;
                }

                if (
                    act.Screening is { } screening
                    && ScreeningRules
                        .Record(review!.Leading, review.EndorsedBy, review.Screenings, screening.Step)
                        .IsRefused(out refusal)
                )
                {
                    return refusal;
                }

                await Write(
                    work,
                    row,
                    transition,
                    now,
                    act.Text,
                    act.ReasonCode,
                    act.Clause,
                    act.Supplement,
                    staffId: staff.Id
                );
                if (act.Screening is not null)
                {
                    await RecordScreening(work, row, act.Screening, staff.Id, now);
                }
                else if (review is not null)
                {
                    await RecordDecision(work, row, act.Move, review, now);
                }

                foreach (var applicationId in undecided)
                {
                    await ContentCheckStore.Decide(work, applicationId, ContentDecision.Fit, staff.Id, now);
                }

                await AuditLog.Record(
                    work,
                    staff.Id,
                    $"case.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(act.Move.ToString())}",
                    Subject,
                    row.Id,
                    now,
                    new
                    {
                        from = transition.From.ToString(),
                        to = transition.To.ToString(),
                        act.ReasonCode,
                        act.Clause,
                        act.Supplement?.Items,
                        act.Supplement?.DueOn,
                        level = act.Screening?.Step.Level.ToString(),
                        act.Screening?.Step.IsRecommended,
                        isContentDecided = undecided.Count > 0,
                    }
                );
                return new MovedCase(row.Id, transition.To, row.Version + 1);
            },
            cancellationToken
        );
    }

    /// <summary>Writes lines of the checklist; those of other rules stay as they are. What was found before is in the audit log.</summary>
    public async Task<Decision<MovedCase>> Check(
        Guid caseId,
        int version,
        IReadOnlyList<RuleCheck> checks,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string check = """
            INSERT INTO case_checks (case_id, round, rule_id, outcome, note, staff_id, at)
            VALUES (@caseId, @ReviewRound, @RuleId, @Outcome, @Note, @StaffId, @now)
            ON DUPLICATE KEY UPDATE outcome = @Outcome, note = @Note, staff_id = @StaffId, at = @now
            """;
        const string touch = "UPDATE cases SET version = version + 1 WHERE id = @caseId";
        var campaign = await campaigns.Current(cancellationToken);
        return await Held<MovedCase>(
            caseId,
            staff,
            async (work, row) =>
            {
                if (
                    QualificationReview.HeldByAnother(staff.Id, row.ClaimedBy, row.ClaimedUntil, now) is
                    { } heldByAnother
                )
                {
                    return heldByAnother;
                }

                if (CaseRules.Move(await FactsOf(work, row), CaseMove.Check, version).IsRefused(out var refusal))
                {
                    return refusal;
                }

                var review = await QualificationFacts.Read(work, row, applications, campaign);
                if (ChecklistRules.Accept(review.Rules, checks).IsRefused(out refusal, out var accepted))
                {
                    return refusal;
                }

                foreach (var line in accepted)
                {
                    await work.Execute(
                        check,
                        new
                        {
                            caseId,
                            row.ReviewRound,
                            line.RuleId,
                            Outcome = line.Outcome.ToString(),
                            line.Note,
                            StaffId = staff.Id,
                            now,
                        }
                    );
                }

                await work.Execute(touch, new { caseId });
                await AuditLog.Record(
                    work,
                    staff.Id,
                    "case.checked",
                    Subject,
                    row.Id,
                    now,
                    new { found = accepted.ToDictionary(line => line.RuleId, line => line.Outcome.ToString()) }
                );
                return new MovedCase(row.Id, row.Stage, row.Version + 1);
            },
            cancellationToken
        );
    }

    /// <summary>Holds the case for the reviewer for the campaign's minutes; claiming one's own again extends it.</summary>
    public async Task<Decision<CaseClaim>> Claim(
        Guid caseId,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string claim = "UPDATE cases SET claimed_by = @StaffId, claimed_until = @until WHERE id = @caseId";
        var length = TimeSpan.FromMinutes((await campaigns.Current(cancellationToken)).CaseClaimMinutes);
        return await Held<CaseClaim>(
            caseId,
            staff,
            async (work, row) =>
            {
                var decision = QualificationReview.Claim(
                    row.Stage,
                    staff.Id,
                    row.ClaimedBy,
                    row.ClaimedUntil,
                    length,
                    now
                );
                if (decision.IsRefused(out var refusal, out var until))
                {
                    return refusal;
                }

                await work.Execute(
                    claim,
                    new
                    {
                        StaffId = staff.Id,
                        until,
                        caseId,
                    }
                );
                await AuditLog.Record(work, staff.Id, "case.claimed", Subject, row.Id, now);
                return new CaseClaim(until);
            },
            cancellationToken
        );
    }

    /// <summary>Gives a claim back before it runs out.</summary>
    public Task<Decision<MovedCase>> Release(
        Guid caseId,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string release = "UPDATE cases SET claimed_by = NULL, claimed_until = NULL WHERE id = @caseId";
        return Held<MovedCase>(
            caseId,
            staff,
            async (work, row) =>
            {
                if (row.ClaimedBy != staff.Id || row.ClaimedUntil <= now)
                {
                    return ReviewRefusals.NotClaimed;
                }

                await work.Execute(release, new { caseId });
                await AuditLog.Record(work, staff.Id, "case.released", Subject, row.Id, now);
                return new MovedCase(row.Id, row.Stage, row.Version);
            },
            cancellationToken
        );
    }

    /// <summary>Law 8: who holds the case may read how its leading applicant is reached, with a reason, on record.</summary>
    public Task<Decision<CaseContact>> Unmask(
        Guid caseId,
        string reason,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = "SELECT content FROM applications WHERE id = @LeadingApplicationId";
        return Held<CaseContact>(
            caseId,
            staff,
            async (work, row) =>
            {
                if (row.ClaimedBy != staff.Id || row.ClaimedUntil <= now)
                {
                    return ReviewRefusals.NotClaimed;
                }

                var sealedContent = await work.FirstOrNothing<byte[]>(sql, new { row.LeadingApplicationId });
                var content = applications.Read(sealedContent!);
                await AuditLog.Record(
                    work,
                    staff.Id,
                    "case.contact-unmasked",
                    Subject,
                    row.Id,
                    now,
                    new { applicationId = row.LeadingApplicationId, reason }
                );
                return new CaseContact(content.Name, content.Mobile, content.Phone, content.Address);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Rejects the cases whose supplement did not come in time, on record. Each is a transaction of its own that looks again under the lock, so
    /// several instances may do it together, and a supplement sent at the same moment either comes first or is refused.
    /// </summary>
    /// <returns>How many ended.</returns>
    public async Task<int> LapseSupplements(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string due = """
            SELECT id
            FROM cases
            WHERE campaign_id = @CampaignId AND stage = 'Returned' AND supplement_due_on < @today AND id > @after
            ORDER BY id
            LIMIT @AtOnce
            """;
        var campaign = await campaigns.Current(cancellationToken);
        var (lapsed, after) = (0, Guid.Empty);
        IReadOnlyList<Guid> ids;
        do
        {
            ids = await db.List<Guid>(
                due,
                new
                {
                    CampaignId = campaign.Id,
                    today = ChinaDay.Of(now),
                    after,
                    AtOnce,
                },
                cancellationToken
            );
            foreach (var id in ids)
            {
                var decided = await db.Write<MovedCase>(work => Lapse(work, id, campaign, now), cancellationToken);
                lapsed += decided.IsRefused(out _) ? 0 : 1;
                after = id;
            }
        } while (ids.Count == AtOnce);

        return lapsed;
    }

    private async Task<Decision<MovedCase>> Lapse(Work work, Guid caseId, Campaign campaign, DateTimeOffset now)
    {
        const string reason = "supplement-overdue";
        if (await LockById(work, caseId) is not { } row)
        {
            return RequestRefusals.NotFound;
        }

        var facts = await FactsOf(work, row) with
        {
            IsSupplementOverdue = row.Supplement?.IsOverdueOn(ChinaDay.Of(now)) == true,
        };
        if (CaseRules.Move(facts, CaseMove.LapseSupplement).IsRefused(out var refusal, out var transition))
        {
            return refusal;
        }

        var review = await QualificationFacts.Read(work, row, applications, campaign);
        await Write(work, row, transition, now, "补正期限已过，没有收到补正材料，审核未通过。", reason);
        await RecordDecision(work, row, CaseMove.LapseSupplement, review, now);
        await AuditLog.Record(
            work,
            null,
            "case.lapse-supplement",
            Subject,
            row.Id,
            now,
            new { from = transition.From.ToString(), to = transition.To.ToString() }
        );
        return new MovedCase(row.Id, transition.To, row.Version + 1);
    }

    /// <summary>Runs an act of staff on a case of their districts, held until the transaction ends.</summary>
    private Task<Decision<T>> Held<T>(
        Guid caseId,
        LiveStaff staff,
        Func<Work, CaseFactsRow, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        db.Write<T>(
            async work =>
            {
                var row = await LockById(work, caseId);
                return row is null || (staff.Districts.Count > 0 && !staff.Districts.Contains(row.District ?? ""))
                    ? RequestRefusals.NotFound
                    : await act(work, row);
            },
            cancellationToken
        );

    private static async Task<CaseFactsRow?> LockById(Work work, Guid caseId)
    {
        const string find = "SELECT candidate_id FROM cases WHERE id = @caseId";
        return await work.FirstOrNothing<Guid?>(find, new { caseId }) is { } candidateId
            ? await LockByCandidate(work, candidateId)
            : null;
    }

    /// <summary>What the rules said when the case was decided, and the checklist it was decided on.</summary>
    private static Task<int> RecordDecision(
        Work work,
        CaseFactsRow row,
        CaseMove move,
        QualificationFacts review,
        DateTimeOffset now
    ) =>
        EligibilityRecords.Write(
            work,
            row.LeadingApplicationId,
            move.ToString(),
            review.Eligibility,
            review.Checks,
            now
        );

    private static Task<int> RecordScreening(
        Work work,
        CaseFactsRow row,
        RecordedScreening screening,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO case_screenings (id, case_id, round, level, organization, is_recommended, opinion, said_on, staff_id, at)
            VALUES (@id, @CaseId, @ReviewRound, @Level, @Organization, @IsRecommended, @Opinion, @SaidOn, @staffId, @now)
            """;
        return work.Execute(
            sql,
            new
            {
                id = Guid.CreateVersion7(now),
                CaseId = row.Id,
                row.ReviewRound,
                Level = screening.Step.Level.ToString(),
                screening.Organization,
                screening.Step.IsRecommended,
                screening.Opinion,
                screening.SaidOn,
                staffId,
                now,
            }
        );
    }

    /// <summary>
    /// The candidate's case, with the candidate and its root locked first, in id order, and the case after them: submissions, withdrawals
    /// and moves of one candidate pass one after another.
    /// </summary>
    internal static async Task<CaseFactsRow?> LockByCandidate(Work work, Guid candidateId)
    {
        const string find = """
            SELECT id, candidate_id, leading_application_id, stage, district, version, supplement_items, supplement_due_on, supplement_message,
                review_round, claimed_by, claimed_until, shortlisted_at
            FROM cases
            WHERE candidate_id = @candidateId
            FOR UPDATE
            """;
        await LockTree(work, candidateId);
        return await work.FirstOrNothing<CaseFactsRow>(find, new { candidateId });
    }

    /// <summary>
    /// The first application of a candidate's tree opens the root's case and leads it; later ones join. Where a merged candidate has a case
    /// already, the new one rests or goes on beside it as all cases of a tree do; where all of the tree have ended, that is the answer.
    /// </summary>
    internal static async Task<Decision<PlaceInCase>> OpenOrJoin(
        Work work,
        Guid campaignId,
        Guid candidateId,
        Guid applicationId,
        Filer filer,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string open = """
            INSERT INTO cases (id, campaign_id, candidate_id, leading_application_id, stage, stage_since, district, trade, opened_at)
            SELECT @id, @campaignId, c.id, @applicationId, 'Submitted', @now, COALESCE(c.district, @District), @Trade, @now
            FROM candidates c
            WHERE c.id = @rootId
            """;
        var rootId = await LockTree(work, candidateId);
        if (await LockByCandidate(work, rootId) is { } existing)
        {
            return existing.Stage.IsClosed()
                ? ApplicationRefusals.CaseEnded
                : new PlaceInCase(rootId, ApplicationState.Joined);
        }

        if (CaseTree.HasEnded(await CaseTrees.Of(work, rootId)))
        {
            return ApplicationRefusals.CaseEnded;
        }

        var id = Guid.CreateVersion7(now);
        await work.Execute(
            open,
            new
            {
                id,
                campaignId,
                applicationId,
                now,
                content.District,
                content.Trade,
                rootId,
            }
        );
        await WriteHistory(
            work,
            id,
            "Open",
            null,
            Stage.Submitted,
            now,
            "申报已提交，案卷已建立。",
            null,
            "四",
            filer.StaffId,
            filer.CitizenId
        );
        if (!CaseTree.IsResting(id, await CaseTrees.Of(work, rootId)))
        {
            await Tipsters.TellOfCase(work, rootId, CaseNews.Of(null, Stage.Submitted), now);
        }

        return new PlaceInCase(rootId, ApplicationState.Submitted);
    }

    /// <summary>The applicant sends back what was asked for.</summary>
    internal static async Task<Decision<MovedCase>> Resubmit(
        Work work,
        Guid candidateId,
        Filer filer,
        DateTimeOffset now
    )
    {
        var row = (await LockByCandidate(work, candidateId))!;
        if (CaseRules.Move(await FactsOf(work, row), CaseMove.Resubmit).IsRefused(out var refusal, out var transition))
        {
            return refusal;
        }

        await CheckAgain(work, row);
        await Write(
            work,
            row,
            transition,
            now,
            "补正材料已提交，继续资格审核。",
            staffId: filer.StaffId,
            citizenId: filer.CitizenId
        );
        return new MovedCase(row.Id, transition.To, row.Version + 1);
    }

    /// <summary>What a supplement was about is checked again.</summary>
    private static Task<int> CheckAgain(Work work, CaseFactsRow row)
    {
        const string sql =
            "DELETE FROM case_checks WHERE case_id = @Id AND round = @ReviewRound AND rule_id IN @AskedAgain";
        return work.Execute(
            sql,
            new
            {
                row.Id,
                row.ReviewRound,
                AskedAgain = ChecklistRules.AskedAgain(row.Supplement!),
            }
        );
    }

    /// <summary>Law 4: the earliest joined application takes the lead while that is possible, else the case is withdrawn and the candidate unpublished.</summary>
    internal static async Task<Decision<MovedCase>> LeaderWithdraws(
        Work work,
        Guid candidateId,
        Filer filer,
        DateTimeOffset now
    )
    {
        const string joinedApplications = """
            SELECT id AS application_id, submitted_at AS joined_at
            FROM applications
            WHERE candidate_id = @candidateId AND state = 'Joined'
            ORDER BY submitted_at, id
            FOR UPDATE
            """;
        const string lead = "UPDATE applications SET state = 'Submitted', version = version + 1 WHERE id = @leader";
        const string leadCase = "UPDATE cases SET leading_application_id = @leader WHERE id = @Id";
        var row = (await LockByCandidate(work, candidateId))!;
        var joined = await work.List<JoinedRow>(joinedApplications, new { candidateId });
        var change = LeaderWithdrawal.Decide(
            await FactsOf(work, row),
            joined.Select(each => new JoinedApplication(each.ApplicationId, each.JoinedAt))
        );
        if (change.IsRefused(out var refusal, out var granted))
        {
            return refusal;
        }

        if (granted.NewLeader is { } leader)
        {
            await work.Execute(lead, new { leader });
            await work.Execute(leadCase, new { leader, row.Id });
        }

        var text = granted.NewLeader is null
            ? "申报人撤回了申报，案卷结束。"
            : "主申报已撤回，由最早并案的申报接续，资格审核重新开始。";
        await Write(work, row, granted.Transition, now, text, staffId: filer.StaffId, citizenId: filer.CitizenId);
        return new MovedCase(row.Id, granted.Transition.To, row.Version + 1);
    }

    /// <summary>
    /// Law 7: who takes back their consent takes back the matter. The case is withdrawn where it has not ended, also one that rests, and
    /// with it every application; what has ended stays for the record and loses its drafts only.
    /// </summary>
    internal static async Task ConsentWithdrawn(
        Work work,
        Guid candidateId,
        Guid? citizenId,
        Guid? staffId,
        DateTimeOffset now
    )
    {
        const string withdraw = """
            UPDATE applications
            SET state = 'Withdrawn', version = version + 1
            WHERE candidate_id = @candidateId AND (state = 'Draft' OR (@isWithdrawn AND state IN ('Submitted', 'Joined')))
            """;
        var row = await LockByCandidate(work, candidateId);
        var isWithdrawn = false;
        if (
            row is not null
            && !CaseRules.Move(await FactsOf(work, row), CaseMove.Withdraw).IsRefused(out _, out var end)
        )
        {
            await Write(
                work,
                row,
                end,
                now,
                "本人撤回了公开展示的同意，案卷结束。",
                staffId: staffId,
                citizenId: citizenId,
                // They read of the consent instead.
                tellsTipsters: false
            );
            isWithdrawn = true;
        }

        await work.Execute(withdraw, new { candidateId, isWithdrawn });
    }

    /// <summary>Signed copies of an application's form came in: a line for staff and for its applicant alone; the case stays where it is.</summary>
    internal static async Task NotePaper(
        Work work,
        Guid candidateId,
        Guid applicationId,
        string text,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var row = (await LockByCandidate(work, candidateId))!;
        await WriteHistory(
            work,
            row.Id,
            "PaperReceived",
            row.Stage,
            row.Stage,
            now,
            text,
            null,
            "附件",
            staffId,
            null,
            applicationId
        );
    }

    /// <summary>
    /// A move of a later stage, inside the transaction of the act it belongs to (a notice opened, an objection upheld, a meeting's decision). It
    /// locks the candidate and the case, asks the rule, and writes case, history, news and audit entry; what the act itself is about its own
    /// store writes. Who moves several cases takes them in the order of their candidates' ids.
    /// </summary>
    /// <param name="version">What the caller last saw; null where the act names no single case.</param>
    /// <param name="learns">Adds the facts that the move asks for, read under the case's lock.</param>
    /// <param name="text">What the applicant reads.</param>
    /// <param name="staffId">Null for a job.</param>
    internal static async Task<Decision<MovedCase>> MoveLater(
        Work work,
        Guid caseId,
        CaseMove move,
        int? version,
        Func<CaseFactsRow, CaseFacts, Task<CaseFacts>> learns,
        string text,
        Guid? staffId,
        DateTimeOffset now,
        string? reasonCode = null,
        string? clause = null
    )
    {
        if (await LockById(work, caseId) is not { } row)
        {
            return RequestRefusals.NotFound;
        }

        var facts = await learns(row, await FactsOf(work, row));
        if (CaseRules.Move(facts, move, version).IsRefused(out var refusal, out var transition))
        {
            return refusal;
        }

        await Write(work, row, transition, now, text, reasonCode, clause, staffId: staffId);
        await AuditLog.Record(
            work,
            staffId,
            $"case.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(move.ToString())}",
            Subject,
            row.Id,
            now,
            new
            {
                from = transition.From.ToString(),
                to = transition.To.ToString(),
                reasonCode,
                clause,
            }
        );
        return new MovedCase(row.Id, transition.To, row.Version + 1);
    }

    /// <summary>
    /// Whether a later move that two persons make could be made now; holds the candidate and the case. What another is to decide is judged once
    /// more by <see cref="MoveLater"/>.
    /// </summary>
    /// <param name="districts">A case outside of them is not found; none means all.</param>
    internal static async Task<Decision<CaseTransition>> JudgeLater(
        Work work,
        Guid caseId,
        CaseMove move,
        int? version,
        IReadOnlyList<string> districts
    ) =>
        await LockById(work, caseId) is { } row && (districts.Count == 0 || districts.Contains(row.District ?? ""))
            ? CaseRules.Move(await FactsOf(work, row), move, version)
            : RequestRefusals.NotFound;

    /// <summary>Whether an open case of the candidates' tree is past Submitted. Who holds the tree keeps it so.</summary>
    public static async Task<bool> IsUnderReview(Work work, IReadOnlyCollection<Guid> candidateIds) =>
        CaseTree.IsUnderReview(await CaseTrees.Of(work, candidateIds));

    /// <summary>The candidate is merged with one whose case goes on instead. The caller holds candidate and root.</summary>
    internal static async Task<bool> IsResting(Work work, CaseFactsRow row) =>
        CaseTree.IsResting(row.Id, await CaseTrees.Of(work, row.CandidateId));

    private static async Task<Guid> LockTree(Work work, Guid candidateId)
    {
        const string find = "SELECT root_id FROM candidates WHERE id = @candidateId";
        const string hold =
            "SELECT id, root_id FROM candidates WHERE id IN (@candidateId, @rootId) ORDER BY id FOR UPDATE";
        while (true)
        {
            var rootId = (await work.FirstOrNothing<Guid?>(find, new { candidateId }))!.Value;
            var held = await work.List<LinkRow>(hold, new { candidateId, rootId });
            if (held.Single(row => row.Id == candidateId).RootId == rootId)
            {
                return rootId;
            }
        }
    }

    private static async Task<CaseFacts> FactsOf(Work work, CaseFactsRow row) =>
        new()
        {
            Stage = row.Stage,
            Version = row.Version,
            IsResting = await IsResting(work, row),
            IsShortlisted = row.ShortlistedAt is not null,
        };

    /// <summary>Whom the public sees because of this case: of a tree that is the root, for which a resting case does not speak.</summary>
    private static async Task<IReadOnlyList<Guid>> ShownThrough(Work work, CaseFactsRow row, bool isResting)
    {
        const string sql = "SELECT root_id FROM candidates WHERE id = @CandidateId";
        return isResting
            ? [row.CandidateId]
            : [row.CandidateId, await work.FirstOrNothing<Guid>(sql, new { row.CandidateId })];
    }

    private static async Task Write(
        Work work,
        CaseFactsRow row,
        CaseTransition transition,
        DateTimeOffset now,
        string text,
        string? reasonCode = null,
        string? clause = null,
        Supplement? supplement = null,
        Guid? staffId = null,
        Guid? citizenId = null,
        bool tellsTipsters = true
    )
    {
        const string move = """
            UPDATE cases
            SET stage = @To, stage_since = IF(stage = @To, stage_since, @now), version = version + 1,
                review_round = review_round + IF(@BeginsAnew, 1, 0),
                claimed_by = IF(@To = 'QualificationReview', claimed_by, NULL), claimed_until = IF(@To = 'QualificationReview', claimed_until, NULL),
                supplement_items = @Items, supplement_due_on = @DueOn, supplement_message = @Message,
                shortlisted_at = IF(@IsShortlisted, @now, IF(@LosesMark, NULL, shortlisted_at)), expert_round = expert_round + IF(@LosesMark, 1, 0)
            WHERE id = @Id
            """;
        const string unpublish = """
            UPDATE candidates
            SET state = 'Unpublished', version = version + 1
            WHERE id IN @taken AND state = 'Published'
            """;
        var isResting = await IsResting(work, row);
        var taken = transition.UnpublishesCandidate ? await ShownThrough(work, row, isResting) : [];
        await work.Execute(
            move,
            new
            {
                To = transition.To.ToString(),
                now,
                // Screening and checklist were those of the leader who left (law 4).
                BeginsAnew = transition.Move == CaseMove.ReplaceLeader,
                Items = supplement is null ? null : StoredJson.Write(supplement.Items),
                supplement?.DueOn,
                supplement?.Message,
                IsShortlisted = transition.Move == CaseMove.Shortlist,
                LosesMark = transition.Move == CaseMove.UpholdToExpertReview,
                row.Id,
            }
        );
        if (taken.Count > 0)
        {
            await work.Execute(unpublish, new { taken });
        }

        await WriteHistory(
            work,
            row.Id,
            transition.Move.ToString(),
            transition.From,
            transition.To,
            now,
            text,
            reasonCode,
            clause ?? transition.Clause,
            staffId,
            citizenId
        );
        if (citizenId is null && transition.From != transition.To)
        {
            await TellApplicants(work, row.Id, transition.To, now);
        }

        if (tellsTipsters && !isResting && transition.From != transition.To)
        {
            await TellTipsters(work, row.CandidateId, transition, now);
        }
    }

    /// <summary>
    /// Everybody whose application the case carries, when it was not one of them who moved it: those of the cases that rest behind it too.
    /// </summary>
    private static async Task TellApplicants(Work work, Guid caseId, Stage stage, DateTimeOffset now)
    {
        const string sql = """
            SELECT DISTINCT a.citizen_id
            FROM cases own
            JOIN candidates c ON c.id = own.candidate_id
            JOIN candidates m ON m.root_id = c.root_id
            JOIN cases k ON k.candidate_id = m.id
            JOIN applications a ON a.candidate_id = m.id
            WHERE own.id = @caseId
                AND (k.id = own.id OR k.stage NOT IN ('Withdrawn', 'Rejected', 'NotSelected', 'Disqualified', 'Revoked'))
                AND a.state IN ('Submitted', 'Joined') AND a.citizen_id IS NOT NULL
            """;
        var applicants = await work.List<Guid>(sql, new { caseId });
        await Outbox.TellAll(work, applicants, MessageKind.CaseMoved, MessageWords.Of(stage), now);
    }

    /// <summary>Of a case that went on: all tipsters of its tree, and what matters to them is whether the worker's matter goes on.</summary>
    private static async Task TellTipsters(Work work, Guid candidateId, CaseTransition moved, DateTimeOffset now)
    {
        var goesOn = moved.To.IsClosed() && CaseTree.GoingOn(await CaseTrees.Of(work, candidateId)) is not null;
        var news = goesOn ? CaseNews.AnotherGoesOn : CaseNews.Of(moved.From, moved.To);
        await Tipsters.TellOfCase(work, candidateId, news, now);
    }

    /// <summary>
    /// Two requests may take the case's lock in another order than that in which they arrived; a line's time is never before that of the
    /// line it follows, so that the history reads in the order in which it happened.
    /// </summary>
    private static Task<int> WriteHistory(
        Work work,
        Guid caseId,
        string move,
        Stage? from,
        Stage to,
        DateTimeOffset now,
        string text,
        string? reasonCode,
        string? clause,
        Guid? staffId,
        Guid? citizenId,
        Guid? applicationId = null
    )
    {
        const string sql = """
            INSERT INTO case_moves (id, case_id, at, move, from_stage, to_stage, staff_id, citizen_id, clause, reason_code, text, application_id)
            SELECT @id, @caseId, GREATEST(@now, COALESCE(MAX(at) + INTERVAL 1 MICROSECOND, @now)), @move, @From, @To, @staffId, @citizenId,
                @clause, @reasonCode, @text, @applicationId
            FROM case_moves
            WHERE case_id = @caseId
            """;
        return work.Execute(
            sql,
            new
            {
                id = Guid.CreateVersion7(now),
                caseId,
                now,
                move,
                From = from?.ToString(),
                To = to.ToString(),
                staffId,
                citizenId,
                clause,
                reasonCode,
                text,
                applicationId,
            }
        );
    }

    private sealed record LinkRow
    {
        public Guid Id { get; init; }
        public Guid RootId { get; init; }
    }

    private sealed record JoinedRow
    {
        public Guid ApplicationId { get; init; }
        public DateTimeOffset JoinedAt { get; init; }
    }
}
