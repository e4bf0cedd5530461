namespace Craftsman.Domain.Tips;

/// <summary>Why a tip is not followed. The reviewer's message says it to the citizen in words; the code is for counting.</summary>
public enum TipRejection
{
    /// <summary>About somebody who does not work at a craft: a shop, an official, a brand.</summary>
    NotAWorker,

    /// <summary>The person works elsewhere (三: in Hangzhou).</summary>
    NotInHangzhou,

    /// <summary>Nobody could be found by what was said.</summary>
    TooLittleToGoOn,

    /// <summary>The same citizen said the same before.</summary>
    AlreadyTold,

    /// <summary>What was said turned out to be untrue.</summary>
    NotTrue,

    /// <summary>Advertising, abuse or a joke.</summary>
    Unfit,
}

/// <summary>The reasons in words, for the desk.</summary>
public static class TipRejections
{
    public static string TextOf(TipRejection reason) =>
        reason switch
        {
            TipRejection.NotAWorker => "推荐的不是从事技艺劳动的个人，例如店铺、单位、领导或品牌",
            TipRejection.NotInHangzhou => "不在杭州工作",
            TipRejection.TooLittleToGoOn => "信息太少，找不到这位师傅",
            TipRejection.AlreadyTold => "同一位推荐人已经推荐过",
            TipRejection.NotTrue => "经核实与事实不符",
            TipRejection.Unfit => "含有广告、辱骂或玩笑内容",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
}
