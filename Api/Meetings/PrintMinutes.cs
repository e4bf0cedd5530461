using System.Globalization;
using Craftsman.Api.Applications;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class PrintMinutes
{
    private static readonly (string Heading, int Parts)[] Columns =
    [
        ("序号", 2),
        ("姓名", 3),
        ("工作单位", 5),
        ("事项", 3),
        ("同意", 2),
        ("不同意", 2),
        ("弃权", 2),
        ("回避", 2),
        ("结果", 3),
    ];

    /// <summary>打印会议纪要</summary>
    /// <remarks>Who was there, what each ballot came to, and the minutes as they are recorded; to be signed and scanned.</remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        HttpResponse response,
        CampaignQueries campaigns,
        MeetingQueries meetings,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (await meetings.Detail(id.Value, staff.Id, cancellationToken) is not { } meeting)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.File(Write(meeting, campaign), MediaTypes.Docx, "会议纪要.docx");
    }

    public static byte[] Write(MeetingDetail meeting, Campaign campaign)
    {
        var (head, members, agenda) = meeting;
        var paper = new OfficialDocx()
            .Title($"{FormDocx.EditionOf(campaign.Edition)}“杭州工匠”认定工作领导小组")
            .Title("会 议 纪 要")
            .Line($"会议：{head.Title}")
            .Line($"日期：{FormDocx.InChinese(head.HeldOn)}")
            .Line($"出席：{Names(members.Where(member => member.IsPresent))}")
            .Line($"缺席：{Names(members.Where(member => !member.IsPresent))}")
            .Table(Columns, agenda.Select(RowOf));
        foreach (var item in agenda.Where(item => item.Opinion is not null))
        {
            paper.Line($"办公室意见（{item.Name}，{FormDocx.InChinese(item.OpinionOn!.Value)}）：{item.Opinion}");
        }

        if (head.OrderReason is { } reason)
        {
            var order = agenda.Where(item => item.ServedAs is not null).OrderBy(item => item.ServedAs);
            paper.Line($"票数相同的先后：{string.Join("、", order.Select(item => item.Name))}。{reason}");
        }

        return paper.Line(head.Minutes ?? "").Line("签字：                        ", isRight: true).Write();
    }

    private static string[] RowOf(MeetingCase item, int at) =>
        [
            Number(at + 1),
            item.Name,
            item.WorkUnit ?? "",
            item.Kind == AgendaKind.Decision ? "审定" : "撤销认定",
            Number(item.Ballots.Agree),
            Number(item.Ballots.Disagree),
            Number(item.Ballots.Abstain),
            Number(item.Recusals.Count),
            item.Result switch
            {
                MeetingResult.Yes => "通过",
                MeetingResult.No => "不通过",
                _ => "",
            },
        ];

    private static string Names(IEnumerable<MeetingMember> members) =>
        string.Join("、", members.Select(member => $"{member.Name}（{member.Unit}）")) is { Length: > 0 } names
            ? names
            : "无";

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
