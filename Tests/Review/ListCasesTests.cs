using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Review;

public sealed class ListCasesTests(App app)
{
    [Fact]
    public async Task Cases_are_listed_oldest_first_without_gap_or_double()
    {
        var cases = await Cases("330182", "power", 7);

        Assert.Equal(cases, await Pages("district=330182&trade=power", await Reviewer()));
    }

    [Fact]
    public async Task Cases_are_found_by_the_stage_they_are_in()
    {
        var cases = await Cases("330182", "transport", 3);
        var reviewer = await Reviewer();
        await reviewer.StartsReview(cases[1]);

        Assert.Equal([cases[1]], await Pages("district=330182&trade=transport&state=QualificationReview", reviewer));
        Assert.Equal([cases[0], cases[2]], await Pages("district=330182&trade=transport&state=Submitted", reviewer));
    }

    [Theory]
    [InlineData("trade=运输", "trade")]
    [InlineData("trade=alchemy", "trade")]
    [InlineData("district=西湖区", "district")]
    [InlineData("district=310101", "district")]
    public async Task A_list_of_what_the_campaign_does_not_have_is_malformed(string filter, string field)
    {
        var refused = (await (await Reviewer()).Api.Get($"/admin/v1/cases?{filter}")).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal([field], refused.ErrorFields);
    }

    [Fact]
    public async Task A_district_reviewer_lists_the_cases_of_its_districts()
    {
        var (here, there) = (await Cases("330111", "software", 2), await Cases("330112", "software", 2));
        var elsewhere = await Cases("330113", "software", 1);
        var district = await app.DistrictReviewer("330111", "330112");

        Assert.Equal([.. here, .. there], await Pages("trade=software", district));
        Assert.Equal(there, await Pages("trade=software&district=330112", district));
        Assert.Empty(await Pages("trade=software&district=330113", district));
        Assert.Equal(elsewhere, await Pages("trade=software&district=330113", await Reviewer()));
    }

    [Fact]
    public async Task A_cursor_goes_on_in_its_own_list_only()
    {
        await Cases("330109", "health", 2);
        var reviewer = await Reviewer();
        var first = (await reviewer.Api.Get("/admin/v1/cases?trade=health&limit=1")).Should(200);
        var cursor = first.Word("nextCursor");

        (await reviewer.Api.Get($"/admin/v1/cases?trade=food&limit=1&cursor={cursor}")).ShouldRefuse(
            400,
            "cursor-invalid"
        );
        (await reviewer.Api.Get("/admin/v1/cases?cursor=nonsense")).ShouldRefuse(400, "cursor-invalid");
        (await reviewer.Api.Get("/admin/v1/cases?limit=0")).ShouldRefuse(400, "request-malformed");
        (await reviewer.Api.Get("/admin/v1/cases?state=Lost")).Should(400);
    }

    private Task<StaffMember> Reviewer() => app.Staff(StaffRole.QualificationReviewer);

    private async Task<List<Guid>> Cases(string district, string trade, int count)
    {
        var cases = new List<Guid>();
        for (var each = 0; each < count; each++)
        {
            cases.Add((await app.ACase(A.Form() with { District = district, Trade = trade })).CaseId);
        }

        return cases;
    }

    private static async Task<List<Guid>> Pages(string filter, StaffMember reader)
    {
        var listed = new List<Guid>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = (await reader.Api.Get($"/admin/v1/cases?{filter}&limit=2&cursor={cursor}")).Should(200);
            listed.AddRange(
                page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())
            );
            cursor = page.Json.GetProperty("nextCursor").GetString();
        }

        return listed;
    }
}
