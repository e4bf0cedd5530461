using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using MySqlConnector;

namespace Craftsman.Tests.Support;

/// <summary>What staff and workers do about candidates.</summary>
public static class CandidateDrivers
{
    /// <summary>The worker's phone on tips made by <see cref="ACandidate"/>.</summary>
    public const string WorkerContact = "13800001234";

    /// <summary>Asks the worker and answers with the code of the letter.</summary>
    public static async Task<string> Invites(this StaffMember reviewer, Guid candidateId) =>
        (await reviewer.Moves(candidateId, "invite")).Should(200).Word("code");

    /// <summary>Accepts with the policy of the invitation, showing photo and work unit.</summary>
    public static async Task<(Guid CandidateId, Guid ApplicationId)> Accepts(this Citizen citizen, string code)
    {
        var answer = (await citizen.AnswersYes(code)).Should(200);
        return (Guid.Parse(answer.Word("candidateId")), Guid.Parse(answer.Word("applicationId")));
    }

    /// <summary>Accepts, whatever comes of it.</summary>
    public static Task<Answer> AnswersYes(
        this Citizen citizen,
        string code,
        bool showWorkUnit = true,
        object? corrections = null,
        string policyVersion = "2026-1",
        string? key = null,
        bool showPhoto = true
    ) =>
        citizen.Api.Post(
            $"/api/v1/invitations/{code}/accept",
            new
            {
                policyVersion,
                showPhoto,
                showWorkUnit,
                corrections,
            },
            key
        );

    /// <summary>Declines, whatever comes of it.</summary>
    public static Task<Answer> AnswersNo(this Citizen citizen, string code) =>
        citizen.Api.Post($"/api/v1/invitations/{code}/decline");

    public static async Task ConfirmsConsent(this StaffMember reviewer, Guid candidateId) =>
        (await reviewer.Moves(candidateId, "confirm-consent")).Should(200);

    public static async Task Publishes(this StaffMember reviewer, Guid candidateId) =>
        (await reviewer.Moves(candidateId, "publish")).Should(200);

    /// <summary>Any of the moves with the version as it is now, whatever comes of it.</summary>
    public static async Task<Answer> Moves(this StaffMember reviewer, Guid candidateId, string move) =>
        await reviewer.Api.Post(
            $"/admin/v1/candidates/{candidateId}/{move}",
            new
            {
                version = (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32(),
                identityCheck = "电话核对本人姓名和单位",
                reason = "工作单位信息需要核实",
            }
        );

    /// <summary>Writes the public text, whatever comes of it.</summary>
    public static async Task<Answer> Edits(
        this StaffMember reviewer,
        Guid candidateId,
        string name = "沈阿福",
        string? workUnit = "杭州丝绸厂",
        string? workplace = null,
        string district = "330102",
        string trade = "textile-silk",
        string? story = null,
        int? version = null
    ) =>
        await reviewer.Api.Put(
            $"/admin/v1/candidates/{candidateId}",
            new
            {
                name,
                workUnit,
                workplace,
                district,
                trade,
                story,
                version = version ?? (await reviewer.Reads(candidateId)).GetProperty("version").GetInt32(),
            }
        );

    /// <summary>The candidate's file.</summary>
    public static async Task<JsonElement> Reads(this StaffMember reviewer, Guid candidateId) =>
        (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}")).Should(200).Json;

    /// <summary>A Hidden candidate with a joined tip of each tipster, or of a citizen of its own.</summary>
    public static async Task<Guid> ACandidate(
        this App app,
        string? name = null,
        string workUnit = "杭州丝绸厂",
        string district = "330102",
        string trade = "textile-silk",
        string story = "三十年如一日守着织机，徒弟遍布全厂。",
        params Citizen[] tipsters
    )
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var first = tipsters is [] ? await app.NewCitizen() : tipsters[0];
        var person = new PersonForm
        {
            Name = name ?? app.UniqueName("师傅"),
            WorkUnit = workUnit,
            District = district,
            Trade = trade,
        };
        var tipId = await first.Tips(A.Tip() with { Story = story, WorkerContact = WorkerContact });
        var candidateId = await reviewer.VerifiesAsNew(tipId, person);
        foreach (var tipster in tipsters.Skip(1))
        {
            await app.Joins(tipster, candidateId, story);
        }

        return candidateId;
    }

