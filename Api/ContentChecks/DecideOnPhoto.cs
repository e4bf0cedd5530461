using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.ContentChecks;

public static class DecideOnPhoto
{
    /// <param name="Decision">Fit（合适）或 Unfit（不合适）</param>
    /// <param name="ReasonCode">合适：NothingWrong（没有问题）、WronglyFlagged（微信误判）；不合适：其余各项</param>
    /// <param name="Note">补充说明，只供工作人员看</param>
    public sealed record Request(
        [property: Needed] ContentDecision? Decision,
        [property: Needed] PhotoReason? ReasonCode,
        [property: Prose(200)] string? Note
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Decision is { } decision && ReasonCode is { } reason && PhotoReasons.Supports(reason) != decision
                ? [new ValidationResult("这个理由与判定不符。", [nameof(ReasonCode)])]
                : [];
    }

    public sealed record Response(Guid PhotoId, ContentCheckState Check, ContentDecision Decision);

    /// <summary>人工判定照片内容是否合适</summary>
    /// <remarks>
    /// Stands in for WeChat's check, whatever that says or will say. Photos of tips are for tip reviewers, those of applications for
    /// reviewers of either kind, in their districts. A later decision takes the place of an earlier one; all are on record.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var decision = request.Decision!.Value;
        var decided = await db.Write<ContentCheck>(
            async work =>
            {
                var photo = await PhotoReviewStore.Find(work, id.Value);
                return
                    photo is null
                    || !staff.WorksIn(photo.District)
                    || (photo.IsOfTip && !staff.Has(StaffRole.TipReviewer))
                    ? RequestRefusals.NotFound
                    : await PhotoReviewStore.Decide(
                        work,
                        photo,
                        decision,
                        request.ReasonCode!.Value,
                        request.Note?.Trim(),
                        staff.Id,
                        staff.Now
                    );
            },
            cancellationToken
        );
        return decided.IsRefused(out var refusal, out var check)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(id.Value, check.State, decision));
    }
}
