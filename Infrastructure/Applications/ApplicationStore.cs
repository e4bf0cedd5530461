using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Applications;

/// <summary>What the tips already say about a worker who accepted an invitation.</summary>
public sealed record ToldByTips(
    string Name,
    string? WorkUnit,
    string? Workplace,
    string? District,
    string Trade,
    IReadOnlyList<string> Stories
);

/// <summary>An application as a write left it.</summary>
public sealed record WrittenApplication(Guid Id, ApplicationState State, Guid? CandidateId, int Version);

/// <summary>
/// Writes applications (四, 附件). Locks are always taken in the order application, candidates by id, case, so that a submission, a
/// withdrawal and a reviewer's move meet without a deadlock.
/// </summary>
public sealed class ApplicationStore(DataCipher cipher, BlindIndex blindIndex)
{
    internal const string ContentPurpose = "applications.content";

    /// <summary>Opens the draft of channel PublicTip (四(三)) for a worker who accepted an invitation, filled with what the tips say.</summary>
    public Task<Guid> OpenFromInvitation(
        Work work,
        Guid campaignId,
        Guid citizenId,
        Guid candidateId,
        Guid invitationId,
        ToldByTips told,
        DateTimeOffset now
    )
    {
        var content = new ApplicationContent
        {
            Name = told.Name,
            WorkUnit = told.WorkUnit,
            Workplace = told.Workplace,
            District = told.District,
            Trade = told.Trade,
            DeedsSummary = DeedsFrom(told.Stories),
        };
        return Open(work, campaignId, Channel.PublicTip, citizenId, candidateId, invitationId, content, now);
    }

    /// <summary>Opens a draft, whatever is missing in it.</summary>
    public async Task<Decision<Guid>> OpenSelf(
        Work work,
        Guid campaignId,
        Guid citizenId,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        var id = await Open(work, campaignId, Channel.Self, citizenId, null, null, content, now);
        return (await ApplicationUploads.Give(work, citizenId, id, content)).Then(_ => id);
    }

