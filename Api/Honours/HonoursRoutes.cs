using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Identity;

namespace Craftsman.Api.Honours;

public static class HonoursRoutes
{
    public static void MapHonours(this RouteGroupBuilder miniProgram)
    {
        var laureates = miniProgram.MapGroup("/laureates").WithTags("杭州工匠").AllowAnonymous();
        laureates.MapGet("", ListLaureates.Handle);
        laureates.MapGet("/{id}", GetLaureate.Handle).ProducesProblem(404);
        var offers = miniProgram.MapGroup("").WithTags("杭州工匠");
        offers
            .MapPost("/laureates/{id}/offers/{offerId}/requests", RequestOffer.Handle)
            .ProducesProblem(404)
            .ProducesProblem(409);
        offers.MapGet("/me/laureate/offers", ListMyOffers.Handle);
        offers.MapPost("/me/laureate/offers", ProposeOffer.Handle).ProducesProblem(403);
        offers.MapGet("/me/laureate/offers/{id}/requests", ListRequestsOfMyOffer.Handle);
        offers
            .MapPost("/me/laureate/offers/{id}/withdraw", WithdrawOffer.Handle)
            .ProducesProblem(404)
            .ProducesProblem(409);
        offers.MapGet("/me/offer-requests", ListMyOfferRequests.Handle);
    }

    public static void MapStaffHonours(this RouteGroupBuilder admin)
    {
        var laureates = admin.MapGroup("/laureates").WithTags("杭州工匠");
        var read = laureates.MapGroup("").RequireAuthorization(StaffPolicies.LaureateReaders);
        read.MapGet("", ListLaureatesForStaff.Handle);
        read.MapGet("/export.xlsx", ExportLaureates.Handle).Produces<Stream>(200, MediaTypes.Xlsx);
        read.MapGet("/{id}/certificate.docx", PrintCertificate.Handle)
            .Produces<Stream>(200, MediaTypes.Docx)
            .ProducesProblem(404)
            .ProducesProblem(409);
        read.MapGet("/{id}", GetLaureateForStaff.Handle).ProducesProblem(404);
        laureates
            .MapPut("/{id}", RecordHonours.Handle)
            .RequireAuthorization(nameof(StaffRole.OfficeClerk))
            .ProducesProblem(404)
            .ProducesProblem(409);
        var story = laureates
            .MapGroup("/{id}")
            .RequireAuthorization(nameof(StaffRole.NoticeOfficer))
            .ProducesProblem(404)
            .ProducesProblem(409);
        story.MapPut("/story", WriteStory.Handle);
        story.MapPost("/publish", PublishLaureate.Handle);
        story.MapPost("/unpublish", UnpublishLaureate.Handle);

        var offers = admin.MapGroup("/laureate-offers").WithTags("杭州工匠");
        offers.MapGet("", ListOffers.Handle).RequireAuthorization(StaffPolicies.LaureateReaders);
        offers.MapGet("/{id}/requests", ListOfferRequests.Handle).RequireAuthorization(StaffPolicies.LaureateReaders);
        var union = admin
            .MapGroup("")
            .WithTags("杭州工匠")
            .RequireAuthorization(nameof(StaffRole.OfficeClerk))
            .ProducesProblem(404)
            .ProducesProblem(409);
        union.MapPost("/laureate-offers/{id}/approve", DecideOffer.Approve);
        union.MapPost("/laureate-offers/{id}/refuse", DecideOffer.Refuse);
        union.MapPost("/laureate-offers/{id}/withdraw", WithdrawOffer.ByUnion);
        union.MapPost("/offer-requests/{id}/confirm", AnswerOfferRequest.Confirm);
        union.MapPost("/offer-requests/{id}/decline", AnswerOfferRequest.Decline);
    }
}
