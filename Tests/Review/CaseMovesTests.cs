using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

/// <summary>
/// Law 4 from outside, over the whole table of stage, move and role: every move but the legal ones is refused with its code and clause, and
/// leaves no trace. The moves of later stages have no routes yet; <see cref="CaseRulesTests"/> has the same table of all of them.
/// </summary>
public sealed class CaseMovesTests(App app)
{
    /// <summary>Each move, the one stage in which it is legal, and its clause.</summary>
    private static readonly (string Move, Stage LegalIn, string Clause)[] Moves =
    [
        ("start-review", Stage.Submitted, "五(资格审核)"),
        ("screen", Stage.QualificationReview, "四(一)"),
        ("checklist", Stage.QualificationReview, "五(资格审核)"),
        ("pass", Stage.QualificationReview, "五(资格审核)"),
        ("return", Stage.QualificationReview, "五(资格审核)"),
        ("reject", Stage.QualificationReview, "五(资格审核)"),
    ];

    public static TheoryData<Stage> EveryStage => [.. Enum.GetValues<Stage>()];

    [Theory]
    [MemberData(nameof(EveryStage))]
    public async Task No_stage_lets_a_case_take_another_way_than_the_notice_lays_down_whoever_asks(Stage stage)
    {
        var (_, _, caseId) = await app.ACase();
        await app.PutsCaseIn(caseId, stage.ToString());

        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var member = await app.Staff(role);
            foreach (var (move, legalIn, clause) in Moves)
            {
                if (role != StaffRole.QualificationReviewer)
                {
                    (await Tries(member, caseId, move)).ShouldRefuse(403, "role-missing");
                }
                else if (stage != legalIn)
                {
                    var refused = (await Tries(member, caseId, move)).ShouldRefuse(
                        409,
                        stage.IsClosed() ? "case-closed" : "stage-not-allowed"
                    );
                    Assert.Equal(clause, refused.Word("clause"));
                    Assert.Equal(stage.ToString(), refused.Word("stage"));
                }
            }
        }

        Assert.Equal(stage.ToString(), await app.StageOf(caseId));
        Assert.Equal(["Open: -> Submitted"], await app.HistoryOf(caseId));
        Assert.Empty(await app.AuditedActs(caseId));
    }

    [Theory]
    [MemberData(nameof(EveryStage))]
    public async Task No_stage_but_those_of_the_desk_lets_a_case_be_claimed(Stage stage)
    {
        var (_, _, caseId) = await app.ACase();
        await app.PutsCaseIn(caseId, stage.ToString());
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);

        if (stage is Stage.Submitted or Stage.QualificationReview or Stage.Returned)
        {
            (await reviewer.Does(caseId, "claim")).Should(200);
            return;
        }

        (await reviewer.Does(caseId, "claim")).ShouldRefuse(
            409,
            stage.IsClosed() ? "case-closed" : "stage-not-allowed"
        );
        Assert.Empty(await app.AuditedActs(caseId));
    }

    private static async Task<Answer> Tries(StaffMember member, Guid caseId, string move)
    {
        var body = CaseDrivers.BodyOf(move);
        body["version"] = 1;
        var path = $"/admin/v1/cases/{caseId}/{move}";
        return move == "checklist" ? await member.Api.Put(path, body) : await member.Api.Post(path, body);
    }
}
