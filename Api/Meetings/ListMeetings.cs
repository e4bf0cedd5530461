using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Meetings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Meetings;

public static class ListMeetings
{
    private sealed record Position(Guid Id);

    /// <summary>领导小组会议，最近的在前</summary>
    public static async Task<Results<Ok<Page<ListedMeeting>>, ProblemHttpResult>> Handle(
        CampaignQueries campaigns,
        MeetingQueries meetings,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        const string list = "meetings";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? 20;
        var campaign = await campaigns.Current(cancellationToken);
        var rows = await meetings.List(campaign.Id, position.After?.Id, size + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(rows, size, list, row => new Position(row.Id)));
    }
}
