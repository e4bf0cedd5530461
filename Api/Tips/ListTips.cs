using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Tips;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ListTips
{
    private const int UsualPage = 20;

    /// <param name="ClaimedBy">Who holds it, or who asked the question it waits for.</param>
    /// <param name="Priority">When it is due and why; null once it is settled.</param>
    public sealed record Line(
        Guid Id,
        TipState State,
        string Name,
        string? WorkUnit,
        string? Workplace,
        string District,
        string Trade,
        Guid? ClaimedBy,
        DateTimeOffset? ClaimedUntil,
        DateTimeOffset CreatedAt,
        int Version,
        ContentCheck ContentCheck,
        TipPriority? Priority
    );

    /// <summary>线索列表，最急的在前</summary>
    /// <remarks>
    /// In the order of <c>priority.dueAt</c>: the campaign's hours from the arrival on, halved where WeChat found a risk in the text, and
    /// divided by how many citizens speak of the same worker (four at most), as last night's grouping found them. A tip whose due time
    /// changes while somebody turns the pages may come twice or not at all; the first page has it right.
    /// <c>claimedBy</c> is the id of a person or <c>me</c>. A tip whose claim has run out is listed as what it is again: Received, or
    /// InfoRequested while a question is open. <c>contentCheck</c> is WeChat's word about the text: Waiting, Pass, Review, Risky or Unchecked.
    /// </remarks>
    public static async Task<Results<Ok<Page<Line>>, ProblemHttpResult>> Handle(
        string? state,
        string? district,
        string? trade,
        string? claimedBy,
        string? contentCheck,
        string? cursor,
        [Between(1, 100)] int? limit,
        StaffCaller staff,
        CampaignQueries campaigns,
        TipListQueries tips,
        Cursors cursors,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (
            Read(state, district, trade, claimedBy, contentCheck, campaign, staff)
                .IsRefused(out var malformed, out var filter)
        )
        {
            return Problems.From(malformed);
        }

        var list =
            $"tips?state={state}&district={district}&trade={trade}&claimedBy={filter.ClaimedBy}&contentCheck={filter.ContentCheck}";
        if (cursors.Read<TipQueuePosition>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        if (district is not null && !staff.WorksIn(district))
        {
            return TypedResults.Ok(new Page<Line>([], null));
        }

        var size = limit ?? UsualPage;
        var found = await tips.Page(filter, position.After, size + 1, staff.Now, cancellationToken);
        var page = cursors.PageOf(found, size, list, tip => new TipQueuePosition(tip.DueAt, tip.Id));
        return TypedResults.Ok(new Page<Line>([.. page.Items.Select(tip => LineFor(tip, staff.Now))], page.NextCursor));
    }

    private static Decision<TipFilter> Read(
        string? state,
        string? district,
        string? trade,
        string? claimedBy,
        string? contentCheck,
        Campaign campaign,
        StaffCaller staff
    )
    {
        var errors = new Dictionary<string, string[]>();
        var wanted = Enum.GetValues<TipState>().Where(known => known.ToString() == state).Cast<TipState?>();
        if (state is not null && !wanted.Any())
        {
            errors["state"] = ["没有这种状态。"];
        }

        var checks = Enum.GetValues<ContentCheckState>()
            .Where(known => known.ToString() == contentCheck)
            .Cast<ContentCheckState?>();
        if (contentCheck is not null && !checks.Any())
        {
            errors["contentCheck"] = ["没有这种状态。"];
        }

        if (district is not null && !campaign.HasDistrict(district))
        {
            errors["district"] = ["没有这个区县。"];
        }

        if (trade is not null && !campaign.HasTrade(trade))
        {
            errors["trade"] = ["没有这个专业领域。"];
        }

        Guid claimant = default;
        if (claimedBy is not (null or "me") && !Guid.TryParseExact(claimedBy, "D", out claimant))
        {
            errors["claimedBy"] = ["请填写工作人员编号，或 me。"];
        }

        return errors.Count > 0
            ? RequestRefusals.Malformed.About(errors)
            : new TipFilter(
                campaign.Id,
                wanted.FirstOrDefault(),
                district is null ? staff.Districts : [district],
                trade,
                claimedBy switch
                {
                    null => null,
                    "me" => staff.Id,
                    _ => claimant,
                },
                checks.FirstOrDefault()
            );
    }

    private static Line LineFor(TipLine tip, DateTimeOffset now)
    {
        var state = Tip.StateAt(tip.State, tip.ClaimedUntil, tip.Question, tip.Answer, now);
        var isHeld = state == tip.State;
        return new Line(
            tip.Id,
            state,
            tip.Name,
            tip.WorkUnit,
            tip.Workplace,
            tip.District,
            tip.Trade,
            isHeld ? tip.ClaimedBy : null,
            isHeld ? tip.ClaimedUntil : null,
            tip.CreatedAt,
            tip.Version,
            tip.ContentCheck,
            TipPriority.Of(state, tip.DueAt, tip.TargetHours, tip.Voices, tip.IsRisky, now)
        );
    }
}
