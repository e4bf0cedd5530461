namespace Craftsman.Domain.PublicNotices;

/// <summary>Every way in which a notice is refused.</summary>
public static class PublicNoticeRefusals
{
    private const string Clause = "五(社会公示)";

    public static readonly Refusal PeriodEmpty = new(
        RefusalKind.Malformed,
        "notice-period-empty",
        "公示期至少要有一个工作日。",
        Clause
    );

    public static readonly Refusal DayPast = new(
        RefusalKind.Conflict,
        "notice-day-past",
        "公示开始日期已经过去，请改为今天或以后。",
        Clause
    );

    /// <param name="year">Of which the campaign's table says nothing.</param>
    public static Refusal HolidaysUnknown(int year) =>
        new Refusal(
            RefusalKind.Conflict,
            "notice-holidays-unknown",
            $"{year}年的节假日和调休安排还没有录入，请管理员按国务院办公厅的通知录入后再发布。",
            Clause
        ).With("year", year);

    public static readonly Refusal AlreadyOpen = new(
        RefusalKind.Conflict,
        "notice-already-open",
        "这份公示已经发布，不能再修改。",
        Clause
    );

    public static readonly Refusal NotOpen = new(
        RefusalKind.Conflict,
        "notice-not-open",
        "这份公示还没有发布。",
        Clause
    );

    public static readonly Refusal NobodyNamed = new(
        RefusalKind.Conflict,
        "notice-without-entries",
        "公示名单是空的，请先加入入围人选。",
        Clause
    );

    /// <summary>Law 7: nobody is named without their word.</summary>
    public static readonly Refusal ConsentMissing = new(
        RefusalKind.Conflict,
        "notice-consent-missing",
        "本人没有同意公开展示，或已撤回同意，不能列入公示。"
    );

    public static readonly Refusal ContentUndecided = new(
        RefusalKind.Conflict,
        "notice-content-undecided",
        "本人填写的姓名或单位没有通过微信内容检查，请您看过后，确认内容合适再公示。"
    );

    public static readonly Refusal AlreadyPublished = new(
        RefusalKind.Conflict,
        "publication-recorded",
        "这次刊播已经登记过了。",
        Clause
    );

    public static Refusal PeriodTooShort(int least) =>
        new Refusal(
            RefusalKind.Conflict,
            "notice-period-too-short",
            $"本届活动的公示期不少于 {least} 个工作日。",
            Clause
        ).With("least", least);

    /// <summary>All or nothing: with each case that could not be shown, and why.</summary>
    public static Refusal CasesRefused(IReadOnlyList<RefusedCase> cases) =>
        new Refusal(
            RefusalKind.Conflict,
            "notice-cases-refused",
            "名单中有案卷现在不能公示，公示没有发布。",
            Clause
        ).With("cases", cases);
}

/// <summary>A case that keeps its notice from being opened.</summary>
public sealed record RefusedCase(Guid CaseId, string Code, string Title);
