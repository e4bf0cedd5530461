using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class AddGroupMember
{
    /// <param name="Unit">所在单位；与人选或推荐单位相同时自动回避</param>
    /// <param name="StaffId">成员自己表决时所用的账号；不登录的成员不填</param>
    /// <param name="Phone">成员的手机号，用于回避（本人推荐或申报过的人选），只保存无法还原的摘要；可以不填</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Name,
        [property: Needed, Line(100)] string Unit,
        Guid? StaffId,
        [property: Line(20)] string? Phone
    );

    /// <summary>登记领导小组成员</summary>
    public static async Task<Results<Created<GroupMember>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        LeadingGroupStore group,
        CancellationToken cancellationToken
    )
    {
        if (MeetingAnswers.PhoneFault(request.Phone) is { } fault)
        {
            return Problems.From(fault);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var added = await group.Add(
            campaign.Id,
            request.Name.Trim(),
            request.Unit.Trim(),
            request.StaffId,
            request.Phone,
            staff.Id,
            staff.Now,
            cancellationToken
        );
        return added.IsRefused(out var refusal, out var member)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, member);
    }
}
