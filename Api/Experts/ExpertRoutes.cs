using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Experts;

namespace Craftsman.Api.Experts;

public static class ExpertRoutes
{
    public static void MapStaffExperts(this RouteGroupBuilder admin)
    {
        const string tag = "专家评审";
        const string secretary = nameof(StaffRole.PanelSecretary);
        const string expert = nameof(StaffRole.Expert);
        admin.MapGet("/criteria", GetCriteria.Handle).WithTags(tag).RequireAuthorization(StaffPolicies.PanelPeople);
        admin
            .MapPut("/criteria", ChangeCriteria.Handle)
            .WithTags(tag)
            .RequireAuthorization(secretary)
            .ProducesProblem(409);
        admin.MapGet("/me/reminders", ListReminders.Handle).WithTags(tag).RequireAuthorization(expert);

        var panels = admin.MapGroup("/panels").WithTags(tag);
        panels.MapGet("", ListPanels.Handle).RequireAuthorization(StaffPolicies.PanelPeople);
        panels.MapPost("", AddPanel.Handle).RequireAuthorization(secretary).ProducesProblem(409);

        var one = panels.MapGroup("/{id}").ProducesProblem(404);
        var shared = one.MapGroup("").RequireAuthorization(StaffPolicies.PanelPeople);
        shared.MapGet("", GetPanel.Handle);
        shared.MapGet("/conflicts", ListConflicts.Handle);
        shared.MapGet("/assignments", ListAssignments.Handle);
        shared.MapGet("/scores", ListScores.Handle);

        var read = one.MapGroup("").RequireAuthorization(StaffPolicies.PanelReaders);
        read.MapGet("/ranking", GetRanking.Handle);
        read.MapGet("/progress", GetProgress.Handle);

        var desk = one.MapGroup("").RequireAuthorization(secretary).ProducesProblem(409);
        desk.MapPut("", ChangePanel.Handle);
        desk.MapPost("/members", AddPanelMember.Handle);
        desk.MapDelete("/members/{staffId}", RemovePanelMember.Handle);
        desk.MapPost("/conflicts", AddConflict.Handle);
        desk.MapPost("/assignments", AssignCases.Handle);
        desk.MapPut("/assignments/{caseId}/{staffId}", AssignExpert.Handle);
        desk.MapDelete("/assignments/{caseId}/{staffId}", UnassignExpert.Handle);
        desk.MapPost("/scores/reopen", ReopenScore.Handle);
        desk.MapPost("/scores/waive", WaiveScore.Handle);
        desk.MapPost("/close", ClosePanel.Handle);
        desk.MapPost("/reopen", ReopenPanel.Handle);

        var own = one.MapGroup("").RequireAuthorization(expert).ProducesProblem(409);
        own.MapPut("/conflicts", DeclareConflicts.Handle);
        own.MapGet("/cases/{caseId}", GetDossier.Handle);
        own.MapGet("/cases/{caseId}/files/{fileId}", DownloadJudgedFile.Handle).Produces<Stream>(200, MediaTypes.Any);
        own.MapGet("/cases/{caseId}/photos/{photoId}", ShowJudgedPhoto.Handle).Produces<Stream>(200, MediaTypes.Jpeg);
        own.MapPost("/scores", ScoreCase.Handle);

        var moves = admin
            .MapGroup("/cases/{id}")
            .WithTags(tag)
            .RequireAuthorization(secretary)
            .ProducesProblem(404)
            .ProducesProblem(409);
        moves.MapPost("/shortlist", ShortlistCase.Handle);
        moves.MapPost("/not-select", NotSelectCase.Handle);
    }
}
