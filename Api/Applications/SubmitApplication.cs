using Craftsman.Api.ContentChecks;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

/// <param name="Version">The version of the application that the applicant last saw.</param>
public sealed record ApplicationMove([property: Between(1, int.MaxValue)] int Version);

public static class SubmitApplication
{
    /// <summary>提交申报，或提交补正材料</summary>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        ApplicationMove request,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        ApplicationStore applications,
        ContentCheckBell bell,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var submitted = await citizen.Once<ApplicationMove, ApplicationStatus>(
            writes,
            request,
            async (work, live) =>
                (
                    await applications.Submit(
                        work,
                        campaign,
                        Filer.Citizen(live.Id),
                        id.Value,
                        request.Version,
                        citizen.Now
                    )
                ).Then(ApplicationStatus.For),
            cancellationToken
        );
        if (submitted.IsRefused(out var refusal, out var status))
        {
            return Problems.From(refusal);
        }

        bell.Ring(status.Id);
        if (status.CandidateId is { } candidateId)
        {
            bell.Ring(candidateId);
        }

        return TypedResults.Ok(status);
    }
}