    /// <summary>Saves a draft, or the items a reviewer asked for while the case is returned.</summary>
    public async Task<Decision<WrittenApplication>> Save(
        Work work,
        Guid citizenId,
        Guid applicationId,
        int version,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string save = """
            UPDATE applications
            SET name = @Name, work_unit = @WorkUnit, trade = @Trade, content = @Sealed, saved_at = @now, version = version + 1
            WHERE id = @Id
            """;
        var application = await LockOwn(work, citizenId, applicationId);
        if (application is null)
        {
            return RequestRefusals.NotFound;
        }

        if (application.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        var stored = Read(application.Content);
        var theCase = await CaseOf(work, application);
        if (theCase is { Stage: Stage.Returned } && await ReviewStore.IsResting(work, theCase))
        {
            return ReviewRefusals.CandidateMerged;
        }

        var edit = ApplicationRules.Edit(
            application.State,
            theCase?.Stage,
            theCase?.Supplement,
            stored,
            content.Unmasking(stored)
        );
        if (edit.IsRefused(out var refusal, out var edited))
        {
            return refusal;
        }

        if ((await ApplicationUploads.Give(work, citizenId, application.Id, edited)).IsRefused(out refusal))
        {
            return refusal;
        }

        await work.Execute(
            save,
            new
            {
                edited.Name,
                edited.WorkUnit,
                edited.Trade,
                Sealed = Seal(edited),
                now,
                application.Id,
            }
        );
        return new WrittenApplication(
            application.Id,
            application.State,
            application.CandidateId,
            application.Version + 1
        );
    }

    /// <summary>Erases a draft. What was submitted stays for the record and can only be withdrawn.</summary>
    public static async Task<Decision<WrittenApplication>> Delete(Work work, Guid citizenId, Guid applicationId)
    {
        var application = await LockOwn(work, citizenId, applicationId);
        if (application is null)
        {
            return RequestRefusals.NotFound;
        }

        if (application.State != ApplicationState.Draft)
        {
            return ApplicationRefusals.AlreadySubmitted;
        }

        await Erase(work, applicationId);
        return new WrittenApplication(application.Id, application.State, null, application.Version);
    }

    /// <summary>Erases everything a citizen never submitted, also what fell with an invitation or a consent before it was.</summary>
    public static async Task DeleteUnsubmitted(Work work, Guid citizenId)
    {
        const string unsubmitted = """
            SELECT id
            FROM applications
            WHERE citizen_id = @citizenId AND submitted_at IS NULL
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var id in await work.List<Guid>(unsubmitted, new { citizenId }))
        {
            await Erase(work, id);
        }
    }

    /// <summary>
    /// Submits a draft: checks it whole, finds its candidate (law 4), and opens the candidate's case or joins it. Or sends a supplement back
    /// into the review.
    /// </summary>
    public async Task<Decision<WrittenApplication>> Submit(
        Work work,
        Campaign campaign,
        Guid citizenId,
        Guid applicationId,
        int version,
        DateTimeOffset now
    )
    {
        var application = await LockOwn(work, citizenId, applicationId);
        if (application is null)
        {
            return RequestRefusals.NotFound;
        }

        if (application.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        var content = Read(application.Content);
        return application.State switch
        {
            ApplicationState.Draft => await SubmitDraft(work, campaign, application, content, now),
            ApplicationState.Submitted => await Resubmit(work, campaign, application, content, now),
            ApplicationState.Withdrawn => ApplicationRefusals.Withdrawn,
            _ => ApplicationRefusals.AlreadySubmitted,
        };
    }

    /// <summary>Withdraws a submitted application; law 4 says what becomes of the case when its leader goes.</summary>
    public static async Task<Decision<WrittenApplication>> Withdraw(
        Work work,
        Guid citizenId,
        Guid applicationId,
        int version,
        DateTimeOffset now
    )
    {
        const string withdraw = "UPDATE applications SET state = 'Withdrawn', version = version + 1 WHERE id = @Id";
        var application = await LockOwn(work, citizenId, applicationId);
        if (application is null)
        {
            return RequestRefusals.NotFound;
        }

        if (application.Version != version)
        {
            return RequestRefusals.VersionStale;
        }

        if (application.State is ApplicationState.Draft or ApplicationState.Withdrawn)
        {
            return application.State == ApplicationState.Draft
                ? ApplicationRefusals.NotSubmitted
                : ApplicationRefusals.Withdrawn;
        }

        if (application.State == ApplicationState.Submitted)
        {
            var moved = await ReviewStore.LeaderWithdraws(
                work,
                application.CandidateId!.Value,
                application.Id,
                citizenId,
                now
            );
            if (moved.IsRefused(out var refusal))
            {
                return refusal;
            }
        }

        await work.Execute(withdraw, new { application.Id });
        return new WrittenApplication(
            application.Id,
            ApplicationState.Withdrawn,
            application.CandidateId,
            application.Version + 1
        );
    }

    /// <summary>Withdraws each application of a citizen that still can be. What belongs to a case that has ended stays as it is.</summary>
    public static async Task WithdrawAll(Work work, Guid citizenId, DateTimeOffset now)
    {
        const string standing = """
            SELECT id, version
            FROM applications
            WHERE citizen_id = @citizenId AND state IN ('Submitted', 'Joined')
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var each in await work.List<StandingRow>(standing, new { citizenId }))
        {
            await Withdraw(work, citizenId, each.Id, each.Version, now);
        }
    }

    /// <summary>The same for their applications about these candidates.</summary>
    public static async Task WithdrawFrom(
        Work work,
        Guid citizenId,
        IReadOnlyCollection<Guid> candidateIds,
        DateTimeOffset now
    )
    {
        const string standing = """
            SELECT id, version
            FROM applications
            WHERE citizen_id = @citizenId AND candidate_id IN @candidateIds AND state IN ('Submitted', 'Joined')
            ORDER BY id
            FOR UPDATE
            """;
        foreach (var each in await work.List<StandingRow>(standing, new { citizenId, candidateIds }))
        {
            await Withdraw(work, citizenId, each.Id, each.Version, now);
        }
    }

    /// <summary>Reads content as it is stored.</summary>
    internal ApplicationContent Read(byte[] content) =>
        JsonSerializer.Deserialize<ApplicationContent>(
            cipher.Decrypt(ContentPurpose, content),
            JsonSerializerOptions.Web
        )!;

