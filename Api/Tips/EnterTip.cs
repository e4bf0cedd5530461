using System.ComponentModel.DataAnnotations;
using Craftsman.Api.ContentChecks;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class EnterTip
{
    /// <param name="Name">师傅姓名或大家对他（她）的称呼</param>
    /// <param name="WorkUnit">工作单位；与工作地点至少填一项</param>
    /// <param name="Workplace">工作地点，如摊位、店铺、工坊</param>
    /// <param name="District">区县代码</param>
    /// <param name="Trade">专业领域代码</param>
    /// <param name="Story">事迹，10 至 600 字</param>
    /// <param name="Relation">推荐人与师傅的关系</param>
    /// <param name="WorkerContact">师傅的电话；加密保存，只用于核实和邀请</param>
    /// <param name="ReceivedOn">收到来信或接待来访的日期，须在线索征集时间内</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Name,
        [property: Line(100)] string? WorkUnit,
        [property: Line(100)] string? Workplace,
        [property: Needed, Line(6)] string District,
        [property: Needed, Line(32)] string Trade,
        [property: Needed, Prose(6000), Zi(10, 600)] string Story,
        [property: Needed, Line(20)] string Relation,
        [property: Line(24)] string? WorkerContact,
        [property: Needed] DateOnly? ReceivedOn
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            TipForm.Check(WorkUnit, Workplace, WorkerContact);
    }

    public sealed record Response(Guid Id, TipState State, DateTimeOffset CreatedAt, int Version);

    /// <summary>代录纸质线索</summary>
    /// <remarks>
    /// For a citizen without WeChat. Nothing about that citizen is kept: each such tip counts as one more person, and nobody is messaged.
    /// WeChat does not check the text, so whoever verifies it says that it is fit; and that is another than who entered it. A retry with
    /// the same Idempotency-Key gets the same answer, and enters nothing.
    /// </remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        StaffWrites writes,
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
            request.Relation
        );
        if (campaign.UnknownCodes(content.District, content.Trade) is { Count: > 0 } unknown)
        {
            return Problems.From(RequestRefusals.Malformed.About(unknown));
        }

        if (!staff.WorksIn(content.District))
        {
            return Problems.From(TipRefusals.DistrictNotYours);
        }

        var contact = request.WorkerContact?.Trim();
        var entered = await staff.Once<Request, Response>(
            writes,
            request,
            async work =>
                TipRules.Enter(campaign, request.ReceivedOn!.Value, staff.Now).IsRefused(out var closed, out var day)
                    ? closed
                    : new Response(
                        await tips.Enter(work, campaign, staff.Id, content, contact, day, staff.Now),
                        TipState.Received,
                        staff.Now,
                        Version: 1
                    ),
            cancellationToken
        );
        if (entered.IsRefused(out var refusal, out var tip))
        {
            return Problems.From(refusal);
        }

        bell.Ring(tip.Id);
        return TypedResults.Created($"/admin/v1/tips/{tip.Id}", tip);
    }
}
