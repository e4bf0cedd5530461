using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips.Similarity;

/// <summary>Each test has a family name of a house of its own, for all tips of the run lie beside each other.</summary>
public sealed class SimilarTipsTests(App app)
{
    private const string Hint = "/api/v1/tips/similar";

    [Fact]
    public async Task A_citizen_is_told_of_a_published_worker_whose_name_they_misheard()
    {
        var (name, misheard, unit) = ("诸葛建国", "诸葛健国", "杭州碧波纺机厂");
        var candidateId = await app.ACandidate(name, unit);
        await app.Publishes(candidateId);
        var citizen = await app.NewCitizen();

        var hint = Assert.Single(await Hints(citizen, misheard, "碧波纺机"));

        Assert.Equal(candidateId, hint.GetProperty("candidateId").GetGuid());
        Assert.Equal(name, hint.GetProperty("name").GetString());
        Assert.Equal(unit, hint.GetProperty("workUnit").GetString());
        Assert.InRange(hint.GetProperty("score").GetDouble(), 0.5, 1);
        Assert.Contains("同音姓名", Reasons(hint));
    }

    [Fact]
    public async Task Nobody_is_named_to_the_public_who_is_not_published()
    {
        await app.ACandidate("皇甫建国", "杭州碧浪纺机厂");

        Assert.Empty(await Hints(await app.NewCitizen(), "皇甫建国", "杭州碧浪纺机厂"));
    }

    [Fact]
    public async Task A_unit_that_the_worker_did_not_agree_to_show_is_neither_shown_nor_found_out_by_asking()
    {
        var candidateId = await app.ACandidate("尉迟建国", "杭州碧云纺机厂");
        await app.Publishes(candidateId, showWorkUnit: false);
        var citizen = await app.NewCitizen();

        var right = Assert.Single(await Hints(citizen, "尉迟建国", "杭州碧云纺机厂"));
        var wrong = Assert.Single(await Hints(citizen, "尉迟建国", "杭州宏达阀门厂"));

        Assert.Equal(JsonValueKind.Null, right.GetProperty("workUnit").ValueKind);
        Assert.Equal(right.GetProperty("score").GetDouble(), wrong.GetProperty("score").GetDouble());
        Assert.Equal(Reasons(right), Reasons(wrong));
    }

    [Fact]
    public async Task A_hint_names_the_root_of_a_merged_worker()
    {
        var root = await app.ACandidate("司徒建国", "杭州碧霞纺机厂");
        var merged = await app.ACandidate("司徒健国", "碧霞纺机");
        await app.Publishes(root);
        await app.Merges(merged, root);

        var hint = Assert.Single(await Hints(await app.NewCitizen(), "司徒健国", "碧霞纺机"));

        Assert.Equal(root, hint.GetProperty("candidateId").GetGuid());
    }

