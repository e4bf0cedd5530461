using Microsoft.AspNetCore.Authorization;

namespace Craftsman.Api.Http;

/// <summary>What is answered to one person is kept by no cache on the way, and no answer is read as another type than it says.</summary>
public static class PrivateAnswers
{
    public static async Task Mark(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        var metadata = context.GetEndpoint()?.Metadata;
        if (
            metadata?.GetMetadata<IAuthorizeData>() is not null
            && (metadata.GetMetadata<IAllowAnonymous>() is null || context.Request.Headers.Authorization.Count > 0)
        )
        {
            headers.CacheControl = "no-store";
        }

        await next(context);
    }
}
