using Craftsman.Infrastructure.Demo;

namespace Craftsman.Tests.Demo;

public sealed class DemoWorkersTests
{
    private static readonly string[] Districts =
    [
        "330102",
        "330105",
        "330106",
        "330108",
        "330109",
        "330110",
        "330111",
        "330112",
        "330113",
        "330114",
        "330122",
        "330127",
        "330182",
    ];

    private static readonly string[] Trades =
    [
        "machinery",
        "electronics",
        "textile-silk",
        "construction",
        "transport",
        "power",
        "chemical-medicine",
        "food",
        "agriculture",
        "tourism",
        "commerce",
        "traditional-craft",
        "health",
        "municipal",
        "software",
        "other",
    ];

    private static readonly char[] SentenceEnds = ['。', '！', '？', '\n'];

    private static IEnumerable<DemoTip> Tips => DemoWorkers.All.SelectMany(worker => worker.Tips);

    [Fact]
    public void Forty_workers_have_a_hundred_and_twenty_tips_and_none_is_without()
    {
        Assert.Equal(40, DemoWorkers.All.Count);
        Assert.Equal(120, Tips.Count());
        Assert.All(DemoWorkers.All, worker => Assert.InRange(worker.Tips.Count, 1, 8));
    }

    [Fact]
    public void Every_district_and_every_trade_is_found_and_no_other()
    {
        Assert.Equivalent(Districts, DemoWorkers.All.Select(worker => worker.District).Distinct(), strict: true);
        Assert.Equivalent(Trades, DemoWorkers.All.Select(worker => worker.Trade).Distinct(), strict: true);
    }

    [Fact]
    public void A_name_has_two_to_four_Chinese_characters()
    {
        Assert.All(
            DemoWorkers.All,
            worker =>
            {
                Assert.InRange(worker.Name.Length, 2, 4);
                Assert.All(worker.Name, character => Assert.InRange(character, '\u4e00', '\u9fff'));
            }
        );
    }

    [Fact]
    public void A_worker_has_either_a_work_unit_or_a_workplace()
    {
        Assert.All(DemoWorkers.All, worker => Assert.True(worker.WorkUnit is null != worker.Workplace is null));
    }

    [Fact]
    public void Name_and_place_together_tell_the_workers_apart()
    {
        Assert.Distinct(DemoWorkers.All.Select(worker => (worker.Name, worker.WorkUnit ?? worker.Workplace)));
    }

    [Fact]
    public void A_tip_fits_the_form()
    {
        Assert.All(
            Tips,
            tip =>
            {
                Assert.InRange(tip.Story.Count(character => !char.IsWhiteSpace(character)), 10, 600);
                Assert.InRange(tip.Relation.Length, 1, 20);
                Assert.InRange(tip.NameAsWritten.Length, 2, 20);
                Assert.NotEqual("", tip.WorkUnitAsWritten?.Trim());
            }
        );
    }

    [Fact]
    public void Nothing_looks_like_a_telephone_or_identity_number()
    {
        Assert.All(
            DemoWorkers.All.SelectMany(worker => new[] { worker.Name, worker.WorkUnit, worker.Workplace }),
            text => Assert.InRange(LongestRunOfDigits(text), 0, 6)
        );
        Assert.All(
            Tips.SelectMany(tip => new[] { tip.NameAsWritten, tip.WorkUnitAsWritten, tip.Relation, tip.Story }),
            text => Assert.InRange(LongestRunOfDigits(text), 0, 6)
        );
    }

    [Fact]
    public void No_story_and_no_sentence_is_told_twice()
    {
        Assert.Distinct(Tips.Select(tip => tip.Story));
        Assert.Distinct(
            Tips.SelectMany(tip =>
                tip.Story.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
        );
    }

    private static int LongestRunOfDigits(string? text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text ?? "")
        {
            run = char.IsDigit(character) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