    [Fact]
    public async Task A_hint_needs_a_name_and_a_citizen()
    {
        var citizen = await app.NewCitizen();

        (await app.Anonymous.Get($"{Hint}?name=a")).ShouldRefuse(401, "token-missing");
        Assert.Equal(["name"], (await citizen.Api.Get(Hint)).ShouldRefuse(400, "request-malformed").ErrorFields);
        Assert.Equal(
            ["workUnit"],
            (await citizen.Api.Get($"{Hint}?name=a&workUnit={new string('厂', 101)}"))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
    }

    [Fact]
    public async Task Asking_for_hints_again_and_again_is_slowed_down()
    {
        var instance = app.With(
            ("RateLimits:HintsPerCitizen:PerMinute", "1"),
            ("RateLimits:HintsPerCitizen:Burst", "2")
        );
        var citizen = (await app.NewCitizen()).At(instance);

        (await citizen.Api.Get($"{Hint}?name=a")).Should(200);
        (await citizen.Api.Get($"{Hint}?name=b")).Should(200);

        Assert.True(
            (await citizen.Api.Get($"{Hint}?name=c"))
                .ShouldRefuse(429, "too-many-requests")
                .Headers.ContainsKey("Retry-After")
        );
    }

    [Fact]
    public async Task A_reviewer_sees_open_tips_and_candidates_in_any_state_with_the_reasons()
    {
        var unit = "杭州碧水纺机厂";
        var candidateId = await app.ACandidate("轩辕建国", unit);
        var other = await Tip("轩辕·健国", "碧水纺机");
        var id = await Tip("轩辕建国师傅", unit);

        var similar = await Similar(id);

        Assert.Equal(
            [candidateId, other],
            similar.Select(each => IdOf(each, "candidateId") ?? IdOf(each, "tipId")).Order().Cast<Guid>().ToHashSet()
        );
        var tip = Assert.Single(similar, each => IdOf(each, "tipId") == other);
        Assert.Equal("轩辕·健国", tip.GetProperty("name").GetString());
        Assert.Contains("同音姓名", Reasons(tip));
    }

    [Fact]
    public async Task A_tip_that_was_changed_withdrawn_or_settled_shows_as_what_it_has_become()
    {
        var unit = "杭州碧山纺机厂";
        var id = await Tip("令狐建国", unit);
        var author = await app.NewCitizen();
        var other = await author.Tips(A.Tip() with { Name = "张三丰", WorkUnit = unit });
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        Assert.Empty(await Similar(id));

        (await author.ChangesTip(other, A.Tip() with { Name = "令狐建国", WorkUnit = unit }, version: 1)).Should(200);
        Assert.Single(await Similar(id));

        (await author.Api.Delete($"/api/v1/me/tips/{other}")).Should(204);
        Assert.Empty(await Similar(id));
        Assert.Equal(0, await TermsOf(other));

        var settled = await Tip("令狐建国", unit);
        Assert.Single(await Similar(id));
        var version = await reviewer.Claims(settled);
        (
            await reviewer.Decides(
                settled,
                "reject",
                new
                {
                    reasonCode = "NotAWorker",
                    message = "请推荐一位在岗的师傅。",
                    version,
                }
            )
        ).Should(200);
        Assert.Empty(await Similar(id));
    }

    [Fact]
    public async Task A_tip_of_a_citizen_who_deleted_the_account_never_shows()
    {
        var unit = "杭州碧海纺机厂";
        var id = await Tip("端木建国", unit);
        var gone = await Tip("端木建国", unit);
        Assert.Single(await Similar(id));

        await app.Database.Execute(
            "UPDATE citizens SET openid = NULL WHERE id = (SELECT citizen_id FROM tips WHERE id = @gone)",
            new { gone }
        );

        Assert.Empty(await Similar(id));
    }

    [Fact]
    public async Task A_reviewer_of_one_district_is_shown_nothing_of_another()
    {
        var unit = "杭州碧天纺机厂";
        var id = await Tip("东方建国", unit, "330106");
        await Tip("东方建国", unit, "330109");
        await app.ACandidate("东方建国", unit, "330109");
        var reviewer = await app.NewReviewer("330106");

        Assert.Empty(await Similar(id, reviewer));
        Assert.Equal(2, (await Similar(id)).Count);
    }

    [Fact]
    public async Task A_confirmed_alias_brings_two_names_of_a_unit_together_and_removing_it_parts_them()
    {
        var (earlier, later) = ("杭州碧桃纺机厂", "杭州蓝湾智能装备有限公司");
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await Tip("宇文建国", earlier, story: "开过三十年纺机，厂里人人知道他的一双手。");
        var other = await Tip("宇文健国", later, story: "带徒弟二十个，个个能独当一面，是大家的榜样。");
        Assert.Empty(await Similar(id));

        var aliasId = (await reviewer.ConfirmsAlias(earlier, later)).Should(201).Word("id");
        var similar = Assert.Single(await Similar(id));

        Assert.Equal(other, IdOf(similar, "tipId"));
        Assert.Contains("单位为同一单位的不同名称", Reasons(similar));
        Assert.Contains(
            (await reviewer.Api.Get("/admin/v1/unit-aliases?limit=100"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray(),
            item => item.GetProperty("id").GetString() == aliasId && item.GetProperty("alias").GetString() == later
        );

        (await reviewer.Api.Delete($"/admin/v1/unit-aliases/{aliasId}")).Should(204);
        Assert.Empty(await Similar(id));
        (await reviewer.Api.Delete($"/admin/v1/unit-aliases/{aliasId}")).ShouldRefuse(404, "not-found");
        Assert.Equal(["unit-alias.added", "unit-alias.removed"], await app.AuditOf(Guid.Parse(aliasId)));
    }

    [Fact]
    public async Task An_alias_is_confirmed_once_in_either_order_and_only_by_who_reviews_tips()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (one, other) = ("杭州碧莲纺机厂", "杭州紫藤装备有限公司");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(at => at % 2 == 0 ? reviewer.ConfirmsAlias(one, other) : reviewer.ConfirmsAlias(other, one))
        );

        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.ShouldRefuse(409, "unit-alias-known")
        );
        (await reviewer.ConfirmsAlias(one, "碧莲纺机")).ShouldRefuse(409, "unit-alias-same");
        Assert.Equal(
            ["alias"],
            (await reviewer.ConfirmsAlias(one, "。。。")).ShouldRefuse(400, "request-malformed").ErrorFields
        );
        foreach (var role in new[] { StaffRole.Auditor, StaffRole.Expert })
        {
            (await (await app.Staff(role)).ConfirmsAlias(one, "别名厂")).ShouldRefuse(403, "role-missing");
        }
    }

    private async Task<Guid> Tip(string name, string unit, string district = "330102", string? story = null) =>
        await (await app.NewCitizen()).Tips(
            A.Tip() with
            {
                Name = name,
                WorkUnit = unit,
                District = district,
                Story = story ?? A.Tip().Story,
            }
        );

    private static async Task<IReadOnlyList<JsonElement>> Hints(Citizen citizen, string name, string unit) =>
        [
            .. (
                await citizen.Api.Get($"{Hint}?name={Uri.EscapeDataString(name)}&workUnit={Uri.EscapeDataString(unit)}")
            )
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray(),
        ];

    private async Task<IReadOnlyList<JsonElement>> Similar(Guid tipId, StaffMember? reviewer = null) =>
        [
            .. (await (reviewer ?? await app.Staff(StaffRole.TipReviewer)).ReadsTip(tipId))
                .Json.GetProperty("similar")
                .EnumerateArray(),
        ];

    private Task<int> TermsOf(Guid tipId) =>
        app.Database.Value<int>("SELECT COUNT(*) FROM tip_terms WHERE tip_id = @tipId", new { tipId });

    private static IReadOnlyList<string> Reasons(JsonElement each) =>
        [.. each.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()!)];

    private static Guid? IdOf(JsonElement each, string property) =>
        each.GetProperty(property).ValueKind == JsonValueKind.Null ? null : each.GetProperty(property).GetGuid();
}
