using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Media;
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
        return Open(
            work,
            campaignId,
            Channel.PublicTip,
            Filer.Citizen(citizenId),
            candidateId,
            invitationId,
            content,
            now
        );
    }

    /// <summary>Opens a draft, whatever is missing in it.</summary>
    public async Task<Decision<Guid>> OpenDraft(
        Work work,
        Guid campaignId,
        Channel channel,
        Filer filer,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        var id = await Open(work, campaignId, channel, filer, null, null, content, now);
        return (await ApplicationUploads.Give(work, filer, id, content, isSubmitted: false)).Then(_ => id);
    }

    /// <summary>Saves a draft, or the items a reviewer asked for while the case is returned.</summary>
    public async Task<Decision<WrittenApplication>> Save(
        Work work,
        Filer filer,
        Guid applicationId,
        int version,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string save = """
            UPDATE applications
            SET name = @Name, work_unit = @WorkUnit, district = @District, trade = @Trade, content = @Sealed, saved_at = @now, version = version + 1
            WHERE id = @Id
            """;
        var application = await LockOwn(work, filer, applicationId);
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

        var uploads = await ApplicationUploads.Give(
            work,
            filer,
            application.Id,
            edited,
            isSubmitted: application.State != ApplicationState.Draft
        );
        if (uploads.IsRefused(out refusal))
        {
            return refusal;
        }

        await work.Execute(
            save,
            new
            {
                edited.Name,
                edited.WorkUnit,
                edited.District,
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
    public static async Task<Decision<WrittenApplication>> Delete(Work work, Filer filer, Guid applicationId)
    {
        var application = await LockOwn(work, filer, applicationId);
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
        Filer filer,
        Guid applicationId,
        int version,
        DateTimeOffset now
    )
    {
        var application = await LockOwn(work, filer, applicationId);
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
            ApplicationState.Draft => await SubmitDraft(work, campaign, filer, application, content, now),
            ApplicationState.Submitted => await Resubmit(work, campaign, filer, application, content, now),
            ApplicationState.Withdrawn => ApplicationRefusals.Withdrawn,
            _ => ApplicationRefusals.AlreadySubmitted,
        };
    }

    /// <summary>Withdraws a submitted application; law 4 says what becomes of the case when its leader goes.</summary>
    public static async Task<Decision<WrittenApplication>> Withdraw(
        Work work,
        Filer filer,
        Guid applicationId,
        int version,
        DateTimeOffset now
    )
    {
        const string withdraw = "UPDATE applications SET state = 'Withdrawn', version = version + 1 WHERE id = @Id";
        var application = await LockOwn(work, filer, applicationId);
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
            var moved = await ReviewStore.LeaderWithdraws(work, application.CandidateId!.Value, filer, now);
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
            await Withdraw(work, Filer.Citizen(citizenId), each.Id, each.Version, now);
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
            await Withdraw(work, Filer.Citizen(citizenId), each.Id, each.Version, now);
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
        Filer filer,
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
                .Submit(application.Channel, application.IsOnPaper, content, campaign, ChinaDay.Of(now))
                .IsRefused(out var refusal, out var eligibility)
        )
        {
            return refusal;
        }

        var candidateId = await FindCandidate(work, campaign, application, content, now);
        var opened = await ReviewStore.OpenOrJoin(work, campaign.Id, candidateId, application.Id, filer, content, now);
        if (opened.IsRefused(out refusal, out var place))
        {
            return refusal;
        }

        var refusedBy = await work.InsertUnlessDuplicate(
            submit,
            new
            {
                State = place.State.ToString(),
                place.CandidateId,
                now,
                application.Id,
            }
        );
        if (refusedBy is not null)
        {
            return ApplicationRefusals.AlreadyRecommended;
        }

        await ApplicationVersions.Keep(work, application.Id, application.Content, filer.StaffId, now);
        await AskForChecks(work, application, now);
        await EligibilityRecords.Write(work, application.Id, "Submit", eligibility, null, now);
        if (application.IsOnPaper)
        {
            await RecordPaper(work, application, place.CandidateId, content.Consent!, filer, now);
        }
        else if (application.Channel == Channel.Self)
        {
            await RecordConsent(work, application, place.CandidateId, content.Consent!, now);
        }

        return new WrittenApplication(application.Id, place.State, place.CandidateId, application.Version + 1);
    }

    private async Task<Decision<WrittenApplication>> Resubmit(
        Work work,
        Campaign campaign,
        Filer filer,
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
                .Submit(application.Channel, application.IsOnPaper, content, campaign, ChinaDay.Of(now))
                .IsRefused(out var refusal, out var eligibility)
        )
        {
            return refusal;
        }

        var moved = await ReviewStore.Resubmit(work, application.CandidateId!.Value, filer, now);
        if (moved.IsRefused(out refusal))
        {
            return refusal;
        }

        await work.Execute("UPDATE applications SET version = version + 1 WHERE id = @Id", new { application.Id });
        await ApplicationUploads.Settle(work, application.Id);
        if (Read(await ApplicationVersions.Latest(work, application.Id)).Consent != content.Consent)
        {
            await RecordSupplementedConsent(work, application, content.Consent!, filer, now);
        }

        await ApplicationVersions.Keep(work, application.Id, application.Content, filer.StaffId, now);
        await AskForChecks(work, application, now);
        await EligibilityRecords.Write(work, application.Id, "Resubmit", eligibility, null, now);
        return new WrittenApplication(
            application.Id,
            application.State,
            application.CandidateId,
            application.Version + 1
        );
    }

    /// <summary>WeChat checks for citizens who were there; what staff filed is looked at by staff.</summary>
    private static async Task AskForChecks(Work work, ApplicationRow application, DateTimeOffset now)
    {
        await ContentCheckStore.AskAboutApplication(work, application.Id, application.IsOnPaper, now);
        await ContentCheckStore.AskAboutPhotoOfApplication(work, application.Id, application.IsOnPaper, now);
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

        if (application.CitizenId is { } author)
        {
            await ContentCheckStore.AskAboutCandidate(work, added, author, now);
        }

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

    /// <summary>
    /// A consent that a supplement brought is recorded as one at filing is. Of the same application a paper that still waits is not confirmed
    /// any more, and what may be shown is what the worker said last, where nobody else's word for them stands.
    /// </summary>
    private static async Task RecordSupplementedConsent(
        Work work,
        ApplicationRow application,
        ConsentEntry consent,
        Filer filer,
        DateTimeOffset now
    )
    {
        const string takeBack = """
            UPDATE consents
            SET withdrawn_at = @now
            WHERE application_id = @Id AND source = 'Paper' AND confirmed_at IS NULL AND withdrawn_at IS NULL
            """;
        const string show = """
            UPDATE candidates
            SET show_photo = @ShowPhoto, show_work_unit = @ShowWorkUnit, version = version + 1
            WHERE id = @candidateId
            """;
        var candidateId = application.CandidateId!.Value;
        if (application.IsOnPaper)
        {
            await work.Execute(takeBack, new { application.Id, now });
            await RecordPaper(work, application, candidateId, consent, filer, now);
            return;
        }

        if (
            application.Channel != Channel.Self
            || await CandidateStore.HasConsent(work, candidateId, besides: application.Id)
        )
        {
            return;
        }

        await RecordConsent(work, application, candidateId, consent, now);
        await work.Execute(
            show,
            new
            {
                consent.ShowPhoto,
                consent.ShowWorkUnit,
                candidateId,
            }
        );
    }

    /// <summary>
    /// Law 7: the worker signed. A tip reviewer's paper counts at once, an organization's when a tip reviewer confirms it; where a consent that
    /// counts came in another way, this one says nothing new. The scan is the application's.
    /// </summary>
    private static async Task RecordPaper(
        Work work,
        ApplicationRow application,
        Guid candidateId,
        ConsentEntry consent,
        Filer filer,
        DateTimeOffset now
    )
    {
        await ApplicationUploads.Settle(work, application.Id);
        if (await CandidateStore.HasConsent(work, candidateId, besides: application.Id))
        {
            return;
        }

        var candidate = (await CandidateStore.Lock(work, candidateId))!;
        var paper = new SignedPaper(
            consent.Paper!.Date!.Value,
            consent.Paper.IdentityCheck!,
            new GivenConsent(consent.PolicyVersion, consent.ShowPhoto, consent.ShowWorkUnit)
        );
        await PaperConsentStore.Attach(
            work,
            candidate,
            paper,
            application.Id,
            UploadId.Of(consent.Paper.FileId!),
            counts: filer.OrganizationId is null,
            filer.StaffId!.Value,
            now
        );
    }

    private async Task<Guid> Open(
        Work work,
        Guid campaignId,
        Channel channel,
        Filer filer,
        Guid? candidateId,
        Guid? invitationId,
        ApplicationContent content,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO applications (id, campaign_id, channel, state, citizen_id, organization_id, filed_by, invitation_id, candidate_id, name,
                work_unit, district, trade, content, created_at, saved_at)
            VALUES (@id, @campaignId, @Channel, 'Draft', @CitizenId, @OrganizationId, @StaffId, @invitationId, @candidateId, @Name,
                @WorkUnit, @District, @Trade, @Content, @now, @now)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                id,
                campaignId,
                Channel = channel.ToString(),
                filer.CitizenId,
                filer.OrganizationId,
                filer.StaffId,
                invitationId,
                candidateId,
                content.Name,
                content.WorkUnit,
                content.District,
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

    private static Task<ApplicationRow?> LockOwn(Work work, Filer filer, Guid applicationId)
    {
        var sql = $"""
            SELECT a.id, a.channel, a.state, a.citizen_id, a.filed_by IS NOT NULL AS is_on_paper, a.candidate_id, a.content, a.version
            FROM applications a
            WHERE a.id = @applicationId AND {filer.IsTheirs}
            FOR UPDATE
            """;
        return work.FirstOrNothing<ApplicationRow>(
            sql,
            new
            {
                applicationId,
                filer.CitizenId,
                filer.OrganizationId,
                filer.Districts,
            }
        );
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
        public Guid? CitizenId { get; init; }

        /// <summary>Staff filed it for the worker, who signed.</summary>
        public bool IsOnPaper { get; init; }
        public Guid? CandidateId { get; init; }
        public byte[] Content { get; init; } = [];
        public int Version { get; init; }
    }
}
