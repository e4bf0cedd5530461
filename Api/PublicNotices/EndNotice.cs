using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Review;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.PublicNotices;
using Craftsman.Infrastructure.Review;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.PublicNotices;

public static class EndNotice
{
    public sealed record Request([property: Between(1, int.MaxValue)] int Version);

    /// <summary>公示结束，提交领导小组审定</summary>
    /// <remarks>For one case, when the period is over, the notice was in newspaper, television and network, and no objection is open.</remarks>
    public static async Task<Results<Ok<MovedCase>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        Db db,
        CancellationToken cancellationToken
    ) =>
        CaseAnswers.For(
            await db.Write<MovedCase>(
                work => PublicNoticeStore.End(work, id.Value, request.Version, staff.Id, staff.Now),
                cancellationToken
            )
        );
}
