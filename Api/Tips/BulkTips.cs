using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

/// <summary>Verifying is not among the acts: each tip is read before it joins a candidate.</summary>
public static class BulkTips
{
    private const int MostItems = 100;

    /// <param name="Items">1 至 100 条</param>
    public sealed record Request([property: Needed, AtMost(MostItems)] IReadOnlyList<Item> Items) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Items is { Count: 0 } ? [new ValidationResult("请至少选择一条线索。", [nameof(Items)])] : [];
    }

    /// <summary>An item is judged when its turn comes, so its fields have no bounds here: a bad one is refused alone.</summary>
    /// <param name="TipId">线索编号</param>
    /// <param name="Version">读到这条线索时的版本</param>
    /// <param name="Act">办理方式：claim 认领、release 放回、reject 不采用</param>
    /// <param name="ReasonCode">不采用的原因，只用于 reject</param>
    /// <param name="Message">推荐人会看到的说明，只用于 reject</param>
    public sealed record Item(string? TipId, int? Version, string? Act, string? ReasonCode, string? Message);

    public sealed record Response(IReadOnlyList<Result> Items);

    /// <summary>What came of an item, in the order of the request.</summary>
    /// <param name="State">What the tip became; null when it was refused.</param>
    /// <param name="Code">Why it was refused; null when it was done.</param>
    /// <param name="Title">The same in words.</param>
    /// <param name="Errors">Which fields of the item are at fault.</param>
    public sealed record Result(
        string? TipId,
        TipState? State,
        int? Version,
        string? Code,
        string? Title,
        IReadOnlyDictionary<string, string[]>? Errors
    )
    {
        internal static Result For(string? tipId, Decision<TipMoved> done) =>
            done.IsRefused(out var refusal, out var moved)
                ? new Result(tipId, null, null, refusal.Code, refusal.Title, refusal.Errors)
                : new Result(tipId, moved.State, moved.Version, null, null, null);
    }

    /// <summary>批量认领、放回或不采用线索</summary>
    /// <remarks>
    /// Each item is a transaction of its own and does what the single move does; what one is refused for does not hold up the others.
    /// Where the database goes away in between, the items after it say so, and those before it are done.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        var named = new HashSet<Guid>();
        var isAway = false;
        List<Result> results = [];
        foreach (var item in request.Items)
        {
            _ = OpaqueId.TryParse(item.TipId, null, out var id);
            Decision<TipMoved> done = TipRefusals.NamedTwice;
            if (isAway)
            {
                done = RequestRefusals.DatabaseUnavailable;
            }
            else if (named.Add(id.Value))
            {
                try
                {
                    done = await Do(item, id.Value, staff, move, cancellationToken);
                }
                catch (Exception e) when (Db.IsAway(e))
                {
                    isAway = true;
                    done = RequestRefusals.DatabaseUnavailable;
                }
            }

            results.Add(Result.For(item.TipId, done));
        }

        return TypedResults.Ok(new Response(results));
    }

    private static async Task<Decision<TipMoved>> Do(
        Item item,
        Guid tipId,
        StaffCaller staff,
        TipMove move,
        CancellationToken cancellationToken
    )
    {
        if (item.Version is not ({ } version and > 0))
        {
            return RequestRefusals.Malformed.About("version", "请填写读到这条线索时的版本。");
        }

        switch (item.Act)
        {
            case "claim":
                return await move.Make<TipMoved>(
                    tipId,
                    staff,
                    async (work, tip, campaign) =>
                        (await ClaimTip.Act(work, tip, campaign, version, staff)).Then(claimed => new TipMoved(
                            TipState.Claimed,
                            claimed.Version
                        )),
                    cancellationToken
                );
            case "release":
                return await move.Make<TipMoved>(
                    tipId,
                    staff,
                    (work, tip, _) => ReleaseTip.Act(work, tip, version, staff),
                    cancellationToken
                );
            case "reject":
                var reason = Enum.GetValues<TipRejection>()
                    .Where(known => known.ToString() == item.ReasonCode)
                    .Cast<TipRejection?>();
                var reject = new RejectTip.Request(reason.FirstOrDefault(), item.Message!, version);
                if (FaultOf(reject) is { } fault)
                {
                    return fault;
                }

                return await move.Make<TipMoved>(
                    tipId,
                    staff,
                    (work, tip, campaign) => RejectTip.Act(work, tip, campaign, reject, staff),
                    cancellationToken
                );
            default:
                return RequestRefusals.Malformed.About("act", "请填写 claim、release 或 reject。");
        }
    }

    /// <summary>What the door would say to the single move.</summary>
    private static Refusal? FaultOf(object request)
    {
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(request, new ValidationContext(request), faults, validateAllProperties: true)
            ? null
            : RequestRefusals.Malformed.About(
                faults
                    .SelectMany(fault => fault.MemberNames, (fault, name) => (name, fault.ErrorMessage))
                    .GroupBy(fault => JsonNamingPolicy.CamelCase.ConvertName(fault.name))
                    .ToDictionary(
                        field => field.Key,
                        field => field.Select(fault => fault.ErrorMessage ?? "").ToArray()
                    )
            );
    }
}
