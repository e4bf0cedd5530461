using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class DeleteApplication
{
    /// <summary>删除申报草稿</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var deleted = await citizen.Once<string, WrittenApplication>(
            writes,
            "",
            (work, live) => ApplicationStore.Delete(work, Filer.Citizen(live.Id), id.Value),
            cancellationToken
        );
        return deleted.IsRefused(out var refusal, out _) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}
