using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class EnterObjection
{
    public sealed record Request : ObjectionForm
    {
        [Needed]
        public Guid? NoticeId { get; init; }

        /// <summary>Phone 电话；Letter 来信</summary>
        [Needed]
        public ObjectionSource? Source { get; init; }

        /// <summary>哪一天收到；不填则为今天</summary>
        public DateOnly? ReceivedOn { get; init; }
    }

    /// <summary>登记电话或来信异议</summary>
    /// <remarks>A letter that came in time may be entered later, while the notice has not ended for the entry. Tell the follow code to who called.</remarks>
    public static async Task<Results<Created<EnteredObjection>, ProblemHttpResult>> Handle(
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        ObjectionStore objections,
        Db db,
        CancellationToken cancellationToken
    )
    {
        if (request.Source == ObjectionSource.Online)
        {
            return Problems.From(RequestRefusals.Malformed.About("source", "请填写 Phone 或 Letter。"));
        }

        var today = ChinaDay.Of(staff.Now);
        var receivedOn = request.ReceivedOn ?? today;
        if (receivedOn > today || receivedOn < today.AddYears(-1))
        {
            return Problems.From(RequestRefusals.Malformed.About("receivedOn", "收到日期应在一年以内，且不晚于今天。"));
        }

        if (request.Read(request.NoticeId!.Value).IsRefused(out var refusal, out var content))
        {
            return Problems.From(refusal);
        }

        // Of an earlier day only the day is known: the last moment of it counts.
        var receivedAt = receivedOn == today ? staff.Now : ChinaDay.StartOf(receivedOn.AddDays(1)).AddMicroseconds(-1);
        var campaign = await campaigns.Current(cancellationToken);
        var entered = await db.Write<EnteredObjection>(
            work =>
                objections.Enter(work, campaign.Id, content, request.Source!.Value, receivedAt, staff.Id, staff.Now),
            cancellationToken
        );
        return entered.IsRefused(out refusal, out var objection)
            ? Problems.From(refusal)
            : TypedResults.Created($"/admin/v1/objections/{objection.Id}", objection);
    }
}
