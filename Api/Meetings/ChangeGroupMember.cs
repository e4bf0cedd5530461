using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class ChangeGroupMember
{
    /// <param name="Phone">同登记时；不填则不变</param>
    /// <param name="IsMember">false 表示不再是成员；已开始的会议不受影响</param>
    public sealed record Request(
        [property: Between(1, int.MaxValue)] int Version,
        [property: Needed, Line(40)] string Name,
        [property: Needed, Line(100)] string Unit,
        Guid? StaffId,
        [property: Line(20)] string? Phone,
        [property: Needed] bool? IsMember
    );

    /// <summary>修改领导小组成员</summary>
    public static async Task<Results<Ok<GroupMember>, ProblemHttpResult>> Handle(
        OpaqueId id,
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
        var member = new GroupMember
        {
            Id = id.Value,
            Name = request.Name.Trim(),
            Unit = request.Unit.Trim(),
            StaffId = request.StaffId,
            IsMember = request.IsMember!.Value,
            Version = request.Version,
        };
        return MeetingAnswers.For(
            await group.Change(campaign.Id, member, request.Phone, staff.Id, staff.Now, cancellationToken)
        );
    }
}
