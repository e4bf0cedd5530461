using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class DownloadMyForm
{
    /// <summary>下载申报表（一式两份）</summary>
    /// <remarks>A Word file of two pages, with whole phones, from submission on.</remarks>
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        OpaqueId id,
        CitizenCaller citizen,
        HttpResponse response,
        CampaignQueries campaigns,
        Db db,
        PaperQueries papers,
        FormPrinter printer,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var found = await db.AtOneMoment(work => papers.Find(work, id.Value), cancellationToken);
        if (found is not { } application || application.CitizenId != citizen.Id)
        {
            return Problems.From(RequestRefusals.NotFound);
        }

        return FormPrinter.FormOf(application, campaign).IsRefused(out var refusal, out var form)
            ? Problems.From(refusal)
            : await printer.Print(application, form, response, cancellationToken);
    }
}
