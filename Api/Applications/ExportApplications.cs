using System.Globalization;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class ExportApplications
{
    /// <summary>Rows after which we wait for the reader.</summary>
    private const int RowsTogether = 100;

    private static readonly (string Heading, double Width)[] Columns =
    [
        ("姓名", 12),
        ("工作单位（工作地点）", 32),
        ("区、县（市）", 12),
        ("专业领域", 16),
        ("职称（技能等级）", 20),
        ("手机", 14),
        ("推荐渠道", 10),
        ("申报", 10),
        ("案卷", 14),
        ("提交时间", 18),
        ("纸质表（份）", 12),
    ];

    /// <summary>导出已提交的申报</summary>
    /// <remarks>
    /// A table with what a desk needs, phones by their ends; who works for some districts gets those. Each export goes on the audit record.
    /// A file that breaks off cannot be opened: ask again.
    /// </remarks>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        StaffCaller staff,
        HttpResponse response,
        CampaignQueries campaigns,
        Db db,
        ApplicationExport export,
        Channel? channel,
        string? district,
        string? trade,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (campaign.UnknownCodes(district, trade) is { Count: > 0 } unknown)
        {
            return Problems.From(RequestRefusals.Malformed.About(unknown));
        }

        await db.Write<Campaign>(
            async work =>
            {
                await AuditLog.Record(
                    work,
                    staff.Id,
                    "applications.exported",
                    "campaign",
                    campaign.Id,
                    staff.Now,
                    new
                    {
                        channel = channel?.ToString(),
                        district,
                        trade,
                    }
                );
                return campaign;
            },
            cancellationToken
        );
        var filter = new ExportFilter(campaign.Id, channel, district, trade, staff.Districts);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            _ => Write(response, campaign, export.All(filter, cancellationToken), cancellationToken),
            MediaTypes.Xlsx,
            $"申报汇总-{ChinaDay.Of(staff.Now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.xlsx"
        );
    }

    private static async Task Write(
        HttpResponse response,
        Campaign campaign,
        IAsyncEnumerable<ExportedApplication> applications,
        CancellationToken cancellationToken
    )
    {
        var districts = campaign.Districts.ToDictionary(district => district.Code, district => district.Name);
        var trades = campaign.Trades.ToDictionary(trade => trade.Code, trade => trade.Name);
        var pipe = response.BodyWriter;
        await using var sink = new PipeWriterStream(pipe);
        using var sheet = new XlsxWriter(sink, Columns);
        var rows = 0;
        await foreach (var line in applications)
        {
            sheet.Row(
                line.Name,
                line.WorkUnit,
                line.District is { } code ? districts.GetValueOrDefault(code, code) : "",
                trades.GetValueOrDefault(line.Trade, line.Trade),
                line.TitleOrSkillLevel,
                line.MobileMasked,
                InChinese(line.Channel),
                InChinese(line.State),
                line.Stage.InChinese(),
                line.SubmittedAt.ToOffset(ChinaDay.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                line.PaperCopies.ToString(CultureInfo.InvariantCulture)
            );
            if (++rows % RowsTogether == 0)
            {
                await pipe.FlushAsync(cancellationToken);
            }
        }

        sheet.End();
        await pipe.FlushAsync(cancellationToken);
    }

    private static string InChinese(Channel channel) =>
        channel switch
        {
            Channel.Unit => "单位推荐",
            Channel.Society => "社团推荐",
            Channel.PublicTip => "他人推荐",
            _ => "个人自荐",
        };

    private static string InChinese(ApplicationState state) =>
        state switch
        {
            ApplicationState.Submitted => "主申报",
            ApplicationState.Joined => "并案申报",
            ApplicationState.Withdrawn => "已撤回",
            _ => "草稿",
        };
}
