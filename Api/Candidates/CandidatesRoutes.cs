using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Candidates;

public static class CandidatesRoutes
{
    public static void MapCandidates(this RouteGroupBuilder miniProgram)
    {
        var candidates = miniProgram.MapGroup("/candidates").WithTags("人选").AllowAnonymous();
        candidates.MapGet("", ListCandidates.Handle).Produces<ListCandidates.Response>().Produces(304);
        candidates
            .MapGet("/{id}", GetCandidate.Handle)
            .Produces<GetCandidate.Response>()
            .Produces(304)
            .ProducesProblem(401)
            .ProducesProblem(404);
        candidates
            .MapGet("/{id}/share-code", GetShareCode.Handle)
            .Produces<Stream>(200, "image/png")
            .Produces<Stream>(200, "image/jpeg")
            .ProducesProblem(404)
            .ProducesProblem(503);
        candidates.MapGet("/nearby", FindNearby.Handle).Produces<FindNearby.Response>();
        miniProgram
            .MapPost("/candidates/{id}/consent/withdraw", WithdrawConsent.OfCitizen)
            .WithTags("人选")
            .ProducesProblem(404);
        miniProgram
            .MapGet("/leaderboard", GetLeaderboard.Handle)
            .WithTags("人选")
            .AllowAnonymous()
            .Produces<GetLeaderboard.Response>()
            .Produces(304);

        var invitations = miniProgram.MapGroup("/invitations/{code}").WithTags("邀请");
        invitations.MapGet("", GetInvitation.Handle).ProducesProblem(404).ProducesProblem(409);
        invitations.MapPost("/accept", AcceptInvitation.Handle).ProducesProblem(404).ProducesProblem(409);
        invitations.MapPost("/decline", DeclineInvitation.Handle).ProducesProblem(404).ProducesProblem(409);
    }

    public static void MapStaffCandidates(this RouteGroupBuilder admin)
    {
        var reads = admin.MapGroup("/candidates").WithTags("人选").RequireAuthorization(StaffPolicies.TipReaders);
        reads.MapGet("", ListCandidatesForStaff.Handle);
        reads.MapGet("/{id}", GetCandidateForStaff.Handle).ProducesProblem(404);
        reads.MapGet("/{id}/merges", ListMerges.Handle).ProducesProblem(404);

        admin
            .MapPost("/candidates/{id}/consents", RecordPaperConsent.Handle)
            .WithTags("人选")
            .RequireAuthorization(StaffPolicies.PaperRecorders)
            .ProducesProblem(404)
            .ProducesProblem(409);

        var merges = admin
            .MapGroup("/candidates")
            .WithTags("人选")
            .RequireAuthorization(nameof(StaffRole.TipReviewer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        merges.MapPost("/merge", MergeCandidates.Handle);
        merges.MapPost("/merges/{id}/undo", UndoMerge.Handle);

        var acts = admin
            .MapGroup("/candidates/{id}")
            .WithTags("人选")
            .RequireAuthorization(nameof(StaffRole.TipReviewer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        acts.MapPut("", EditCandidate.Handle);
        acts.MapPut("/position", LocateCandidate.Handle);
        acts.MapPost("/invite", InviteCandidate.Handle);
        acts.MapGet("/invitation/qr.png", PrintInvitationQr.Handle).Produces<Stream>(200, "image/png");
        acts.MapGet("/invitation/letter.html", PrintInvitationLetter.Handle).Produces<string>(200, "text/html");
        acts.MapPost("/confirm-consent", ConfirmConsent.Handle);
        acts.MapPost("/consents/{consentId}/confirm", ConfirmPaperConsent.Handle);
        acts.MapPost("/consents/{consentId}/withdraw", WithdrawConsent.OfStaff);
        acts.MapPost("/publish", PublishCandidate.Handle);
        acts.MapPost("/unpublish", UnpublishCandidate.Handle);
    }
}
