using System.Globalization;
using Craftsman.Api.Applications;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Meetings;
using Craftsman.Domain.Objections;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Meetings;
using Craftsman.Infrastructure.Objections;

namespace Craftsman.Api.Meetings;

/// <summary>会议材料: what lies before the members of the leading group (五, 领导小组审定), a page or more for each case.</summary>
public static class PackDocx
{
    /// <summary>In points; small enough that a usual dossier is one page.</summary>
    private const int BodySize = 12;

    private static readonly (string Heading, int Parts)[] AgendaColumns =
    [
        ("序号", 2),
        ("姓名", 3),
        ("工作单位", 6),
        ("专业领域", 4),
        ("事项", 3),
    ];

    private static readonly (string Heading, int Parts)[] ScoreColumns =
    [
        ("轮次", 2),
        ("评审组", 4),
        ("评分专家", 3),
        (Ranking.InChinese(RankingMethod.Mean), 4),
        (Ranking.InChinese(RankingMethod.TrimmedMean), 5),
        (Ranking.InChinese(RankingMethod.ZScore), 5),
    ];

    /// <param name="dossiers">Of the cases that whoever prints it reads; those on the agenda without one are named as left out.</param>
    public static byte[] Write(MeetingDetail meeting, IReadOnlyList<MeetingDossier> dossiers, Campaign campaign)
    {
        var agenda = meeting.Agenda.Select((item, at) => (Item: item, Number: at + 1)).ToList();
        var byCase = dossiers.ToDictionary(dossier => dossier.Item.CaseId);
        var paper = new OfficialDocx()
            .Title($"{FormDocx.EditionOf(campaign.Edition)}“杭州工匠”认定工作领导小组")
            .Title("会 议 材 料")
            .Line($"会议：{meeting.Head.Title}")
            .Line($"日期：{FormDocx.InChinese(meeting.Head.HeldOn)}")
            .Label("议程")
            .Table(AgendaColumns, agenda.Select(each => RowOf(each.Number, each.Item, campaign)));
        var leftOut = agenda.Where(each => !byCase.ContainsKey(each.Item.CaseId)).ToList();
        if (leftOut.Count > 0)
        {
            paper.Line(
                $"您须回避下列案卷，本材料不含其内容：{string.Join("、", leftOut.Select(each => $"{each.Number}. {each.Item.Name}"))}。"
            );
        }

        paper.Line("本材料仅供领导小组成员审议使用，请勿外传。");
        foreach (var (item, number) in agenda)
        {
            if (byCase.TryGetValue(item.CaseId, out var dossier))
            {
                PutCase(paper, number, dossier, campaign);
            }
        }

        return paper.Write();
    }

    private static void PutCase(OfficialDocx paper, int number, MeetingDossier dossier, Campaign campaign)
    {
        var item = dossier.Item;
        paper
            .Title($"{number}. {item.Name}", 18, isOnNewPage: true)
            .Line($"事项：{InChinese(item.Kind)}（案卷现状：{item.State.InChinese()}）", size: BodySize);
        if (dossier.Application is not { Content: var form })
        {
            paper.Line("申报已经撤回，本材料不含其内容。", size: BodySize);
            return;
        }

        paper
            .Line($"工作单位（工作地点）：{UnitOf(item, form)}", size: BodySize)
            .Line(
                $"专业领域：{TradeOf(item, campaign)}　　职称（技能等级）：{form.TitleOrSkillLevel ?? "无"}",
                size: BodySize
            )
            .Label("主要事迹简介")
            .Line(form.DeedsSummary ?? "无", size: BodySize)
            .Label("申报条件（三(二)）");
        foreach (var line in ConditionsOf(form))
        {
            paper.Line(line, size: BodySize);
        }

        PutScores(paper, dossier.Scores);
        PutObjections(paper, dossier.Objections);
        paper
            .Line(
                $"市民推荐 {Number(dossier.Case.TipCount)} 人、投票 {Number(dossier.Case.VoteCount)} 票（仅供参考，不作为审定依据）。",
                size: BodySize
            )
            .Label("领导小组办公室意见")
            .Line(
                item.Opinion is null
                    ? "（尚未填写）"
                    : $"{item.Opinion}（{FormDocx.InChinese(item.OpinionOn!.Value)}）",
                size: BodySize
            );
    }

