using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class ListMerges
{
    private sealed record Position(Guid Id);

    /// <summary>人选的合并记录</summary>
    /// <remarks>The active links of the candidate's whole tree, and the undone ones of its own; the youngest first.</remarks>
    public static async Task<Results<Ok<Page<ListedMerge>>, ProblemHttpResult>> Handle(
        OpaqueId id,
        string? cursor,
        StaffCaller caller,
        CampaignQueries campaigns,
        StaffCandidateQueries candidates,
        MergeQueries merges,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var list = $"merges?candidate={id.Value}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var file = await candidates.One(campaign.Id, id.Value, cancellationToken);
        if (file is null || !caller.WorksIn(file.District))
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var found = await merges.Of(id.Value, position.After?.Id, limit + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(found, limit, list, row => new Position(row.MergeId)));
    }
}
