using System.Buffers.Binary;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Voting;

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
    /// for votedToday would be wrong without it. What everybody reads is a second or two old and comes with an ETag; votedToday is as it
    /// is now.
    /// </remarks>
    internal static async Task<IResult> Handle(
        OpaqueId id,
        HttpContext context,
        ArrivedAt arrived,
        PublicCopies copies,
        CampaignQueries campaigns,
        VoteQueries votes,
        CancellationToken cancellationToken
    )
    {
        var citizen = context.Features.Get<CitizenSession>();
        if (citizen is null && context.Request.Headers.Authorization.Count > 0)
        {
            return TypedResults.Challenge(authenticationSchemes: [AccessTokens.CitizenScheme]);
        }

        var copy = await copies.Current(cancellationToken);
        if (copy.Members.PlaceOf(id.Value) is not { } place)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var candidate = copy.Members.All[place];
        return citizen is null
            ? Everybodys(candidate.Detail, copy.Votes[place])
            : OnesOwn(candidate.Detail, copy.Votes[place], await HasVotedToday(citizen.CitizenId));

        async Task<bool> HasVotedToday(Guid citizenId) =>
            await votes.OpenIdOf(citizenId, cancellationToken) is { } openId
            && await votes.HasVoted(
                candidate.Id,
                VoterKeys.Of(await campaigns.VoterKeySecret(cancellationToken), openId),
                ChinaDay.Of(arrived.Value),
                cancellationToken
            );
    }

    private static PublicJson Everybodys(CountedJson detail, int votes)
    {
        Span<byte> content = stackalloc byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(content, detail.Stamp);
        BinaryPrimitives.WriteInt32LittleEndian(content[sizeof(long)..], votes);
        return new PublicJson(Write(detail, votes), PublicJson.TagOf(content));
    }

    /// <summary>votedToday ends the answer.</summary>
    private static PublicJson OnesOwn(CountedJson detail, int votes, bool hasVotedToday)
    {
        var body = Write(detail, votes);
        return new PublicJson(hasVotedToday ? (byte[])[.. body[..^"false}"u8.Length].Span, .. "true}"u8] : body, null);
    }

    private static Memory<byte> Write(CountedJson detail, int votes)
    {
        var body = GC.AllocateUninitializedArray<byte>(detail.MostBytes);
        return body.AsMemory(0, detail.Write(votes, body));
    }
}
