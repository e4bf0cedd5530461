using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Meetings;

public static class MeetingsRoutes
{
    public static void MapStaffMeetings(this RouteGroupBuilder admin)
    {
        var group = admin.MapGroup("/leading-group").WithTags("领导小组");
        group.MapGet("", ListLeadingGroup.Handle).RequireAuthorization(StaffPolicies.MeetingReaders);
        var members = group.MapGroup("").RequireAuthorization(nameof(StaffRole.OfficeClerk)).ProducesProblem(409);
        members.MapPost("", AddGroupMember.Handle);
        members.MapPut("/{id}", ChangeGroupMember.Handle).ProducesProblem(404);

        var meetings = admin.MapGroup("/meetings").WithTags("领导小组");
        var read = meetings.MapGroup("").RequireAuthorization(StaffPolicies.MeetingReaders);
        read.MapGet("", ListMeetings.Handle);
        read.MapGet("/{id}", GetMeeting.Handle).ProducesProblem(404);
        read.MapGet("/{id}/minutes.docx", PrintMinutes.Handle)
            .Produces<Stream>(200, MediaTypes.Docx)
            .ProducesProblem(404);
        read.MapGet("/{id}/pack.docx", PrintPack.Handle).Produces<Stream>(200, MediaTypes.Docx).ProducesProblem(404);
        read.MapGet("/{id}/cases/{caseId}", GetMeetingCase.Handle).ProducesProblem(404).ProducesProblem(409);
        var office = meetings.MapGroup("").RequireAuthorization(nameof(StaffRole.OfficeClerk)).ProducesProblem(409);
        office.MapPost("", PlanMeeting.Handle);
        var one = office.MapGroup("/{id}").ProducesProblem(404);
        one.MapPut("", ChangeMeeting.Handle);
        one.MapPost("/open", OpenMeeting.Handle);
        one.MapPost("/close", CloseMeeting.Handle);
        one.MapPut("/attendance", RecordAttendance.Handle);
        one.MapPut("/minutes", RecordMinutes.Handle);
        one.MapPut("/order", RecordOrder.Handle);
        one.MapPut("/cases/{caseId}/opinion", RecordOpinion.Handle);
        var votes = meetings
            .MapGroup("/{id}")
            .RequireAuthorization(StaffPolicies.BallotCasters)
            .ProducesProblem(404)
            .ProducesProblem(409);
        votes.MapPost("/ballots", CastBallot.Handle);
        votes.MapPost("/recusals", RecuseMember.Handle);

        var moves = admin
            .MapGroup("/cases/{id}")
            .WithTags("领导小组")
            .RequireAuthorization(nameof(StaffRole.OfficeClerk))
            .ProducesProblem(404)
            .ProducesProblem(409);
        moves.MapPost("/decide", DecideCase.Handle);
        moves.MapPost("/recognise", RecogniseCase.Handle);
        moves.MapPost("/revoke", RevokeCase.Handle);
    }
}
