using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class CreateApplication
{
    public sealed record Request : ApplicationForm
    {
        public required Channel Channel { get; init; }
    }

    /// <summary>新建申报草稿</summary>
    /// <remarks>Citizens open channel Self (四(四)); PublicTip opens by accepting an invitation, Unit and Society are filed by organizations.</remarks>
    public static async Task<Results<Created<ApplicationStatus>, ProblemHttpResult>> Handle(
        Request request,
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        ApplicationStore applications,
        CancellationToken cancellationToken
    )
    {
        if (request.Channel != Channel.Self)
        {
            return Problems.From(ApplicationRefusals.ChannelNotForCitizens);
        }

        if (request.ToContent().IsRefused(out var wrong, out var content))
        {
            return Problems.From(wrong);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var opened = await citizen.Once<Request, ApplicationStatus>(
            writes,
            request,
            async (work, live) =>
                (
                    await applications.OpenDraft(
                        work,
                        campaign.Id,
                        Channel.Self,
                        Filer.Citizen(live.Id),
                        content,
                        citizen.Now
                    )
                ).Then(id => new ApplicationStatus(id, ApplicationState.Draft, null, 1)),
            cancellationToken
        );
        return opened.IsRefused(out var refusal, out var status)
            ? Problems.From(refusal)
            : TypedResults.Created($"/api/v1/me/applications/{status.Id}", status);
    }
}
