using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Voting;

public static class CastVoteForCandidate
{
    /// <param name="Receipt">Shows later what became of the vote, and never for whom it was.</param>
    /// <param name="Day">The day in Hangzhou that the vote counts for.</param>
    public sealed record Response(string Receipt, int VotesLeftToday, DateOnly Day);

    /// <summary>为人选投票</summary>
    /// <remarks>201 is said only after the database has committed. A retry with the same Idempotency-Key gets the same answer.</remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        BallotBox ballots,
        BlindIndex blindIndex,
        RiskRanks ranks,
        HttpContext context
    )
    {
        if (citizen.SentKey.IsRefused(out var refusal, out var sent))
        {
            return Problems.From(refusal);
        }

        var cast = await ballots.Cast(
            citizen.Session,
            id.Value,
            sent.Key,
            citizen.Now,
            blindIndex.OfNetwork(RateLimits.NetworkOf(context))
        );
        if (cast.IsRefused(out refusal, out var vote))
        {
            return Problems.From(refusal);
        }

        ranks.Ask(vote.Id, citizen.Session.CitizenId, RateLimits.ClientOf(context));
        return TypedResults.Created((string?)null, new Response(vote.Receipt, vote.VotesLeftToday, vote.Day));
    }
}
