using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class GetCandidate
{
    /// <param name="WorkUnit">Null unless the worker agreed to show it; so is the workplace.</param>
    /// <param name="Photos">Where they are seen, as long as the worker is shown with them; so is photoUrl.</param>
    /// <param name="VotedToday">Whether the citizen whose token came along has voted for this worker today; false without a token.</param>
    public sealed record Response(
        Guid Id,
        string Name,
        string? WorkUnit,
        string? Workplace,
        string? District,
        string Trade,
        string? PhotoUrl,
        int TipCount,
        int VoteCount,
        DateTimeOffset PublishedAt,
        string? Story,
        IReadOnlyList<string> Photos,
        bool VotedToday
    );

    /// <summary>人选详情</summary>
    /// <remarks>
    /// The id of a merged candidate answers with its root. Anybody may read; a token that came along and is no longer good is told so,
    /// for votedToday would be wrong without it.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ChallengeHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        HttpContext context,
        ArrivedAt arrived,
        CampaignQueries campaigns,
        CandidateQueries candidates,
        ShownPhotos shown,
        VoteQueries votes,
        CancellationToken cancellationToken
    )
    {
        var citizen = context.Features.Get<CitizenSession>();
        if (citizen is null && context.Request.Headers.Authorization.Count > 0)
        {
            return TypedResults.Challenge(authenticationSchemes: [AccessTokens.CitizenScheme]);
        }

        var campaign = await campaigns.Current(cancellationToken);
        if (await candidates.PublishedRootOf(campaign.Id, id.Value, cancellationToken) is not { } candidate)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var photos = await shown.Of(candidate.Id, cancellationToken);
        return TypedResults.Ok(
            new Response(
                candidate.Id,
                candidate.Name,
                candidate.WorkUnit,
                candidate.Workplace,
                candidate.District,
                candidate.Trade,
                photos is [var first, ..] ? PhotoAddresses.Public(first, PhotoSize.Medium) : null,
                candidate.TipCount,
                candidate.VoteCount,
                candidate.PublishedAt,
                candidate.Story,
                [.. photos.Select(photo => PhotoAddresses.Public(photo, PhotoSize.Large))],
                citizen is not null && await HasVotedToday(citizen.CitizenId)
            )
        );

        async Task<bool> HasVotedToday(Guid citizenId) =>
            await votes.OpenIdOf(citizenId, cancellationToken) is { } openId
            && await votes.HasVoted(
                candidate.Id,
                VoterKeys.Of(await campaigns.VoterKeySecret(cancellationToken), openId),
                ChinaDay.Of(arrived.Value),
                cancellationToken
            );
    }
}
