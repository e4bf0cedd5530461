using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class AgreeToPolicy
{
    /// <param name="PolicyVersion">The text that was read; only the current one can be agreed to.</param>
    public sealed record Request([property: Needed, Line(20)] string PolicyVersion);

    /// <summary>同意隐私条款</summary>
    /// <remarks>Agreeing again to the same version changes nothing.</remarks>
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ConsentKind kind,
        Request request,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var agreed = await citizen.Once(
            writes,
            request,
            async Task<Decision<ConsentKindWritten>> (work, live) =>
            {
                if (request.PolicyVersion != campaign.PolicyVersion)
                {
                    return CampaignRefusals.PolicyVersionStale;
                }

                await CitizenConsents.Agree(work, live.Id, kind, request.PolicyVersion, citizen.Now);
                return new ConsentKindWritten(kind);
            },
            cancellationToken
        );
        return agreed.IsRefused(out var refusal) ? Problems.From(refusal) : TypedResults.NoContent();
    }
}

/// <summary>What is stored as the answer to a retry.</summary>
public sealed record ConsentKindWritten(ConsentKind Kind);
