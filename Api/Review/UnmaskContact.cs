using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Review;

public static class UnmaskContact
{
    /// <param name="Reason">为什么需要联系申报人；记录在案</param>
    public sealed record Request([property: Needed, Prose(200)] string Reason);

    /// <summary>查看主申报人的联系方式</summary>
    /// <remarks>Only while one holds the case; each time goes on the audit record with the reason.</remarks>
    public static async Task<Results<Ok<CaseContact>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        ReviewStore review,
        CancellationToken cancellationToken
    ) =>
        (await review.Unmask(id.Value, request.Reason.Trim(), staff.Staff, staff.Now, cancellationToken)).IsRefused(
            out var refusal,
            out var contact
        )
            ? Problems.From(refusal)
            : TypedResults.Ok(contact);
}
