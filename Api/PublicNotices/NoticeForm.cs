using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.PublicNotices;
using Craftsman.Infrastructure.PublicNotices;

namespace Craftsman.Api.PublicNotices;

/// <summary>A notice as the officer writes it; the same fields to draft and to change.</summary>
public abstract record NoticeForm
{
    private const int MostCases = 200;

    [Needed, Line(100)]
    public string Title { get; init; } = "";

    /// <summary>公示正文</summary>
    [Prose(4000)]
    public string? Text { get; init; }

    /// <summary>列入公示的案卷，按这里的顺序排列</summary>
    [Needed, AtMost(MostCases)]
    public IReadOnlyList<Guid>? CaseIds { get; init; }

    /// <summary>工作人员为人选写的简要事迹，可以不写</summary>
    [AtMost(MostCases)]
    public IReadOnlyList<EntryText>? Texts { get; init; }

    /// <summary>公示第一天；不填则为发布当天</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>公示几个工作日；不填则按本届活动的规定</summary>
    public int? WorkingDays { get; init; }

    /// <param name="Text">简要事迹，公众可见</param>
    public sealed record EntryText([property: Needed] Guid? CaseId, [property: Needed, Prose(600)] string Text);

    /// <summary>What is asked for, judged by the campaign's working days.</summary>
    internal Decision<NoticeDraft> Read(Campaign campaign, DateOnly today)
    {
        if (CaseIds!.Distinct().Count() < CaseIds!.Count)
        {
            return RequestRefusals.Malformed.About("caseIds", "同一案卷只能列入一次。");
        }

        var texts = new Dictionary<Guid, string>();
        foreach (var text in Texts ?? [])
        {
            if (!CaseIds!.Contains(text.CaseId!.Value) || !texts.TryAdd(text.CaseId.Value, text.Text.Trim()))
            {
                return RequestRefusals.Malformed.About("texts", "简要事迹应对应名单中的案卷，每份案卷一段。");
            }
        }

        return PublicNoticeRules
            .Draft(WorkingDays, OpensOn, campaign.Terms.NoticeWorkingDays, today)
            .Then(workingDays => new NoticeDraft(
                Title.Trim(),
                Text?.Trim(),
                OpensOn,
                workingDays,
                [.. CaseIds!.Select(caseId => new DraftEntry(caseId, texts.GetValueOrDefault(caseId)))]
            ));
    }
}
