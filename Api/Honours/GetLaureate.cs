using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class GetLaureate
{
    /// <param name="Thanks">推荐过这位师傅并愿意公开名字的市民</param>
    public sealed record Response(
        Guid Id,
        string Name,
        string? WorkUnit,
        string? District,
        string Trade,
        string? PhotoUrl,
        string CertificateNumber,
        DateTimeOffset RecognisedAt,
        string Story,
        IReadOnlyList<ShownOffer> Offers,
        IReadOnlyList<string> Thanks
    );

    /// <summary>一位“杭州工匠”的事迹</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        LaureateQueries laureates,
        ShownPhotos photos,
        OfferQueries offers,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await laureates.ForPublic(id.Value, cancellationToken) is not { } row)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var item = ListLaureates.For(row, await photos.OneOfEach([row.RootId], cancellationToken));
        return TypedResults.Ok(
            new Response(
                item.Id,
                item.Name,
                item.WorkUnit,
                item.District,
                item.Trade,
                item.PhotoUrl,
                item.CertificateNumber,
                item.RecognisedAt,
                row.Story,
                await offers.Open(row.Id, ChinaDay.Of(clock.GetUtcNow()), cancellationToken),
                await laureates.Thanked(row.RootId, cancellationToken)
            )
        );
    }
}
