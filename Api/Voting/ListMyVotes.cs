using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class ListMyVotes
{
    private const string List = "me/votes";

    public sealed record Response(DateOnly Day, int VotesLeftToday, IReadOnlyList<Item> Items, string? NextCursor);

    /// <param name="CandidateName">Null while the candidate is not shown to the public.</param>
    public sealed record Item(
        Guid CandidateId,
        string? CandidateName,
        DateOnly Day,
        DateTimeOffset CastAt,
        string Receipt
    );

    private sealed record Position(Guid Id);

    /// <summary>我的投票</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        CampaignQueries campaigns,
        VoteQueries votes,
        Cursors cursors,
        string? cursor,
        [Between(1, 100)] int? limit,
        CancellationToken cancellationToken
    )
    {
        if (cursors.Read<Position>(List, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        if (await votes.OpenIdOf(citizen.Id, cancellationToken) is not { } openId)
        {
            return Problems.From(IdentityRefusals.SessionEnded);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var voterKey = VoterKeys.Of(await campaigns.VoterKeySecret(cancellationToken), openId);
        var today = ChinaDay.Of(citizen.Now);
        var size = limit ?? 20;
        var rows = await votes.Of(voterKey, position.After?.Id, size + 1, cancellationToken);
        var page = cursors.PageOf(rows, size, List, row => new Position(row.Id));
        var used = await votes.CountOn(voterKey, today, cancellationToken);
        return TypedResults.Ok(
            new Response(
                today,
                Math.Max(0, campaign.QuotaOn(today, QuotaKind.Votes) - used),
                [.. page.Items.Select(ItemFor)],
                page.NextCursor
            )
        );
    }

    internal static Item ItemFor(OwnVote vote) =>
        new(
            vote.CandidateId,
            vote.CandidateState == CandidateState.Published ? vote.CandidateName : null,
            vote.Day,
            vote.CastAt,
            Convert.ToHexStringLower(vote.Receipt)
        );
}
