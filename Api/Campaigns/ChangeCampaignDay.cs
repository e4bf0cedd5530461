using System.Globalization;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Campaigns;

public static class ChangeCampaignDay
{
    /// <param name="Kind">DayOff 放假；Workday 调休上班；Ordinary 按星期算</param>
    /// <param name="Name">节日名称</param>
    /// <param name="Version">看到的版本；还没有列出的日子填 0</param>
    public sealed record Request(
        [property: Needed] DayKind? Kind,
        [property: Needed, Line(40)] string Name,
        [property: Needed, Between(0, int.MaxValue)] int? Version
    );

    /// <summary>设置节假日或调休上班日</summary>
    /// <remarks>Counts for notices that are opened from now on; those that are open keep their last day.</remarks>
    public static async Task<Results<Ok<CampaignDayRow>, ProblemHttpResult>> Handle(
        string day,
        Request request,
        StaffCaller staff,
        CampaignQueries campaigns,
        Db db,
        CancellationToken cancellationToken
    )
    {
        if (
            !DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var parsed
            )
        )
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        var campaign = await campaigns.Current(cancellationToken);
        var changed = await db.Write<CampaignDayRow>(
            work =>
                CampaignDays.Change(
                    work,
                    campaign.Id,
                    new CampaignDay(parsed, request.Kind!.Value, request.Name.Trim()),
                    request.Version!.Value,
                    staff.Id,
                    staff.Now
                ),
            cancellationToken
        );
        return changed.IsRefused(out var refusal, out var row) ? Problems.From(refusal) : TypedResults.Ok(row);
    }
}
