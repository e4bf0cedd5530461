using System.Text.Json;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Identity;

public sealed class ExportAccountTests(App app)
{
    [Fact]
    public async Task A_citizen_takes_along_all_they_sent_with_their_own_phones_whole_and_nobody_elses()
    {
        var citizen = await app.NewCitizen();
        (await citizen.BindsPhone("phone:13800006101")).Should(200);
        (await citizen.Api.Post("/api/v1/me/consents/Privacy", new { policyVersion = "2026-1" })).Should(204);
        var form = A.Form();
        var applicationId = await citizen.Applies(form);
        var fileId = await citizen.UploadsFile(Pictures.Pdf(), "获奖证书.pdf");
        var candidate = await app.CandidateRow();
        var receipt = (await citizen.VotesFor(candidate)).Should(201).Word("receipt");
        var tipId = await citizen.Tips(
            A.Tip() with
            {
                Story = "只有我知道的一件小事，写在这里。",
                WorkerContact = "13800006102",
            }
        );
        (await citizen.Reports(candidate, text: "这张照片不是他。")).Should(201);
        // Of somebody else, about the same worker.
        await (await app.NewCitizen()).Tips(A.Tip() with { Story = "别人写的另一件事，不该出现。" });

        var answer = (await citizen.Exports()).Should(200);

        var account = answer.Json.GetProperty("account");
        Assert.Equal("13800006101", account.GetProperty("phone").GetString());
        Assert.Equal("Privacy", Only(account, "policyConsents").GetProperty("kind").GetString());
        Assert.Equal("SelfApplication", Only(account, "consentsToBeNamed").GetProperty("source").GetString());
        Assert.Equal("获奖证书.pdf", Only(account, "files").GetProperty("name").GetString());
        Assert.Equal(fileId, Only(account, "files").GetProperty("id").GetGuid());
        Assert.Equal(applicationId, Only(account, "photos").GetProperty("applicationId").GetGuid());
        Assert.Equal("这张照片不是他。", Only(account, "reports").GetProperty("text").GetString());
        Assert.Equal("Untrue", Only(account, "reports").GetProperty("reasonCode").GetString());
        var tip = Only(answer.Json, "tips");
        Assert.Equal(tipId, tip.GetProperty("id").GetGuid());
        Assert.Equal("138****6102", tip.GetProperty("workerContactMasked").GetString());
        Assert.Contains("只有我知道的一件小事", answer.Text);
        Assert.Equal(receipt, Only(answer.Json, "votes").GetProperty("receipt").GetString());
        var exported = Only(answer.Json, "applications");
        Assert.Equal(form.Mobile, exported.GetProperty("application").GetProperty("mobile").GetString());
        Assert.Equal("Submitted", Only(exported, "timeline").GetProperty("to").GetString());
        Assert.DoesNotContain("13800006102", answer.Text);
        Assert.DoesNotContain("别人写的另一件事", answer.Text);
        Assert.DoesNotContain((await app.OpenIdOf(await app.IdOf(citizen)))!, answer.Text);
    }

    [Fact]
    public async Task More_than_a_page_of_votes_comes_whole_and_each_once()
    {
        var citizen = await app.NewCitizen();
        var receipt = (await citizen.VotesFor(await app.CandidateRow())).Should(201).Word("receipt");
        // The votes of others become this citizen's, one on each day before.
        await app.Database.Execute(
            """
            UPDATE votes v
            JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS n FROM votes WHERE id IN @others) o ON o.id = v.id
            SET v.voter_key = @voterKey, v.day = v.day - INTERVAL o.n DAY
            """,
            new
            {
                others = await app.VoteRows(await app.CandidateRow(), 120),
                voterKey = await app.Database.Value<byte[]>(
                    "SELECT voter_key FROM votes WHERE receipt = @receipt",
                    new { receipt = Convert.FromHexString(receipt) }
                ),
            }
        );

        var votes = (await citizen.Exports()).Should(200).Json.GetProperty("votes");

        Assert.Equal(
            121,
            votes.EnumerateArray().Select(vote => vote.GetProperty("receipt").GetString()).Distinct().Count()
        );
        Assert.Equal(121, votes.GetArrayLength());
    }

    [Fact]
    public async Task Only_who_is_logged_in_takes_anything_along_and_not_over_and_over()
    {
        var citizen = await app.NewCitizen();
        var limited = citizen.At(
            app.With(("RateLimits:ExportsPerCitizen:PerMinute", "1"), ("RateLimits:ExportsPerCitizen:Burst", "2"))
        );
        (await limited.Exports()).Should(200);
        (await limited.Exports()).Should(200);
        Assert.True(
            (await limited.Exports()).ShouldRefuse(429, "too-many-requests").Headers.ContainsKey("Retry-After")
        );

        var gone = await app.NewCitizen();
        (await gone.Api.Post("/api/v1/auth/logout")).Should(204);

        (await gone.Exports()).ShouldRefuse(401, "session-ended");
        (await app.Anonymous.Get("/api/v1/me/export")).ShouldRefuse(401, "token-missing");
    }

    private static JsonElement Only(JsonElement parent, string list) =>
        Assert.Single(parent.GetProperty(list).EnumerateArray().ToList());
}
