using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class InvitationTests(App app)
{
    [Fact]
    public async Task 四_三_他人推荐_A_worker_reads_what_was_said_without_who_said_it_and_accepts()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate("王师傅", story: "他修的表比新的还准。");
        var code = await reviewer.Invites(candidateId);
        var worker = await app.NewCitizen();
        var typed = $"{code[..4].ToLowerInvariant()}-{code[4..8]}%20{code[8..]}";

        var invitation = (await worker.Api.Get($"/api/v1/invitations/{typed}")).Should(200).Json;
        var accepted = await worker.Accepts(code);

        Assert.Equal("王师傅", invitation.GetProperty("candidateName").GetString());
        Assert.Equal(
            ["他修的表比新的还准。"],
            invitation.GetProperty("said").EnumerateArray().Select(x => x.GetString())
        );
        Assert.Equal("2026-1", invitation.GetProperty("policyVersion").GetString());
        Assert.InRange(
            invitation.GetProperty("expiresAt").GetDateTimeOffset(),
            TimeProvider.System.GetUtcNow().AddDays(29),
            TimeProvider.System.GetUtcNow().AddDays(31)
        );
        Assert.Equal(candidateId, accepted.CandidateId);
        Assert.Equal(
            ("PublicTip", "Draft", await app.IdOf(worker)),
            (
                await app.Database.Rows<(string, string, Guid)>(
                    "SELECT channel, state, citizen_id FROM applications WHERE id = @ApplicationId AND candidate_id = @CandidateId",
                    new { accepted.ApplicationId, accepted.CandidateId }
                )
            ).Single()
        );
        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(confirmed_at) FROM consents WHERE candidate_id = @candidateId HAVING COUNT(*) = 1",
                new { candidateId }
            )
        );
    }

    [Fact]
    public async Task An_acceptance_with_the_phone_on_record_counts_at_once_and_one_with_another_phone_waits_for_staff()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (known, unknown) = (await app.ACandidate(), await app.ACandidate());
        var (worker, stranger) = (await app.NewCitizen(), await app.NewCitizen());
        (await worker.BindsPhone($"phone:{CandidateDrivers.WorkerContact}")).Should(200);
        (await stranger.BindsPhone("phone:13900009999")).Should(200);

        var code = await reviewer.Invites(known);
        await worker.Accepts(code);
        await stranger.Accepts(await reviewer.Invites(unknown));

        Assert.Equal("Agreed", (await reviewer.Reads(known)).GetProperty("state").GetString());
        Assert.Equal("Invited", (await reviewer.Reads(unknown)).GetProperty("state").GetString());
        Assert.Equal(["Invited", "Agreed"], await app.ThreadKinds(known));
        (await reviewer.Moves(known, "confirm-consent")).ShouldRefuse(409, "consent-not-waiting");
        await reviewer.Publishes(known);
        (await worker.AnswersYes(code)).Should(200);
    }

    [Fact]
    public async Task A_tipster_who_gave_their_own_phone_for_the_worker_still_cannot_accept()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var tipster = await app.NewCitizen();
        (await tipster.BindsPhone($"phone:{CandidateDrivers.WorkerContact}")).Should(200);
        var code = await reviewer.Invites(await app.ACandidate(tipsters: [tipster]));

        (await tipster.AnswersYes(code)).ShouldRefuse(409, "own-tip");
    }

    [Fact]
    public async Task A_code_that_nobody_sent_and_a_caller_without_a_token_learn_nothing()
    {
        var worker = await app.NewCitizen();

        (await worker.Api.Get("/api/v1/invitations/ABCDEFGH23456789")).ShouldRefuse(404, "not-found");
        (await worker.AnswersYes("ABCDEFGH23456789")).ShouldRefuse(404, "not-found");
        (await worker.AnswersNo("ABCDEFGH23456789")).ShouldRefuse(404, "not-found");
        (await app.Anonymous.Get("/api/v1/invitations/ABCDEFGH23456789")).ShouldRefuse(401, "token-missing");
    }

    [Fact]
    public async Task An_invitation_cannot_be_answered_after_its_days()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var code = await reviewer.Invites(candidateId);
        await app.Database.Execute(
            "UPDATE invitations SET expires_at = @now WHERE candidate_id = @candidateId",
            new { candidateId, now = TimeProvider.System.GetUtcNow() }
        );
        var worker = await app.NewCitizen();

        (await worker.Api.Get($"/api/v1/invitations/{code}")).ShouldRefuse(409, "invitation-expired");
        (await worker.AnswersYes(code)).ShouldRefuse(409, "invitation-expired");
        (await worker.AnswersNo(code)).ShouldRefuse(409, "invitation-expired");
        (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/letter.html")).ShouldRefuse(
            409,
            "invitation-expired"
        );
    }

    [Fact]
    public async Task Of_twenty_citizens_who_accept_one_code_at_once_one_wins()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var code = await reviewer.Invites(candidateId);
        var citizens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.NewCitizen()));

        var answers = await Task.WhenAll(citizens.Select(citizen => citizen.AnswersYes(code)));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => answer.ShouldRefuse(409, "invitation-answered")
        );
        Assert.Equal(
            (1L, 1L),
            (
                await app.Database.Rows<(long, long)>(
                    """
                    SELECT (SELECT COUNT(*) FROM consents WHERE candidate_id = @candidateId),
                        (SELECT COUNT(*) FROM applications WHERE candidate_id = @candidateId)
                    """,
                    new { candidateId }
                )
            ).Single()
        );
    }

    [Fact]
    public async Task Of_a_yes_and_a_no_at_once_one_is_heard()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        for (var round = 0; round < 5; round++)
        {
            var candidateId = await app.ACandidate();
            var code = await reviewer.Invites(candidateId);
            var (one, other) = (await app.NewCitizen(), await app.NewCitizen());

            var answers = await Task.WhenAll(one.AnswersYes(code), other.AnswersNo(code));

            var isDeclined = answers[1].Status == 204;
            Assert.True(isDeclined ^ (answers[0].Status == 200), $"{answers[0].Text} {answers[1].Text}");
            answers[isDeclined ? 0 : 1].ShouldRefuse(409, "invitation-answered");
            Assert.Equal(
                isDeclined ? "Declined" : "Invited",
                (await reviewer.Reads(candidateId)).GetProperty("state").GetString()
            );
        }
    }

    [Fact]
    public async Task The_citizen_who_accepted_hears_the_same_answer_again_with_and_without_a_key()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var code = await reviewer.Invites(await app.ACandidate());
        var worker = await app.NewCitizen();

        var answers = await Task.WhenAll(
            worker.AnswersYes(code),
            worker.AnswersYes(code),
            worker.AnswersYes(code, key: "accept-1"),
            worker.AnswersYes(code, key: "accept-1")
        );

        Assert.Single(answers.Select(answer => answer.Should(200).Text).Distinct());
        (await worker.Api.Get($"/api/v1/invitations/{code}")).ShouldRefuse(409, "invitation-answered");
        (await worker.AnswersNo(code)).ShouldRefuse(409, "invitation-answered");
    }

    [Fact]
    public async Task A_tipster_cannot_accept_for_the_worker_even_after_withdrawing_the_tip_or_from_a_merged_tree()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (joined, withdrawn, ofChild) = (await app.NewCitizen(), await app.NewCitizen(), await app.NewCitizen());
        var candidateId = await app.ACandidate(tipsters: [joined, withdrawn]);
        var childId = await app.ACandidate(tipsters: ofChild);
        await app.Database.Execute(
            "UPDATE tips SET state = 'Withdrawn' WHERE candidate_id = @candidateId AND citizen_id = @citizenId",
            new { candidateId, citizenId = await app.IdOf(withdrawn) }
        );
        await app.Merges(childId, candidateId);
        var code = await reviewer.Invites(candidateId);

        foreach (var tipster in new[] { joined, withdrawn, ofChild })
        {
            (await tipster.AnswersYes(code)).ShouldRefuse(409, "own-tip");
        }
    }

    [Fact]
    public async Task A_consent_to_an_older_policy_is_refused_and_nothing_is_stored()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var code = await reviewer.Invites(candidateId);
        var worker = await app.NewCitizen();

        (await worker.AnswersYes(code, policyVersion: "2019-1")).ShouldRefuse(409, "policy-version-stale");

        Assert.Equal(
            0,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM consents WHERE candidate_id = @candidateId",
                new { candidateId }
            )
        );
        await worker.Accepts(code);
    }

    [Fact]
    public async Task Malformed_answers_are_told_field_by_field()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var code = await reviewer.Invites(await app.ACandidate());
        var worker = await app.NewCitizen();

        var empty = (await worker.Api.Post($"/api/v1/invitations/{code}/accept", new { })).ShouldRefuse(
            400,
            "request-malformed"
        );
        var unknown = (
            await worker.AnswersYes(code, corrections: new { district = "110101", trade = "magic" })
        ).ShouldRefuse(400, "request-malformed");
        var control = (await worker.AnswersYes(code, corrections: new { name = "张\u0007三" })).ShouldRefuse(
            400,
            "request-malformed"
        );

        Assert.Equal(["policyVersion", "showPhoto", "showWorkUnit"], empty.ErrorFields.Order());
        Assert.Equal(["corrections.district", "corrections.trade"], unknown.ErrorFields.Order());
        Assert.Equal(["corrections.name"], control.ErrorFields);
    }

    [Fact]
    public async Task What_the_worker_puts_right_stands_in_the_file_and_in_the_draft()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate("张三峰");
        var worker = await app.NewCitizen();
        var code = await reviewer.Invites(candidateId);

        (
            await worker.AnswersYes(
                code,
                corrections: new
                {
                    name = "张三丰",
                    workplace = "河坊街口修鞋摊",
                    trade = "commerce",
                    district = "330106",
                }
            )
        ).Should(200);

        var file = await reviewer.Reads(candidateId);
        Assert.Equal("张三丰", file.GetProperty("name").GetString());
        Assert.Equal("河坊街口修鞋摊", file.GetProperty("workplace").GetString());
        Assert.Equal("commerce", file.GetProperty("trade").GetString());
        Assert.Equal("330106", file.GetProperty("district").GetString());
        Assert.Equal(
            ("张三丰", "commerce"),
            (
                await app.Database.Rows<(string, string)>(
                    "SELECT name, trade FROM applications WHERE candidate_id = @candidateId",
                    new { candidateId }
                )
            ).Single()
        );
    }

    [Fact]
    public async Task A_no_is_final_erases_the_contact_and_is_told_to_the_tipster()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var code = await reviewer.Invites(candidateId);
        var worker = await app.NewCitizen();

        (await worker.AnswersNo(code)).Should(204);
        (await worker.AnswersNo(code)).Should(204);

        (await worker.AnswersYes(code)).ShouldRefuse(409, "invitation-answered");
        (await (await app.NewCitizen()).AnswersNo(code)).ShouldRefuse(409, "invitation-answered");
        (await reviewer.Moves(candidateId, "invite")).ShouldRefuse(409, "invitation-declined");
        Assert.Equal(
            (0L, 0L, 1L),
            (
                await app.Database.Rows<(long, long, long)>(
                    "SELECT COUNT(worker_contact), COUNT(worker_contact_index), COUNT(*) FROM tips WHERE candidate_id = @candidateId",
                    new { candidateId }
                )
            ).Single()
        );
        Assert.Equal(["Invited", "Declined"], await app.ThreadKinds(candidateId));
    }

    [Fact]
    public async Task A_new_invitation_replaces_the_open_one()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var first = await reviewer.Invites(candidateId);
        var second = await reviewer.Invites(candidateId);
        var worker = await app.NewCitizen();

        (await worker.AnswersYes(first)).ShouldRefuse(409, "invitation-expired");
        await worker.Accepts(second);
    }

    [Fact]
    public async Task An_acceptance_that_staff_did_not_believe_falls_with_its_draft_when_they_invite_again()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var stranger = await app.NewCitizen();
        var first = await reviewer.Invites(candidateId);
        var (_, applicationId) = await stranger.Accepts(first);

        var second = await reviewer.Invites(candidateId);

        (await stranger.AnswersYes(first)).ShouldRefuse(409, "invitation-expired");
        Assert.Equal(
            "Withdrawn",
            await app.Database.Value<string>(
                "SELECT state FROM applications WHERE id = @applicationId",
                new { applicationId }
            )
        );
        (await reviewer.Moves(candidateId, "confirm-consent")).ShouldRefuse(409, "consent-not-waiting");
        await (await app.NewCitizen()).Accepts(second);
        await reviewer.ConfirmsConsent(candidateId);
        await reviewer.Publishes(candidateId);
    }

    [Fact]
    public async Task Only_one_invitation_lives_when_two_are_sent_at_once()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => reviewer.Api.Post($"/admin/v1/candidates/{candidateId}/invite", new { version = 1 }))
        );

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.ShouldRefuse(409, "version-stale"));
    }
}
