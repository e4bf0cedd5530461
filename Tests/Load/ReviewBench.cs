using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Craftsman.Domain.Identity;
using NetVips;

namespace Craftsman.Load;

/// <summary>
/// A hundred thousand applications: how much longer page 1 000 of a list takes than page 1, how long a form takes to make, and how much
/// memory a table of ten thousand rows takes. Nothing is told when an answer was unexpected or the table lacks a row.
/// </summary>
internal static partial class ReviewBench
{
    private const int Applications = 100_000;
    private const int PageSize = 100;
    private const int Pages = 1000;
    private const int Rounds = 60;
    private const int Forms = 200;
    private const string Password = "a long password for benches";
    private static readonly string[] Lists = ["cases", "applications"];

    public static async Task<int> Run(Report report, string[] arguments)
    {
        if (!AssignmentBench.Run(report))
        {
            return 1;
        }

        if (arguments.Contains("--assign-only"))
        {
            report.Print();
            return 0;
        }

        var secrets = BenchService.NewSecrets();
        var database = await BenchDatabase.Create(secrets);
        await using var service = await BenchService.Start(database, secrets);
        var (citizen, session) = (await database.AddVoters(1))[0];
        using var applicant = Client(service.Address, service.TokenFor(citizen, session));
        var photoId = await UploadsPhoto(applicant);
        Report.Say("Adding applications …");
        var own = await database.AddApplications(Applications, secrets, citizen, photoId);
        await database.AddStaff("clerk", Password, StaffRole.QualificationReviewer, StaffRole.OfficeClerk);
        using var clerk = await service.LogsIn("clerk", Password);

        var forms = new List<double>();
        for (var at = 0; at < Forms; at++)
        {
            forms.Add(await Milliseconds(applicant, $"/api/v1/me/applications/{own}/form.docx"));
        }

        var (growth, rows) = await Export(service, clerk, $"?district={BenchDatabase.ExportedDistrict}");
        if (rows != Applications / 10)
        {
            Report.Say($"Nothing is told: {rows} rows came of {Applications / 10}.");
            return 1;
        }

        var (growthOfAll, _) = await Export(service, clerk, "");
        foreach (var list in Lists)
        {
            await Turn(report, clerk, list);
        }

        report.Add("review.form_ms", Report.Median(forms), "ms");
        report.Add("review.form_p99_ms", forms.Order().ElementAt(forms.Count * 99 / 100), "ms");
        report.Add("review.xlsx_mb", growth, "MB");
        report.Add("review.xlsx_100000_mb", growthOfAll, "MB");
        report.Print();
        return 0;
    }

    /// <summary>Walks to the last page by its cursors, then asks for the first and the last in turn.</summary>
    private static async Task Turn(Report report, HttpClient clerk, string list)
    {
        var first = $"/admin/v1/{list}?limit={PageSize}";
        using (var there = await clerk.GetAsync(new Uri(first, UriKind.Relative)))
        {
            if (there.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
            {
                Report.Say($"There is no list of {list} yet.");
                return;
            }
        }

        Report.Say($"Turning the pages of {list} …");
        var last = first;
        for (var page = 1; page < Pages; page++)
        {
            var answer = await clerk.GetFromJsonAsync<JsonElement>(last);
            last = $"{first}&cursor={Uri.EscapeDataString(answer.GetProperty("nextCursor").GetString()!)}";
        }

        var (firsts, lasts) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            firsts.Add(await Milliseconds(clerk, first));
            lasts.Add(await Milliseconds(clerk, last));
        }

        var (ofFirst, ofLast) = (Report.Median(firsts), Report.Median(lasts));
        var prefix = list == Lists[0] ? "review" : $"review.{list}";
        report.Add($"{prefix}.page1_ms", ofFirst, "ms");
        report.Add($"{prefix}.page1000_ms", ofLast, "ms");
        report.Add($"{prefix}.page1000_over_page1", ofLast / ofFirst, "ratio");
    }

    /// <summary>How much more memory the service had at most, in MB, while the table was read; and its rows.</summary>
    private static async Task<(double Growth, int Rows)> Export(BenchService service, HttpClient clerk, string query)
    {
        // What is loaded and compiled once belongs to no table.
        await clerk.GetByteArrayAsync(new Uri("/admin/v1/applications/export.xlsx?channel=Society", UriKind.Relative));
        var before = service.ResidentMegabytes;
        var most = before;
        var file = clerk.GetByteArrayAsync(new Uri($"/admin/v1/applications/export.xlsx{query}", UriKind.Relative));
        while (!file.IsCompleted)
        {
            most = Math.Max(most, service.ResidentMegabytes);
            await Task.WhenAny(file, Task.Delay(10));
        }

        most = Math.Max(most, service.ResidentMegabytes);
        await using var zip = new ZipArchive(new MemoryStream(await file), ZipArchiveMode.Read);
        using var sheet = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        return (most - before, RowEnd().Count(await sheet.ReadToEndAsync()) - 1);
    }

    private static async Task<double> Milliseconds(HttpClient http, string path)
    {
        var begun = Stopwatch.GetTimestamp();
        await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<Guid> UploadsPhoto(HttpClient applicant)
    {
        using var noise = Image.Gaussnoise(1200, 1600, sigma: 12, mean: 128);
        using var grey = noise.Cast(Enums.BandFormat.Uchar);
        using var content = new ByteArrayContent(grey.JpegsaveBuffer());
        using var form = new MultipartFormDataContent { { content, "file", "a.jpg" } };
        using var answer = await applicant.PostAsync(new Uri("/api/v1/photos", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("photoId").GetGuid();
    }

    private static HttpClient Client(Uri address, string token)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    [GeneratedRegex("</(x:)?row>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex RowEnd();
}
