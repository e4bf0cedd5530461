using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

public sealed class ReviewTipsTests(App app)
{
    private static readonly string[] Moves = ["claim", "release", "verify", "reject", "request-info"];

    [Fact]
    public async Task Neither_strangers_nor_citizens_nor_other_roles_reach_the_tips()
    {
        var citizen = await app.NewCitizen();
        var expert = await app.Staff(StaffRole.Expert);
        var id = await citizen.Tips();

        foreach (var path in new[] { "/admin/v1/tips", $"/admin/v1/tips/{id}" })
        {
            (await app.Anonymous.Get(path)).ShouldRefuse(401, "token-missing");
            (await citizen.Api.Get(path)).ShouldRefuse(401, "token-invalid");
            (await expert.Api.Get(path)).ShouldRefuse(403, "role-missing");
        }

        foreach (var move in Moves)
        {
            (await citizen.Api.Post($"/admin/v1/tips/{id}/{move}")).ShouldRefuse(401, "token-invalid");
            (await expert.Decides(id, move, Body(move, 1))).ShouldRefuse(403, "role-missing");
        }
    }

    [Fact]
    public async Task An_auditor_reads_tips_and_moves_none()
    {
        var auditor = await app.Staff(StaffRole.Auditor);
        var id = await (await app.NewCitizen()).Tips();

        await auditor.ReadsTip(id);

        foreach (var move in Moves)
        {
            (await auditor.Decides(id, move, Body(move, 1))).ShouldRefuse(403, "role-missing");
        }
    }

    [Fact]
    public async Task A_reviewer_reads_all_of_a_tip_but_who_sent_it()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips();

        var tip = await reviewer.ReadsTip(id);

        Assert.Equal(A.Tip().Story, tip.Word("story"));
        Assert.DoesNotContain("citizen", tip.Text, StringComparison.OrdinalIgnoreCase);
        var citizenId = await app.Database.Value<Guid>("SELECT citizen_id FROM tips WHERE id = @id", new { id });
        Assert.DoesNotContain(citizenId.ToString(), tip.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_their_districts_a_reviewer_finds_nothing()
    {
        var elsewhere = await app.NewReviewer("330127", "330182");
        var id = await (await app.NewCitizen()).Tips();

        (await elsewhere.Api.Get($"/admin/v1/tips/{id}")).ShouldRefuse(404, "not-found");
        foreach (var move in Moves)
        {
            (await elsewhere.Decides(id, move, Body(move, 1))).ShouldRefuse(404, "not-found");
        }

        Assert.DoesNotContain(id, await Listed(elsewhere, "limit=100"));
        Assert.Empty(await Listed(elsewhere, "district=330102"));
    }

    [Fact]
    public async Task An_unknown_tip_is_not_found_by_any_move()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        foreach (var move in Moves)
        {
            (await reviewer.Api.Post($"/admin/v1/tips/nonsense/{move}", Body(move, 1))).ShouldRefuse(404, "not-found");
        }
    }

    [Fact]
    public async Task The_list_is_filtered_by_state_district_and_trade_and_goes_on_page_by_page_oldest_first()
    {
        var reviewer = await app.NewReviewer("330122", "330127");
        var municipal = await app.Staff(StaffRole.TipReviewer);
        List<Guid> ids = [];
        foreach (var district in new[] { "330122", "330127", "330122", "330127" })
        {
            var citizen = await app.NewCitizen();
            ids.Add(await citizen.Tips(A.Tip() with { District = district, Trade = "power" }));
        }

        await municipal.VerifiesAsNew(ids[1]);

        List<Guid> received = [];
        string? cursor = null;
        do
        {
            var page = (
                await reviewer.Api.Get($"/admin/v1/tips?state=Received&trade=power&limit=1&cursor={cursor}")
            ).Should(200);
            received.AddRange(Ids(page));
            cursor = page.Json.GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        Guid[] waiting = [ids[0], ids[2], ids[3]];
        Assert.Equal(waiting, received);
        Assert.Equal([ids[0], ids[2]], await Listed(reviewer, "state=Received&district=330122&trade=power"));
        Assert.Equal(ids, await Listed(reviewer, "trade=power"));
        Assert.Equal([ids[1]], await Listed(reviewer, "state=Joined&trade=power"));
        Assert.Equal(waiting, (await Listed(municipal, "state=Received&trade=power")).Intersect(ids));
    }

    [Theory]
    [InlineData("state=Lost", "state")]
    [InlineData("state=1", "state")]
    [InlineData("district=999999", "district")]
    [InlineData("trade=magic", "trade")]
    [InlineData("claimedBy=somebody", "claimedBy")]
    [InlineData("limit=0", "limit")]
    public async Task A_filter_that_means_nothing_is_refused_by_its_name(string query, string field)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);

