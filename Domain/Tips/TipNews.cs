using Craftsman.Domain.Messages;

namespace Craftsman.Domain.Tips;

/// <summary>
/// What a tipster is told about a move of a reviewer: the line of the thread, and what is sent outside the mini program. The desk shows it
/// before it is sent, so there is no other place for these words.
/// </summary>
/// <param name="Message">Null for what is told in the thread alone, for a consent is good for one message.</param>
public sealed record TipNews(TipEventKind Kind, string Text, TipMessage? Message)
{
    public static readonly TipNews Claimed = new(TipEventKind.Claimed, "工作人员开始核实这条线索。", null);

    public static readonly TipNews Released = new(TipEventKind.Released, "这条线索暂时放回，等待继续核实。", null);

    public static readonly TipNews Joined = new(
        TipEventKind.Joined,
        "线索已核实，您推荐的师傅已列入人选。",
        new TipMessage(MessageKind.TipMoved, MessageWords.Joined)
    );

    public static readonly TipNews Relinked = new(
        TipEventKind.Relinked,
        "经再次核实，您的线索已改归另一位人选名下。",
        new TipMessage(MessageKind.TipMoved, MessageWords.Relinked)
    );

    public static TipNews Rejected(string message) =>
        new(TipEventKind.Rejected, message, new TipMessage(MessageKind.TipMoved, MessageWords.Rejected));

    public static TipNews Asked(string question) =>
        new(TipEventKind.InfoRequested, question, new TipMessage(MessageKind.TipQuestion, MessageWords.Asked));
}

/// <summary>A message about a tip; it names nobody.</summary>
public sealed record TipMessage(MessageKind Kind, string Status);
