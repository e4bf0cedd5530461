using System.ComponentModel.DataAnnotations;
using Craftsman.Api.ContentChecks;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ChangeMyTip
{
    /// <param name="WorkerContact">新的电话；不填则保留原来的</param>
    /// <param name="RemoveWorkerContact">为 true 时删除原来的电话</param>
    /// <param name="PhotoIds">修改后的全部照片，最多 9 张；不填则保留原来的</param>
    /// <param name="Answer">对工作人员提问的回答</param>
    /// <param name="Version">读到这条线索时的版本</param>
    /// <param name="ThanksName">愿意在师傅被认定后公开致谢时使用的名字；不填则不公开</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Name,
        [property: Line(100)] string? WorkUnit,
        [property: Line(100)] string? Workplace,
        [property: Needed, Line(6)] string District,
        [property: Needed, Line(32)] string Trade,
        [property: Needed, Prose(6000), Zi(10, 600)] string Story,
        [property: Needed, Line(20)] string Relation,
        [property: Line(24)] string? WorkerContact,
        bool? RemoveWorkerContact,
        [property: AtMost(TipForm.MostPhotos)] IReadOnlyList<string>? PhotoIds,
        [property: Prose(1000)] string? Answer,
        [property: Between(1, int.MaxValue)] int Version,
        [property: Line(20)] string? ThanksName
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            foreach (var fault in TipForm.Check(WorkUnit, Workplace, WorkerContact))
            {
                yield return fault;
            }

            if (WorkerContact is not null && RemoveWorkerContact is true)
            {
                yield return new ValidationResult("填写电话和删除电话只能选一项。", [nameof(RemoveWorkerContact)]);
            }
        }
    }

    public sealed record Response(Guid Id, TipState State, int Version);

    /// <summary>修改线索，或回答工作人员的问题</summary>
    /// <remarks>
    /// While a reviewer holds the tip it is refused. The worker's contact is only ever shown masked, so leaving it out keeps it. A text
    /// in <c>answer</c> sends a tip that waits for one back to the reviewers.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        TipStore tips,
        ContentCheckBell bell,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var content = TipForm.Content(
            request.Name,
            request.WorkUnit,
            request.Workplace,
            request.District,
            request.Trade,
            request.Story,
            request.Relation,
            request.ThanksName
        );
        if (campaign.UnknownCodes(content.District, content.Trade) is { Count: > 0 } unknown)
        {
            return Problems.From(RequestRefusals.Malformed.About(unknown));
        }

        var answer = request.Answer?.Trim();
        var changed = await citizen.Once<Request, Response>(
            writes,
            request,
            async (work, live) =>
            {
                var tip = await TipStore.LockOwn(work, live.Id, id.Value);
                if (tip is null)
                {
                    return RequestRefusals.NotFound;
                }

                if (TipRules.Change(tip, answer, request.Version, citizen.Now).IsRefused(out var no, out var state))
                {
                    return no;
                }

                await tips.Change(
                    work,
                    tip,
                    state,
                    content,
                    request.WorkerContact?.Trim(),
                    request.RemoveWorkerContact is true,
                    answer,
                    citizen.Now
                );
                if (
                    request.PhotoIds is not null
                    && !await PhotoStore.GiveToTip(work, live.Id, tip.Id, TipForm.Photos(request.PhotoIds), citizen.Now)
                )
                {
                    return MediaRefusals.NotYourUpload(TipForm.PhotosField);
                }

                return new Response(tip.Id, state, tip.Version + 1);
            },
            cancellationToken
        );
        if (changed.IsRefused(out var refusal, out var response))
        {
            return Problems.From(refusal);
        }

        bell.Ring(response.Id);
        return TypedResults.Ok(response);
    }
}
