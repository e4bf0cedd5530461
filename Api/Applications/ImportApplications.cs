using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class ImportApplications
{
    /// <summary>导入本单位推荐的名单（xlsx）</summary>
    /// <remarks>
    /// Each row becomes a draft, to be completed with photo, seal and signed paper and then submitted. All rows must be right, else none is stored
    /// and the answer says row by row what is wrong. The same file again is answered with the same report.
    /// </remarks>
    public static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Handle(
        HttpContext context,
        StaffCaller staff,
        CampaignQueries campaigns,
        MediaFolder folder,
        ApplicationImport import,
        CancellationToken cancellationToken
    )
    {
        var channel = staff.Staff.OrganizationKind == OrganizationKind.Society ? Channel.Society : Channel.Unit;
        if (FilingRules.File(channel, staff.Staff.Roles, staff.Staff.OrganizationKind).IsRefused(out var refusal))
        {
            return Problems.From(refusal);
        }

        var campaign = await campaigns.Current(cancellationToken);
        if (!campaign.IsOpenAt(ApplicationRules.PhaseOf(channel), staff.Now))
        {
            return Problems.From(ApplicationRefusals.Closed(channel));
        }

        if ((await Upload.Receive(context, folder, cancellationToken)).IsRefused(out refusal, out var upload))
        {
            return Problems.From(refusal);
        }

        await using var received = upload;
        if (received.Kind != ContentKind.Zip)
        {
            return Problems.From(ImportRefusals.Unreadable);
        }

        if (ListSheet.Read(received.File).IsRefused(out refusal, out var sheet))
        {
            return Problems.From(refusal);
        }

        var filer = Filer.Organization(staff.Staff);
        if (Forms(sheet, channel, filer, campaign, staff.Now).IsRefused(out refusal, out var forms))
        {
            return Problems.From(refusal);
        }

        var stored = await import.Store(
            campaign,
            channel,
            filer,
            Convert.FromHexString(received.Content.Sha256),
            forms,
            staff.Now,
            cancellationToken
        );
        return stored.IsRefused(out refusal, out var report) ? Problems.From(refusal) : TypedResults.Ok(report);
    }

    private static Decision<(int Row, ApplicationContent Content)[]> Forms(
        SheetRows sheet,
        Channel channel,
        Filer filer,
        Campaign campaign,
        DateTimeOffset now
    )
    {
        if (!ListColumns.Fit(sheet.Headers))
        {
            return ImportRefusals.HeadersUnknown;
        }

        var forms = new List<(int Row, ApplicationContent Content)>();
        var faulty = new List<ImportedRow>();
        var workers = new HashSet<(string?, string?)>();
        foreach (var row in sheet.Rows)
        {
            var faults = new Dictionary<string, string[]>();
            var form = ListColumns.Read(row, campaign, faults);
            foreach (var (field, text) in Malformed(form))
            {
                faults.TryAdd(field, [text]);
            }

            var content = form.Content();
            foreach (var (field, texts) in ApplicationRules.FaultsOfRow(channel, content, campaign, ChinaDay.Of(now)))
            {
                faults.TryAdd(field, texts);
            }

            if (!workers.Add((content.Name, content.Mobile)))
            {
                faults.TryAdd("name", ["这位师傅在名单里出现了两次。"]);
            }

            if (faults.Count > 0)
            {
                faulty.Add(new ImportedRow(row.Number, form.Name, null, faults));
            }
            else if (!FilingRules.Endorsed(content, filer.OrganizationId).IsRefused(out _, out var endorsed))
            {
                forms.Add((row.Number, endorsed));
            }
        }

        return faulty.Count > 0 ? ImportRefusals.RowsInvalid(faulty) : forms.ToArray();
    }

    /// <summary>The bounds that every form has at the door.</summary>
    private static IEnumerable<(string Field, string Text)> Malformed(FiledForm form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        var condition = form.Conditions is [{ } only] ? only : null;
        if (condition is not null)
        {
            Validator.TryValidateObject(
                condition,
                new ValidationContext(condition),
                results,
                validateAllProperties: true
            );
        }

        return results.SelectMany(result =>
            result.MemberNames.Select(name =>
                (
                    name == nameof(ApplicationForm.ConditionForm.Text)
                        ? "conditions[0].text"
                        : JsonNamingPolicy.CamelCase.ConvertName(name),
                    result.ErrorMessage ?? ""
                )
            )
        );
    }
}
