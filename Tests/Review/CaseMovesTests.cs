using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

/// <summary>Law 4 from outside: in each stage every move but the legal ones is refused, and leaves no trace.</summary>
public sealed class CaseMovesTests(App app)
{
    private static readonly string[] Moves = ["start-review", "pass", "return", "reject"];

    public static TheoryData<Stage> EveryStage => [.. Enum.GetValues<Stage>()];

    [Theory]
    [MemberData(nameof(EveryStage))]
    public async Task No_stage_lets_a_case_take_another_way_than_the_notice_lays_down(Stage stage)
    {
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);
        var (_, _, caseId) = await app.ACase();
        await app.PutsCaseIn(caseId, stage.ToString());

        foreach (var move in Moves.Except(LegalIn(stage)))
        {
            var refused = (await reviewer.MovesCase(caseId, move)).ShouldRefuse(
                409,
                stage.IsClosed() ? "case-closed" : "stage-not-allowed"
            );
            Assert.Equal("五(资格审核)", refused.Word("clause"));
            Assert.Equal(stage.ToString(), refused.Word("stage"));
        }

        Assert.Equal(stage.ToString(), await app.StageOf(caseId));
        Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(caseId));
        Assert.Empty(await app.AuditedActs(caseId));
    }

    private static string[] LegalIn(Stage stage) =>
        stage switch
        {
            Stage.Submitted => ["start-review"],
            Stage.QualificationReview => ["pass", "return", "reject"],
            _ => [],
        };
}
