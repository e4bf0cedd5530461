using System.Text.Json;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Tips;

public sealed class MyTipsTests(App app)
{
    [Fact]
    public async Task Own_tips_are_listed_newest_first_page_by_page()
    {
        var citizen = await app.NewCitizen();
        List<Guid> sent = [];
        foreach (var name in new[] { "甲师傅", "乙师傅", "丙师傅" })
        {
            sent.Add(await citizen.Tips(A.Tip() with { Name = name }));
        }

        var first = (await citizen.Api.Get("/api/v1/me/tips?limit=2")).Should(200);
        var last = (await citizen.Api.Get($"/api/v1/me/tips?limit=2&cursor={first.Word("nextCursor")}")).Should(200);

        Assert.Equal(Enumerable.Reverse(sent), Ids(first).Concat(Ids(last)));
        Assert.Equal(JsonValueKind.Null, last.Json.GetProperty("nextCursor").ValueKind);
        Assert.Equal(
            "Received",
            first.Json.GetProperty("items")[0].GetProperty("thread")[0].GetProperty("kind").GetString()
        );
    }

    [Fact]
    public async Task A_cursor_that_was_altered_or_is_anothers_is_refused_and_so_is_a_limit_out_of_bounds()
    {
        var citizen = await app.NewCitizen();
        var other = await app.NewCitizen();
        await citizen.Tips();
        await citizen.Tips();
        var cursor = (await citizen.Api.Get("/api/v1/me/tips?limit=1")).Word("nextCursor");

        (await other.Api.Get($"/api/v1/me/tips?cursor={cursor}")).ShouldRefuse(400, "cursor-invalid");
        (await citizen.Api.Get($"/api/v1/me/tips?cursor=A{cursor}")).ShouldRefuse(400, "cursor-invalid");
        Assert.Equal(
            ["limit"],
            (await citizen.Api.Get("/api/v1/me/tips?limit=101")).ShouldRefuse(400, "request-malformed").ErrorFields
        );
    }

