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
        var without = await WhatIsSaid(panel, expert, nobody, nobody, nobody);

        var hidden = await panel.Receives("陶阿六", "富阳造纸厂", withProof: true);
        var (photoId, fileIds) = await panel.Takes(hidden);
        await IsTippedBy(tipster, hidden);
        await panel.AllDeclare();
        (await panel.Declares(expert)).Should(204);
        (await panel.Assigns()).Should(200);
        Assert.Equal(3, (await panel.Judges(hidden)).Count);
        (await panel.Assigns(hidden, expert)).ShouldRefuse(409, "expert-recused");
        var with = await WhatIsSaid(panel, expert, hidden, photoId, Assert.Single(fileIds));

        Assert.Equal(without, with);
        Assert.Empty(await app.AuditedActs(photoId));
        Assert.Empty(await app.AuditedActs(fileIds[0]));
        // Others do read of it, so the comparison is about something.
        Assert.Contains(
            "陶阿六",
            (await panel.Experts[0].Person.Api.Get($"{panel.Path}/conflicts")).Text,
            StringComparison.Ordinal
        );
        var reader = (await panel.Judges(hidden))[0];
        (await panel.SeesPhoto(reader, hidden, photoId)).Should(200);
        (await panel.OpensFile(reader, hidden, fileIds[0])).Should(200);
    }

    [Fact]
    public async Task An_expert_reads_photo_and_proofs_of_their_cases_on_record_each_time_and_neither_seal_nor_signed_paper()
    {
        var panel = await app.APanel();
        var (filer, _) = await app.AFiler();
        var body = await filer.Filing();
        var proof = await filer.UploadsScan();
        body["fileIds"] = new JsonArray(proof.ToString());
        var applicationId = Guid.Parse((await filer.SendsFiling(body)).Should(201).Word("id"));
        var caseId = await app.CaseOf(applicationId);
        var (photoId, fileIds) = await panel.Takes(caseId);
        Assert.Equal(3, fileIds.Count);
        await panel.AllDeclare();
        (await panel.Assigns()).Should(200);
        var judge = (await panel.Judges(caseId))[0];
        var stranger = panel.Experts.Except(await panel.Judges(caseId)).First();

        var dossier = (await judge.Person.Api.Get($"{panel.Path}/cases/{caseId}")).Should(200);
        var shown = dossier.Json.GetProperty("applications")[0];
        Assert.Equal(photoId, shown.GetProperty("photoId").GetGuid());
        var listed = Assert.Single(shown.GetProperty("files").EnumerateArray());
        Assert.Equal(
            (proof, "fileIds"),
            (listed.GetProperty("fileId").GetGuid(), listed.GetProperty("field").GetString())
        );
        (await panel.OpensFile(judge, caseId, proof)).Should(200);
        (await panel.OpensFile(judge, caseId, proof)).Should(200);
        Assert.Equal("image/jpeg", (await panel.SeesPhoto(judge, caseId, photoId)).Should(200).MediaType);
        foreach (var other in fileIds.Except([proof]))
        {
            (await panel.OpensFile(judge, caseId, other)).ShouldRefuse(404, "not-found");
        }

        (await panel.OpensFile(stranger, caseId, proof)).ShouldRefuse(404, "not-found");
        (await panel.SeesPhoto(stranger, caseId, photoId)).ShouldRefuse(404, "not-found");
        (await judge.Person.Api.Get($"/admin/v1/files/{proof}")).ShouldRefuse(403, "role-missing");

        Assert.Equal(2, (await app.AuditedActs(proof)).Count(act => act == "file.downloaded"));
        Assert.Equal("photo.read", (await app.AuditedActs(photoId))[^1]);
    }

    [Fact]
    public async Task A_conflict_found_late_closes_photo_and_proofs_and_is_counted_in_no_reminder()
    {
        var panel = await app.APanel(experts: 4);
        var (tipster, mobile) = await app.ACitizenWithPhone();
        var expert = await panel.Joins("Expert", phone: mobile);
        var caseId = await panel.Receives("沈阿根", "杭州机床厂", withProof: true);
        var (photoId, fileIds) = await panel.Takes(caseId);
        (await panel.Declares(expert)).Should(204);
        (await panel.Assigns(caseId, expert)).Should(204);
        (await panel.SeesPhoto(expert, caseId, photoId)).Should(200);

        await IsTippedBy(tipster, caseId);

        var reminders = (await expert.Person.Api.Get("/admin/v1/me/reminders")).Should(200).Json.GetProperty("items");
        Assert.Empty(reminders.EnumerateArray());
        (await panel.SeesPhoto(expert, caseId, photoId)).ShouldRefuse(404, "not-found");
        (await panel.OpensFile(expert, caseId, fileIds[0])).ShouldRefuse(404, "not-found");
        Assert.Equal("Conflict OwnTip", await Taken(caseId, expert));
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
    private static async Task<IReadOnlyList<string>> WhatIsSaid(
        TestPanel panel,
        ExpertPerson expert,
        Guid caseId,
        Guid photoId,
        Guid fileId
    )
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
            await panel.SeesPhoto(expert, caseId, photoId),
            await panel.OpensFile(expert, caseId, fileId),
            await api.Get($"/admin/v1/files/{fileId}"),
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
