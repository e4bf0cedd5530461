using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Media;
using Craftsman.Domain.PublicNotices;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.PublicNotices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class RecordPublication
{
    /// <param name="Kind">Newspaper 报纸；Television 电视；Network 网络</param>
    /// <param name="Name">媒体名称，如《杭州日报》</param>
    /// <param name="PublishedOn">刊播日期，在公示期内</param>
    /// <param name="FileId">扫描件或截图</param>
    public sealed record Request(
        [property: Needed] PublicationKind? Kind,
        [property: Needed, Line(100)] string Name,
        [property: Needed] DateOnly? PublishedOn,
        [property: Line(64)] string? FileId
    );

    public sealed record Response(Guid Id);

    /// <summary>登记报纸、电视、网络刊播</summary>
    /// <remarks>五(社会公示) names the three; without all of them on record no case leaves the notice.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var publication = new Publication(
            request.Kind!.Value,
            request.Name.Trim(),
            request.PublishedOn!.Value,
            request.FileId is { } fileId ? UploadId.Of(fileId) : null
        );
        var recorded = await db.Write<Guid>(
            work => PublicNoticeStore.Publish(work, campaign.Id, id.Value, publication, staff.Id, staff.Now),
            cancellationToken
        );
        return recorded.IsRefused(out var refusal, out var publicationId)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, new Response(publicationId));
    }
}
