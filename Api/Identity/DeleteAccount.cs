using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class DeleteAccount
{
    /// <param name="Erased">已删除：与您有关的其余内容都不再保留</param>
    /// <param name="Kept">依规须留存的记录，不再与您的微信关联</param>
    public sealed record Response(bool Erased, IReadOnlyList<KeptPart> Kept);

    /// <param name="Until">留存到哪一天</param>
    public sealed record KeptPart(string What, string Why, DateOnly Until);

    /// <summary>注销账号，删除我的资料</summary>
    /// <remarks>
    /// Withdraws tips, consents and open applications, erases drafts, and ends every session. A retry with the same Idempotency-Key hears
    /// the first answer for 72 hours; without one it is told that the session ended. Who logs in again is a new citizen whose votes of the
    /// day are used.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        CampaignQueries campaigns,
        CitizenWrites writes,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var secret = await campaigns.VoterKeySecret(cancellationToken);
        var erased = await citizen.Last(
            writes,
            async Task<Decision<Response>> (work, live) =>
            {
                var facts = await AccountErasure.Erase(work, live.Id, VoterKeys.Of(secret, live.OpenId), citizen.Now);
                return new Response(
                    true,
                    [
                        .. ErasureRules
                            .Kept(campaign, facts)
                            .Select(kept => new KeptPart(kept.What, kept.Why, kept.Until)),
                    ]
                );
            },
            cancellationToken
        );
        return erased.IsRefused(out var refusal, out var response) ? Problems.From(refusal) : TypedResults.Ok(response);
    }
}
