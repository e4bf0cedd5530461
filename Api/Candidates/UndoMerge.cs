using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class UndoMerge
{
    /// <param name="Reason">撤销的理由，供同事查看</param>
    public sealed record Request([property: Needed, Prose(500)] string Reason);

    /// <param name="CandidateId">恢复独立的人选，连同并入它的人选</param>
    /// <param name="RootId">它离开的人选</param>
    public sealed record Response(Guid MergeId, Guid CandidateId, Guid RootId);

    /// <summary>撤销合并</summary>
    /// <remarks>In any order, and this link alone: what was linked before or after stays linked, and every number is again that of its own tree.</remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        Db db,
        CancellationToken cancellationToken
    )
    {
        var undone = await db.Write<Response>(
            async work =>
            {
                if (await MergeStore.Find(work, id.Value) is not { } known)
                {
                    return RequestRefusals.NotFound;
                }

                var trees = await CandidateForest.Hold(work, known.FromId, known.IntoId);
                if (
                    !caller.WorksIn(trees[known.FromId].Named.District)
                    || !caller.WorksIn(trees[known.IntoId].Named.District)
                )
                {
                    return RequestRefusals.NotFound;
                }

                // Read again, now that nobody else changes links.
                var current = (await MergeStore.Find(work, id.Value))!;
                if (MergeRules.Undo(current).IsRefused(out var no, out var merge))
                {
                    return no;
                }

                var tree = trees[merge.FromId];
                await MergeStore.Undo(work, merge, tree, request.Reason.Trim(), caller.Id, caller.Now);
                return new Response(merge.Id, merge.FromId, tree.Root.Id);
            },
            cancellationToken
        );
        return undone.IsRefused(out var refusal, out var response) ? Problems.From(refusal) : TypedResults.Ok(response);
    }
}
