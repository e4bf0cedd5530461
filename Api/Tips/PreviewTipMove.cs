using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Messages;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class PreviewTipMove
{
    /// <param name="Act">办理方式：claim、release、verify、relink、reject 或 request-info</param>
    /// <param name="Message">reject 的说明</param>
    /// <param name="Question">request-info 的问题</param>
    public sealed record Request(
        [property: Needed, Line(20)] string Act,
        [property: Prose(ReplyWords.Longest)] string? Message,
        [property: Prose(ReplyWords.Longest)] string? Question
    );

    /// <param name="Thread">推荐人在线索进展里看到的文字</param>
    /// <param name="Message">微信订阅消息；没有，或是代录的线索，则为 null。推荐人同意接收时才发送</param>
    public sealed record Response(ThreadLine Thread, MessageLine? Message);

    public sealed record ThreadLine(TipEventKind Kind, string Text);

    public sealed record MessageLine(string Subject, string Status);

    /// <summary>发送前查看推荐人将读到的文字</summary>
    /// <remarks>Changes nothing, and does not ask whether the move would be allowed.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        TipQueries tips,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var tip = await tips.Any(campaign.Id, id.Value, cancellationToken);
        if (tip is null || !staff.WorksIn(tip.District))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var told = request.Act switch
        {
            "claim" => TipNews.Claimed,
            "release" => TipNews.Released,
            "verify" => TipNews.Joined,
            "relink" => TipNews.Relinked,
            "reject" => Written(request.Message, "message").Then(TipNews.Rejected),
            "request-info" => Written(request.Question, "question").Then(TipNews.Asked),
            _ => RequestRefusals.Malformed.About(
                "act",
                "请填写 claim、release、verify、relink、reject 或 request-info。"
            ),
        };
        return told.IsRefused(out var refusal, out var news)
            ? Problems.From(refusal)
            : TypedResults.Ok(
                new Response(
                    new ThreadLine(news.Kind, news.Text),
                    tip.EnteredBy is null && news.Message is { } message
                        ? new MessageLine(MessageWords.SubjectOf(message.Kind), message.Status)
                        : null
                )
            );

        Decision<string> Written(string? text, string field) =>
            text is null
                ? RequestRefusals.Malformed.About(field, "请填写这一项。")
                : ReplyWords.Fill(text, field, campaign, tip.Name, tip.WorkUnit ?? tip.Workplace, tip.District);
    }
}
