using Craftsman.Domain.Tips.Similarity;

namespace Craftsman.Tests.Tips.Similarity;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("王建国", "王建国")]
    [InlineData("王建国", "王建国师傅")]
    [InlineData("王建国", "王 建 国")]
    [InlineData("王建国", "王·建国")]
    [InlineData("王建国", "王　建国老师")]
    [InlineData("陈国华", "陳國華")]
    [InlineData("欧阳建国", "歐陽建國大师")]
    [InlineData("王建国", "王建国（电工）")]
    [InlineData("John Li", "ＪＯＨＮ　ＬＩ")]
    public void Writing_and_titles_make_no_other_name(string one, string other) =>
        Assert.Equal(NameKinship.Same, Match(one, other).Kind);

    [Theory]
    [InlineData("王建国", "王健国")]
    [InlineData("章志明", "张志明")]
    [InlineData("吕丽芳", "吕莉芳")]
    [InlineData("曾伟", "曾炜")]
    public void Names_that_sound_alike_are_told_as_such(string one, string other) =>
        Assert.Equal(NameKinship.SoundAlike, Match(one, other).Kind);

    [Theory]
    [InlineData("王末根", "王未根")]
    [InlineData("张玉", "张王")]
    [InlineData("李晓东", "李烧东")]
    [InlineData("陈贵", "陈责")]
    public void Names_that_look_alike_are_told_as_such(string one, string other) =>
        Assert.Equal(NameKinship.LookAlike, Match(one, other).Kind);

    [Theory]
    [InlineData("王建国", "王建华")]
    [InlineData("王建国", "李建国")]
    [InlineData("王德兴", "王小兴")]
    [InlineData("王志明", "王志民")]
    [InlineData("王建国", "王国")]
    [InlineData("老李", "小李")]
    [InlineData("张师傅", "李建国")]
    [InlineData("阿根", "沈阿福")]
    public void Names_of_two_people_stay_two(string one, string other) =>
        Assert.Equal(NameKinship.None, Match(one, other).Kind);

    [Theory]
    [InlineData("张师傅", "张建国")]
    [InlineData("老张", "张建国")]
    [InlineData("张工", "张建国")]
    [InlineData("张某某", "张建国")]
    [InlineData("阿根", "沈阿根")]
    [InlineData("阿根师傅", "沈根")]
    [InlineData("建国师傅", "张建国")]
    public void Half_a_name_fits_a_whole_one(string one, string other) =>
        Assert.Equal(NameKinship.Partial, Match(one, other).Kind);

    private static NameMatch Match(string one, string other)
    {
        var match = NameMatch.Of(PersonName.Of(one), PersonName.Of(other));
        Assert.Equal(match, NameMatch.Of(PersonName.Of(other), PersonName.Of(one)));
        return match;
    }
}
