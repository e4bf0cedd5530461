using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

public static class AddPanelMember
{
    /// <param name="StaffId">专家的账号</param>
    /// <param name="Kind">五(专家评审)：代表哪一方面</param>
    /// <param name="WorkUnit">专家所在单位，用于回避；不填则不变</param>
    /// <param name="Phone">专家的手机号，用于回避，只保存无法还原的摘要；不填则不变</param>
    /// <param name="Mail">专家的邮箱，只用来提醒有案卷等待评分，加密保存；不填则不变</param>
    /// <param name="MostCases">这位专家最多评几份案卷；不填则按本届的上限</param>
    public sealed record Request(
        Guid StaffId,
        [property: Needed] PanelKind? Kind,
        [property: Line(100)] string? WorkUnit,
        [property: Line(20)] string? Phone,
        [property: Line(MailAddress.Longest)] string? Mail,
        [property: Between(1, 1000)] int? MostCases,
        [property: Between(1, int.MaxValue)] int Version
    );

    /// <summary>把专家加入评审组</summary>
    public static async Task<Results<Ok<ChangedPanel>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        PanelStore panels,
        Db db,
        CancellationToken cancellationToken
    )
    {
        if (request.Phone is { } phone && !Phone.IsPlausible(phone))
        {
            return Problems.From(RequestRefusals.Malformed.About("phone", "请填写正确的电话号码。"));
        }

        if (request.Mail is { } mail && !MailAddress.IsPlausible(mail))
        {
            return Problems.From(RequestRefusals.Malformed.About("mail", "请填写正确的邮箱地址。"));
        }

        var campaign = await campaigns.Current(cancellationToken);
        var member = new NewMember(
            request.StaffId,
            request.Kind!.Value,
            request.WorkUnit?.Trim(),
            request.Phone,
            request.Mail,
            request.MostCases
        );
        return ExpertAnswers.For(
            await db.Write<ChangedPanel>(
                work => panels.AddMember(work, campaign.Id, id.Value, request.Version, member, staff.Id, staff.Now),
                cancellationToken
            )
        );
    }
}
