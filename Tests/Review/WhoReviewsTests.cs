using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

public sealed class WhoReviewsTests(App app)
{
    [Fact]
    public async Task A_district_reviewer_prepares_the_cases_of_its_district_and_leaves_the_decision_to_the_municipal_ones()
    {
        var district = await app.DistrictReviewer("330127", "330122");
        var (applicant, applicationId, caseId) = await app.ACase(A.Form() with { District = "330127" });

        await district.StartsReview(caseId);
        var refused = (await district.MovesCase(caseId, "pass")).ShouldRefuse(403, "municipal-reviewer-needed");
        (await district.MovesCase(caseId, "reject")).ShouldRefuse(403, "municipal-reviewer-needed");
        Assert.Equal("五(资格审核)", refused.Word("clause"));
        await district.Returns(caseId, "deedsSummary");
        (await applicant.Submits(applicationId)).Should(200);
        await (await app.Staff(StaffRole.QualificationReviewer)).Passes(caseId);

        Assert.Equal("ExpertReview", await app.StageOf(caseId));
    }

    [Theory]
    [InlineData("330105")]
    [InlineData(null)]
    public async Task What_lies_in_another_district_or_in_none_is_not_found(string? where)
    {
        var district = await app.DistrictReviewer("330106");
        var (_, _, caseId) = await app.ACase(A.Form() with { District = where });
        var path = $"/admin/v1/cases/{caseId}";

        (await district.Api.Get(path)).ShouldRefuse(404, "not-found");
        foreach (var move in new[] { "start-review", "screen", "pass", "return", "reject" })
        {
            (await district.MovesCase(caseId, move, version: 1)).ShouldRefuse(404, "not-found");
        }

        Assert.DoesNotContain(
            caseId.ToString(),
            (await district.Api.Get("/admin/v1/cases?limit=100")).Should(200).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("Submitted", await app.StageOf(caseId));
    }

    [Fact]
    public async Task Only_reviewers_auditors_and_the_leading_groups_office_read_cases_and_only_reviewers_move_them()
    {
        var (_, _, caseId) = await app.ACase();
        var path = $"/admin/v1/cases/{caseId}";

        foreach (var role in Enum.GetValues<StaffRole>().Except([StaffRole.QualificationReviewer]))
        {
            var member = await app.Staff(role);
            foreach (var read in new[] { await member.Api.Get("/admin/v1/cases"), await member.Api.Get(path) })
            {
                if (role is StaffRole.Auditor or StaffRole.OfficeClerk)
                {
                    read.Should(200);
                }
                else
                {
                    read.ShouldRefuse(403, "role-missing");
                }
            }

            foreach (var move in new[] { "start-review", "screen", "pass", "return", "reject" })
            {
                (await member.MovesCase(caseId, move, version: 1)).ShouldRefuse(403, "role-missing");
            }
        }

        Assert.Equal("Submitted", await app.StageOf(caseId));
        Assert.Empty(await app.AuditedActs(caseId));
    }

    [Fact]
    public async Task Neither_citizens_nor_strangers_come_to_the_desk_nor_staff_to_the_phone()
    {
        var (applicant, applicationId, caseId) = await app.ACase();
        var reviewer = await app.Staff(StaffRole.QualificationReviewer);

        foreach (var caller in new[] { applicant.Api, app.Anonymous })
        {
            (await caller.Get("/admin/v1/cases")).Should(401);
            (await caller.Get($"/admin/v1/cases/{caseId}")).Should(401);
            (await caller.Post($"/admin/v1/cases/{caseId}/start-review", new { version = 1 })).Should(401);
        }

        (await reviewer.Api.Get($"/api/v1/me/applications/{applicationId}")).Should(401);
        (await app.Anonymous.Get("/api/v1/me/applications")).Should(401);
        (await app.Anonymous.Post("/api/v1/me/applications", new { channel = "Self" })).Should(401);
        Assert.Equal("Submitted", await app.StageOf(caseId));
    }
}
