using Craftsman.Infrastructure.Identity;
using Craftsman.Tests.Support;
using Microsoft.Extensions.Options;

namespace Craftsman.Tests.Tips;

public sealed class SendTipTests(App app)
{
    [Fact]
    public async Task A_tip_is_received_and_its_thread_begins()
    {
        var citizen = await app.NewCitizen();

        var sent = (await citizen.SendsTip(A.Tip())).Should(201);

        Assert.Equal("Received", sent.Word("state"));
        var tip = await citizen.SeesTip(sent.Json.GetProperty("id").GetGuid());
        Assert.Equal(sent.Word("createdAt"), tip.Word("createdAt"));
        Assert.Equal(["Received"], tip.ThreadKinds());
    }

    [Fact]
    public async Task A_tip_is_kept_as_it_was_written_but_for_the_spaces_around_each_text()
    {
        var citizen = await app.NewCitizen();
        var story = "沈师傅修了三十年自行车，\n街坊都找他。  从不多收一分钱。";

        var id = await citizen.Tips(
            A.Tip() with
            {
                Name = " 沈 阿根 ",
                WorkUnit = null,
                Workplace = "　河坊街口修车摊 ",
                Story = $"\n {story} \n",
                Relation = " 老主顾 ",
            }
        );

        var tip = await citizen.SeesTip(id);
        Assert.Equal(
            ["沈 阿根", "河坊街口修车摊", story, "老主顾"],
            [tip.Word("name"), tip.Word("workplace"), tip.Word("story"), tip.Word("relation")]
        );
    }

    [Fact]
    public async Task The_workers_contact_is_encrypted_in_the_row_and_masked_in_every_answer()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(Domain.Identity.StaffRole.TipReviewer);

        var id = await citizen.Tips(A.Tip() with { WorkerContact = "138 5712 0099" });

