using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Review;

namespace Craftsman.Tests.Support;

/// <summary>An expert of a test's own.</summary>
public sealed record ExpertPerson(Guid Id, StaffMember Person);

/// <summary>A panel of a test's own with its experts.</summary>
public sealed record TestPanel(
    App App,
    Guid Id,
    string Trade,
    StaffMember Secretary,
    IReadOnlyList<ExpertPerson> Experts
)
{
    public string Path => $"/admin/v1/panels/{Id}";

    public async Task<int> Version() => (await Secretary.Api.Get(Path)).Should(200).Number("version");

    /// <summary>A case of the panel's trade at the experts, about a worker of this name and unit.</summary>
    /// <param name="withProof">The form has one proof.</param>
    public async Task<Guid> Receives(string name, string unit, bool withProof = false)
    {
        var (_, candidateId, caseId) = await App.ACaseIn(Stage.ExpertReview, withProof);
        await App.Database.Execute(
            "UPDATE candidates SET name = @name, work_unit = @unit WHERE id = @candidateId",
            new
            {
                name,
                unit,
                candidateId,
            }
        );
        await App.Database.Execute(
            "UPDATE applications SET name = @name, work_unit = @unit WHERE candidate_id = @candidateId",
            new
            {
                name,
                unit,
                candidateId,
            }
        );
        await App.Database.Execute("UPDATE cases SET trade = @Trade WHERE id = @caseId", new { Trade, caseId });
        return caseId;
    }

    /// <summary>Brings a case to the panel's experts, wherever it was, and says the photo and the proofs of its form.</summary>
    public async Task<(Guid PhotoId, IReadOnlyList<Guid> FileIds)> Takes(Guid caseId)
    {
        await App.Database.Execute(
            "UPDATE cases SET stage = 'ExpertReview', stage_since = UTC_TIMESTAMP(6), trade = @Trade WHERE id = @caseId",
            new { Trade, caseId }
        );
        var photoId = await App.Database.Value<Guid>(
            "SELECT p.id FROM photos p JOIN cases k ON k.leading_application_id = p.application_id WHERE k.id = @caseId",
            new { caseId }
        );
        var fileIds = await App.Database.Rows<Guid>(
            "SELECT f.id FROM files f JOIN cases k ON k.leading_application_id = f.application_id WHERE k.id = @caseId ORDER BY f.id",
            new { caseId }
        );
        return (photoId, fileIds);
    }

    /// <summary>An expert opens a proof of a case; whatever comes of it.</summary>
    public Task<Answer> OpensFile(ExpertPerson expert, Guid caseId, Guid fileId) =>
        expert.Person.Api.Get($"{Path}/cases/{caseId}/files/{fileId}");

    /// <summary>An expert looks at the photo of a case; whatever comes of it.</summary>
    public Task<Answer> SeesPhoto(ExpertPerson expert, Guid caseId, Guid photoId) =>
        expert.Person.Api.Get($"{Path}/cases/{caseId}/photos/{photoId}");

    /// <summary>Every expert reads the list and declares nothing.</summary>
    public async Task AllDeclare()
    {
        foreach (var expert in Experts)
        {
            (await Declares(expert)).Should(204);
        }
    }

    /// <summary>An expert reads the list and declares conflicts with these names; whatever comes of it.</summary>
    public async Task<Answer> Declares(ExpertPerson expert, params string[] names) =>
        await expert.Person.Api.Put(
            $"{Path}/conflicts",
            new
            {
                asOf = (await expert.Person.Api.Get($"{Path}/conflicts")).Should(200).Word("asOf"),
                conflicts = names.Select(name => new { name }),
            }
        );

    /// <summary>The secretary deals out the cases; whatever comes of it.</summary>
    public async Task<Answer> Assigns() =>
        await Secretary.Api.Post($"{Path}/assignments", new { version = await Version() });

    /// <summary>The secretary gives one expert one case; whatever comes of it.</summary>
    public Task<Answer> Assigns(Guid caseId, ExpertPerson expert) =>
        Secretary.Api.Put($"{Path}/assignments/{caseId}/{expert.Id}", new { reason = "补足专家人数。" });

    /// <summary>Who judges a case now.</summary>
    public async Task<IReadOnlyList<ExpertPerson>> Judges(Guid caseId)
    {
        var ids = await App.Database.Rows<Guid>(
            """
            SELECT e.staff_id
            FROM case_experts e
            JOIN cases k ON k.id = e.case_id AND k.expert_round = e.round
            WHERE e.panel_id = @Id AND e.case_id = @caseId AND e.standing = 1
            """,
            new { Id, caseId }
        );
        return [.. Experts.Where(expert => ids.Contains(expert.Id))];
    }

    /// <summary>Scores all criteria alike; whatever comes of it.</summary>
    public Task<Answer> Scores(ExpertPerson expert, Guid caseId, int points, bool submit = true) =>
        Sends(expert, caseId, submit, [.. Criteria.Select(id => (id, (int?)points, "看过材料。"))]);

    /// <summary>Sends a sheet with these lines; whatever comes of it.</summary>
    public Task<Answer> Sends(
        ExpertPerson expert,
        Guid caseId,
        bool submit,
        params (string Id, int? Score, string? Comment)[] lines
    ) =>
        expert.Person.Api.Post(
            $"{Path}/scores",
            new
            {
                caseId,
                criteria = lines.Select(line => new
                {
                    criterionId = line.Id,
                    score = line.Score,
                    comment = line.Comment,
                }),
                submit,
            }
        );

    /// <summary>Every judge of a case submits, each a point more than the one before.</summary>
    public async Task AllScore(Guid caseId, int points)
    {
        foreach (var (expert, more) in (await Judges(caseId)).Select((expert, more) => (expert, more)))
        {
            (await Scores(expert, caseId, points + more)).Should(200);
        }
    }

    /// <summary>Every judge of a case submits sixty points each, but one.</summary>
    public async Task AllScoreBut(Guid caseId, ExpertPerson but)
    {
        foreach (var expert in (await Judges(caseId)).Where(expert => expert != but))
        {
            (await Scores(expert, caseId, 60)).Should(200);
        }
    }

    public async Task<Answer> Closes() => await Secretary.Api.Post($"{Path}/close", new { version = await Version() });

    public async Task<Answer> Reopens() =>
        await Secretary.Api.Post($"{Path}/reopen", new { version = await Version(), reason = "案卷重新评审。" });

    /// <summary>The ids of the cases an expert sees in their list.</summary>
    public async Task<IReadOnlyList<Guid>> SeenBy(ExpertPerson expert) =>
        [
            .. (await expert.Person.Api.Get($"{Path}/assignments?limit=100"))
                .Should(200)
                .Json.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("caseId").GetGuid()),
        ];

    /// <summary>Puts a case on the short-list or ends it there, with the version as it is now; whatever comes of it.</summary>
    public async Task<Answer> Decides(Guid caseId, string move, object? more = null)
    {
        var body = JsonSerializer
            .SerializeToNode(more ?? new { message = "名额所限。" }, JsonSerializerOptions.Web)!
            .AsObject();
        body["version"] = await App.Database.Value<int>("SELECT version FROM cases WHERE id = @caseId", new { caseId });
        return await Secretary.Api.Post($"/admin/v1/cases/{caseId}/{move}", body);
    }

    private static readonly string[] Criteria = ["skill", "innovation", "influence", "teaching"];
}

