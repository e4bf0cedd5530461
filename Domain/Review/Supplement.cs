namespace Craftsman.Domain.Review;

/// <summary>补正: what a returned application must supplement, and by which day.</summary>
/// <param name="Items">Fields of the application, by their names on the surface; while Returned only these may change.</param>
/// <param name="DueOn">The last Hangzhou day on which the supplement is in time.</param>
public sealed record Supplement(IReadOnlyList<string> Items, DateOnly DueOn, string Message)
{
    /// <summary>The job that lapses a case asks this; until it has, a late supplement is still taken.</summary>
    public bool IsOverdueOn(DateOnly today) => today > DueOn;

    public bool Allows(string field) => Items.Contains(field);
}

public static class SupplementRules
{
    public const int MostDays = 60;
    public const int LongestMessage = 500;

    /// <summary>
    /// What a reviewer may ask an applicant to supplement: all they filled in. The channel is not among them, because another
    /// channel is another application.
    /// </summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "name",
        "birthDate",
        "ethnicGroup",
        "photoId",
        "trade",
        "titleOrSkillLevel",
        "phone",
        "mobile",
        "address",
        "workUnit",
        "workplace",
        "deedsSummary",
        "isChineseNational",
        "isUnionMember",
        "isFrontLine",
        "inTradeInHangzhouSince",
        "conditions",
        "outstandingContribution",
        "declaredTruthful",
        "consent",
        "endorsement",
        "fileIds",
    ];

    /// <summary>All faults at once, by field.</summary>
    public static Decision<Supplement> Ask(
        IReadOnlyCollection<string> items,
        DateOnly dueOn,
        string message,
        DateOnly today
    )
    {
        var errors = new Dictionary<string, string[]>();
        string[] distinct = [.. items.Distinct()];
        string[] unknown = [.. distinct.Except(Fields)];

        if (distinct.Length == 0)
        {
            errors["items"] = ["请至少选择一项需要补正的内容。"];
        }
        else if (unknown.Length > 0)
        {
            errors["items"] = ["有不认识的补正项，请从申报表的栏目中选择。"];
        }

        if (dueOn <= today)
        {
            errors["dueOn"] = ["补正期限须晚于今天。"];
        }
        else if (dueOn > today.AddDays(MostDays))
        {
            errors["dueOn"] = [$"补正期限最长为{MostDays}天。"];
        }

        if (string.IsNullOrWhiteSpace(message))
        {
            errors["message"] = ["请写明需要补正什么、怎样补正。"];
        }
        else if (Zi.Count(message) > LongestMessage)
        {
            errors["message"] = [$"补正说明请控制在{LongestMessage}字以内。"];
        }

        return errors.Count == 0
            ? new Supplement(distinct, dueOn, message.Trim())
            : ReviewRefusals.SupplementInvalid.About(errors);
    }
}
