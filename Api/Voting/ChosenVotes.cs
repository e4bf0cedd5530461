using System.ComponentModel.DataAnnotations;
using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Voting;

namespace Craftsman.Api.Voting;

/// <summary>Which votes an act is about, and why: by their ids, or all of an anomaly.</summary>
/// <param name="VoteIds">选票编号，与 anomalyId 二选一</param>
/// <param name="AnomalyId">异常编号，与 voteIds 二选一</param>
/// <param name="ReasonCode">原因代码，如 burst、one-address</param>
public sealed record ChosenVotes(
    [property: AtMost(ChosenVotes.MostIds)] IReadOnlyList<string>? VoteIds,
    [property: Line(64)] string? AnomalyId,
    [property: Needed, Code(40)] string ReasonCode
) : IValidatableObject
{
    public const int MostIds = 10_000;

    /// <summary>Ten thousand ids as JSON.</summary>
    public const int MostBodyBytes = 512 * 1024;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((VoteIds is not { Count: > 0 }) == (AnomalyId is null))
        {
            yield return new ValidationResult("请填写 voteIds 或 anomalyId 其中一项。", [nameof(VoteIds)]);
        }
    }

    internal async Task<Decision<IReadOnlyList<Guid>>> Find(
        AnomalyQueries anomalies,
        CancellationToken cancellationToken
    )
    {
        if (AnomalyId is null)
        {
            return Decided([.. VoteIds!.Select(IdOf)]);
        }

        var votes = await anomalies.VotesOf(IdOf(AnomalyId), cancellationToken);
        return votes.Count == 0 ? RequestRefusals.NotFound : Decided(votes);
    }

    /// <summary>Ids are opaque: text that is none is the id of nothing.</summary>
    private static Guid IdOf(string text)
    {
        _ = OpaqueId.TryParse(text, null, out var id);
        return id.Value;
    }

    private static Decision<IReadOnlyList<Guid>> Decided(IReadOnlyList<Guid> votes) => votes.ToList();
}
