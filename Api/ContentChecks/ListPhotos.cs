using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.ContentChecks;

public static class ListPhotos
{
    /// <param name="Check">WeChat's word, what it found, and the word of staff.</param>
    /// <param name="TipId">The tip it belongs to; else it belongs to an application.</param>
    /// <param name="CaseId">Where the application is reviewed.</param>
    /// <param name="SentAt">When it was sent with what it belongs to.</param>
    /// <param name="AgeMinutes">How long ago that was.</param>
    /// <param name="Decided">The latest decision of staff; null while there is none.</param>
    public sealed record Line(
        Guid PhotoId,
        ContentCheck Check,
        Guid? TipId,
        Guid? ApplicationId,
        Guid? CaseId,
        string? District,
        DateTimeOffset SentAt,
        int AgeMinutes,
        string SmallUrl,
        string LargeUrl,
        DecisionPart? Decided
    );

    public sealed record DecisionPart(PhotoReason ReasonCode, string? Note, DateTimeOffset At);

    private sealed record Position(Guid Id);

    /// <summary>等待人工判定的照片，最早的在前</summary>
    /// <remarks>
    /// <c>state</c> is Waiting, which it also is when it is left out (WeChat did not pass the photo, or will say nothing about it, and nobody
    /// has decided), or Decided. The addresses hold for two hours.
    /// </remarks>
    public static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> Handle(
        string? state,
        string? cursor,
        StaffCaller staff,
        CampaignQueries campaigns,
        PhotoDeskQueries desk,
        PhotoAddresses addresses,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var wanted = Enum.GetValues<PhotoDeskState>()
            .Cast<PhotoDeskState?>()
            .FirstOrDefault(known => known.ToString() == (state ?? nameof(PhotoDeskState.Waiting)));
        if (wanted is not { } known)
        {
            return Problems.From(RequestRefusals.Malformed.About("state", "没有这种状态。"));
        }

        var list = $"photos?state={known}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var rows = await desk.Page(
            campaign.Id,
            known,
            staff.Districts,
            position.After?.Id,
            limit + 1,
            cancellationToken
        );
        var lines = rows.Select(photo => LineFor(photo, addresses, staff.Now)).ToList();
        return TypedResults.Ok(cursors.PageOf(lines, limit, list, line => new Position(line.PhotoId)));
    }

    private static Line LineFor(PhotoOnDesk photo, PhotoAddresses addresses, DateTimeOffset now) =>
        new(
            photo.Id,
            new ContentCheck(photo.State, photo.Label, photo.Decision),
            photo.TipId,
            photo.ApplicationId,
            photo.CaseId,
            photo.District,
            photo.SentAt,
            (int)(now - photo.SentAt).TotalMinutes,
            addresses.For(photo.Id, PhotoSize.Small, now),
            addresses.For(photo.Id, PhotoSize.Large, now),
            photo is { ReasonCode: { } reason, DecidedAt: { } at } ? new DecisionPart(reason, photo.Note, at) : null
        );
}