        var answer = await reviewer.Api.Get($"/admin/v1/tips?{query}");

        Assert.Equal([field], answer.ShouldRefuse(400, "request-malformed").ErrorFields);
    }

    [Fact]
    public async Task A_cursor_serves_the_list_and_filters_it_was_given_for_alone()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var citizen = await app.NewCitizen();
        await citizen.Tips();
        await citizen.Tips();
        var cursor = (await reviewer.Api.Get("/admin/v1/tips?limit=1")).Should(200).Word("nextCursor");

        (await reviewer.Api.Get($"/admin/v1/tips?state=Received&cursor={cursor}")).ShouldRefuse(400, "cursor-invalid");
    }

    [Fact]
    public async Task A_claim_holds_the_tip_for_the_campaigns_minutes_and_claiming_again_extends_it()
    {
        var reviewer = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();

        var first = (await reviewer.Api.Post($"/admin/v1/tips/{id}/claim")).Should(200);
        var again = (await reviewer.Api.Post($"/admin/v1/tips/{id}/claim", new { version = 2 })).Should(200);

        var minutes = (Instant(first) - TimeProvider.System.GetUtcNow()).TotalMinutes;
        Assert.InRange(minutes, 29, 30);
        Assert.True(Instant(again) > Instant(first));
        Assert.Equal(["tip.claimed", "tip.claimed"], await app.AuditOf(id));
        Assert.Equal(["Received", "Claimed"], (await reviewer.ReadsTip(id)).ThreadKinds());
        Assert.Equal([id], await Listed(reviewer, "claimedBy=me"));
        Assert.Contains(id, await Listed(reviewer, "state=Claimed&claimedBy=me"));
        Assert.Empty(await Listed(reviewer, "state=Received&claimedBy=me"));
    }

    [Fact]
    public async Task A_claim_by_an_old_version_is_refused()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.NewReviewer();
        var id = await citizen.Tips();
        (await citizen.ChangesTip(id, A.Tip(), 1)).Should(200);

        (await reviewer.Decides(id, "claim", new { version = 1 })).ShouldRefuse(409, "version-stale");
        Assert.Equal(
            ["version"],
            (await reviewer.Decides(id, "claim", new { version = 0 }))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
    }

    [Fact]
    public async Task Of_twenty_reviewers_who_claim_one_tip_at_once_one_holds_it()
    {
        var id = await (await app.NewCitizen()).Tips();
        var reviewers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.NewReviewer()));

        var answers = await Task.WhenAll(reviewers.Select(reviewer => reviewer.Decides(id, "claim")));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "tip-claimed-by-another")
        );
        Assert.Equal(["tip.claimed"], await app.AuditOf(id));
    }

    [Fact]
    public async Task When_a_claim_runs_out_the_tip_is_listed_as_received_and_another_may_claim_it()
    {
        var id = await (await app.NewCitizen()).Tips(A.Tip() with { District = "330111", Trade = "municipal" });
        var first = await app.NewReviewer("330111");
        var version = await first.Claims(id);
        var later = app.InTheFuture(TimeSpan.FromMinutes(31));
        var firstLater = await StaffMember.LogIn(later, first.UserName, TestDatabase.StaffPassword);
        var second = await StaffMember.LogIn(
            later,
            (await app.NewReviewer("330111")).UserName,
            TestDatabase.StaffPassword
        );
        const string waiting = "state=Received&district=330111&trade=municipal";

        Assert.DoesNotContain(id, await Listed(first, waiting));
        Assert.Contains(id, await Listed(second, waiting));
        Assert.DoesNotContain(id, await Listed(second, "state=Claimed&district=330111"));
        Assert.Empty(await Listed(firstLater, "claimedBy=me"));
        Assert.Equal("Received", (await second.ReadsTip(id)).Word("state"));
        (await firstLater.Decides(id, "verify", Body("verify", version))).ShouldRefuse(409, "tip-not-claimed");

        await second.Claims(id);
        (await firstLater.Decides(id, "claim")).ShouldRefuse(409, "tip-claimed-by-another");
    }

    [Fact]
    public async Task A_released_tip_waits_again_and_only_its_claimant_releases_it()
    {
        var reviewer = await app.NewReviewer();
        var another = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();
        (await reviewer.Decides(id, "release")).ShouldRefuse(409, "tip-not-claimed");
        await reviewer.Claims(id);

        (await another.Decides(id, "release")).ShouldRefuse(409, "tip-not-claimed");
        var released = (await reviewer.Decides(id, "release")).Should(200);

        Assert.Equal("Received", released.Word("state"));
        await another.Claims(id);
        Assert.Equal(["tip.claimed", "tip.released", "tip.claimed"], await app.AuditOf(id));
    }

    [Fact]
    public async Task A_tip_claimed_while_its_question_is_open_goes_back_to_waiting_for_the_answer()
    {
        var reviewer = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();
        var version = await reviewer.Claims(id);
        (await reviewer.Decides(id, "request-info", Body("request-info", version))).Should(200);
        Assert.Equal([id], await Listed(reviewer, "claimedBy=me&state=InfoRequested"));
        await reviewer.Claims(id);

        Assert.Equal("InfoRequested", (await reviewer.Decides(id, "release")).Should(200).Word("state"));
    }

    [Fact]
    public async Task A_verified_tip_joins_a_new_hidden_candidate_and_both_are_on_record()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.NewReviewer();
        var id = await citizen.Tips();

        var candidate = await reviewer.VerifiesAsNew(id, A.Person() with { Name = " 沈根法 ", District = "330106" });

        var row = Assert.Single(
            await app.Database.Rows<CandidateRow>(
                "SELECT c.root_id, c.state, c.name, c.district, t.standing FROM candidates c JOIN candidate_tallies t ON t.candidate_id = c.id WHERE c.id = @candidate",
                new { candidate }
            )
        );
        Assert.Equal(
            new CandidateRow
            {
                RootId = candidate,
                State = "Hidden",
                Name = "沈根法",
                District = "330106",
            },
            row
        );
        var tip = await citizen.SeesTip(id);
        Assert.Equal(("Joined", candidate.ToString()), (tip.Word("state"), tip.Word("candidateId")));
        Assert.Equal(["Received", "Claimed", "Joined"], tip.ThreadKinds());
        Assert.Equal(["tip.claimed", "tip.verified"], await app.AuditOf(id));
        var detail = await app.Database.Value<string>(
            "SELECT detail FROM audit_entries WHERE subject_id = @id AND action = 'tip.verified'",
            new { id }
        );
        Assert.Contains(candidate.ToString(), detail, StringComparison.Ordinal);
        Assert.DoesNotContain("沈", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_tip_joins_the_candidate_that_is_there_and_a_merged_one_leads_to_its_root()
    {
        var reviewer = await app.NewReviewer();
        var citizen = await app.NewCitizen();
        var root = await reviewer.VerifiesAsNew(await citizen.Tips());
        var child = await app.CandidateRow(mergedInto: root);

        Assert.Equal(root, await reviewer.Verifies(await citizen.Tips(), root));
        Assert.Equal(root, await reviewer.Verifies(await citizen.Tips(), child));
    }

    [Fact]
    public async Task A_candidate_that_is_unknown_or_of_another_campaign_or_elsewhere_is_not_found()
    {
        var reviewer = await app.NewReviewer("330102");
        var municipal = await app.Staff(StaffRole.TipReviewer);
        var citizen = await app.NewCitizen();
        var elsewhere = await municipal.VerifiesAsNew(await citizen.Tips(), A.Person() with { District = "330127" });
        var formerly = await CandidateOfAFormerCampaign();
        var id = await citizen.Tips();
        var version = await reviewer.Claims(id);

        foreach (var candidateId in new[] { elsewhere.ToString(), formerly.ToString(), "nonsense" })
        {
            (await reviewer.Decides(id, "verify", new { candidateId, version })).ShouldRefuse(404, "not-found");
        }

        (
            await reviewer.Decides(
                id,
                "verify",
                new { newCandidate = A.Person() with { District = "330127" }, version }
            )
        ).ShouldRefuse(403, "district-not-yours");
        Assert.Equal("Claimed", (await reviewer.ReadsTip(id)).Word("state"));
    }

    [Fact]
    public async Task A_verification_names_one_candidate_new_or_known_and_every_field_is_checked()
    {
        var reviewer = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();
        var version = await reviewer.Claims(id);

        async Task<IEnumerable<string>> Fields(object body) =>
            (await reviewer.Decides(id, "verify", body)).ShouldRefuse(400, "request-malformed").ErrorFields.Order();

        Assert.Equal(["candidateId", "newCandidate"], await Fields(new { version }));
        Assert.Equal(
            ["candidateId", "newCandidate"],
            await Fields(
                new
                {
                    candidateId = id,
                    newCandidate = A.Person(),
                    version,
                }
            )
        );
        Assert.Equal(["version"], await Fields(new { newCandidate = A.Person() }));
        Assert.Equal(
            ["newCandidate.name", "newCandidate.workUnit"],
            await Fields(new { newCandidate = A.Person() with { Name = null, WorkUnit = " " }, version })
        );
        Assert.Equal(
            ["newCandidate.workUnit", "newCandidate.workplace"],
            await Fields(new { newCandidate = A.Person() with { WorkUnit = null }, version })
        );
        Assert.Equal(
            ["newCandidate.district", "newCandidate.trade"],
            await Fields(new { newCandidate = A.Person() with { District = "1", Trade = "magic" }, version })
        );
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("reject")]
    [InlineData("request-info")]
    public async Task Only_the_claimant_decides_on_the_version_they_read_and_only_once(string move)
    {
        var reviewer = await app.NewReviewer();
        var another = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();
        (await reviewer.Decides(id, move, Body(move, 1))).ShouldRefuse(409, "tip-not-claimed");
        var version = await reviewer.Claims(id);

        (await another.Decides(id, move, Body(move, version))).ShouldRefuse(409, "tip-not-claimed");
        (await reviewer.Decides(id, move, Body(move, version - 1))).ShouldRefuse(409, "version-stale");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => reviewer.Decides(id, move, Body(move, version)))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        var afterwards = move == "request-info" ? "tip-not-claimed" : "tip-settled";
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, afterwards));
        Assert.Equal(2, (await app.AuditOf(id)).Count);
    }

    [Fact]
    public async Task A_rejection_tells_the_tipster_why_in_words_and_as_a_code()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.NewReviewer();
        var id = await citizen.Tips();
        var version = await reviewer.Claims(id);

        (await reviewer.Decides(id, "reject", Body("reject", version))).Should(200);

        var tip = await citizen.SeesTip(id);
        Assert.Equal(("Rejected", "NotInHangzhou"), (tip.Word("state"), tip.Word("reasonCode")));
        Assert.Equal("沈师傅在外地工作。", tip.Json.GetProperty("thread")[2].GetProperty("text").GetString());
        (await reviewer.Decides(id, "claim")).ShouldRefuse(409, "tip-settled");
        (await reviewer.Decides(id, "release")).ShouldRefuse(409, "tip-settled");
    }

    [Fact]
    public async Task What_is_malformed_in_a_rejection_or_a_question_is_told_by_its_field()
    {
        var reviewer = await app.NewReviewer();
        var id = await (await app.NewCitizen()).Tips();
        var version = await reviewer.Claims(id);

        async Task<IReadOnlyList<string>> Fields(string move, object body, string code = "request-malformed") =>
            (await reviewer.Decides(id, move, body)).ShouldRefuse(400, code).ErrorFields;

        Assert.Equal(["reasonCode"], await Fields("reject", new { message = "不行。", version }));
        Assert.Equal(
            ["reasonCode"],
            await Fields(
                "reject",
                new
                {
                    reasonCode = "Whim",
                    message = "不行。",
                    version,
                },
                "json-invalid"
            )
        );
        Assert.Equal(
            ["message"],
            await Fields(
                "reject",
                new
                {
                    reasonCode = "Unfit",
                    message = " ",
                    version,
                }
            )
        );
        Assert.Equal(
            ["message"],
            await Fields(
                "reject",
                new
                {
                    reasonCode = "Unfit",
                    message = new string('不', 501),
                    version,
                }
            )
        );
        Assert.Equal(["version"], await Fields("reject", new { reasonCode = "Unfit", message = "不行。" }));
        Assert.Equal(["question"], await Fields("request-info", new { version }));
        Assert.Equal(["question"], await Fields("request-info", new { question = "在\0哪？", version }));
        Assert.Equal(["question"], await Fields("request-info", new { question = new string('问', 501), version }));
        Assert.Equal(["version"], await Fields("request-info", new { question = "在哪？" }));
    }

    private static object? Body(string move, int version) =>
        move switch
        {
            "verify" => new { newCandidate = A.Person(), version },
            "reject" => new
            {
                reasonCode = "NotInHangzhou",
                message = "沈师傅在外地工作。",
                version,
            },
            "request-info" => new { question = "沈师傅现在还在车间吗？", version },
            _ => null,
        };

    private static async Task<IReadOnlyList<Guid>> Listed(StaffMember reviewer, string query) =>
        Ids((await reviewer.Api.Get($"/admin/v1/tips?{query}")).Should(200));

    private static IReadOnlyList<Guid> Ids(Answer page) =>
        [.. page.Json.GetProperty("items").EnumerateArray().Select(tip => tip.GetProperty("id").GetGuid())];

    private static DateTimeOffset Instant(Answer claim) => claim.Json.GetProperty("claimedUntil").GetDateTimeOffset();

    private async Task<Guid> CandidateOfAFormerCampaign()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (id, campaign) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await app.Database.Execute(
            """
            INSERT INTO campaigns (id, name, edition, eligibility_date, places, policy_version, invitation_days,
                tip_claim_minutes, voter_key_secret, is_current, created_at)
            SELECT @campaign, '往届', -1, eligibility_date, places, policy_version, invitation_days, tip_claim_minutes,
                voter_key_secret, NULL, created_at
            FROM campaigns
            WHERE is_current = 1;
            INSERT INTO candidates (id, campaign_id, root_id, state, name, work_unit, district, trade, created_at)
            VALUES (@id, @campaign, @id, 'Hidden', '沈阿根', '杭州丝绸印染厂', '330102', 'textile-silk', NOW(6));
            """,
            new { id, campaign }
        );
        return id;
    }

    private sealed record CandidateRow
    {
        public Guid RootId { get; init; }
        public string State { get; init; } = "";
        public string Name { get; init; } = "";
        public string District { get; init; } = "";
        public int Standing { get; init; }
    }
}
