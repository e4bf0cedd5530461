using System.Runtime.CompilerServices;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Applications;

/// <summary>Which submitted applications a table holds.</summary>
/// <param name="Districts">Those the person works for; empty means all.</param>
public sealed record ExportFilter(
    Guid CampaignId,
    Channel? Channel,
    string? District,
    string? Trade,
    IReadOnlyList<string> Districts
);

/// <summary>A line of the table: what a desk needs to find and count applications, and no more. Of the mobile only the ends.</summary>
/// <param name="PaperCopies">Signed copies that said what the application said.</param>
public sealed record ExportedApplication(
    string Name,
    string WorkUnit,
    string? District,
    string Trade,
    string TitleOrSkillLevel,
    string MobileMasked,
    Channel Channel,
    ApplicationState State,
    Stage Stage,
    DateTimeOffset SubmittedAt,
    int PaperCopies
);

/// <summary>Reads all submitted applications for a table, some hundreds at a time, so that neither their number nor a slow reader is a burden.</summary>
public sealed class ApplicationExport(Db db, ApplicationStore applications)
{
    private const int RowsTogether = 500;

    /// <summary>In the order in which they were begun. Those of a resting case read as supporting the one that goes on.</summary>
    public async IAsyncEnumerable<ExportedApplication> All(
        ExportFilter filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Read in the order of the applications' ids from where the last rows ended, whatever the filter.
        const string sql = """
            SELECT STRAIGHT_JOIN a.id, a.channel, a.state, a.submitted_at, a.content, k.id AS case_id, k.district, k.trade, k.stage,
                (SELECT COUNT(*) FROM paper_copies p WHERE p.application_id = a.id AND p.matched) AS paper_copies
            FROM applications a
            JOIN cases k ON k.candidate_id = a.candidate_id
            WHERE a.campaign_id = @CampaignId
                AND a.id > @after
                AND a.submitted_at IS NOT NULL
                AND (@Channel IS NULL OR a.channel = @Channel)
                AND (@District IS NULL OR k.district = @District)
                AND (@Trade IS NULL OR k.trade = @Trade)
                AND (@IsMunicipal OR k.district IN @Districts)
            ORDER BY a.id
            LIMIT @RowsTogether
            """;
        var after = Guid.Empty;
        IReadOnlyList<ExportRow> rows;
        do
        {
            rows = await db.List<ExportRow>(
                sql,
                new
                {
                    filter.CampaignId,
                    after,
                    Channel = filter.Channel?.ToString(),
                    filter.District,
                    filter.Trade,
                    IsMunicipal = filter.Districts.Count == 0,
                    filter.Districts,
                    RowsTogether,
                },
                cancellationToken
            );
            var trees = await CaseTrees.Around(db, [.. rows.Select(row => row.CaseId).Distinct()], cancellationToken);
            foreach (var row in rows)
            {
                var goingOn = CaseTree.InsteadOf(row.CaseId, [.. trees[row.CaseId]]);
                yield return Line(row, goingOn);
                after = row.Id;
            }
        } while (rows.Count == RowsTogether);
    }

    private ExportedApplication Line(ExportRow row, CaseInTree? goingOn)
    {
        var content = applications.Read(row.Content);
        return new ExportedApplication(
            content.Name ?? "",
            string.IsNullOrWhiteSpace(content.WorkUnit) ? content.Workplace ?? "" : content.WorkUnit,
            row.District,
            row.Trade,
            content.TitleOrSkillLevel ?? "",
            content.Mobile is { } mobile ? Phone.Mask(mobile) : "",
            row.Channel,
            goingOn is not null && row.State == ApplicationState.Submitted ? ApplicationState.Joined : row.State,
            goingOn?.Stage ?? row.Stage,
            row.SubmittedAt,
            row.PaperCopies
        );
    }

    private sealed record ExportRow
    {
        public Guid Id { get; init; }
        public Channel Channel { get; init; }
        public ApplicationState State { get; init; }
        public DateTimeOffset SubmittedAt { get; init; }
        public byte[] Content { get; init; } = [];
        public Guid CaseId { get; init; }
        public string? District { get; init; }
        public string Trade { get; init; } = "";
        public Stage Stage { get; init; }
        public int PaperCopies { get; init; }
    }
}
