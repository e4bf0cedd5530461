using Craftsman.Api.Media;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Tips;

namespace Craftsman.Api.Tips;

/// <summary>A tip as its tipster follows it.</summary>
/// <param name="WorkerContactMasked">The worker's phone, most of it hidden.</param>
/// <param name="ReasonCode">Why it was rejected; the thread says it in words.</param>
/// <param name="CandidateId">The candidate it joined; readable by the public only once the worker agreed and is published.</param>
/// <param name="ThanksName">By which name the tipster agreed to be thanked in public when the worker is recognised.</param>
public sealed record MyTip(
    Guid Id,
    TipState State,
    string Name,
    string? WorkUnit,
    string? Workplace,
    string District,
    string Trade,
    string Story,
    string Relation,
    string? WorkerContactMasked,
    DateTimeOffset CreatedAt,
    int Version,
    IReadOnlyList<TipThreadEntry> Thread,
    string? Question,
    string? Answer,
    TipRejection? ReasonCode,
    Guid? CandidateId,
    IReadOnlyList<PhotoView> Photos,
    string? ThanksName
)
{
    public static MyTip For(TipView tip, PhotoAddresses addresses, DateTimeOffset now) =>
        new(
            tip.Id,
            tip.StateAt(now),
            tip.Name,
            tip.WorkUnit,
            tip.Workplace,
            tip.District,
            tip.Trade,
            tip.Story,
            tip.Relation,
            tip.WorkerContactMasked,
            tip.CreatedAt,
            tip.Version,
            TipThreadEntry.For(tip),
            tip.Question,
            tip.Answer,
            tip.Rejection,
            tip.CandidateId,
            [.. tip.Photos.Select(photo => PhotoView.For(photo, addresses, now))],
            tip.ThanksName
        );
}

/// <param name="Kind">Received, Changed, Claimed, Released, InfoRequested, Answered, Joined, Relinked, Rejected, Withdrawn; of the candidate Invited, Agreed, Declined, Unreached, Published, Unpublished, Merged, MergeUndone; of the case Applied, CaseGoesOn, or Case and its stage, such as CaseExpertReview. More may come.</param>
public sealed record TipThreadEntry(DateTimeOffset At, string Kind, string Text)
{
    public static IReadOnlyList<TipThreadEntry> For(TipView tip) =>
        [.. tip.Thread.Select(told => new TipThreadEntry(told.At, told.Kind, told.Text))];
}
