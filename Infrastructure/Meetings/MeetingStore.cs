using Craftsman.Domain;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>Where an act left a meeting, and the version to send with the next.</summary>
public sealed record MovedMeeting(Guid Id, MeetingState State, int Version);

/// <summary>A meeting as it stands, held until the transaction ends.</summary>
public sealed record HeldMeeting
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; init; }
    public MeetingState State { get; init; }
    public bool HasMinutes { get; init; }
    public Guid? MinutesFileId { get; init; }
    public int Version { get; init; }
}

/// <summary>A case that a meeting is asked about.</summary>
public sealed record AgendaItem(Guid CaseId, AgendaKind Kind);

/// <summary>
/// Meetings of the leading group: agenda, who is there, opinions and minutes. Every act holds the meeting, so that what a decision counts
/// does not change under it.
/// </summary>
public sealed class MeetingStore(Db db)
{
    private const string Subject = "meeting";

    public Task<Decision<MovedMeeting>> Plan(
        Guid campaignId,
        string title,
        DateOnly heldOn,
        IReadOnlyList<AgendaItem> agenda,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            INSERT INTO meetings (id, campaign_id, title, held_on, created_by, created_at)
            VALUES (@id, @campaignId, @title, @heldOn, @staffId, @now)
            """;
        return db.Write<MovedMeeting>(
            async work =>
            {
                var id = Guid.CreateVersion7(now);
                await work.Execute(
                    sql,
                    new
                    {
                        id,
                        campaignId,
                        title,
                        heldOn,
                        staffId,
                        now,
                    }
                );
                if (await PutOnAgenda(work, campaignId, id, agenda) is { } refusal)
                {
                    return refusal;
                }

                await AuditLog.Record(work, staffId, "meeting.planned", Subject, id, now);
                return new MovedMeeting(id, MeetingState.Planned, 1);
            },
            cancellationToken
        );
    }

    /// <summary>Title, day and the whole agenda anew. Opinions about cases that stay on it stay.</summary>
    public Task<Decision<MovedMeeting>> Change(
        Guid meetingId,
        int version,
        string title,
        DateOnly heldOn,
        IReadOnlyList<AgendaItem> agenda,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string change = "UPDATE meetings SET title = @title, held_on = @heldOn WHERE id = @meetingId";
        const string opinions =
            "SELECT case_id, opinion, opinion_on FROM meeting_cases WHERE meeting_id = @meetingId AND opinion IS NOT NULL";
        const string clear = "DELETE FROM meeting_cases WHERE meeting_id = @meetingId";
        const string keep =
            "UPDATE meeting_cases SET opinion = @Opinion, opinion_on = @OpinionOn WHERE meeting_id = @meetingId AND case_id = @CaseId";
        return Act(
            meetingId,
            version,
            MeetingState.Planned,
            "meeting.changed",
            async (work, meeting) =>
            {
                await work.Execute(
                    change,
                    new
                    {
                        title,
                        heldOn,
                        meetingId,
                    }
                );
                var kept = await work.List<OpinionRow>(opinions, new { meetingId });
                await work.Execute(clear, new { meetingId });
                if (await PutOnAgenda(work, meeting.CampaignId, meetingId, agenda) is { } refusal)
                {
                    return refusal;
                }

                foreach (var row in kept)
                {
                    await work.Execute(
                        keep,
                        new
                        {
                            row.Opinion,
                            row.OpinionOn,
                            meetingId,
                            row.CaseId,
                        }
                    );
                }

                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    /// <summary>From now on the agenda and who belongs to the group stand, and so do the recusals that follow from what is known (law 6).</summary>
    public Task<Decision<MovedMeeting>> Open(
        Guid meetingId,
        int version,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string members = """
            INSERT INTO meeting_members (meeting_id, member_id)
            SELECT @meetingId, id FROM leading_group_members WHERE campaign_id = @CampaignId AND is_member = 1
            """;
        const string open = "UPDATE meetings SET state = 'Open', opened_at = @now WHERE id = @meetingId";
        return Act(
            meetingId,
            version,
            MeetingState.Planned,
            "meeting.opened",
            async (work, meeting) =>
            {
                if (await work.Execute(members, new { meetingId, meeting.CampaignId }) == 0)
                {
                    return MeetingRefusals.NoMembers;
                }

                await work.Execute(open, new { meetingId, now });
                await Recuse(work, meetingId, now);
                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    /// <summary>Who is present; who has voted was.</summary>
    public Task<Decision<MovedMeeting>> RecordAttendance(
        Guid meetingId,
        int version,
        IReadOnlyCollection<Guid> memberIds,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string known = "SELECT member_id FROM meeting_members WHERE meeting_id = @meetingId";
        const string voted = "SELECT DISTINCT member_id FROM ballots WHERE meeting_id = @meetingId";
        const string clear = "UPDATE meeting_members SET is_present = 0 WHERE meeting_id = @meetingId";
        const string put =
            "UPDATE meeting_members SET is_present = 1 WHERE meeting_id = @meetingId AND member_id = @memberId";
        return Act(
            meetingId,
            version,
            MeetingState.Open,
            "meeting.attendance-recorded",
            async (work, _) =>
            {
                if (memberIds.Except(await work.List<Guid>(known, new { meetingId })).Any())
                {
                    return RequestRefusals.Malformed.About("memberIds", "其中有人不是本次会议的领导小组成员。");
                }

                if ((await work.List<Guid>(voted, new { meetingId })).Except(memberIds).Any())
                {
                    return MeetingRefusals.AlreadyCast;
                }

                await work.Execute(clear, new { meetingId });
                foreach (var memberId in memberIds)
                {
                    await work.Execute(put, new { meetingId, memberId });
                }

                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    /// <summary>领导小组办公室意见 (附件) about one case.</summary>
    public Task<Decision<MovedMeeting>> RecordOpinion(
        Guid meetingId,
        Guid caseId,
        int version,
        string opinion,
        DateOnly opinionOn,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            UPDATE meeting_cases
            SET opinion = @opinion, opinion_on = @opinionOn
            WHERE meeting_id = @meetingId AND case_id = @caseId
            """;
        const string isThere = "SELECT COUNT(*) FROM meeting_cases WHERE meeting_id = @meetingId AND case_id = @caseId";
        return Act(
            meetingId,
            version,
            null,
            "meeting.opinion-recorded",
            async (work, _) =>
            {
                if (await work.FirstOrNothing<long>(isThere, new { meetingId, caseId }) == 0)
                {
                    return MeetingRefusals.CaseNotOnAgenda;
                }

                await work.Execute(
                    sql,
                    new
                    {
                        opinion,
                        opinionOn,
                        meetingId,
                        caseId,
                    }
                );
                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    /// <summary>The text, and the scan of the signed paper where there is one; a scan once recorded stays unless another takes its place.</summary>
    public Task<Decision<MovedMeeting>> RecordMinutes(
        Guid meetingId,
        int version,
        string text,
        Guid? fileId,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string usable = $"""
            SELECT COUNT(*)
            FROM files
            WHERE id = @fileId AND staff_id = @staffId AND {FileStore.IsUnused}
            FOR UPDATE
            """;
        const string sql = """
            UPDATE meetings
            SET minutes = @text, minutes_file_id = COALESCE(@fileId, minutes_file_id)
            WHERE id = @meetingId
            """;
        return Act(
            meetingId,
            version,
            MeetingState.Open,
            "meeting.minutes-recorded",
            async (work, meeting) =>
            {
                if (
                    fileId is not null
                    && fileId != meeting.MinutesFileId
                    && await work.FirstOrNothing<long>(usable, new { fileId, staffId }) == 0
                )
                {
                    return MeetingRefusals.FileNotUsable;
                }

                await work.Execute(
                    sql,
                    new
                    {
                        text,
                        fileId,
                        meetingId,
                    }
                );
                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    /// <summary>Of cases with equally many votes for them: which is served first. Those not named have no place in the order.</summary>
    public Task<Decision<MovedMeeting>> RecordOrder(
        Guid meetingId,
        int version,
        IReadOnlyList<Guid> caseIds,
        string reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string agenda = "SELECT case_id FROM meeting_cases WHERE meeting_id = @meetingId AND kind = 'Decision'";
        const string clear = "UPDATE meeting_cases SET served_as = NULL WHERE meeting_id = @meetingId";
        const string put =
            "UPDATE meeting_cases SET served_as = @servedAs WHERE meeting_id = @meetingId AND case_id = @caseId";
        const string say = "UPDATE meetings SET order_reason = @reason WHERE id = @meetingId";
        return Act(
            meetingId,
            version,
            MeetingState.Open,
            "meeting.order-recorded",
            async (work, _) =>
            {
                if (caseIds.Except(await work.List<Guid>(agenda, new { meetingId })).Any())
                {
                    return MeetingRefusals.CaseNotOnAgenda;
                }

                await work.Execute(clear, new { meetingId });
                foreach (var (caseId, servedAs) in caseIds.Select((caseId, at) => (caseId, at + 1)))
                {
                    await work.Execute(
                        put,
                        new
                        {
                            servedAs,
                            meetingId,
                            caseId,
                        }
                    );
                }

                await work.Execute(say, new { reason, meetingId });
                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    public Task<Decision<MovedMeeting>> Close(
        Guid meetingId,
        int version,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = "UPDATE meetings SET state = 'Closed', closed_at = @now WHERE id = @meetingId";
        return Act(
            meetingId,
            version,
            MeetingState.Open,
            "meeting.closed",
            async (work, meeting) =>
            {
                if (!meeting.HasMinutes)
                {
                    return MeetingRefusals.MinutesMissing;
                }

                await work.Execute(sql, new { meetingId, now });
                return null;
            },
            staffId,
            now,
            cancellationToken
        );
    }

    /// <summary>The meeting, held; null when there is none.</summary>
    internal static Task<HeldMeeting?> Hold(Work work, Guid meetingId)
    {
        const string sql = """
            SELECT id, campaign_id, state, minutes IS NOT NULL AS has_minutes, minutes_file_id, version
            FROM meetings
            WHERE id = @meetingId
            FOR UPDATE
            """;
        return work.FirstOrNothing<HeldMeeting>(sql, new { meetingId });
    }

    /// <param name="during">The only state in which the act is possible; null where it is until the meeting is closed.</param>
    private Task<Decision<MovedMeeting>> Act(
        Guid meetingId,
        int version,
        MeetingState? during,
        string action,
        Func<Work, HeldMeeting, Task<Refusal?>> act,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string touch = "UPDATE meetings SET version = version + 1 WHERE id = @meetingId";
        const string state = "SELECT state FROM meetings WHERE id = @meetingId";
        return db.Write<MovedMeeting>(
            async work =>
            {
                if (await Hold(work, meetingId) is not { } meeting)
                {
                    return RequestRefusals.NotFound;
                }

                if (meeting.Version != version)
                {
                    return RequestRefusals.VersionStale;
                }

                if (meeting.State == MeetingState.Closed)
                {
                    return MeetingRefusals.Closed;
                }

                if (during is not null && meeting.State != during)
                {
                    return during == MeetingState.Planned ? MeetingRefusals.NotPlanned : MeetingRefusals.NotOpen;
                }

                if (await act(work, meeting) is { } refusal)
                {
                    return refusal;
                }

                await work.Execute(touch, new { meetingId });
                await AuditLog.Record(work, staffId, action, Subject, meetingId, now);
                var after = (await work.FirstOrNothing<string>(state, new { meetingId }))!;
                return new MovedMeeting(meetingId, Enum.Parse<MeetingState>(after), version + 1);
            },
            cancellationToken
        );
    }

    private static async Task<Refusal?> PutOnAgenda(
        Work work,
        Guid campaignId,
        Guid meetingId,
        IReadOnlyList<AgendaItem> agenda
    )
    {
        const string find = """
            SELECT k.stage, p.number IS NOT NULL AS has_place
            FROM cases k
            LEFT JOIN places p ON p.case_id = k.id
            WHERE k.id = @CaseId AND k.campaign_id = @campaignId
            """;
        const string sql = """
            INSERT INTO meeting_cases (meeting_id, case_id, kind, position)
            VALUES (@meetingId, @CaseId, @Kind, @position)
            """;
        foreach (var (item, at) in agenda.Select((item, at) => (item, at)))
        {
            if (await work.FirstOrNothing<CaseRow>(find, new { item.CaseId, campaignId }) is not { } row)
            {
                return RequestRefusals.Malformed.About($"agenda[{at}].caseId", "没有这份案卷。");
            }

            var fits =
                item.Kind == AgendaKind.Decision
                    ? row is { Stage: "LeadingGroupDecision", HasPlace: false }
                    : row.Stage == "Recognised";
            if (!fits)
            {
                return MeetingRefusals.CaseNotForMeeting(item.CaseId);
            }

            await work.Execute(
                sql,
                new
                {
                    meetingId,
                    item.CaseId,
                    Kind = item.Kind.ToString(),
                    position = at + 1,
                }
            );
        }

        return null;
    }

    private static async Task Recuse(Work work, Guid meetingId, DateTimeOffset now)
    {
        const string members = """
            SELECT g.id, g.unit
            FROM meeting_members p
            JOIN leading_group_members g ON g.id = p.member_id
            WHERE p.meeting_id = @meetingId
            """;
        const string recuse = """
            INSERT INTO meeting_recusals (meeting_id, case_id, member_id, kind, at)
            VALUES (@meetingId, @CaseId, @MemberId, @Kind, @now)
            """;
        var group = await work.List<MemberOfUnit>(members, new { meetingId });
        foreach (var found in await MemberRecusals.Find(work, meetingId, group))
        {
            await work.Execute(
                recuse,
                new
                {
                    meetingId,
                    found.CaseId,
                    found.MemberId,
                    Kind = found.Kind.ToString(),
                    now,
                }
            );
        }
    }

    private sealed record CaseRow
    {
        public string Stage { get; init; } = "";
        public bool HasPlace { get; init; }
    }

    private sealed record OpinionRow
    {
        public Guid CaseId { get; init; }
        public string Opinion { get; init; } = "";
        public DateOnly OpinionOn { get; init; }
    }
}
