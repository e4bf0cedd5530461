using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Tips;

namespace Craftsman.Api.Tips;

/// <summary>A worker as the reviewer settled name, work and place.</summary>
public sealed record TipPerson(
    [property: Needed, Line(40)] string Name,
    [property: Line(100)] string? WorkUnit,
    [property: Line(100)] string? Workplace,
    [property: Needed, Line(6)] string District,
    [property: Needed, Line(32)] string Trade
) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        TipForm.WorksSomewhere(WorkUnit, Workplace);

    /// <summary>A tip leads to a candidate that is there, or to a new one.</summary>
    internal static IEnumerable<ValidationResult> OneOf(string? candidateId, TipPerson? newCandidate) =>
        (candidateId is null) == (newCandidate is null)
            ? [new ValidationResult("请在已有人选和新人选中选一项。", ["CandidateId", "NewCandidate"])]
            : [];

    /// <summary>The root of the candidate that was named, held until the transaction ends, or the new one just added.</summary>
    internal static Task<Decision<Guid>> Candidate(
        Work work,
        string? candidateId,
        TipPerson? newCandidate,
        Campaign campaign,
        StaffCaller staff
    ) => newCandidate is null ? Find(work, candidateId, campaign, staff) : Add(work, newCandidate, campaign, staff);

    private static async Task<Decision<Guid>> Find(Work work, string? candidateId, Campaign campaign, StaffCaller staff)
    {
        _ = OpaqueId.TryParse(candidateId, null, out var id);
        var named = await TipReviewStore.HoldCandidate(work, campaign.Id, id.Value);
        return named is null || !staff.WorksIn(named.District) ? RequestRefusals.NotFound : named.RootId;
    }

    private static async Task<Decision<Guid>> Add(Work work, TipPerson person, Campaign campaign, StaffCaller staff)
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
