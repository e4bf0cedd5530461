using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Tips;

public static class TipsRoutes
{
    public static void MapTips(this RouteGroupBuilder miniProgram)
    {
        var tips = miniProgram.MapGroup("").WithTags("线索");
        tips.MapGet("/tips/similar", FindSimilarTips.Handle).LimitHints();
        tips.MapPost("/tips", SendTip.Handle).ProducesProblem(409);
        tips.MapGet("/me/tips", ListMyTips.Handle);
        tips.MapGet("/me/tips/{id}", GetMyTip.Handle).ProducesProblem(404);
        tips.MapPut("/me/tips/{id}", ChangeMyTip.Handle).ProducesProblem(404).ProducesProblem(409);
        tips.MapDelete("/me/tips/{id}/thanks", TakeBackThanks.Handle).ProducesProblem(404);
        tips.MapDelete("/me/tips/{id}", WithdrawMyTip.Handle).ProducesProblem(404).ProducesProblem(409);
    }

    public static void MapStaffTips(this RouteGroupBuilder admin)
    {
        var reading = admin.MapGroup("/tips").WithTags("线索").RequireAuthorization(StaffPolicies.TipReaders);
        reading.MapGet("", ListTips.Handle);
        reading.MapGet("/groups", ListTipGroups.Handle);
        reading.MapGet("/rejection-reasons", ListRejectionReasons.Handle);
        reading.MapGet("/figures", GetTipFigures.Handle);
        reading.MapGet("/{id}", GetTip.Handle).ProducesProblem(404);

        var desk = admin.MapGroup("/tips").WithTags("线索").RequireAuthorization(nameof(StaffRole.TipReviewer));
        desk.MapPost("", EnterTip.Handle).ProducesProblem(409);
        desk.MapPost("/bulk", BulkTips.Handle);

        var moves = admin
            .MapGroup("/tips/{id}")
            .WithTags("线索")
            .RequireAuthorization(nameof(StaffRole.TipReviewer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        moves.MapPost("/claim", ClaimTip.Handle);
        moves.MapPost("/release", ReleaseTip.Handle);
        moves.MapPost("/verify", VerifyTip.Handle);
        moves.MapPost("/reject", RejectTip.Handle);
        moves.MapPost("/request-info", RequestTipInfo.Handle);
        moves.MapPost("/relink", RelinkTip.Handle);
        moves.MapPost("/preview", PreviewTipMove.Handle);

        admin
            .MapGet("/saved-replies", ListSavedReplies.Handle)
            .WithTags("线索")
            .RequireAuthorization(StaffPolicies.TipReaders);
        var replies = admin
            .MapGroup("/saved-replies")
            .WithTags("线索")
            .RequireAuthorization(nameof(StaffRole.TipReviewer))
            .ProducesProblem(409);
        replies.MapPost("", AddSavedReply.Handle);
        replies.MapPut("/{id}", ChangeSavedReply.Handle).ProducesProblem(404);
        replies.MapDelete("/{id}", RemoveSavedReply.Handle).ProducesProblem(404);

        var aliases = admin
            .MapGroup("/unit-aliases")
            .WithTags("线索")
            .RequireAuthorization(nameof(StaffRole.TipReviewer));
        aliases.MapGet("", ListUnitAliases.Handle);
        aliases.MapPost("", AddUnitAlias.Handle).ProducesProblem(409);
        aliases.MapDelete("/{id}", RemoveUnitAlias.Handle).ProducesProblem(404);
    }
}