/// <summary>Panels for tests.</summary>
public static class PanelDrivers
{
    private static readonly string[] Trades =
    [
        "machinery",
        "electronics",
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
    ];

    private static readonly string[] Kinds = ["Expert", "TradeAssociation", "SocialOrganization", "Media"];
    private static int taken;

    /// <summary>
    /// A panel of all four kinds. There are few trades, so it takes one from whichever test had it last: for tests whose class has a database
    /// of its own.
    /// </summary>
    public static async Task<TestPanel> APanel(this App app, int experts = 5)
    {
        var trade = await app.AFreeTrade();
        var secretary = await app.Staff(StaffRole.PanelSecretary);
        var added = await secretary.Api.Post(
            "/admin/v1/panels",
            new { name = app.UniqueName("评审组"), trades = new[] { trade } }
        );
        var people = new List<ExpertPerson>();
        var panel = new TestPanel(app, Guid.Parse(added.Should(201).Word("id")), trade, secretary, people);
        for (var at = 0; at < experts; at++)
        {
            people.Add(await panel.Joins(Kinds[at % Kinds.Length]));
        }

        return panel;
    }

    /// <summary>A new expert joins the panel.</summary>
    public static async Task<ExpertPerson> Joins(
        this TestPanel panel,
        string kind,
        string? workUnit = null,
        string? phone = null,
        int? mostCases = null,
        string? mail = null
    )
    {
        var (id, person) = await panel.App.NewStaff(StaffRole.Expert);
        (await panel.Adds(id, kind, workUnit, phone, mostCases, mail)).Should(200);
        return new ExpertPerson(id, person);
    }

    /// <summary>The secretary adds a member; whatever comes of it.</summary>
    public static async Task<Answer> Adds(
        this TestPanel panel,
        Guid staffId,
        string kind,
        string? workUnit = null,
        string? phone = null,
        int? mostCases = null,
        string? mail = null
    ) =>
        await panel.Secretary.Api.Post(
            $"{panel.Path}/members",
            new
            {
                staffId,
                kind,
                workUnit,
                phone,
                mail,
                mostCases,
                version = await panel.Version(),
            }
        );

    /// <summary>A panel without trades or members, for tests that only need one to be there.</summary>
    public static async Task<Guid> APanelRow(this App app)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Database.Execute(
            """
            INSERT INTO panels (id, campaign_id, name, created_at)
            SELECT @id, c.id, @name, UTC_TIMESTAMP(6)
            FROM campaigns c
            WHERE c.is_current = 1
            """,
            new { id, name = app.UniqueName("评审组") }
        );
        return id;
    }

    /// <summary>A trade that no panel has and no case is of.</summary>
    public static async Task<string> AFreeTrade(this App app)
    {
        var trade = Trades[Interlocked.Increment(ref taken) % Trades.Length];
        await app.Database.Execute("DELETE FROM panel_trades WHERE trade = @trade", new { trade });
        await app.Database.Execute("UPDATE cases SET trade = 'other' WHERE trade = @trade", new { trade });
        return trade;
    }
}
