using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class AddSavedReply
{
    /// <param name="Kind">用途：不采用的说明，或请推荐人补充的问题</param>
    /// <param name="Title">列表里的标题，同一用途下不重复</param>
    /// <param name="Text">推荐人会看到的文字，可以写 {name}、{workUnit}、{district}</param>
    public sealed record Request(
        [property: Needed] SavedReplyKind? Kind,
        [property: Needed, Line(40)] string Title,
        [property: Needed, Prose(ReplyWords.Longest)] string Text
    );

    public sealed record Response(Guid Id, int Version);

    /// <summary>添加常用回复</summary>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        if (ReplyWords.Check(request.Text, "text").IsRefused(out var malformed, out var text))
        {
            return Problems.From(malformed);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var added = await db.Write<Guid>(
            work =>
                SavedReplyStore.TryAdd(
                    work,
                    campaign.Id,
                    request.Kind!.Value,
                    request.Title.Trim(),
                    text,
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return added.IsRefused(out var refusal, out var id)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, new Response(id, 1));
    }
}
