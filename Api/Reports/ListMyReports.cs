using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Infrastructure.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Reports;

public static class ListMyReports
{
    private sealed record Position(Guid Id);

    /// <summary>我反映的问题和处理结果，最近的在前</summary>
    public static async Task<Results<Ok<Page<OwnReport>>, ProblemHttpResult>> Handle(
        string? cursor,
        CitizenCaller citizen,
        ReportQueries reports,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var list = $"me/reports?citizen={citizen.Id}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var found = await reports.OfCitizen(citizen.Id, position.After?.Id, limit + 1, cancellationToken);
        return TypedResults.Ok(cursors.PageOf(found, limit, list, report => new Position(report.Id)));
    }
}
