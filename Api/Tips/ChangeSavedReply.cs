using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ChangeSavedReply
{
    /// <param name="Title">列表里的标题，同一用途下不重复</param>
    /// <param name="Text">推荐人会看到的文字，可以写 {name}、{workUnit}、{district}</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Title,
        [property: Needed, Prose(ReplyWords.Longest)] string Text,
        [property: Between(1, int.MaxValue)] int Version
    );

    public sealed record Response(int Version);

    /// <summary>修改常用回复</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
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
        var changed = await db.Write<int>(
            work =>
                SavedReplyStore.Change(
                    work,
                    campaign.Id,
                    id.Value,
                    request.Title.Trim(),
                    text,
                    request.Version,
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return changed.IsRefused(out var refusal, out var version)
            ? Problems.From(refusal)
            : TypedResults.Ok(new Response(version));
    }
}