    private async Task<Decision<WrittenApplication>> SubmitDraft(
        Work work,
        Campaign campaign,
        ApplicationRow application,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string submit = """
            UPDATE applications
            SET state = @State, candidate_id = @CandidateId, submitted_at = @now, version = version + 1
            WHERE id = @Id
            """;
        if (!campaign.IsOpenAt(ApplicationRules.PhaseOf(application.Channel), now))
        {
            return ApplicationRefusals.Closed(application.Channel);
        }

        if (
            ApplicationRules
                .Submit(application.Channel, content, campaign, ChinaDay.Of(now))
                .IsRefused(out var refusal, out var eligibility)
        )
        {
            return refusal;
        }

        var candidateId = await FindCandidate(work, campaign, application, content, now);
        var opened = await ReviewStore.OpenOrJoin(
            work,
            campaign.Id,
            candidateId,
            application.Id,
            application.CitizenId,
            content,
            now
        );
        if (opened.IsRefused(out refusal, out var place))
        {
            return refusal;
        }

        await work.Execute(
            submit,
            new
            {
                State = place.State.ToString(),
                place.CandidateId,
                now,
                application.Id,
            }
        );
        await AskForChecks(work, application.Id, now);
        await RecordEligibility(work, application.Id, "Submit", eligibility, now);
        if (application.Channel == Channel.Self)
        {
            await RecordConsent(work, application, place.CandidateId, content.Consent!, now);
        }

        return new WrittenApplication(application.Id, place.State, place.CandidateId, application.Version + 1);
    }

    private static async Task<Decision<WrittenApplication>> Resubmit(
        Work work,
        Campaign campaign,
        ApplicationRow application,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        if (await CaseOf(work, application) is not { Stage: Stage.Returned })
        {
            return ApplicationRefusals.AlreadySubmitted;
        }

        if (
            ApplicationRules
                .Submit(application.Channel, content, campaign, ChinaDay.Of(now))
                .IsRefused(out var refusal, out var eligibility)
        )
        {
            return refusal;
        }

        var moved = await ReviewStore.Resubmit(work, application.CandidateId!.Value, application.CitizenId, now);
        if (moved.IsRefused(out refusal))
        {
            return refusal;
        }

        await work.Execute("UPDATE applications SET version = version + 1 WHERE id = @Id", new { application.Id });
        await AskForChecks(work, application.Id, now);
        await RecordEligibility(work, application.Id, "Resubmit", eligibility, now);
        return new WrittenApplication(
            application.Id,
            application.State,
            application.CandidateId,
            application.Version + 1
        );
    }

    private static async Task AskForChecks(Work work, Guid applicationId, DateTimeOffset now)
    {
        await ContentCheckStore.AskAboutApplication(work, applicationId, now);
        await ContentCheckStore.AskAboutPhotoOfApplication(work, applicationId, now);
    }

    /// <summary>
    /// Law 4: the candidate of the invitation; else the one whose worker key is equal; else a new Hidden one. Two submissions with one key
    /// at once: the unique key lets one candidate in, and the other submission finds it.
    /// </summary>
    private async Task<Guid> FindCandidate(
        Work work,
        Campaign campaign,
        ApplicationRow application,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string give = "UPDATE candidates SET worker_key = @workerKey WHERE id = @Id AND worker_key IS NULL";
        const string find = "SELECT id FROM candidates WHERE campaign_id = @Id AND worker_key = @workerKey";
        var workerKey = blindIndex.OfWorker(content.Name!, content.Mobile!);
        if (application.CandidateId is { } invited)
        {
            // Where another candidate has the key already, this one stays without: staff merge the two.
            await work.InsertUnlessDuplicate(give, new { workerKey, Id = invited });
            return invited;
        }

        var candidate = new NewCandidate(
            campaign.Id,
            content.Name!.Trim(),
            content.WorkUnit,
            content.Workplace,
            content.District,
            content.Trade!,
            workerKey
        );
        if (await CandidateStore.TryAdd(work, candidate, now) is not { } added)
        {
            return (await work.FirstOrNothing<Guid?>(find, new { campaign.Id, workerKey }))!.Value;
        }

        await ContentCheckStore.AskAboutCandidate(work, added, application.CitizenId, now);
        return added;
    }