    /// <summary>A joined tip of the citizen about the candidate.</summary>
    public static async Task Joins(
        this App app,
        Citizen tipster,
        Guid candidateId,
        string story = "手艺好，人也好，徒弟都服他。"
    )
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipId = await tipster.Tips(A.Tip() with { Story = story, WorkerContact = WorkerContact });
        await reviewer.Verifies(tipId, candidateId);
    }

    /// <summary>The id under which the service knows a citizen.</summary>
    public static Task<Guid> IdOf(this App app, Citizen citizen) =>
        app.Database.Value<Guid>(
            "SELECT s.citizen_id FROM sessions s JOIN refresh_tokens t ON t.session_id = s.id WHERE t.token_hash = @hash",
            new { hash = SecretCode.HashOf(citizen.RefreshToken) }
        );

    /// <summary>A candidate who was tipped, invited, agreed and is shown.</summary>
    public static async Task<Guid> APublishedCandidate(this App app)
    {
        var candidateId = await app.ACandidate();
        await app.Publishes(candidateId);
        return candidateId;
    }

    /// <summary>Takes a Hidden candidate the whole way to the public.</summary>
    public static async Task Publishes(this App app, Guid candidateId, bool showWorkUnit = true, bool showPhoto = true)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var worker = await app.NewCitizen();
        (await worker.AnswersYes(await reviewer.Invites(candidateId), showWorkUnit, showPhoto: showPhoto)).Should(200);
        await reviewer.ConfirmsConsent(candidateId);
        await reviewer.Publishes(candidateId);
    }
}

/// <summary>What tests look up about candidates behind the service's back.</summary>
public static class CandidateTraces
{
    private static readonly TimeSpan CopyPatience = TimeSpan.FromSeconds(60);

    /// <summary>The kinds of events that the first tip's author reads.</summary>
    public static Task<IReadOnlyList<string>> ThreadKinds(this App app, Guid candidateId) =>
        app.Database.Rows<string>(
            """
            SELECT kind FROM tip_events
            WHERE tip_id = (SELECT MIN(id) FROM tips WHERE candidate_id = @candidateId)
                AND kind IN ('Invited', 'Agreed', 'Declined', 'Published', 'Unpublished')
            ORDER BY at, id
            """,
            new { candidateId }
        );

    /// <summary>What the audit log says was done to the candidate.</summary>
    public static Task<IReadOnlyList<string>> AuditedActs(this App app, Guid candidateId) =>
        app.Database.Rows<string>(
            "SELECT action FROM audit_entries WHERE subject_id = @candidateId ORDER BY at, id",
            new { candidateId }
        );

    /// <summary>A page of the public list as anybody reads it.</summary>
    public static async Task<(IReadOnlyList<JsonElement> Items, string? NextCursor)> Lists(this App app, string query)
    {
        if (query.Contains("q=", StringComparison.Ordinal))
        {
            await app.CopyCatchesUp();
        }

        var page = (await app.Anonymous.Get($"/api/v1/candidates?{query}")).Should(200).Json;
        return ([.. page.GetProperty("items").EnumerateArray()], page.GetProperty("nextCursor").GetString());
    }

    /// <summary>The candidate as anybody reads them, once the copy knows all that was done before; whatever comes of it.</summary>
    public static async Task<Answer> Shows(this App app, Guid candidateId)
    {
        await app.CopyCatchesUp();
        return await app.Anonymous.Get($"/api/v1/candidates/{candidateId}");
    }

    /// <summary>Returns when the public copy was read after this call began.</summary>
    public static Task CopyCatchesUp(this App app) => app.Anonymous.CopyCatchesUp();

    public static async Task CopyCatchesUp(this ApiClient instance)
    {
        var now = TimeProvider.System.GetUtcNow();
        var begun = TimeProvider.System.GetTimestamp();
        while (
            (await instance.Get("/api/v1/candidates?limit=1")).Should(200).Json.GetProperty("asOf").GetDateTimeOffset()
            < now
        )
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < CopyPatience, "The copy does not catch up.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Candidates published at the same instant, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<Guid>> PublishedAtOnce(this App app, string name, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            ids.Add(await app.ACandidate(name));
        }

        await app.Database.Execute(
            "UPDATE candidates SET state = 'Published', published_at = @now WHERE id IN @ids",
            new { ids, now = TimeProvider.System.GetUtcNow() }
        );
        return ids;
    }

    /// <summary>A tip reviewer who works for one district.</summary>
    public static async Task<StaffMember> ReviewerOf(this App app, string district)
    {
        var userName = app.UniqueName("reviewer-");
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        await new Db(source).Write<object>(
            async work =>
            {
                await StaffStore.TryAdd(
                    work,
                    userName,
                    userName,
                    TestDatabase.StaffPassword,
                    [StaffRole.TipReviewer],
                    [district],
                    null,
                    false,
                    TimeProvider.System.GetUtcNow()
                );
                return new object();
            },
            CancellationToken.None
        );
        return await StaffMember.LogIn(app.Anonymous, userName, TestDatabase.StaffPassword);
    }
}
