namespace Craftsman.Domain.Tips;

/// <summary>Which open tip a reviewer takes next, and why in words.</summary>
/// <param name="DueAt">When it is to be settled; the queue is in this order. The schema computes it (<c>tips.due_at</c>).</param>
/// <param name="Overdue">That moment has passed.</param>
/// <param name="Reasons">What made it due then, in words for the desk.</param>
public sealed record TipPriority(DateTimeOffset DueAt, bool Overdue, IReadOnlyList<string> Reasons)
{
    /// <summary>The priority of a tip that is open at a moment; null once it is settled.</summary>
    /// <param name="targetHours">Hours from arrival to settlement, as the campaign had it when the tip came.</param>
    /// <param name="voices">How many citizens speak of the same worker, as the last night found them; one is the tipster alone.</param>
    /// <param name="isRisky">WeChat found something in the text and no human has spoken.</param>
    public static TipPriority? Of(
        TipState state,
        DateTimeOffset dueAt,
        int targetHours,
        int voices,
        bool isRisky,
        DateTimeOffset now
    )
    {
        if (TipRules.IsSettled(state))
        {
            return null;
        }

        List<string> reasons = [];
        if (dueAt <= now)
        {
            reasons.Add("已超过处理时限");
        }

        if (isRisky)
        {
            reasons.Add("内容检查提示有风险，时限减半");
        }

        if (voices > 1)
        {
            reasons.Add($"{voices} 位市民推荐的可能是同一位师傅，时限相应缩短");
        }

        reasons.Add($"应在收到后 {targetHours} 小时内办结");
        return new TipPriority(dueAt, dueAt <= now, reasons);
    }
}
