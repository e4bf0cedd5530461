using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Infrastructure.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class GetMyApplication
{
    /// <summary>查看我的申报</summary>
    public static async Task<Results<Ok<ApplicationResponse>, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        ApplicationQueries applications,
        PhotoAddresses addresses,
        CancellationToken cancellationToken
    ) =>
        await applications.Own(citizen.Id, id.Value, cancellationToken) is { } application
            ? TypedResults.Ok(ApplicationResponse.For(application, addresses, citizen.Now))
            : Problems.From(RequestRefusals.NotFound);
}
