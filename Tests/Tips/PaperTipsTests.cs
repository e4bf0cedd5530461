using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Tips;

public sealed class PaperTipsTests(App app)
{
    [Fact]
    public async Task A_tip_on_paper_is_nobodys_and_kept_like_any_other()
    {
        var reviewer = await app.NewReviewer();

        var answer = (await reviewer.EntersTip(A.Tip() with { WorkerContact = "13800001234" })).Should(201);

        var id = answer.Json.GetProperty("id").GetGuid();
        Assert.Equal(("Received", 1), (answer.Word("state"), answer.Number("version")));
        Assert.Equal(["tip.entered"], await app.AuditOf(id));
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM tips t JOIN staff s ON s.id = t.entered_by WHERE t.id = @id AND t.citizen_id IS NULL AND s.user_name = @UserName",
                new { id, reviewer.UserName }
            )
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM tips WHERE id = @id AND INSTR(worker_contact, '13800001234') > 0",
                new { id }
            )
        );
        var tip = await reviewer.ReadsTip(id);
        Assert.Equal("138****1234", tip.Word("workerContactMasked"));
        Assert.Equal(["Received"], tip.ThreadKinds());
        await app.CheckBecomes(id, "Unchecked");
    }

    [Fact]
    public async Task A_paper_entered_twenty_times_at_once_with_one_key_is_one_tip_and_other_words_under_the_key_are_refused()
    {
        var (reviewer, other) = (await app.NewReviewer(), await app.NewReviewer());
        var tip = A.Tip() with { Name = app.UniqueName("纸质") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reviewer.EntersTip(tip, key: "paper-1")));

        Assert.All(answers, answer => answer.Should(201));
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        (await reviewer.EntersTip(tip with { Relation = "邻居" }, key: "paper-1")).ShouldRefuse(
            422,
            "idempotency-key-reused"
        );
        (await reviewer.EntersTip(tip, key: "paper 1")).ShouldRefuse(400, "idempotency-key-malformed");
        Assert.NotEqual(answers[0].Word("id"), (await other.EntersTip(tip, key: "paper-1")).Should(201).Word("id"));
        Assert.Equal(
            2,
            await app.Database.Value<int>("SELECT COUNT(*) FROM tips WHERE name = @Name", new { tip.Name })
        );
        Assert.Equal(["tip.entered"], await app.AuditOf(answers[0].Json.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task A_paper_tip_that_was_refused_binds_no_key()
    {
        var reviewer = await app.NewReviewer();
        (await reviewer.EntersTip(receivedOn: "2016-01-01", key: "refused")).ShouldRefuse(409, "tips-closed");

        (await reviewer.EntersTip(key: "refused")).Should(201);
    }

    [Fact]
    public async Task Another_than_who_entered_it_decides_and_says_that_the_text_is_fit()
    {
        var (writer, reviewer) = (await app.NewReviewer(), await app.NewReviewer());
        var id = await Enters(writer);
        await app.CheckBecomes(id, "Unchecked");

        (await writer.Decides(id, "claim")).ShouldRefuse(409, "tip-entered-by-you");
        var bulk = (await writer.MovesTips(new BulkItem(id, 1, "claim"))).Should(200);
        Assert.Equal("tip-entered-by-you", bulk.Json.GetProperty("items")[0].GetProperty("code").GetString());
        var version = await reviewer.Claims(id);
        var body = new { newCandidate = A.Person(), version };
        (await reviewer.Decides(id, "verify", body)).ShouldRefuse(409, "tip-content-undecided");
        var fit = new
        {
            body.newCandidate,
            contentFit = true,
            version,
        };
        (await reviewer.Decides(id, "verify", fit)).Should(200);

        Assert.Equal(["Received", "Claimed", "Joined"], (await reviewer.ReadsTip(id)).ThreadKinds());
        Assert.Equal(["tip.entered", "tip.claimed", "tip.verified"], await app.AuditOf(id));
    }

    [Fact]
    public async Task Each_tip_on_paper_counts_as_one_person_in_every_number()
    {
        var (writer, reviewer) = (await app.NewReviewer(), await app.NewReviewer());
        var citizen = await app.NewCitizen();
        var candidate = await reviewer.VerifiesAsNew(await citizen.Tips());
        await reviewer.Verifies(await citizen.Tips(), candidate);
        foreach (var _ in new[] { 1, 2 })
        {
            var id = await Enters(writer);
            var version = await reviewer.Claims(id);
            var body = new
            {
                candidateId = candidate,
                contentFit = true,
                version,
            };
            (await reviewer.Decides(id, "verify", body)).Should(200);
        }

        Assert.Equal(3, (await reviewer.Reads(candidate)).GetProperty("tipCount").GetInt32());
        Assert.Equal(3, await app.TipstersOf(candidate));

        // Everybody who is told of the worker is told, and who is nobody is not.
        await reviewer.Invites(candidate);
        Assert.Equal(
            4,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM tip_events e JOIN tips t ON t.id = e.tip_id WHERE t.candidate_id = @candidate AND e.kind = 'Invited'",
                new { candidate }
            )
        );
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("request-info")]
    public async Task Nobody_is_messaged_about_a_tip_on_paper(string act)
    {
        var (writer, reviewer) = (await app.NewReviewer(), await app.NewReviewer());
        var id = await Enters(writer);
        var body = new
        {
            act,
            reasonCode = "NotTrue",
            message = "经核实与事实不符。",
            question = "师傅在哪个车间？",
            version = await reviewer.Claims(id),
        };

        var shown = (await reviewer.Decides(id, "preview", body)).Should(200).Json;
        (await reviewer.Decides(id, act, body)).Should(200);

        Assert.Equal(System.Text.Json.JsonValueKind.Null, shown.GetProperty("message").ValueKind);
        Assert.Equal(3, (await reviewer.ReadsTip(id)).ThreadKinds().Count);
    }

    [Fact]
    public async Task A_tip_on_paper_is_found_by_what_is_like_it()
    {
        var (writer, reviewer) = (await app.NewReviewer(), await app.NewReviewer());
        var about = A.Tip() with { Name = "尉迟建国", WorkUnit = "杭州碧湖纺机厂" };
        var sent = await (await app.NewCitizen()).Tips(about);

        var entered = await Enters(writer, about with { Name = "尉迟健国" });

        var similar = (await reviewer.ReadsTip(sent)).Json.GetProperty("similar").EnumerateArray();
        Assert.Contains(
            entered.ToString(),
            similar.Select(other => other.GetProperty("tipId").GetString()),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Only_reviewers_of_the_district_enter_tips()
    {
        (await (await app.Staff(StaffRole.Auditor)).EntersTip()).ShouldRefuse(403, "role-missing");
        (await (await app.NewReviewer("330127")).EntersTip()).ShouldRefuse(403, "district-not-yours");
        (await (await app.NewCitizen()).Api.Post("/admin/v1/tips", A.Tip())).ShouldRefuse(401, "token-invalid");
    }

    [Fact]
    public async Task What_came_on_a_day_without_open_tips_is_refused()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        (await reviewer.EntersTip(receivedOn: "2020-01-01")).ShouldRefuse(409, "tips-closed");
        var refused = (await reviewer.EntersTip(receivedOn: "2999-01-01")).ShouldRefuse(400, "request-malformed");
        Assert.Equal(["receivedOn"], refused.ErrorFields);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("workUnit,workplace")]
    [InlineData("story")]
    [InlineData("workerContact")]
    public async Task Nonsense_is_refused_by_its_fields(string fields)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var form = fields switch
        {
            "name" => A.Tip() with { Name = " " },
            "story" => A.Tip() with { Story = "太短" },
            "workerContact" => A.Tip() with { WorkerContact = "no phone" },
            _ => A.Tip() with { WorkUnit = null },
        };

        var refused = (await reviewer.EntersTip(form)).ShouldRefuse(400, "request-malformed");

        Assert.Equal(fields.Split(',').Order(), refused.ErrorFields.Order());
    }

    [Fact]
    public async Task The_schema_knows_no_tip_of_two_people_and_none_of_nobody()
    {
        var id = await Enters(await app.NewReviewer());
        var sent = await (await app.NewCitizen()).Tips();

        foreach (
            var change in new[]
            {
                "UPDATE tips SET entered_by = NULL WHERE id = @id",
                "UPDATE tips SET citizen_id = (SELECT s.citizen_id FROM (SELECT citizen_id FROM tips WHERE id = @sent) s) WHERE id = @id",
                "UPDATE tips SET citizen_id = NULL WHERE id = @sent",
            }
        )
        {
            await Assert.ThrowsAsync<MySqlException>(() => app.Database.Execute(change, new { id, sent }));
        }
    }

    private static async Task<Guid> Enters(StaffMember writer, TipForm? tip = null) =>
        (await writer.EntersTip(tip)).Should(201).Json.GetProperty("id").GetGuid();
}
