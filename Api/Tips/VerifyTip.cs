using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class VerifyTip
{
    /// <param name="CandidateId">已有人选；与新人选二选一</param>
    /// <param name="ContentFit">审核员看过文字，认为内容合适；微信内容检查没有通过时必须为 true，并记录在案</param>
    public sealed record Request(
        [property: Line(64)] string? CandidateId,
        Person? NewCandidate,
        bool? ContentFit,
        [property: Between(1, int.MaxValue)] int Version
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            (CandidateId is null) == (NewCandidate is null)
                ? [new ValidationResult("请在已有人选和新人选中选一项。", [nameof(CandidateId), nameof(NewCandidate)])]
                : [];
    }

    /// <summary>A worker as the reviewer settled name, work and place.</summary>
    public sealed record Person(
        [property: Needed, Line(40)] string Name,
        [property: Line(100)] string? WorkUnit,
        [property: Line(100)] string? Workplace,
        [property: Needed, Line(6)] string District,
        [property: Needed, Line(32)] string Trade
    ) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            TipForm.WorksSomewhere(WorkUnit, Workplace);
    }

    public sealed record Response(Guid CandidateId, int Version);

    /// <summary>核实线索，归入人选</summary>
    /// <remarks>
    /// A merged candidate's id joins the tip to the root of its tree, where it stays when the merge is undone. Where WeChat's check did
    /// not pass the text, or could not be made, contentFit is the reviewer's own word about it, and goes on record.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        StaffCaller staff,
        TipMove move,
        ContentCheckStore checks,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentFit is not true)
        {
            await checks.AwaitVerdict(id.Value, staff.Now, cancellationToken);
        }

        var verified = await move.Make<Response>(
            id.Value,
            staff,
            async (work, tip, campaign) =>
            {
                var check = await ContentCheckStore.Hold(work, tip.Id);
                var decision = TipRules.Verify(
                    tip,
                    staff.Id,
                    request.Version,
                    check,
                    request.ContentFit is true,
                    staff.Now
                );
                if (decision.IsRefused(out var no, out var isContentDecided))
                {
                    return no;
                }

                var candidate = request.NewCandidate is { } person
                    ? await Add(work, person, campaign, staff)
                    : await Find(work, request.CandidateId, campaign, staff);
                if (candidate.IsRefused(out var noCandidate, out var candidateId))
                {
                    return noCandidate;
                }

                await TipReviewStore.Join(
                    work,
                    tip,
                    staff.Id,
                    candidateId,
                    isNewCandidate: request.NewCandidate is not null,
                    isContentDecided,
                    staff.Now
                );
                return new Response(candidateId, tip.Version + 1);
            },
            cancellationToken
        );
        return verified.IsRefused(out var refusal, out var response)
            ? Problems.From(refusal)
            : TypedResults.Ok(response);
    }

    private static async Task<Decision<Guid>> Find(Work work, string? candidateId, Campaign campaign, StaffCaller staff)
    {
        _ = OpaqueId.TryParse(candidateId, null, out var id);
        var named = await TipReviewStore.HoldCandidate(work, campaign.Id, id.Value);
        return named is null || !staff.WorksIn(named.District) ? RequestRefusals.NotFound : named.RootId;
    }

    private static async Task<Decision<Guid>> Add(Work work, Person person, Campaign campaign, StaffCaller staff)
    {
        if (campaign.UnknownCodes(person.District, person.Trade, "newCandidate.") is { Count: > 0 } unknown)
        {
            return RequestRefusals.Malformed.About(unknown);
        }

        if (!staff.WorksIn(person.District))
        {
            return TipRefusals.DistrictNotYours;
        }

        var candidate = new NewCandidate(
            campaign.Id,
            person.Name.Trim(),
            person.WorkUnit?.Trim(),
            person.Workplace?.Trim(),
            person.District,
            person.Trade
        );
        return await CandidateStore.TryAdd(work, candidate, staff.Now)
            ?? throw new InvalidOperationException("A candidate without a worker key has no unique key to offend.");
    }
}
