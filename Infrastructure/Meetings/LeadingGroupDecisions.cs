using Craftsman.Domain;
using Craftsman.Domain.Honours;
using Craftsman.Domain.Meetings;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>What a meeting's decision did: the case, and the place it took where it took one.</summary>
public sealed record DecidedCase(Guid Id, Stage State, int Version, MeetingResult Result, int? Place);

/// <summary>A recognised case and its laureate.</summary>
public sealed record RecognisedCase(Guid Id, Stage State, int Version, Guid LaureateId, string CertificateNumber);

/// <summary>
/// 五(领导小组审定), 七: what the ballots of a meeting come to. Each act holds the campaign's row, then the meeting's, then the case; so the
/// thirty-first always finds the thirty places taken, however many clerks record at once.
/// </summary>
public sealed class LeadingGroupDecisions(Db db)
{
    /// <summary>Records what the meeting said: a no ends the case, a yes takes a place.</summary>
    public Task<Decision<DecidedCase>> Decide(
        Guid caseId,
        int version,
        Guid meetingId,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.Write<DecidedCase>(
            async work =>
            {
                if (
                    (await Counted(work, caseId, version, meetingId, AgendaKind.Decision)).IsRefused(
                        out var refusal,
                        out var held
                    )
                )
                {
                    return refusal;
                }

                var (campaign, counted, all) = held;
                // Decided, or no longer here: the case's own stage says so before others' ballots are looked at.
                if (!counted.IsUndecided)
                {
                    return await Yes(work, campaign, caseId, version, meetingId, all, staffId, now);
                }

                if (MeetingRules.Result(counted.Ballots, campaign.Terms).IsRefused(out refusal, out var verdict))
                {
                    return refusal;
                }

                return verdict.Result == MeetingResult.Yes
                    ? await Yes(work, campaign, caseId, version, meetingId, all, staffId, now)
                    : await No(work, caseId, version, meetingId, staffId, now);
            },
            cancellationToken
        );

    /// <summary>七: certificate and prize of a case that has a place.</summary>
    public Task<Decision<RecognisedCase>> Recognise(
        Guid caseId,
        int version,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string next = "SELECT COALESCE(MAX(number), 0) + 1 FROM laureates WHERE campaign_id = @Id";
        const string add = """
            INSERT INTO laureates (id, campaign_id, case_id, number, certificate_number, recognised_at, prize_yuan)
            VALUES (@id, @CampaignId, @caseId, @number, @certificate, @now, @PrizeYuan)
            """;
        return db.Write<RecognisedCase>(
            async work =>
            {
                if (await CampaignOf(work, caseId) is not { } campaign)
                {
                    return RequestRefusals.NotFound;
                }

                var number = await work.FirstOrNothing<int>(next, new { campaign.Id });
                var certificate = Certificate.NumberOf(campaign.Edition, number);
                var recognised = await ReviewStore.MoveLater(
                    work,
                    caseId,
                    CaseMove.Recognise,
                    version,
                    async (row, facts) => facts with { HasYes = await HasPlace(work, row.Id) },
                    $"认定为“杭州工匠”，证书编号：{certificate}。",
                    staffId,
                    now
                );
                if (recognised.IsRefused(out var refusal, out var moved))
                {
                    return refusal;
                }

                var id = Guid.CreateVersion7(now);
                await work.Execute(
                    add,
                    new
                    {
                        id,
                        CampaignId = campaign.Id,
                        caseId,
                        number,
                        certificate,
                        now,
                        campaign.PrizeYuan,
                    }
                );
                return new RecognisedCase(moved.Id, moved.State, moved.Version, id, certificate);
            },
            cancellationToken
        );
    }

    /// <summary>A recognition is taken back by a meeting that agreed to it. The certificate's number is not given again.</summary>
    public Task<Decision<MovedCase>> Revoke(
        Guid caseId,
        int version,
        Guid meetingId,
        string? reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db.Write<MovedCase>(
            async work =>
            {
                if (
                    (await Counted(work, caseId, version, meetingId, AgendaKind.Revocation)).IsRefused(
                        out var refusal,
                        out var held
                    )
                )
                {
                    return refusal;
                }

                if (MeetingRules.Result(held.Case.Ballots, held.Campaign.Terms).IsRefused(out refusal, out var verdict))
                {
                    return refusal;
                }

                if (verdict.Result == MeetingResult.No)
                {
                    return MeetingRefusals.RevocationNotAgreed;
                }

                var revoked = await ReviewStore.MoveLater(
                    work,
                    caseId,
                    CaseMove.Revoke,
                    version,
                    (_, facts) => Task.FromResult(facts),
                    $"领导小组会议决定撤销“杭州工匠”的认定。{reason}",
                    staffId,
                    now
                );
                if (!revoked.IsRefused(out _))
                {
                    await RecordResult(work, meetingId, caseId, MeetingResult.Yes, now);
                }

                return revoked;
            },
            cancellationToken
        );

    private static async Task<Decision<DecidedCase>> Yes(
        Work work,
        HeldCampaign campaign,
        Guid caseId,
        int version,
        Guid meetingId,
        IReadOnlyList<CountedCase> all,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var free = await Places.Free(work, campaign);
        var contenders = all.Where(each => each is { Kind: AgendaKind.Decision, IsUndecided: true })
            .Select(each => new Contender(each.CaseId, each.Ballots, each.ServedAs))
            .ToList();
        var served = new PlaceServed(false);
        if (
            contenders.Any(each => each.CaseId == caseId)
            && MeetingRules.Serve(caseId, contenders, free.Count, campaign.Terms).IsRefused(out var refusal, out served)
        )
        {
            return refusal;
        }

        var decided = await ReviewStore.MoveLater(
            work,
            caseId,
            CaseMove.DecideYes,
            version,
            async (row, facts) => facts with { HasYes = await HasPlace(work, row.Id), HasPlaceLeft = served.IsServed },
            "领导小组审定通过，等待认定。",
            staffId,
            now
        );
        if (decided.IsRefused(out refusal, out var moved))
        {
            return refusal;
        }

        await Places.Give(work, campaign, free[0], caseId, meetingId, now);
        await RecordResult(work, meetingId, caseId, MeetingResult.Yes, now);
        return new DecidedCase(moved.Id, moved.State, moved.Version, MeetingResult.Yes, free[0]);
    }

    private static async Task<Decision<DecidedCase>> No(
        Work work,
        Guid caseId,
        int version,
        Guid meetingId,
        Guid staffId,
        DateTimeOffset now
    )
    {
        var decided = await ReviewStore.MoveLater(
            work,
            caseId,
            CaseMove.DecideNo,
            version,
            async (row, facts) => facts with { HasYes = await HasPlace(work, row.Id) },
            "经领导小组审定，本届未入选。感谢您的参与。",
            staffId,
            now
        );
        if (decided.IsRefused(out var refusal, out var moved))
        {
            return refusal;
        }

        await RecordResult(work, meetingId, caseId, MeetingResult.No, now);
        return new DecidedCase(moved.Id, moved.State, moved.Version, MeetingResult.No, null);
    }

    /// <summary>Campaign and meeting held, and the ballots of the whole meeting.</summary>
    private static async Task<
        Decision<(HeldCampaign Campaign, CountedCase Case, IReadOnlyList<CountedCase> All)>
    > Counted(Work work, Guid caseId, int version, Guid meetingId, AgendaKind kind)
    {
        const string seen = "SELECT version FROM cases WHERE id = @caseId";
        if (
            await CampaignOf(work, caseId) is not { } campaign
            || await MeetingStore.Hold(work, meetingId) is not { } meeting
        )
        {
            return RequestRefusals.NotFound;
        }

        // Said again under the case's lock; here so that who saw an old picture hears that first.
        if (await work.FirstOrNothing<int>(seen, new { caseId }) != version)
        {
            return RequestRefusals.VersionStale;
        }

        if (meeting.State == MeetingState.Planned)
        {
            return MeetingRefusals.NotOpen;
        }

        var all = await BallotCounts.Of(work, meetingId);
        return all.FirstOrDefault(each => each.CaseId == caseId && each.Kind == kind) is { } counted
            ? (campaign, counted, all)
            : MeetingRefusals.CaseNotOnAgenda;
    }

    private static async Task<HeldCampaign?> CampaignOf(Work work, Guid caseId)
    {
        const string sql = "SELECT campaign_id FROM cases WHERE id = @caseId";
        return await work.FirstOrNothing<Guid?>(sql, new { caseId }) is { } campaignId
            ? await Places.Hold(work, campaignId)
            : null;
    }

    private static async Task<bool> HasPlace(Work work, Guid caseId) =>
        await work.FirstOrNothing<long>("SELECT COUNT(*) FROM places WHERE case_id = @caseId", new { caseId }) > 0;

    private static Task<int> RecordResult(
        Work work,
        Guid meetingId,
        Guid caseId,
        MeetingResult result,
        DateTimeOffset now
    )
    {
        const string sql = """
            UPDATE meeting_cases
            SET result = @Result, decided_at = @now
            WHERE meeting_id = @meetingId AND case_id = @caseId
            """;
        return work.Execute(
            sql,
            new
            {
                Result = result.ToString(),
                now,
                meetingId,
                caseId,
            }
        );
    }
}
