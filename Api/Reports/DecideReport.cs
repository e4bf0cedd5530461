using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Reports;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Reports;

public static class DecideReport
{
    /// <param name="Reason">只供工作人员看</param>
    public sealed record Dismissal([property: Needed, Prose(500)] string Reason);

    /// <param name="TakeDown">同时从公开内容中撤下：Nothing、Story（事迹）、Photo（一张照片）或 Candidate（整位人选）</param>
    /// <param name="PhotoId">撤下照片时，是哪一张</param>
    /// <param name="PhotoReason">撤下照片的原因</param>
    /// <param name="Reason">只供工作人员看</param>
    public sealed record Upholding(
        [property: Needed] TakenDown? TakeDown,
        [property: Line(36)] string? PhotoId,
        PhotoReason? PhotoReason,
        [property: Needed, Prose(500)] string Reason
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if ((TakeDown == TakenDown.Photo) != (PhotoId is not null))
            {
                yield return new ValidationResult("撤下照片时请指明是哪一张，否则不填。", [nameof(PhotoId)]);
            }

            if (
                (TakeDown == TakenDown.Photo) != (PhotoReason is not null)
                || (PhotoReason is { } reason && PhotoReasons.Supports(reason) != ContentDecision.Unfit)
            )
            {
                yield return new ValidationResult("撤下照片时请选择不合适的原因，否则不填。", [nameof(PhotoReason)]);
            }
        }
    }

    public sealed record Response(Guid Id, ReportState State);

    /// <summary>不采纳举报</summary>
    public static Task<Results<Ok<Response>, ProblemHttpResult>> Dismiss(
        OpaqueId id,
        Dismissal request,
        StaffCaller caller,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    ) =>
        Make(
            id,
            caller,
            campaigns,
            db,
            async (work, report, _) =>
            {
                await ReportStore.Decide(
                    work,
                    report,
                    ReportState.Dismissed,
                    null,
                    request.Reason.Trim(),
                    caller.Id,
                    caller.Now
                );
                return new Response(report.Id, ReportState.Dismissed);
            },
            cancellationToken
        );

    /// <summary>采纳举报，并撤下有问题的内容</summary>
    /// <remarks>
    /// In one act: the decision, and what is taken from the public with it, each on record. Votes stay. What is taken down is out of all
    /// public answers with the next copy, a second later.
    /// </remarks>
    public static Task<Results<Ok<Response>, ProblemHttpResult>> Uphold(
        OpaqueId id,
        Upholding request,
        StaffCaller caller,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    ) =>
        Make(
            id,
            caller,
            campaigns,
            db,
            async (work, report, candidate) =>
            {
                if ((await TakeDown(work, candidate, request, caller)).IsRefused(out var no))
                {
                    return no;
                }

                await ReportStore.Decide(
                    work,
                    report,
                    ReportState.Upheld,
                    request.TakeDown,
                    request.Reason.Trim(),
                    caller.Id,
                    caller.Now
                );
                return new Response(report.Id, ReportState.Upheld);
            },
            cancellationToken
        );

    private static async Task<Decision<Candidate>> TakeDown(
        Work work,
        Candidate candidate,
        Upholding request,
        StaffCaller caller
    )
    {
        switch (request.TakeDown)
        {
            case TakenDown.Story:
                await CandidateStore.TakeStory(work, candidate, caller.Id, caller.Now);
                return candidate;
            case TakenDown.Photo:
                var photo = Guid.TryParseExact(request.PhotoId, "D", out var photoId)
                    ? await PhotoReviewStore.FindOf(work, candidate.Id, photoId)
                    : null;
                if (photo is null)
                {
                    return RequestRefusals.Malformed.About("photoId", "这位人选没有这张照片。");
                }

                await PhotoReviewStore.Decide(
                    work,
                    photo,
                    ContentDecision.Unfit,
                    request.PhotoReason!.Value,
                    null,
                    caller.Id,
                    caller.Now
                );
                await CandidateStore.MarkChanged(work, candidate.Id);
                return candidate;
            case TakenDown.Candidate:
                // Somebody may have been quicker; then nothing is left to be done.
                if (candidate.State == CandidateState.Published)
                {
                    await CandidateStore.Unpublish(work, candidate, request.Reason.Trim(), caller.Id, caller.Now);
                }

                return candidate;
            default:
                return candidate;
        }
    }

    /// <summary>A report of the current campaign about a candidate of their districts, both held, in one transaction.</summary>
    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Make(
        OpaqueId id,
        StaffCaller caller,
        CampaignQueries campaigns,
        Db db,
        Func<Work, Report, Candidate, Task<Decision<Response>>> act,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var decided = await db.Write<Response>(
            async work =>
            {
                if (
                    await ReportStore.Hold(work, campaign.Id, id.Value) is not (var report, var candidate)
                    || !caller.WorksIn(candidate.District)
                )
                {
                    return RequestRefusals.NotFound;
                }

                return ReportRules.Decide(report).IsRefused(out var no) ? no : await act(work, report, candidate);
            },
            cancellationToken
        );
        return decided.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }
}