    private static void PutScores(OfficialDocx paper, IReadOnlyList<ShortListing> scores)
    {
        paper.Label("专家评审");
        if (scores.Count == 0)
        {
            paper.Line("无评审记录。", size: BodySize);
            return;
        }

        paper.Table(ScoreColumns, scores.Select(RowOf));
        foreach (var listing in scores)
        {
            paper.Line(
                $"第{Number(listing.Round)}轮按{Ranking.InChinese(listing.Method)}入围。{listing.Reason}",
                size: BodySize
            );
        }
    }

    private static void PutObjections(OfficialDocx paper, IReadOnlyList<CaseObjection> objections)
    {
        paper.Label("公示异议");
        if (objections.Count == 0)
        {
            paper.Line("未收到异议。", size: BodySize);
        }

        foreach (var (said, at) in objections.Select((said, at) => (said, at)))
        {
            paper.Line(
                $"{Number(at + 1)}. {(said.IsNamed ? "实名" : "匿名")}，{ResultOf(said)}{(said.Reasons is { } reasons ? $"：{reasons}" : "。")}",
                size: BodySize
            );
        }
    }

    private static string[] RowOf(int number, MeetingCase item, Campaign campaign) =>
        [Number(number), item.Name, item.WorkUnit ?? "", TradeOf(item, campaign), InChinese(item.Kind)];

    private static string[] RowOf(ShortListing listing) =>
        [
            $"第{Number(listing.Round)}轮",
            listing.Panel,
            listing.Figures is { } figures ? $"{Number(figures.Experts)} 人" : "未重新评分",
            Shown(listing.Figures?.Mean),
            Shown(listing.Figures?.TrimmedMean),
            Shown(listing.Figures?.ZScore),
        ];

    private static string Shown(Placed? placed) =>
        placed is null
            ? "—"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{placed.Value:0.####}（{(placed.IsTied ? "并列" : "")}第{placed.Rank}名）"
            );

    private static IEnumerable<string> ConditionsOf(ApplicationContent form)
    {
        var claimed = form.Conditions ?? [];
        foreach (var entry in claimed.OrderBy(entry => entry.Number))
        {
            var contest = entry.Contest is { Level: { } level, Rank: { } rank }
                ? $"（{level.InChinese()}第{Number(rank)}名）"
                : "";
            yield return $"条件{Number(entry.Number)}：{entry.Text}{contest}";
        }

        if (form.OutstandingContribution?.Text is { } contribution)
        {
            yield return $"突出贡献：{contribution}";
        }

        if (claimed.Count == 0)
        {
            yield return "未填写条件。";
        }
    }

    private static string ResultOf(CaseObjection said) =>
        said switch
        {
            { State: ObjectionState.Received } => "待受理",
            { State: ObjectionState.Examining } => "核查中",
            { State: ObjectionState.Dismissed } => "经核查不成立",
            { Outcome: ObjectionOutcome.ExpertReview } => "经核查成立，重新专家评审",
            { Outcome: ObjectionOutcome.Rejected } => "经核查成立，未通过审核",
            _ => "经核查成立，取消申报资格",
        };

    private static string InChinese(AgendaKind kind) => kind == AgendaKind.Decision ? "审定" : "撤销认定";

    private static string UnitOf(MeetingCase item, ApplicationContent form) =>
        new[] { item.WorkUnit, form.WorkUnit, form.Workplace }.FirstOrDefault(unit => !string.IsNullOrWhiteSpace(unit))
        ?? "无";

    private static string TradeOf(MeetingCase item, Campaign campaign) =>
        campaign.Trades.FirstOrDefault(trade => trade.Code == item.Trade)?.Name ?? item.Trade;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
