using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class SearchCandidatesTests(App app)
{
    [Fact]
    public async Task A_word_is_found_in_the_name_the_shown_unit_and_the_story()
    {
        var word = app.UniqueName("字") + "孔雀蓝";
        var byName = await app.ACandidate(word);
        var byUnit = await app.ACandidate(workUnit: word);
        var byStory = await Tells($"年轻时在{word}染坊学徒。");
        await app.Publishes(byName);
        await app.Publishes(byUnit);

        Assert.Equal([byName, byUnit, byStory], (await Found(word)).Order());
    }

    [Fact]
    public async Task All_the_words_must_stand_in_the_texts_of_one_candidate_wherever()
    {
        var (first, second) = (app.UniqueName("东"), app.UniqueName("西"));
        var both = await Tells($"{first}与{second}", app.UniqueName("师傅"));
        var apart = await app.ACandidate(first, workUnit: second);
        await app.Publishes(apart);
        await Tells($"{first}");
        await Tells($"{second}");

        Assert.Equal([both, apart], (await Found($"{first} {second}")).Order());
        Assert.Equal([both, apart], (await Found($"{second}\u3000{first}")).Order());
        Assert.Equal([both], await Found($"{first}与 {second}"));
    }

    [Fact]
    public async Task Capitals_and_full_width_letters_are_the_same_as_others()
    {
        var word = app.UniqueName("Abc");
        var id = await Tells($"会用{word}ＣＮＣ机床。");

        Assert.Equal([id], await Found(word.ToUpperInvariant() + "cnc"));
        Assert.Equal([id], await Found(word + "ｃｎｃ"));
    }

    [Fact]
    public async Task A_hidden_unit_or_workplace_is_not_found_out_by_asking()
    {
        var unit = app.UniqueName("保密车间");
        var id = await app.ACandidate(workUnit: unit);
        await app.Publishes(id, showWorkUnit: false);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        (await reviewer.Edits(id, workUnit: unit, workplace: unit + "口")).Should(200);

        Assert.Empty(await Found(unit));
        Assert.Empty(await Found(unit + "口"));
    }

    [Fact]
    public async Task A_text_that_changes_and_a_candidate_taken_back_are_found_as_they_are_now()
    {
        var (before, now) = (app.UniqueName("从前"), app.UniqueName("如今"));
        var id = await Tells(before);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        Assert.Equal([id], await Found(before));

        (await reviewer.Edits(id, story: now)).Should(200);
        Assert.Empty(await Found(before));
        Assert.Equal([id], await Found(now));

        (await reviewer.Moves(id, "unpublish")).Should(200);
        Assert.Empty(await Found(now));
    }

    [Theory]
    [InlineData("杭")]
    [InlineData("杭%20")]
    [InlineData("🧵")]
    [InlineData("a%00b")]
    public async Task A_search_of_one_character_or_of_broken_ones_is_refused(string q) =>
        Assert.Equal(
            ["q"],
            (await app.Anonymous.Get($"/api/v1/candidates?q={q}")).ShouldRefuse(400, "request-malformed").ErrorFields
        );

    [Fact]
    public async Task A_thousand_characters_are_refused_and_signs_that_nobody_wrote_find_nobody()
    {
        var long_ = new string('q', 1000);
        (await app.Anonymous.Get($"/api/v1/candidates?q={long_}")).ShouldRefuse(400, "request-malformed");

        foreach (var q in new[] { "🧵🪡🧶", "%%%", "\\\\", "__", "\"name\"", "photoUrl", "张 %" })
        {
            Assert.Empty(await Found(q));
        }
    }

    [Fact]
    public async Task Pages_of_a_search_meet_each_candidate_once_in_the_order_asked_for()
    {
        var word = app.UniqueName("分页");
        var ids = await app.PublishedAtOnce(word, 5);
        var voter = await app.NewCitizen();
        (await voter.VotesFor(ids[1])).Should(201);
        var seen = new List<Guid>();
        string? cursor = null;

        do
        {
            var page = await app.Lists($"q={word}&limit=2&cursor={cursor}");
            seen.AddRange(page.Items.Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.NextCursor;
        } while (cursor is not null);

        Assert.Equal([ids[1], ids[4], ids[3], ids[2], ids[0]], seen);
    }

    [Theory]
    [InlineData("王 五", "王五")]
    [InlineData("  丝绸\t织造 丝绸 ", "丝绸,织造")]
    [InlineData("ＣＮＣ", "cnc")]
    [InlineData("王 五金", "王,五金")]
    public void Words_stand_between_spaces_and_single_characters_alone_are_one_word(string text, string words) =>
        Assert.Equal(words.Split(','), SearchWords.Of(text));

    private async Task<Guid> Tells(string story, string? name = null)
    {
        var id = await app.ACandidate(name);
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        (await reviewer.Edits(id, name ?? app.UniqueName("师傅"), story: story)).Should(200);
        await app.Publishes(id);
        return id;
    }

    private async Task<IEnumerable<Guid>> Found(string q) =>
        (await app.Lists($"q={Uri.EscapeDataString(q)}&limit=100")).Items.Select(item =>
            item.GetProperty("id").GetGuid()
        );
}
