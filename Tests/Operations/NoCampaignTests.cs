using System.Text;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Contract;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Operations;

/// <summary>The time before the first campaign, and between two. On a database of its own.</summary>
public sealed class NoCampaignTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task Without_a_campaign_the_service_starts_serves_and_says_so_and_with_one_it_goes_on()
    {
        var citizen = await app.NewCitizen();
        var (_, staff) = await app.NewStaff(Enum.GetValues<StaffRole>());
        await app.Database.Execute("UPDATE campaigns SET is_current = NULL");
        await using var api = await ApiProcess.Serves(app, ("Voting:ScoresVotes", "true"));
        (await api.Anonymous.Get("/health/ready")).Should(200);

        await CampaignIsMissing(citizen.At(api.Anonymous), api.Anonymous.With(staff.AccessToken));
        await NothingBreaks(api.Anonymous.With(citizen.AccessToken), "v1");
        await NothingBreaks(api.Anonymous.With(staff.AccessToken), "admin");

        await Citizen.LogIn(api.Anonymous, app.UniqueName("before-the-campaign-"));
        (await api.Anonymous.Get("/health/ready")).Should(200);
        await app.Database.Execute("UPDATE campaigns SET is_current = 1");
        (await api.Anonymous.Get("/api/v1/campaigns/current")).Should(200);
        (await api.Anonymous.Get("/api/v1/candidates")).Should(200);
        Assert.Equal(0, await api.Stop());
        Assert.DoesNotContain(api.Lines, line => line.Contains("\"@l\":\"Error\"", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Lines, line => line.Contains("\"@l\":\"Fatal\"", StringComparison.Ordinal));
    }

    private static async Task CampaignIsMissing(Citizen citizen, ApiClient staff)
    {
        foreach (
            var path in new[]
            {
                "/api/v1/campaigns/current",
                "/api/v1/candidates",
                "/api/v1/candidates?q=a",
                $"/api/v1/candidates/{Guid.AllBitsSet}",
                "/api/v1/leaderboard",
            }
        )
        {
            (await citizen.Api.Get(path)).ShouldRefuse(404, "campaign-missing");
        }

        (await citizen.SendsTip(A.Tip())).ShouldRefuse(404, "campaign-missing");
        (await citizen.VotesFor(Guid.AllBitsSet)).ShouldRefuse(404, "campaign-missing");
        (await citizen.SendsDraft(A.Form())).ShouldRefuse(404, "campaign-missing");
        foreach (var path in new[] { "tips", "candidates", "cases", "photos" })
        {
            (await staff.Get($"/admin/v1/{path}")).ShouldRefuse(404, "campaign-missing");
        }
    }

    /// <summary>Every operation of a description, about things that are not there; those that end the session are left out.</summary>
    private async Task NothingBreaks(ApiClient api, string document)
    {
        var broken = new List<string>();
        foreach (var operation in await Description.Of(app, document))
        {
            if (operation.Path.EndsWith("/auth/logout", StringComparison.Ordinal))
            {
                continue;
            }

            var path = operation
                .Parameters("path")
                .Aggregate(
                    operation.Path,
                    (path, name) => path.Replace($"{{{name}}}", Guid.AllBitsSet.ToString(), StringComparison.Ordinal)
                );
            using var body = operation.HasBody
                ? new StringContent(operation.Body(_ => null).ToJsonString(), Encoding.UTF8, "application/json")
                : null;
            var answer = await api.Send(new HttpMethod(operation.Method), path, body);
            if (answer.Status >= 500)
            {
                broken.Add($"{operation}: {answer.Status} {answer.Text}");
            }
        }

        Assert.Empty(broken);
    }
}
