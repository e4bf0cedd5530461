using System.Text.Json.Nodes;
using Craftsman.Domain.Experts;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Tips.Similarity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Experts;

/// <summary>Law 6, 五(专家评审): nobody judges their own (回避), and for who may not judge a case it does not exist.</summary>
public sealed class ConflictTests(LonelyApp lonely) : IClassFixture<LonelyApp>
{
    private readonly App app = lonely.App;

    [Fact]
    public async Task For_a_conflicted_expert_every_answer_is_the_same_as_if_the_case_did_not_exist()
    {
        var panel = await app.APanel();
        var (tipster, mobile) = await app.ACitizenWithPhone();
        var expert = await panel.Joins("Expert", phone: mobile);
        var others = new[]
        {
            await panel.Receives("沈阿根", "杭州机床厂"),
            await panel.Receives("周水生", "萧山电机厂"),
            await panel.Receives("严大毛", "临安水泥厂"),
        };
        await panel.AllDeclare();
        (await panel.Declares(expert)).Should(204);
        (await panel.Assigns()).Should(200);
        foreach (var own in await panel.SeenBy(expert))
        {
            (await panel.Scores(expert, own, 80, submit: false)).Should(200);
        }

        foreach (var caseId in others)
        {
            foreach (var judge in await panel.Judges(caseId))
            {
                (await panel.Scores(judge, caseId, 75, submit: false)).Should(200);
            }
        }

        var nobody = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var without = await WhatIsSaid(panel, expert, nobody);

        var hidden = await panel.Receives("陶阿六", "富阳造纸厂");
        await IsTippedBy(tipster, hidden);
        await panel.AllDeclare();
        (await panel.Declares(expert)).Should(204);
        (await panel.Assigns()).Should(200);
        Assert.Equal(3, (await panel.Judges(hidden)).Count);
        (await panel.Assigns(hidden, expert)).ShouldRefuse(409, "expert-recused");
        var with = await WhatIsSaid(panel, expert, hidden);

        Assert.Equal(without, with);
        // Others do read of it, so the comparison is about something.
        Assert.Contains(
            "陶阿六",
            (await panel.Experts[0].Person.Api.Get($"{panel.Path}/conflicts")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_conflict_declared_late_takes_the_case_away_with_its_draft_on_record()
    {
        var panel = await app.APanel();
        var caseId = await panel.Receives("沈阿根", "杭州机床厂");
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        var judge = (await panel.Judges(caseId))[0];
        (await panel.Scores(judge, caseId, 95, submit: false)).Should(200);

        (await panel.Declares(judge, "沈 阿根")).Should(204);

        Assert.Empty(await panel.SeenBy(judge));
        (await judge.Person.Api.Get($"{panel.Path}/cases/{caseId}")).ShouldRefuse(404, "not-found");
        (await panel.Scores(judge, caseId, 95)).ShouldRefuse(404, "not-found");
        Assert.Equal("Conflict Declared", await Taken(caseId, judge));
        (await panel.Assigns()).Should(200);
        Assert.Equal(3, (await panel.Judges(caseId)).Count);
        Assert.DoesNotContain(judge, await panel.Judges(caseId));
    }

    [Fact]
    public async Task A_tip_that_comes_later_takes_the_case_away_when_its_expert_reads_or_scores()
    {
        var panel = await app.APanel();
        var (tipster, mobile) = await app.ACitizenWithPhone();
        var (id, person) = await app.NewStaff(StaffRole.Expert);
        (await panel.Adds(id, "Expert", phone: mobile)).Should(200);
        var expert = new ExpertPerson(id, person);
        var (read, scored) = (
            await panel.Receives("沈阿根", "杭州机床厂"),
            await panel.Receives("周水生", "萧山电机厂")
        );
        (await panel.Declares(expert)).Should(204);
        (await panel.Assigns(read, expert)).Should(204);
        (await panel.Assigns(scored, expert)).Should(204);

        await IsTippedBy(tipster, read);
        await IsTippedBy(tipster, scored);

        (await panel.Scores(expert, scored, 100)).ShouldRefuse(404, "not-found");
        Assert.Empty(await panel.SeenBy(expert));
        Assert.Equal("Conflict OwnTip", await Taken(read, expert));
        Assert.Equal("Conflict OwnTip", await Taken(scored, expert));
    }

    [Fact]
    public async Task Employer_organization_own_application_and_the_secretarys_word_are_found()
    {
        var panel = await app.APanel(experts: 0);
        var caseId = await panel.Receives("沈阿根", "杭州机床有限公司");
        var (applicant, phone) = await app.ACitizenWithPhone();
        await app.Database.Execute(
            """
            UPDATE applications a JOIN cases k ON k.leading_application_id = a.id JOIN citizens z ON z.phone_index = @index
            SET a.citizen_id = z.id
            WHERE k.id = @caseId
            """,
            new { caseId, index = await PhoneIndex(applicant) }
        );
        var colleague = await panel.Joins("Expert", workUnit: "杭州机床厂二车间");
        var worker = await panel.Joins("Media", phone: phone);
        var told = await panel.Joins("SocialOrganization");
        var filer = await panel.Joins("TradeAssociation");
        var organizationId = await app.JoinsOrganization(filer.Id, "Society");
        await app.Database.Execute(
            """
            UPDATE applications a JOIN cases k ON k.leading_application_id = a.id
            SET a.channel = 'Society', a.organization_id = @organizationId
            WHERE k.id = @caseId
            """,
            new { caseId, organizationId }
        );
        await panel.AllDeclare();
        (
            await panel.Secretary.Api.Post(
                $"{panel.Path}/conflicts",
                new
                {
                    caseId,
                    staffId = told.Id,
                    reason = "师徒关系。",
                }
            )
        ).Should(204);

        var found = (await panel.Secretary.Api.Get($"{panel.Path}/conflicts")).Should(200).Json.GetProperty("items");
        var sources = found
            .EnumerateArray()
            .ToDictionary(
                item => item.GetProperty("staffId").GetGuid(),
                item => Assert.Single(item.GetProperty("sources").EnumerateArray()).GetString()
            );

        Assert.Equal("SameEmployer", sources[colleague.Id]);
        Assert.Equal("SameOrganization", sources[filer.Id]);
        Assert.Equal("OwnApplication", sources[worker.Id]);
        Assert.Equal("Secretary", sources[told.Id]);
        Assert.Equal(4, sources.Count);
    }

    [Fact]
    public async Task Nobody_is_given_a_case_whose_name_they_have_not_seen_and_what_is_impossible_is_explained()
    {
        var panel = await app.APanel();
        var first = await panel.Receives("沈阿根", "杭州机床厂");
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        var late = await panel.Receives("周水生", "萧山电机厂");

        var refused = (await panel.Assigns()).ShouldRefuse(409, "assignment-infeasible");

        var line = Assert.Single(refused.Json.GetProperty("cases").EnumerateArray());
        Assert.Equal(late, line.GetProperty("caseId").GetGuid());
        Assert.Equal((3, 5), (line.GetProperty("lacking").GetInt32(), line.GetProperty("notDeclared").GetInt32()));
        Assert.Equal(3, (await panel.Judges(first)).Count);
        (await panel.Assigns(late, panel.Experts[0])).ShouldRefuse(409, "expert-not-declared");
    }

    [Theory]
    [InlineData("杭州机床厂", "杭州市机床有限公司", true)]
    [InlineData("杭州机床厂二车间", "杭州机床厂", true)]
    [InlineData("杭州机床厂", "杭州制氧机厂", false)]
    [InlineData(null, "杭州机床厂", false)]
    [InlineData("", "", false)]
    public void One_employer_is_known_by_its_house(string? one, string? other, bool isSame) =>
        Assert.Equal(isSame, ConflictRules.IsSameEmployer(one, other, UnitAliases.Known));

    /// <summary>Every answer an expert can get about a case and around it, without what is a clock's or the request's own.</summary>
    private static async Task<IReadOnlyList<string>> WhatIsSaid(TestPanel panel, ExpertPerson expert, Guid caseId)
    {
        var api = expert.Person.Api;
        List<Answer> said =
        [
            await api.Get("/admin/v1/panels"),
            await api.Get(panel.Path),
            await api.Get($"{panel.Path}/assignments"),
            await api.Get($"{panel.Path}/assignments?limit=1"),
            await api.Get($"{panel.Path}/assignments?sort=Name"),
            await api.Get($"{panel.Path}/assignments?state=NotStarted"),
            await api.Get($"{panel.Path}/assignments?state=Draft&sort=Name"),
            await api.Get($"{panel.Path}/assignments?trade={panel.Trade}"),
            await api.Get($"{panel.Path}/cases/{caseId}"),
            await api.Get($"{panel.Path}/scores?caseId={caseId}"),
            await api.Get($"{panel.Path}/conflicts"),
            await api.Get("/admin/v1/me/reminders"),
            await panel.Scores(expert, caseId, 90, submit: false),
            await panel.Scores(expert, caseId, 90),
            await api.Get($"{panel.Path}/ranking"),
            await api.Get($"/admin/v1/cases/{caseId}"),
        ];
        return
        [
            .. said.Select(answer =>
            {
                var body = JsonNode.Parse(answer.Text)!;
                if (body is JsonObject fields)
                {
                    fields.Remove("traceId");
                    fields.Remove("asOf");
                }

                var headers = answer
                    .Headers.Where(header => header.Key is not ("Date" or "traceparent"))
                    .Where(header => header.Key != "Content-Length")
                    .OrderBy(header => header.Key, StringComparer.Ordinal)
                    .Select(header => $"{header.Key}: {header.Value}");
                return $"{answer.Status} {string.Join("; ", headers)} {body.ToJsonString()}";
            }),
        ];
    }

    /// <summary>A tip of the citizen leads to the case's candidate.</summary>
    private async Task IsTippedBy(Citizen tipster, Guid caseId)
    {
        var tipId = await tipster.Tips();
        await app.Database.Execute(
            """
            UPDATE tips t JOIN cases k ON k.id = @caseId
            SET t.candidate_id = k.candidate_id, t.state = 'Joined'
            WHERE t.id = @tipId
            """,
            new { caseId, tipId }
        );
    }

    private Task<string> Taken(Guid caseId, ExpertPerson expert) =>
        app.Database.Value<string>(
            """
            SELECT CONCAT(removed_why, ' ', removed_because)
            FROM case_experts
            WHERE case_id = @caseId AND staff_id = @Id AND removed_at IS NOT NULL
            """,
            new { caseId, expert.Id }
        );

    private async Task<byte[]> PhoneIndex(Citizen citizen) =>
        await app.Database.Value<byte[]>(
            "SELECT phone_index FROM citizens WHERE id = @id",
            new { id = Guid.Parse((await citizen.Api.Get("/api/v1/me")).Should(200).Word("id")) }
        );
}