        var row = Assert.Single(
            await app.Database.Rows<ContactRow>(
                "SELECT worker_contact, worker_contact_index FROM tips WHERE id = @id",
                new { id }
            )
        );
        var secrets = Options.Create(app.Secrets);
        Assert.False(row.WorkerContact.AsSpan().IndexOf("5712"u8) >= 0);
        Assert.Equal("138 5712 0099", new DataCipher(secrets).Decrypt("tips.worker_contact", row.WorkerContact));
        Assert.Equal(new BlindIndex(secrets).OfPhone("13857120099"), row.WorkerContactIndex);
        foreach (var answer in new[] { await citizen.SeesTip(id), await reviewer.ReadsTip(id) })
        {
            Assert.Equal("138****0099", answer.Word("workerContactMasked"));
            // With a digit beside them: an id may have the four digits alone.
            Assert.DoesNotMatch("8 ?5712|5712 ?0", answer.Text);
        }
    }

    public static TheoryData<string, string?> Malformed =>
        new()
        {
            { "name", null },
            { "name", "  " },
            { "name", new string('沈', 41) },
            { "name", "沈\n阿根" },
            { "workUnit", " " },
            { "workUnit", new string('厂', 101) },
            { "workUnit", "厂\u0007" },
            { "workplace", new string('摊', 101) },
            { "district", null },
            { "district", "330199" },
            { "district", "西湖区" },
            { "trade", null },
            { "trade", "astrology" },
            { "story", null },
            { "story", "手艺很好很好很好。" },
            { "story", new string('好', 601) },
            { "story", $"手艺很好，待人也好，徒弟很多。\0" },
            { "relation", null },
            { "relation", new string('友', 21) },
            { "workerContact", "12345" },
            { "workerContact", "请打给他老婆" },
            { "workerContact", new string('1', 25) },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_malformed_is_told_by_its_field_and_nothing_is_stored(string field, string? value)
    {
        var citizen = await app.NewCitizen();

        var answer = await citizen.SendsTip(With(A.Tip() with { Workplace = "车间" }, field, value));

        Assert.Equal([field], answer.ShouldRefuse(400, "request-malformed").ErrorFields);
        Assert.Empty((await citizen.Api.Get("/api/v1/me/tips")).Should(200).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused()
    {
        var citizen = await app.NewCitizen();
        using var body = new StringContent(
            """{"name":"沈\ud83d","workUnit":"厂","district":"330102","trade":"food","story":"手艺很好，待人也好，徒弟很多。","relation":"同事"}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );

        var answer = await citizen.Api.Send(HttpMethod.Post, "/api/v1/tips", body);

        Assert.Equal(400, answer.Status);
        Assert.NotNull(answer.Code);
    }

    [Fact]
    public async Task A_worker_works_somewhere_and_photos_are_ones_own_uploads()
    {
        var citizen = await app.NewCitizen();

        var nowhere = await citizen.SendsTip(A.Tip() with { WorkUnit = null });
        var photos = await citizen.SendsTip(A.Tip() with { PhotoIds = ["0198"] });

        Assert.Equal(["workUnit", "workplace"], nowhere.ShouldRefuse(400, "request-malformed").ErrorFields);
        Assert.Equal(["photoIds"], photos.ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    [Fact]
    public async Task All_fields_at_fault_are_told_at_once()
    {
        var citizen = await app.NewCitizen();

        var answer = await citizen.SendsTip(A.Tip() with { Name = null, Story = "短", Relation = " " });

        Assert.Equal(["name", "relation", "story"], answer.ShouldRefuse(400, "request-malformed").ErrorFields.Order());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(600)]
    public async Task A_story_may_have_ten_to_six_hundred_characters_however_it_is_spaced(int count)
    {
        var citizen = await app.NewCitizen();

        await citizen.Tips(A.Tip() with { Story = string.Join(' ', Enumerable.Repeat("巧", count)) });
    }

    [Fact]
    public async Task Nobody_sends_a_tip_without_a_token_or_with_one_of_staff()
    {
        var reviewer = await app.Staff(Domain.Identity.StaffRole.TipReviewer);

        (await app.Anonymous.Post("/api/v1/tips", A.Tip())).ShouldRefuse(401, "token-missing");
        (await reviewer.Api.Post("/api/v1/tips", A.Tip())).ShouldRefuse(401, "token-invalid");
    }

    [Fact]
    public async Task Tips_are_refused_from_the_instant_the_phase_closes()
    {
        var late = app.InTheFuture(TimeSpan.FromDays(61));
        var citizen = await Citizen.LogIn(late, app.UniqueName("late-"));

        var answer = (await citizen.SendsTip(A.Tip())).ShouldRefuse(409, "tips-closed");

        Assert.Equal("四(三)", answer.Word("clause"));
    }

    [Fact]
    public async Task Twenty_tips_at_once_over_a_quota_of_five_are_exactly_five()
    {
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => citizen.SendsTip(A.Tip())));

        Assert.Equal(5, answers.Count(answer => answer.Status == 201));
        Assert.All(answers.Where(answer => answer.Status != 201), answer => answer.ShouldRefuse(409, "tip-quota-used"));
        var listed = (await citizen.Api.Get("/api/v1/me/tips")).Json.GetProperty("items");
        Assert.Equal(5, listed.GetArrayLength());
    }

    [Fact]
    public async Task The_quota_is_of_the_day_and_a_withdrawn_tip_gives_no_slot_back()
    {
        var citizen = await app.NewCitizen();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var id = await citizen.Tips();
            (await citizen.Api.Delete($"/api/v1/me/tips/{id}")).Should(204);
        }

        (await citizen.SendsTip(A.Tip())).ShouldRefuse(409, "tip-quota-used");

        var tomorrow = await Citizen.LogIn(app.InTheFuture(TimeSpan.FromDays(1)), citizen.Name);
        await tomorrow.Tips();
    }

    [Fact]
    public async Task Twenty_retries_at_once_with_one_key_are_one_tip_and_one_answer()
    {
        var citizen = await app.NewCitizen();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => citizen.SendsTip(A.Tip(), "one-key")));

        var answer = Assert.Single(answers.Select(answer => answer.Should(201).Text).Distinct());
        Assert.Contains("\"state\":\"Received\"", answer, StringComparison.Ordinal);
        Assert.Equal(1, (await citizen.Api.Get("/api/v1/me/tips")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_key_that_comes_again_with_another_tip_is_refused()
    {
        var citizen = await app.NewCitizen();
        (await citizen.SendsTip(A.Tip(), "reused")).Should(201);

        (await citizen.SendsTip(A.Tip() with { Name = "沈阿根师傅" }, "reused")).ShouldRefuse(
            422,
            "idempotency-key-reused"
        );
    }

    private static TipForm With(TipForm tip, string field, string? value) =>
        field switch
        {
            "name" => tip with { Name = value },
            "workUnit" => tip with { WorkUnit = value },
            "workplace" => tip with { Workplace = value },
            "district" => tip with { District = value },
            "trade" => tip with { Trade = value },
            "story" => tip with { Story = value },
            "relation" => tip with { Relation = value },
            "workerContact" => tip with { WorkerContact = value },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };

    private sealed record ContactRow
    {
        public byte[] WorkerContact { get; init; } = [];
        public byte[] WorkerContactIndex { get; init; } = [];
    }
}
