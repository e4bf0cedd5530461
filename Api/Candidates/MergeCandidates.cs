using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class MergeCandidates
{
    /// <param name="From">并入他人的人选；它原有的合并随之并入</param>
    /// <param name="Into">保留的人选；它自己已并入他人时，取合并后的人选</param>
    /// <param name="Reason">判断为同一位师傅的理由，供同事查看</param>
    public sealed record Request(
        [property: Needed, Line(64)] string From,
        [property: Needed, Line(64)] string Into,
        [property: Needed, Prose(500)] string Reason
    );

    /// <param name="MergeId">撤销这次合并时使用</param>
    /// <param name="RootId">合并后公开展示的人选</param>
    public sealed record Response(Guid MergeId, Guid RootId);

    /// <summary>合并同一位师傅的两个人选</summary>
    /// <remarks>
    /// Nothing moves: tips and votes keep their candidates, and the numbers of the root are those of its tree, each person counted once.
    /// Large candidates take a second or two, during which votes go on.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller caller,
        Db db,
        CancellationToken cancellationToken
    )
    {
        _ = OpaqueId.TryParse(request.From, null, out var fromId);
        _ = OpaqueId.TryParse(request.Into, null, out var intoId);
        var merged = await db.Write<Response>(
            async work =>
            {
                var trees = await CandidateForest.Hold(work, fromId.Value, intoId.Value);
                if (
                    !trees.TryGetValue(fromId.Value, out var from)
                    || !trees.TryGetValue(intoId.Value, out var into)
                    || !caller.WorksIn(from.Named.District)
                    || !caller.WorksIn(into.Named.District)
                    || !caller.WorksIn(into.Root.District)
                )
                {
                    return RequestRefusals.NotFound;
                }

                if (
                    MergeRules
                        .Merge(
                            new MergeSide(from.Named, from.Root, await ReviewStore.IsUnderReview(work, from.Ids)),
                            new MergeSide(into.Named, into.Root, await ReviewStore.IsUnderReview(work, into.Ids))
                        )
                        .IsRefused(out var no, out var rootId)
                )
                {
                    return no;
                }

                var mergeId = await MergeStore.Merge(work, from, into, request.Reason.Trim(), caller.Id, caller.Now);
                return new Response(mergeId, rootId);
            },
            cancellationToken
        );
        return merged.IsRefused(out var refusal, out var response) ? Problems.From(refusal) : TypedResults.Ok(response);
    }
}
