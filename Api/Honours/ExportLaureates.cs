using System.Globalization;
using Craftsman.Api.Applications;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Honours;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class ExportLaureates
{
    /// <summary>More than any edition has places; the list is one page.</summary>
    private const int Most = 10_000;

    private static readonly (string Heading, double Width)[] Columns =
    [
        ("证书编号", 22),
        ("姓名", 12),
        ("工作单位（工作地点）", 32),
        ("区、县（市）", 12),
        ("专业领域", 16),
        ("认定日期", 14),
        ("认定状态", 12),
        ("奖牌颁发", 14),
        ("奖励（元）", 12),
        ("奖励发放", 14),
        ("五一劳动奖章", 24),
    ];

    /// <summary>导出“杭州工匠”名单</summary>
    /// <remarks>The final list, revoked ones marked. Names, units and what goes with the title; no phones.</remarks>
    public static async Task<FileContentHttpResult> Handle(
        HttpResponse response,
        StaffCaller staff,
        CampaignQueries campaigns,
        LaureateQueries laureates,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var rows = await laureates.ForStaff(campaign.Id, null, Most, cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            Write(campaign, rows),
            MediaTypes.Xlsx,
            $"杭州工匠名单-{ChinaDay.Of(staff.Now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.xlsx"
        );
    }

    private static byte[] Write(Campaign campaign, IReadOnlyList<DeskLaureate> laureates)
    {
        var districts = campaign.Districts.ToDictionary(district => district.Code, district => district.Name);
        var trades = campaign.Trades.ToDictionary(trade => trade.Code, trade => trade.Name);
        using var stream = new MemoryStream();
        using var sheet = new XlsxWriter(stream, Columns, "杭州工匠名单");
        foreach (var row in laureates)
        {
            sheet.Row(
                row.CertificateNumber,
                row.Name,
                row.WorkUnit ?? "",
                row.District is { } code ? districts.GetValueOrDefault(code, code) : "",
                trades.GetValueOrDefault(row.Trade, row.Trade),
                DayOf(ChinaDay.Of(row.RecognisedAt)),
                row.State.InChinese(),
                DayOf(row.MedalOn),
                row.PrizeYuan.ToString(CultureInfo.InvariantCulture),
                row.PrizeState switch
                {
                    PrizeState.Paid => DayOf(row.PrizePaidOn),
                    PrizeState.Due => "待发放",
                    _ => "不再发放",
                },
                row.MayDayReason ?? ""
            );
        }

        sheet.End();
        return stream.ToArray();
    }

    private static string DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
