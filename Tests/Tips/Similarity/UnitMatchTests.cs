using Craftsman.Domain.Tips.Similarity;

namespace Craftsman.Tests.Tips.Similarity;

public sealed class UnitMatchTests
{
    [Theory]
    [InlineData("杭州天虹机械有限公司", "天虹机械")]
    [InlineData("杭州天虹机械有限公司", "天虹机械有限公司（杭州）")]
    [InlineData("杭州天虹机械有限公司", "杭州市天虹機械有限公司一车间")]
    [InlineData("杭州钢铁集团有限公司", "杭钢")]
    [InlineData("杭州钢铁集团有限公司", "杭钢维修部")]
    [InlineData("杭州制氧机厂", "杭氧集团股份有限公司")]
    [InlineData("杭州市第一人民医院", "市一医院")]
    [InlineData("浙江大学医学院附属第一医院", "浙大一院")]
    [InlineData("杭州天虹机械有限公司", "杭州天宏机械有限公司")]
    [InlineData("杭州市公共交通集团有限公司", "杭州公交第二分公司")]
    public void One_unit_is_known_by_its_names(string one, string other) =>
        Assert.InRange(Match(one, other), UnitKinship.Near, UnitKinship.Same);

    [Theory]
    [InlineData("杭州天虹机械有限公司", "杭州宏达机械有限公司")]
    [InlineData("杭州市第一人民医院", "杭州市第二人民医院")]
    [InlineData("余杭区环卫所", "临平区环卫所")]
    [InlineData("杭州永安电梯有限公司", "杭州兴源食品有限公司")]
    [InlineData("知味观", "楼外楼")]
    public void Two_units_are_two(string one, string other) => Assert.Equal(UnitKinship.Different, Match(one, other));

    [Theory]
    [InlineData("杭州天虹机械有限公司第一分公司", "杭州天虹机械有限公司第二分公司")]
    [InlineData("工商银行西湖支行", "工商银行拱墅支行")]
    [InlineData("知味观食品有限公司武林店", "知味观食品有限公司滨江店")]
    public void Two_branches_are_not_one_house(string one, string other) =>
        Assert.Equal(UnitKinship.OtherBranch, Match(one, other));

    [Fact]
    public void A_unit_that_nobody_told_says_nothing() =>
        Assert.Equal(UnitKinship.Unknown, UnitMatch.Of(UnitName.Of(null), UnitName.Of("杭钢"), UnitAliases.Known).Kind);

    [Fact]
    public void What_staff_confirmed_makes_two_names_one_unit_and_their_other_names_too()
    {
        var taught = new UnitAliases([("杭州红旗五金厂", "富春精工"), ("富春精工有限公司", "蓝桥科技有限公司")]);

        Assert.Equal(UnitKinship.Different, Match("杭州红旗五金厂", "蓝桥科技有限公司"));
        Assert.Equal(
            UnitKinship.Same,
            UnitMatch.Of(UnitName.Of("杭州红旗五金厂二车间"), UnitName.Of("蓝桥科技有限公司"), taught).Kind
        );
    }

    private static UnitKinship Match(string one, string other)
    {
        var match = UnitMatch.Of(UnitName.Of(one), UnitName.Of(other), UnitAliases.Known);
        Assert.Equal(match.Kind, UnitMatch.Of(UnitName.Of(other), UnitName.Of(one), UnitAliases.Known).Kind);
        return match.Kind;
    }
}
