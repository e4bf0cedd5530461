using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ListTipGroups
{
    private const string List = "tips/groups";

    public sealed record Item(Guid Id, DateTimeOffset FoundAt, IReadOnlyList<Member> Members);

    /// <summary>An open tip or a candidate; one of the two ids is there.</summary>
    /// <param name="Score">How like the centre of the group it is, from 0 to 1; the centre has none.</param>
    public sealed record Member(
        Guid? TipId,
        Guid? CandidateId,
        string Name,
        string? WorkUnit,
        string? District,
        double? Score,
        IReadOnlyList<string> Reasons
    );

    private sealed record Position(int Place);

    /// <summary>可能是同一位师傅的线索，人数多的在前</summary>
    /// <remarks>
    /// What the last night proposed, as much as is open: a group goes when its tips are settled, and a tip that joined a candidate stands
    /// there as that candidate. Only tips and candidates of the reader's districts.
    /// </remarks>
    public static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> Handle(
        string? cursor,
        [Between(1, 100)] int? limit,
        StaffCaller staff,
        CampaignQueries campaigns,
        TipGroupQueries groups,
        Cursors cursors,
        CancellationToken cancellationToken
    )
    {
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var size = limit ?? 20;
        var rows = await groups.Page(
            campaign.Id,
            staff.Districts,
            position.After?.Place ?? -1,
            size + 1,
            cancellationToken
        );
        var page = cursors.PageOf(rows, size, List, group => new Position(group.Place));
        return TypedResults.Ok(new Page<Item>([.. page.Items.Select(ItemFor)], page.NextCursor));
    }

    private static Item ItemFor(ProposedGroup group) =>
        new(
            group.Id,
            group.FoundAt,
            [
                .. group.Members.Select(member => new Member(
                    member.TipId,
                    member.CandidateId,
                    member.Name,
                    member.WorkUnit,
                    member.District,
                    member.Score,
                    StoredJson.Read<string[]>(member.Reasons)
                )),
            ]
        );
}
