using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>A ballot that stands.</summary>
public sealed record StandingBallot(Guid MeetingId, Guid CaseId, Guid MemberId, BallotChoice Choice);

/// <summary>A member who takes no part in a case.</summary>
public sealed record RecordedRecusal(Guid MeetingId, Guid CaseId, Guid MemberId, RecusalKind Kind);

/// <summary>Ballots of the leading group, and who takes no part in one. A ballot stands: the primary key has the last word.</summary>
public sealed class BallotStore(Db db)
{
    private const string Subject = "meeting";

    /// <summary>By the member, or by the clerk from the signed minutes for a member who does not log in.</summary>
    /// <param name="memberId">Null for the caller's own.</param>
    public Task<Decision<StandingBallot>> Cast(
        Guid meetingId,
        Guid caseId,
        Guid? memberId,
        BallotChoice choice,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string facts = """
            SELECT
                EXISTS (SELECT 1 FROM meeting_cases WHERE meeting_id = @meetingId AND case_id = @caseId) AS is_on_agenda,
                EXISTS (SELECT 1 FROM meeting_members WHERE meeting_id = @meetingId AND member_id = @Id AND is_present = 1) AS is_present,
                EXISTS (SELECT 1 FROM meeting_recusals WHERE meeting_id = @meetingId AND case_id = @caseId AND member_id = @Id) AS is_recused
            """;
        const string sql = """
            INSERT INTO ballots (meeting_id, case_id, member_id, choice, entered_by, cast_at)
            VALUES (@meetingId, @caseId, @MemberId, @Choice, @StaffId, @now)
            """;
        return db.Write<StandingBallot>(
            async work =>
            {
                if (await MeetingStore.Hold(work, meetingId) is not { } meeting)
                {
                    return RequestRefusals.NotFound;
                }

                if ((await Voter(work, meeting, memberId, staff)).IsRefused(out var refusal, out var member))
                {
                    return refusal;
                }

                var row = (
                    await work.FirstOrNothing<FactsRow>(
                        facts,
                        new
                        {
                            meetingId,
                            caseId,
                            member.Id,
                        }
                    )
                )!;
                var judged = new BallotFacts(meeting.State, row.IsOnAgenda, row.IsPresent, row.IsRecused);
                if (MeetingRules.Cast(judged) is { } no)
                {
                    return no;
                }

                if (member.StaffId != staff.Id && meeting.MinutesFileId is null)
                {
                    return MeetingRefusals.SignedMinutesMissing;
                }

                var refusedBy = await work.InsertUnlessDuplicate(
                    sql,
                    new
                    {
                        meetingId,
                        caseId,
                        MemberId = member.Id,
                        Choice = choice.ToString(),
                        StaffId = staff.Id,
                        now,
                    }
                );
                if (refusedBy is not null)
                {
                    return MeetingRefusals.AlreadyCast;
                }

                await AuditLog.Record(
                    work,
                    staff.Id,
                    "meeting.ballot-cast",
                    Subject,
                    meetingId,
                    now,
                    new { caseId, memberId = member.Id }
                );
                return new StandingBallot(meetingId, caseId, member.Id, choice);
            },
            cancellationToken
        );
    }

    /// <summary>Before the member has voted; it is not taken back.</summary>
    /// <param name="memberId">Null for the caller's own.</param>
    public Task<Decision<RecordedRecusal>> Recuse(
        Guid meetingId,
        Guid caseId,
        Guid? memberId,
        string reason,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string isOnAgenda =
            "SELECT COUNT(*) FROM meeting_cases WHERE meeting_id = @meetingId AND case_id = @caseId";
        const string hasVoted =
            "SELECT COUNT(*) FROM ballots WHERE meeting_id = @meetingId AND case_id = @caseId AND member_id = @Id";
        const string sql = """
            INSERT INTO meeting_recusals (meeting_id, case_id, member_id, kind, reason, at)
            VALUES (@meetingId, @caseId, @Id, 'Declared', @reason, @now)
            """;
        return db.Write<RecordedRecusal>(
            async work =>
            {
                if (await MeetingStore.Hold(work, meetingId) is not { } meeting)
                {
                    return RequestRefusals.NotFound;
                }

                if ((await Voter(work, meeting, memberId, staff)).IsRefused(out var refusal, out var member))
                {
                    return refusal;
                }

                if (meeting.State != MeetingState.Open)
                {
                    return MeetingRefusals.NotOpen;
                }

                var which = new
                {
                    meetingId,
                    caseId,
                    member.Id,
                    reason,
                    now,
                };
                if (await work.FirstOrNothing<long>(isOnAgenda, which) == 0)
                {
                    return MeetingRefusals.CaseNotOnAgenda;
                }

                if (await work.FirstOrNothing<long>(hasVoted, which) > 0)
                {
                    return MeetingRefusals.AlreadyCast;
                }

                if (await work.InsertUnlessDuplicate(sql, which) is not null)
                {
                    return MeetingRefusals.MemberRecused;
                }

                await AuditLog.Record(
                    work,
                    staff.Id,
                    "meeting.recusal-recorded",
                    Subject,
                    meetingId,
                    now,
                    new { caseId, memberId = member.Id }
                );
                return new RecordedRecusal(meetingId, caseId, member.Id, RecusalKind.Declared);
            },
            cancellationToken
        );
    }

    /// <summary>A member speaks for themself; the clerk for those who do not log in.</summary>
    private static async Task<Decision<VoterRow>> Voter(Work work, HeldMeeting meeting, Guid? memberId, LiveStaff staff)
    {
        const string own = """
            SELECT id, staff_id FROM leading_group_members WHERE campaign_id = @CampaignId AND staff_id = @StaffId
            """;
        const string named =
            "SELECT id, staff_id FROM leading_group_members WHERE campaign_id = @CampaignId AND id = @memberId";
        var member = await work.FirstOrNothing<VoterRow>(
            memberId is null ? own : named,
            new
            {
                meeting.CampaignId,
                StaffId = staff.Id,
                memberId,
            }
        );
        if (member is null)
        {
            return memberId is null ? MeetingRefusals.NotAMember : MeetingRefusals.MemberAbsent;
        }

        if (member.StaffId == staff.Id)
        {
            return member;
        }

        return !staff.Roles.Contains(StaffRole.OfficeClerk) ? MeetingRefusals.NotAMember
            : member.StaffId is not null ? MeetingRefusals.MemberVotesThemself
            : member;
    }

    private sealed record VoterRow
    {
        public Guid Id { get; init; }
        public Guid? StaffId { get; init; }
    }

    private sealed record FactsRow
    {
        public bool IsOnAgenda { get; init; }
        public bool IsPresent { get; init; }
        public bool IsRecused { get; init; }
    }
}
