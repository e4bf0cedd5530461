using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips.Similarity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class RemoveUnitAlias
{
    /// <summary>删除一个单位别名</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        Db db,
        SimilarityCopy copy,
        CancellationToken cancellationToken
    )
    {
        var removed = await db.Write<Guid>(
            work => UnitAliasStore.Remove(work, id.Value, staff.Id, staff.Now),
            cancellationToken
        );
        if (removed.IsRefused(out var refusal))
        {
            return Problems.From(refusal);
        }

        copy.Forget();
        return TypedResults.NoContent();
    }
}