    [Fact]
    public async Task Thanks_taken_back_twenty_times_at_once_while_the_tip_is_changed_are_taken_back_once()
    {
        var citizen = await app.NewCitizen();
        var tip = A.Tip() with { ThanksName = "工友老周" };
        var id = await citizen.Tips(tip);
        var before = (await citizen.SeesTip(id)).Number("version");

        var changing = citizen.ChangesTip(id, tip, before);
        var taken = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => citizen.Api.Delete($"/api/v1/me/tips/{id}/thanks"))
        );
        var changed = await changing;

        Assert.All(taken, answer => answer.Should(204));
        // The change wrote the name again when it came first, and was of an old version when it came later: never after the last.
        Assert.True(changed.Status is 200 or 409, changed.Text);
        var after = await citizen.SeesTip(id);
        Assert.Equal(before + (changed.Status == 200 ? 2 : 1), after.Number("version"));
        Assert.Equal(JsonValueKind.Null, after.Json.GetProperty("thanksName").ValueKind);
    }

    [Fact]
    public async Task The_tip_of_another_citizen_is_not_found_whatever_is_tried()
    {
        var citizen = await app.NewCitizen();
        var other = await app.NewCitizen();
        var id = await citizen.Tips();

        (await other.Api.Get($"/api/v1/me/tips/{id}")).ShouldRefuse(404, "not-found");
        (await other.ChangesTip(id, A.Tip(), 1)).ShouldRefuse(404, "not-found");
        (await other.Api.Delete($"/api/v1/me/tips/{id}")).ShouldRefuse(404, "not-found");
        (await other.Api.Get("/api/v1/me/tips/no-id-at-all")).ShouldRefuse(404, "not-found");
    }

    [Fact]
    public async Task A_tip_that_nobody_holds_may_be_changed_and_keeps_the_contact_that_is_left_out()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Tips(A.Tip() with { WorkerContact = "13857120011" });

        var changed = (await citizen.ChangesTip(id, A.Tip() with { Name = "沈根法", District = "330106" }, 1)).Should(
            200
        );

        Assert.Equal(("Received", 2), (changed.Word("state"), changed.Number("version")));
        var tip = await citizen.SeesTip(id);
        Assert.Equal(
            ("沈根法", "330106", "138****0011", 2),
            (tip.Word("name"), tip.Word("district"), tip.Word("workerContactMasked"), tip.Number("version"))
        );
        Assert.Equal(["Received", "Changed"], tip.ThreadKinds());
    }

    [Fact]
    public async Task The_contact_is_replaced_by_a_new_one_and_removed_when_asked()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Tips(A.Tip() with { WorkerContact = "13857120011" });

        (await citizen.ChangesTip(id, A.Tip() with { WorkerContact = "0571-88990022" }, 1)).Should(200);
        Assert.Equal("057****0022", (await citizen.SeesTip(id)).Word("workerContactMasked"));

        (await citizen.ChangesTip(id, A.Tip(), 2, removeWorkerContact: true)).Should(200);
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM tips WHERE id = @id AND worker_contact IS NULL AND worker_contact_index IS NULL",
                new { id }
            )
        );
    }

    [Fact]
    public async Task A_change_is_refused_for_an_old_version_for_none_and_for_malformed_fields()
    {
        var citizen = await app.NewCitizen();
        var id = await citizen.Tips();
        (await citizen.ChangesTip(id, A.Tip(), 1)).Should(200);

        (await citizen.ChangesTip(id, A.Tip(), 1)).ShouldRefuse(409, "version-stale");
        Assert.Equal(
            ["version"],
            (await citizen.ChangesTip(id, A.Tip(), 0)).ShouldRefuse(400, "request-malformed").ErrorFields
        );
        Assert.Equal(
            ["name", "story"],
            (await citizen.ChangesTip(id, A.Tip() with { Name = " ", Story = "短" }, 2))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields.Order()
        );
        Assert.Equal(
            ["district", "trade"],
            (await citizen.ChangesTip(id, A.Tip() with { District = "110101", Trade = "x" }, 2))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields.Order()
        );
        Assert.Equal(
            ["answer"],
            (await citizen.ChangesTip(id, A.Tip(), 2, answer: new string('答', 1001)))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        Assert.Equal(2, (await citizen.SeesTip(id)).Number("version"));
    }

    [Fact]
    public async Task A_claimed_tip_waits_until_the_reviewer_is_done_or_the_claim_runs_out()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips();
        var version = await reviewer.Claims(id);

        (await citizen.ChangesTip(id, A.Tip(), version)).ShouldRefuse(409, "tip-being-checked");

        var later = await Citizen.LogIn(app.InTheFuture(TimeSpan.FromMinutes(31)), citizen.Name);
        Assert.Equal("Received", (await later.SeesTip(id)).Word("state"));
        (await later.ChangesTip(id, A.Tip(), version)).Should(200);
    }

    [Fact]
    public async Task An_answer_sends_the_tip_back_to_the_reviewers_and_every_answer_stays_in_the_thread()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips();
        await Asks(reviewer, id, "沈师傅现在还在车间吗？");

        var tip = await citizen.SeesTip(id);
        Assert.Equal(("InfoRequested", "沈师傅现在还在车间吗？"), (tip.Word("state"), tip.Word("question")));
        (await citizen.ChangesTip(id, A.Tip(), tip.Number("version"), answer: " 还在，三号车间。 ")).Should(200);

        tip = await citizen.SeesTip(id);
        Assert.Equal(("Received", "还在，三号车间。"), (tip.Word("state"), tip.Word("answer")));
        Assert.Equal(["Received", "Claimed", "InfoRequested", "Answered"], tip.ThreadKinds());
        await Asks(reviewer, id, "他有徒弟吗？");
        var read = await reviewer.ReadsTip(id);
        Assert.Equal(("InfoRequested", "他有徒弟吗？"), (read.Word("state"), read.Word("question")));
        Assert.Equal(JsonValueKind.Null, read.Json.GetProperty("answer").ValueKind);
        Assert.Contains(
            "还在，三号车间。",
            read.Json.GetProperty("thread").EnumerateArray().Select(entry => entry.GetProperty("text").GetString())
        );
    }

    [Fact]
    public async Task A_tip_that_waits_for_an_answer_may_be_changed_without_one_and_goes_on_waiting()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips();
        var version = await Asks(reviewer, id, "在哪里能找到他？");

        var changed = (await citizen.ChangesTip(id, A.Tip() with { Relation = "邻居" }, version)).Should(200);

        Assert.Equal("InfoRequested", changed.Word("state"));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_refused_but_the_one_given_may_come_back_with_the_form()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips();
        (await citizen.ChangesTip(id, A.Tip(), 1, answer: "我再说一句")).ShouldRefuse(409, "tip-nothing-asked");
        var version = await Asks(reviewer, id, "他有徒弟吗？");
        version = (await citizen.ChangesTip(id, A.Tip(), version, answer: "有三个")).Should(200).Number("version");

        version = (await citizen.ChangesTip(id, A.Tip(), version, answer: "有三个")).Should(200).Number("version");

        (await citizen.ChangesTip(id, A.Tip(), version, answer: "有四个")).ShouldRefuse(409, "tip-nothing-asked");
    }

    [Fact]
    public async Task Withdrawing_erases_what_was_told_and_keeps_the_name_the_thread_and_the_slot()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips(A.Tip() with { WorkerContact = "13857120012" });
        var version = await Asks(reviewer, id, "他有徒弟吗？");
        (await citizen.ChangesTip(id, A.Tip(), version, answer: "有三个徒弟")).Should(200);

        (await citizen.Api.Delete($"/api/v1/me/tips/{id}")).Should(204);
        (await citizen.Api.Delete($"/api/v1/me/tips/{id}")).Should(204);

        var row = Assert.Single(
            await app.Database.Rows<ErasedRow>(
                "SELECT name, slot, story, answer, worker_contact, worker_contact_index, claimed_by FROM tips WHERE id = @id",
                new { id }
            )
        );
        Assert.Equal(new ErasedRow { Name = "沈阿根", Slot = 1 }, row);
        var tip = await citizen.SeesTip(id);
        Assert.Equal("Withdrawn", tip.Word("state"));
        Assert.Equal(["Received", "Claimed", "InfoRequested", "Answered", "Withdrawn"], tip.ThreadKinds());
        Assert.DoesNotContain("三个徒弟", tip.Text, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await app.Database.Value<int>("SELECT COUNT(*) FROM tip_answers WHERE tip_id = @id", new { id })
        );
    }

    [Fact]
    public async Task A_joined_tip_may_be_withdrawn_a_rejected_one_may_not_and_neither_may_be_changed()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var joined = await citizen.Tips();
        var candidate = await reviewer.VerifiesAsNew(joined);
        var rejected = await citizen.Tips();
        var version = await reviewer.Claims(rejected);
        (
            await reviewer.Decides(
                rejected,
                "reject",
                new
                {
                    reasonCode = "TooLittleToGoOn",
                    message = "找不到这位师傅。",
                    version,
                }
            )
        ).Should(200);

        foreach (var id in new[] { joined, rejected })
        {
            (await citizen.ChangesTip(id, A.Tip(), version + 1)).ShouldRefuse(409, "tip-settled");
        }

        (await citizen.Api.Delete($"/api/v1/me/tips/{rejected}")).ShouldRefuse(409, "tip-settled");
        (await citizen.Api.Delete($"/api/v1/me/tips/{joined}")).Should(204);
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(DISTINCT COALESCE(citizen_id, id)) FROM tips WHERE candidate_id = @candidate AND state = 'Joined'",
                new { candidate }
            )
        );
    }

    [Fact]
    public async Task Of_a_withdrawal_and_a_verification_at_once_the_later_one_sees_the_other()
    {
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var id = await citizen.Tips();
        var version = await reviewer.Claims(id);

        var verifying = reviewer.Decides(id, "verify", new { newCandidate = A.Person(), version });
        (await citizen.Api.Delete($"/api/v1/me/tips/{id}")).Should(204);
        var verified = await verifying;

        Assert.True(verified.Status == 200 || verified.Code == "tip-settled", verified.Text);
        var tip = await citizen.SeesTip(id);
        Assert.Equal(("Withdrawn", ""), (tip.Word("state"), tip.Word("story")));
    }

    private static async Task<int> Asks(StaffMember reviewer, Guid id, string question)
    {
        var version = await reviewer.Claims(id);
        return (await reviewer.Decides(id, "request-info", new { question, version })).Should(200).Number("version");
    }

    private static IEnumerable<Guid> Ids(Answer page) =>
        page.Json.GetProperty("items").EnumerateArray().Select(tip => tip.GetProperty("id").GetGuid());

    private sealed record ErasedRow
    {
        public string Name { get; init; } = "";
        public int Slot { get; init; }
        public string Story { get; init; } = "";
        public string? Answer { get; init; }
        public byte[]? WorkerContact { get; init; }
        public byte[]? WorkerContactIndex { get; init; }
        public Guid? ClaimedBy { get; init; }
    }
}
