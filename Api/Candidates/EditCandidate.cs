using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class EditCandidate
{
    /// <param name="Story">What the public reads, at most 600 字.</param>
    public sealed record Request(
        [property: Needed, Line(40)] string Name,
        [property: Line(100)] string? WorkUnit,
        [property: Line(100)] string? Workplace,
        [property: Needed, Line(6)] string District,
        [property: Needed, Line(32)] string Trade,
        [property: Prose(4000)] string? Story,
        [property: Needed, Between(1, int.MaxValue)] int? Version
    );

    /// <summary>修改人选的公开内容</summary>
    public static async Task<Results<Ok<CandidateMoved>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller caller,
        CampaignQueries campaigns,
        CandidateMove move,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var edited = await move.Make<CandidateMoved>(
            id.Value,
            caller,
            async (work, candidate) =>
            {
                var text = candidate with
                {
                    Name = request.Name,
                    WorkUnit = request.WorkUnit,
                    Workplace = request.Workplace,
                    District = request.District,
                    Trade = request.Trade,
                    Story = request.Story,
                };
                return CandidateRules.Edit(candidate, request.Version!.Value, text, campaign).IsRefused(out var no)
                    ? no
                    : await CandidateStore.Edit(work, text, caller.Id, caller.Now);
            },
            cancellationToken
        );
        return edited.IsRefused(out var refusal, out var moved) ? Problems.From(refusal) : TypedResults.Ok(moved);
    }
}
