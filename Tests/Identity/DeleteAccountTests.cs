using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Identity;

public sealed class DeleteAccountTests(App app)
{
    private const string Form = "已提交的申报表及所附材料";
    private const string Recognition = "“杭州工匠”的认定案卷";
    private const string Votes = "投票记录";

    [Fact]
    public async Task Everything_of_a_citizen_who_only_tipped_and_drafted_goes_and_every_phone_is_logged_out()
    {
        var citizen = await app.NewCitizen();
        var second = await app.LogsInAgain(citizen);
        var id = await app.IdOf(citizen);
        (await citizen.BindsPhone("phone:13800006001")).Should(200);
        (await citizen.Subscribes(null, "development-tip-moved")).Should(200);
        (await citizen.Api.Post("/api/v1/me/consents/Privacy", new { policyVersion = "2026-1" })).Should(204);
        var (tipId, _) = await citizen.TipsWithPhoto();
        await citizen.Drafts();
        await citizen.UploadsFile(Pictures.Pdf());
        await citizen.UploadsPhoto(Pictures.Jpeg());

        var deleted = (await citizen.DeletesAccount()).Should(200);

        Assert.True(deleted.Json.GetProperty("erased").GetBoolean());
        Assert.Empty(deleted.Kept());
        Assert.Equal(
            ["Withdrawn|"],
            await app.Database.Rows<string>(
                "SELECT CONCAT(state, '|', story) FROM tips WHERE id = @tipId AND worker_contact IS NULL",
                new { tipId }
            )
        );
        foreach (
            var (table, column) in new[]
            {
                ("applications", "citizen_id"),
                ("photos", "owner_id"),
                ("files", "owner_id"),
                ("message_credits", "citizen_id"),
                ("idempotency_keys", "citizen_id"),
            }
        )
        {
            Assert.Equal(
                0,
                await app.Database.Value<int>($"SELECT COUNT(*) FROM {table} WHERE {column} = @id", new { id })
            );
        }

        Assert.Equal(
            1,
            await app.Database.Value<int>(
                """
                SELECT COUNT(*) FROM citizens
                WHERE id = @id AND openid IS NULL AND phone_cipher IS NULL AND phone_index IS NULL AND phone_code_hash IS NULL
                """,
                new { id }
            )
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM citizen_consents WHERE citizen_id = @id AND is_living = 1",
                new { id }
            )
        );
        foreach (var phone in new[] { citizen, second })
        {
            (await phone.Api.Get("/api/v1/me")).ShouldRefuse(401, "session-ended");
            (await phone.SendsTip(A.Tip())).ShouldRefuse(401, "session-ended");
            (await app.Anonymous.Post("/api/v1/auth/refresh", new { refreshToken = phone.RefreshToken })).ShouldRefuse(
                401,
                "session-ended"
            );
        }
    }

    [Fact]
    public async Task What_they_reported_stays_with_the_desk_without_them_and_their_words()
    {
        var (waiting, decided) = (await app.APublishedCandidate(), await app.APublishedCandidate());
        var citizen = await app.NewCitizen();
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var first = (await citizen.Reports(waiting, text: "我是他的邻居。")).Should(201).Word("id");
        var second = (await citizen.Reports(decided, text: "我是他的邻居。")).Should(201).Word("id");
        (await reviewer.Upholds(second, "Nothing")).Should(200);

        var deleted = (await citizen.DeletesAccount()).Should(200);

        Assert.Empty(deleted.Kept());
        Assert.Equal(
            ["Received", "Upheld"],
            await app.Database.Rows<string>(
                "SELECT state FROM reports WHERE candidate_id IN (@waiting, @decided) AND citizen_id IS NULL AND text IS NULL ORDER BY state",
                new { waiting, decided }
            )
        );
        (await reviewer.Upholds(first, "Candidate")).Should(200);
        (await app.Shows(waiting)).ShouldRefuse(404, "not-found");
        var returned = await app.LogsInAgain(citizen);
        Assert.Equal(
            0,
            (await returned.Api.Get("/api/v1/me/reports")).Should(200).Json.GetProperty("items").GetArrayLength()
        );
        (await returned.Reports(decided)).Should(201);
    }

    [Fact]
    public async Task Who_returns_is_a_new_citizen_whose_votes_of_the_day_are_used()
    {
        var candidate = await app.CandidateRow();
        var citizen = await app.NewCitizen();
        var before = await app.IdOf(citizen);
        await citizen.VotesFor(candidate);
        await citizen.VotesFor(await app.CandidateRow());
        await citizen.VotesFor(await app.CandidateRow());

        var deleted = (await citizen.DeletesAccount()).Should(200);
        var returned = await app.LogsInAgain(citizen);

        Assert.StartsWith(Votes, Assert.Single(deleted.Kept()), StringComparison.Ordinal);
        Assert.NotEqual(before, await app.IdOf(returned));
        (await returned.VotesFor(candidate)).ShouldRefuse(409, "already-voted-today");
        (await returned.VotesFor(await app.CandidateRow())).ShouldRefuse(409, "daily-quota-used");
        Assert.Equal((1, 1), await app.Standing(candidate));
        Assert.Equal(0, (await returned.Api.Get("/api/v1/me/tips")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task An_applicants_word_is_taken_back_with_the_account_and_the_form_stays_without_them()
    {
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        var (candidateId, id) = (await app.CandidateOf(applicationId), await app.IdOf(applicant));

        var deleted = (await applicant.DeletesAccount()).Should(200);

        Assert.Equal("Withdrawn", await app.StateOfApplication(applicationId));
        Assert.Equal("Withdrawn", await app.StageOf(caseId));
        Assert.Equal("Unpublished", await app.StateOfCandidate(candidateId));
        Assert.StartsWith(Form, Assert.Single(deleted.Kept()), StringComparison.Ordinal);
        Assert.Null(await app.OpenIdOf(id));
        var seen = await (await app.Staff(StaffRole.QualificationReviewer)).SeesCase(caseId);
        Assert.Equal("Withdrawn", seen.Word("state"));
    }

    [Fact]
    public async Task A_recognised_case_stays_and_is_named_with_a_day()
    {
        var (applicant, applicationId, caseId) = await app.ACaseUnderReview();
        await app.PutsCaseIn(caseId, "Recognised");

        var deleted = (await applicant.DeletesAccount()).Should(200);

        Assert.Equal("Recognised", await app.StageOf(caseId));
        Assert.Equal("Submitted", await app.StateOfApplication(applicationId));
        var closes = await app.Database.Value<DateTime>(
            "SELECT MAX(p.closes_at) FROM campaign_phases p JOIN campaigns c ON c.id = p.campaign_id WHERE c.is_current = 1"
        );
        var until = Domain
            .ChinaDay.Of(new DateTimeOffset(closes, TimeSpan.Zero))
            .AddYears(10)
            .ToString("yyyy-MM-dd", null);
        Assert.Equal([$"{Recognition} {until}", $"{Form} {until}"], deleted.Kept());
        Assert.All(
            deleted.Json.GetProperty("kept").EnumerateArray(),
            kept => Assert.NotEmpty(kept.GetProperty("why").GetString()!)
        );
    }

    [Fact]
    public async Task Where_another_application_stands_in_the_case_it_takes_the_lead()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var first = await app.NewCitizen();
        var (_, leading) = await first.Accepts(await reviewer.Invites(candidateId));
        var form = A.Form();
        (await first.Saves(leading, await first.Pictured(form))).Should(200);
        (await first.Submits(leading)).Should(200);
        var joined = await (await app.NewCitizen()).Applies(form);

        // Nobody confirmed that it was the worker who accepted, so with the account falls only what they sent.
        (await first.DeletesAccount()).Should(200);

        Assert.Equal("Withdrawn", await app.StateOfApplication(leading));
        Assert.Equal("Submitted", await app.StateOfApplication(joined));
        Assert.Equal("Submitted", await app.StageOf(await app.CaseOf(joined)));
    }

    [Fact]
    public async Task An_acceptance_nobody_confirmed_falls_and_the_worker_can_be_asked_anew()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var stranger = await app.NewCitizen();
        var (_, draftId) = await stranger.Accepts(await reviewer.Invites(candidateId));

        (await stranger.DeletesAccount()).Should(200);

        (await reviewer.Moves(candidateId, "confirm-consent")).ShouldRefuse(409, "consent-not-waiting");
        Assert.Equal(
            0,
            await app.Database.Value<int>("SELECT COUNT(*) FROM applications WHERE id = @draftId", new { draftId })
        );
        var worker = await app.NewCitizen();
        await worker.Accepts(await reviewer.Invites(candidateId));
        await reviewer.ConfirmsConsent(candidateId);
        await reviewer.Publishes(candidateId);
    }

    [Fact]
    public async Task A_rejection_stands_but_what_was_told_goes()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var citizen = await app.NewCitizen();
        var (tipId, _) = await citizen.TipsWithPhoto();
        var version = await reviewer.Claims(tipId);
        (
            await reviewer.Decides(
                tipId,
                "reject",
                new
                {
                    reasonCode = "TooLittleToGoOn",
                    message = "没有找到这位师傅。",
                    version,
                }
            )
        ).Should(200);

        (await citizen.DeletesAccount()).Should(200);

        Assert.Equal(
            ["Rejected|"],
            await app.Database.Rows<string>(
                "SELECT CONCAT(state, '|', story) FROM tips WHERE id = @tipId",
                new { tipId }
            )
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>("SELECT COUNT(*) FROM photos WHERE tip_id = @tipId", new { tipId })
        );
    }

    [Fact]
    public async Task Of_many_deletions_at_once_one_is_done_and_with_one_key_all_hear_its_answer()
    {
        var (one, other) = (await app.NewCitizen(), await app.NewCitizen());
        await one.Tips();
        await other.Tips();

        var without = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => one.DeletesAccount()));
        var with = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => other.DeletesAccount("delete-me")));

        Assert.Single(without, answer => answer.Status == 200);
        Assert.All(without.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(401, "session-ended"));
        Assert.Single(with.Select(answer => answer.Should(200).Text).Distinct());
        (await other.DeletesAccount("another-key")).ShouldRefuse(401, "session-ended");
        (await other.DeletesAccount("delete-me")).Should(200);
    }

    [Fact]
    public async Task Whatever_is_written_while_the_account_is_deleted_goes_with_it_or_is_refused()
    {
        for (var round = 0; round < 5; round++)
        {
            var citizen = await app.NewCitizen();
            var id = await app.IdOf(citizen);
            var form = await citizen.Pictured(A.Form());

            var writes = Enumerable
                .Range(0, 4)
                .Select(_ => citizen.SendsTip(A.Tip()))
                .Append(citizen.SendsDraft(form))
                .ToList();
            (await citizen.DeletesAccount()).Should(200);
            await Task.WhenAll(writes);

            Assert.All(
                writes.Select(write => write.Result),
                answer => Assert.True(answer.Status == 201 || answer.Code == "session-ended", answer.Text)
            );
            Assert.Equal(
                0,
                await app.Database.Value<int>(
                    """
                    SELECT (SELECT COUNT(*) FROM tips WHERE citizen_id = @id AND (state <> 'Withdrawn' OR story <> ''))
                        + (SELECT COUNT(*) FROM applications WHERE citizen_id = @id)
                        + (SELECT COUNT(*) FROM photos WHERE owner_id = @id)
                    """,
                    new { id }
                )
            );
        }
    }

    [Fact]
    public async Task Nobody_is_written_to_who_is_no_more()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var citizen = await app.NewCitizen();
        var id = await app.IdOf(citizen);
        (await citizen.Subscribes(null, "development-tip-moved")).Should(200);
        var candidateId = await app.ACandidate(tipsters: citizen);

        (await citizen.DeletesAccount()).Should(200);
        await reviewer.Invites(candidateId);

        Assert.Empty(await app.MessagesOf(id));
        Assert.Equal(0, (await reviewer.Reads(candidateId)).GetProperty("tipCount").GetInt32());
    }
}
