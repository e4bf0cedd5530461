using Craftsman.Domain.Tips.Similarity;

namespace Craftsman.Tests.Tips.Similarity;

public sealed class SimilarityRulesTests
{
    private const string Lathe = "车床开得好，听声音就知道主轴哪里坏了，带出三个比武冠军。";
    private const string SameLathe = "主轴一响他听声音就知道坏在哪里，徒弟里有三个拿了比武冠军。";
    private const string Noodles = "凌晨起来揉面，片儿川面条筋道，街坊吃了几十年。";

    [Theory]
    [InlineData("王健国", "杭州天虹机械有限公司")]
    [InlineData("王建国师傅", "天虹机械")]
    [InlineData("王·建国", "杭州天虹机械有限公司二车间")]
    public void One_worker_in_other_words_is_one(string name, string unit) =>
        Assert.True(Score(Worker("王建国"), Worker(name, unit)) >= SimilarityRules.Together);

    [Fact]
    public void The_same_name_in_another_unit_is_another_unless_everything_else_agrees()
    {
        var one = Worker("王建国", story: Lathe);

        Assert.True(
            Score(one, Worker("王建国", "杭州楼外楼菜馆", "330106", "food", Noodles)) < SimilarityRules.WorthALook
        );
        Assert.True(Score(one, Worker("王建国", "杭州宏达阀门厂", story: Noodles)) < SimilarityRules.Together);
        Assert.True(Score(one, Worker("王建国", "杭州宏达阀门厂", story: SameLathe)) >= SimilarityRules.Together);
    }

    [Fact]
    public void Two_descriptions_of_a_place_speak_against_one_worker_less_than_two_employers_do()
    {
        var stall = ToldWorker.Of("王建国", null, "环城北路修鞋摊", "330105", "services");
        var corner = ToldWorker.Of("王建国", null, "体育场路口的摊位", "330105", "services");

        Assert.InRange(Score(stall, corner), SimilarityRules.WorthALook, SimilarityRules.Together);
        Assert.True(Score(stall, Worker("王建国", "杭州宏达阀门厂", "330106")) < SimilarityRules.WorthALook);
    }

    [Fact]
    public void Two_names_one_character_apart_are_never_one_whatever_agrees() =>
        Assert.Equal(0, Score(Worker("王建国", story: Lathe), Worker("王建华", story: Lathe)));

    [Fact]
    public void Two_branches_of_one_house_have_a_worker_of_that_name_each() =>
        Assert.True(
            Score(
                Worker("王建国", "杭州天虹机械有限公司第一分公司"),
                Worker("王建国", "杭州天虹机械有限公司第二分公司")
            ) < SimilarityRules.Together
        );

    [Fact]
    public void Half_a_name_needs_the_unit_and_the_story()
    {
        var one = Worker("王建国", story: Lathe);

        Assert.True(Score(one, Worker("王师傅", story: SameLathe)) >= SimilarityRules.Together);
        Assert.True(Score(one, Worker("王师傅", story: Noodles)) < SimilarityRules.Together);
        Assert.True(Score(one, Worker("王师傅", "杭州宏达阀门厂", story: SameLathe)) < SimilarityRules.Together);
    }

    [Fact]
    public void The_same_phone_speaks_for_one_worker_in_two_units()
    {
        var one = Worker("王建国") with { Contact = "A" };
        var other = Worker("王建国", "杭州宏达阀门厂", "330106", "food") with { Contact = "A" };

        Assert.True(Score(one, other) >= SimilarityRules.Together);
    }

    [Fact]
    public void Each_part_is_told_in_words() =>
        Assert.Equal(
            ["同音姓名", "单位简称相同", "同区县", "专业领域不同"],
            SimilarityRules
                .Compare(
                    Worker("王建国", "杭州汽修集团"),
                    Worker("王健国", "杭汽", trade: "transport"),
                    UnitAliases.Known,
                    StoryWeights.Unlearned
                )
                .Reasons
        );

    [Fact]
    public void What_every_story_says_makes_no_two_stories_alike()
    {
        var stories = Enumerable.Range(0, 200).Select(_ => Story.Of("工作认真负责，技术过硬，值得大家学习。")).ToList();
        var weights = StoryWeights.Of([.. stories, Story.Of(Lathe), Story.Of(SameLathe)]);

        Assert.True(
            weights.Likeness(
                Story.Of($"技术过硬，工作认真负责。{Noodles}"),
                Story.Of($"工作认真负责，技术过硬。{Lathe}")
            ) < 0.1
        );
        Assert.True(weights.Likeness(Story.Of(Lathe), Story.Of(SameLathe)) > 0.3);
    }

    [Fact]
    public void A_group_is_no_chain_of_people_who_are_each_like_the_next()
    {
        // Both may be 王师傅, and they are two.
        ToldWorker[] told =
        [
            Worker("王师傅", story: Lathe),
            Worker("王建国", story: Lathe),
            Worker("王志强", story: Lathe),
            Worker("王建国", story: Lathe),
        ];
        var pairs = new[] { (0, 1, 0.6), (0, 2, 0.6), (0, 3, 0.6), (1, 3, 0.9) };

        var group = Assert.Single(
            SimilarGroups.Of(
                pairs,
                (one, other) =>
                    SimilarityRules.Compare(told[one], told[other], UnitAliases.Known, StoryWeights.Unlearned)
            )
        );

        Assert.DoesNotContain(2, group.Members.Select(member => member.Place));
        Assert.Equal(3, group.Members.Count);
    }

    private static double Score(ToldWorker one, ToldWorker other)
    {
        var likeness = SimilarityRules.Compare(one, other, UnitAliases.Known, StoryWeights.Unlearned);
        Assert.Equal(
            likeness.Score,
            SimilarityRules.Compare(other, one, UnitAliases.Known, StoryWeights.Unlearned).Score
        );
        return likeness.Score;
    }

    private static ToldWorker Worker(
        string name,
        string unit = "杭州天虹机械有限公司",
        string district = "330105",
        string trade = "machinery",
        string? story = null
    ) => ToldWorker.Of(name, unit, null, district, trade, story);
}
