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

public static class SendTip
{
    /// <param name="Name">师傅姓名或大家对他（她）的称呼</param>
    /// <param name="WorkUnit">工作单位；与工作地点至少填一项</param>
    /// <param name="Workplace">工作地点，如摊位、店铺、工坊</param>
    /// <param name="District">区县代码</param>
    /// <param name="Trade">专业领域代码</param>
    /// <param name="Story">事迹，10 至 600 字</param>
    /// <param name="Relation">推荐人与师傅的关系</param>
    /// <param name="WorkerContact">师傅的电话；加密保存，只用于核实和邀请</param>
    /// <param name="PhotoIds">自己上传的照片，最多 9 张</param>
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
        [property: AtMost(TipForm.MostPhotos)] IReadOnlyList<string>? PhotoIds,
        [property: Line(20)] string? ThanksName
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            TipForm.Check(WorkUnit, Workplace, WorkerContact);
    }

    public sealed record Response(Guid Id, TipState State, DateTimeOffset CreatedAt);

    /// <summary>推荐一位师傅</summary>
    /// <remarks>Counts against the tips of the citizen's day in Hangzhou, also when it is withdrawn later.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
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

        var sent = await citizen.Once<Request, Response>(
            writes,
            request,
            async (work, live) =>
            {
                if (TipRules.Send(campaign, citizen.Now).IsRefused(out var closed, out var quota))
                {
                    return closed;
                }

                var added = await tips.TryAdd(
                    work,
                    campaign.Id,
                    live.Id,
                    content,
                    request.WorkerContact?.Trim(),
                    quota,
                    campaign.TipTargetHours,
                    citizen.Now
                );
                if (added.IsRefused(out var full, out var id))
                {
                    return full;
                }

                return await PhotoStore.GiveToTip(work, live.Id, id, TipForm.Photos(request.PhotoIds), citizen.Now)
                    ? new Response(id, TipState.Received, citizen.Now)
                    : MediaRefusals.NotYourUpload(TipForm.PhotosField);
            },
            cancellationToken
        );
        if (sent.IsRefused(out var refusal, out var tip))
        {
            return Problems.From(refusal);
        }

        bell.Ring(tip.Id);
        return TypedResults.Created($"/api/v1/me/tips/{tip.Id}", tip);
    }
}
