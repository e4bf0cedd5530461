using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.Identity;

/// <summary>What a deleted account left that may not go with it.</summary>
/// <param name="HasApplications">Submitted once, whatever became of them.</param>
/// <param name="HasObjections">By name; an anonymous one was never theirs in any record.</param>
/// <param name="HasRecognition">One of them leads or supports a case that is Recognised.</param>
public sealed record ErasureFacts(bool HasApplications, bool HasRecognition, bool HasObjections, bool HasVotes);

/// <summary>Something that stays, as its former owner reads it.</summary>
/// <param name="Until">The last day in Hangzhou on which it is kept.</param>
public sealed record KeptRecord(string What, string Why, DateOnly Until);

/// <summary>Who deletes their account is told what stays, why, and until when.</summary>
public static class ErasureRules
{
    public static IReadOnlyList<KeptRecord> Kept(Campaign campaign, ErasureFacts facts)
    {
        var end = ChinaDay.Of(campaign.Phases.Max(phase => phase.ClosesAt));
        var archived = end.AddYears(campaign.RecordYears);
        return
        [
            .. One(facts.HasRecognition, "“杭州工匠”的认定案卷", "认定结果须存档备查，不再与您的微信关联。", archived),
            .. One(
                facts.HasApplications,
                "已提交的申报表及所附材料",
                "评审全程须留有记录，不再与您的微信关联。",
                archived
            ),
            .. One(
                facts.HasObjections,
                "公示期间的实名异议及所附材料",
                "异议的核查须留有记录，不再与您的微信关联。",
                archived
            ),
            .. One(facts.HasVotes, "投票记录", "保证一人一票、接受异议核查，只以代号保存，看不出是谁投的。", end),
        ];
    }

    private static IEnumerable<KeptRecord> One(bool isThere, string what, string why, DateOnly until) =>
        isThere ? [new KeptRecord(what, why, until)] : [];
}
