using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Experts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Experts;

/// <summary>What the routes of the experts' review share.</summary>
internal static class ExpertAnswers
{
    /// <summary>As whom a panel is read: null for who reads all of it, else the expert, who sees what is theirs alone.</summary>
    public static Guid? AsExpert(this StaffCaller staff) =>
        staff.Has(StaffRole.PanelSecretary) || staff.Has(StaffRole.Auditor) ? null : staff.Id;

    public static Results<Ok<ChangedPanel>, ProblemHttpResult> For(Decision<ChangedPanel> decision) =>
        decision.IsRefused(out var refusal, out var changed) ? Problems.From(refusal) : TypedResults.Ok(changed);

    /// <summary>For acts of which there is nothing to tell.</summary>
    public static Results<NoContent, ProblemHttpResult> Done(Decision<int> decision) =>
        decision.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
}
