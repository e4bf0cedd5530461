namespace Craftsman.Domain.Messages;

/// <summary>When an expert is reminded by mail, and in which words: how many cases wait, and nothing about them (law 8).</summary>
public static class ReminderRules
{
    /// <summary>So many days lie between two reminders to one person.</summary>
    public const int DaysBetween = 3;

    /// <summary>How long a mail may be under way; the sender gives up earlier.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    public static string Subject(int waiting) => $"“杭州工匠”专家评审：您有{waiting}份案卷等待评分";

    /// <param name="dueOn">The first day by which scores are due; null where none was set.</param>
    public static string Text(int waiting, DateOnly? dueOn) =>
        $"""
            您好：

            您有{waiting}份案卷等待评分{(
                dueOn is { } day ? $"，请在{day.Year}年{day.Month}月{day.Day}日前完成" : ""
            )}。请登录评审系统查看。

            本邮件由系统自动发送，请勿回复。
            """;
}