    /// <summary>Law 7: submitting one's own Self application is the worker's word that they may be named.</summary>
    private static async Task RecordConsent(
        Work work,
        ApplicationRow application,
        Guid candidateId,
        ConsentEntry consent,
        DateTimeOffset now
    )
    {
        const string record = """
            INSERT INTO consents (id, candidate_id, source, citizen_id, application_id, policy_version, show_photo, show_work_unit, given_at, confirmed_at)
            VALUES (@id, @candidateId, 'SelfApplication', @CitizenId, @ApplicationId, @PolicyVersion, @ShowPhoto, @ShowWorkUnit, @now, @now)
            """;
        const string agree = """
            UPDATE candidates
            SET state = 'Agreed', show_photo = @ShowPhoto, show_work_unit = @ShowWorkUnit, version = version + 1
            WHERE id = @candidateId AND state IN ('Hidden', 'Invited', 'Declined', 'Unreached')
            """;
        await work.Execute(
            record,
            new
            {
                id = Guid.CreateVersion7(now),
                candidateId,
                application.CitizenId,
                ApplicationId = application.Id,
                consent.PolicyVersion,
                consent.ShowPhoto,
                consent.ShowWorkUnit,
                now,
            }
        );
        await work.Execute(
            agree,
            new
            {
                consent.ShowPhoto,
                consent.ShowWorkUnit,
                candidateId,
            }
        );
    }

    private static Task<int> RecordEligibility(
        Work work,
        Guid applicationId,
        string occasion,
        EligibilityResult result,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO eligibility_evaluations (id, application_id, at, occasion, rule_version, as_of_day, overall, results)
            VALUES (@id, @applicationId, @now, @occasion, @RuleVersion, @AsOfDay, @Overall, @Results)
            """;
        return work.Execute(
            sql,
            new
            {
                id = Guid.CreateVersion7(now),
                applicationId,
                now,
                occasion,
                result.RuleVersion,
                result.AsOfDay,
                Overall = result.Overall.ToString(),
                Results = StoredJson.Write(result.Rules),
            }
        );
    }

    private async Task<Guid> Open(
        Work work,
        Guid campaignId,
        Channel channel,
        Guid citizenId,
        Guid? candidateId,
        Guid? invitationId,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO applications (id, campaign_id, channel, state, citizen_id, invitation_id, candidate_id, name, work_unit, trade,
                content, created_at, saved_at)
            VALUES (@id, @campaignId, @Channel, 'Draft', @citizenId, @invitationId, @candidateId, @Name, @WorkUnit, @Trade,
                @Content, @now, @now)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                id,
                campaignId,
                Channel = channel.ToString(),
                citizenId,
                invitationId,
                candidateId,
                content.Name,
                content.WorkUnit,
                content.Trade,
                Content = Seal(content),
                now,
            }
        );
        return id;
    }

    private byte[] Seal(ApplicationContent content) =>
        cipher.Encrypt(ContentPurpose, JsonSerializer.Serialize(content, JsonSerializerOptions.Web));

    /// <summary>Whole stories, as many as fit in the form: the worker rewrites them anyway.</summary>
    private static string DeedsFrom(IReadOnlyList<string> stories)
    {
        var deeds = "";
        foreach (var story in stories)
        {
            var longer = deeds.Length == 0 ? story : $"{deeds}\n{story}";
            if (Zi.Count(longer) > ApplicationRules.MostDeedsZi)
            {
                break;
            }

            deeds = longer;
        }

        return deeds;
    }

    private static Task<ApplicationRow?> LockOwn(Work work, Guid citizenId, Guid applicationId)
    {
        const string sql = """
            SELECT id, channel, state, citizen_id, candidate_id, content, version
            FROM applications
            WHERE id = @applicationId AND citizen_id = @citizenId
            FOR UPDATE
            """;
        return work.FirstOrNothing<ApplicationRow>(sql, new { applicationId, citizenId });
    }

    /// <summary>The case this application leads, if it leads one.</summary>
    private static Task<CaseFactsRow?> CaseOf(Work work, ApplicationRow application) =>
        application.State == ApplicationState.Submitted && application.CandidateId is { } candidateId
            ? ReviewStore.LockByCandidate(work, candidateId)
            : Task.FromResult<CaseFactsRow?>(null);

    private static async Task Erase(Work work, Guid applicationId)
    {
        await ApplicationUploads.Delete(work, applicationId);
        await work.Execute("DELETE FROM applications WHERE id = @applicationId", new { applicationId });
    }

    private sealed record StandingRow
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
    }

    private sealed record ApplicationRow
    {
        public Guid Id { get; init; }
        public Channel Channel { get; init; }
        public ApplicationState State { get; init; }
        public Guid CitizenId { get; init; }
        public Guid? CandidateId { get; init; }
        public byte[] Content { get; init; } = [];
        public int Version { get; init; }
    }
}
