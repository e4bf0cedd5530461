using Craftsman.Api.Applications;
using Craftsman.Api.Http;
using Craftsman.Api.Meetings;
using Craftsman.Domain;
using Craftsman.Domain.Honours;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Honours;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Honours;

public static class PrintCertificate
{
    /// <summary>打印证书</summary>
    /// <remarks>七: for a recognition that stands.</remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        HttpResponse response,
        CampaignQueries campaigns,
        LaureateQueries laureates,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (await laureates.ForStaff(id.Value, cancellationToken) is not { } laureate)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        if (laureate.State != Stage.Recognised)
        {
            return Problems.From(HonourRefusals.Revoked);
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.File(Write(laureate, campaign.Edition), MediaTypes.Docx, $"证书-{laureate.Name}.docx");
    }

    public static byte[] Write(DeskLaureate laureate, int edition)
    {
        var name = FormDocx.EditionOf(edition);
        return new OfficialDocx()
            .Title("荣 誉 证 书", 36)
            .Line("")
            .Line($"{laureate.Name} 同志：", size: 20)
            .Line(
                $"经{name}“杭州工匠”认定工作领导小组审定，认定您为{name}“杭州工匠”，授予“杭州工匠”荣誉称号。",
                size: 20
            )
            .Line("特发此证。", size: 20)
            .Line("")
            .Line($"{name}“杭州工匠”认定工作领导小组", isRight: true, size: 16)
            .Line(FormDocx.InChinese(ChinaDay.Of(laureate.RecognisedAt)), isRight: true, size: 16)
            .Line($"证书编号：{laureate.CertificateNumber}", size: 14)
            .Write();
    }
}
