using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Contract;

/// <summary>What stands in mini-program-contract beside the descriptions, checked with Node as its README says; test.sh installs the packages.</summary>
public sealed class MiniProgramTests(App app)
{
    /// <summary>Generous, because the machine may be busy with all other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public Task The_generated_files_of_the_client_are_what_the_contract_says() => Passes("drift");

    [Fact]
    public Task The_descriptions_are_without_a_finding_of_the_linters() => Passes("lint");

    [Fact]
    public Task The_client_and_its_tests_are_right_in_every_type() => Passes("types");

    [Fact]
    public Task The_client_does_what_its_tests_say() => Passes("unit");

    [Fact]
    public Task The_package_is_whole_small_and_needs_nobody() => Passes("package");

    [Fact]
    public Task The_sample_pages_do_what_their_tests_say() => Passes("samples");

    [Fact]
    public Task A_description_may_only_grow() => Passes("additions");

    [Fact]
    public async Task The_client_walks_the_way_of_citizen_and_applicant_against_the_running_service()
    {
        var relay = new DatabaseRelay(app.Database.ConnectionString);
        var broken = app.With(("Database:ConnectionString", relay.ConnectionString));
        relay.Dispose();
        var candidates = new[]
        {
            await app.APublishedCandidate(),
            await app.APublishedCandidate(),
            await app.APublishedCandidate(),
        };
        await app.CopyCatchesUp();
        var invited = await app.ACandidate();
        var folder = Directory.CreateTempSubdirectory("craftsman-story-");
        try
        {
            var photo = Path.Combine(folder.FullName, "photo.jpg");
            await File.WriteAllBytesAsync(photo, Pictures.Jpeg(), TestContext.Current.CancellationToken);
            var story = new JsonObject
            {
                ["service"] = AddressOf(app.Anonymous),
                ["later"] = AddressOf(app.InTheFuture(TimeSpan.FromMinutes(16))),
                ["strict"] = AddressOf(
                    app.With(
                        ("RateLimits:WritesPerCitizen:PerMinute", "60"),
                        ("RateLimits:WritesPerCitizen:Burst", "1")
                    )
                ),
                ["broken"] = AddressOf(broken),
                ["citizen"] = app.UniqueName("phone-"),
                ["voters"] = new JsonArray(
                    app.UniqueName("phone-"),
                    app.UniqueName("phone-"),
                    app.UniqueName("phone-")
                ),
                ["candidates"] = new JsonArray([.. candidates.Select(id => JsonValue.Create(id.ToString()))]),
                ["photo"] = photo,
                ["invitation"] = await (await app.Staff(StaffRole.TipReviewer)).Invites(invited),
                ["form"] = JsonSerializer.SerializeToNode(A.Form(), JsonSerializerOptions.Web),
            };

            await Passes("end-to-end", story.ToJsonString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_commands_of_the_README_lead_from_nothing_to_a_cast_vote()
    {
        await app.APublishedCandidate();
        await app.CopyCatchesUp();
        await Passes("readme", new JsonObject { ["service"] = AddressOf(app.Anonymous) }.ToJsonString());
    }

    private static string AddressOf(ApiClient instance) => instance.Address.ToString().TrimEnd('/');

    /// <summary>Runs a script of mini-program-contract/package.json; what it wrote is shown when it fails.</summary>
    private static async Task Passes(string script, string? story = null)
    {
        var folder = ContractFolder();
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules")),
            "The npm packages are missing: run ./test.sh, or npm ci in mini-program-contract."
        );
        var start = new ProcessStartInfo("npm", ["run", "--silent", script])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CRAFTSMAN_STORY"] = story;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"npm run {script} failed:\n{await output}\n{await errors}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The contract of the checkout these tests were built in.</summary>
    private static string ContractFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Craftsman.sln")))
        {
            folder = folder.Parent;
        }

        Assert.True(folder is not null, "These tests run inside a checkout, where mini-program-contract is.");
        return Path.Combine(folder.FullName, "mini-program-contract");
    }
}
