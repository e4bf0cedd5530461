using Microsoft.AspNetCore.Http.Features;

namespace Craftsman.Api.Http;

/// <summary>
/// Refuses a body that declares to be over the route's limit before anything else is judged. Left to the server, a route that reads no
/// body would answer as if nothing were wrong and the connection would then close without a word, under the client's next request.
/// </summary>
public static class BodyLimit
{
    /// <summary>Goes after routing, which applies the limit of the route.</summary>
    public static Task Refuse(HttpContext context, RequestDelegate next) =>
        context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
            ? throw new BadHttpRequestException("The body is over the limit.", StatusCodes.Status413PayloadTooLarge)
            : next(context);
}
