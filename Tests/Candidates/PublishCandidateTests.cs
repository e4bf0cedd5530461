using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class PublishCandidateTests(App app)
{
    private static readonly string[] WholeWay =
    [
        "candidate.invited",
        "candidate.consent-confirmed",
        "candidate.published",
        "candidate.unpublished",
        "candidate.published",
    ];

    [Fact]
    public async Task Nobody_is_shown_before_their_confirmed_word()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();

        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
        (await reviewer.Moves(candidateId, "confirm-consent")).ShouldRefuse(409, "consent-not-waiting");
        var code = await reviewer.Invites(candidateId);
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
        await (await app.NewCitizen()).Accepts(code);
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        await reviewer.ConfirmsConsent(candidateId);
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        await reviewer.Publishes(candidateId);

        (await app.Shows(candidateId)).Should(200);
        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "candidate-already-published");
        (await reviewer.Moves(candidateId, "invite")).ShouldRefuse(409, "candidate-already-agreed");
        (await reviewer.Moves(candidateId, "confirm-consent")).ShouldRefuse(409, "consent-not-waiting");
    }

    [Fact]
    public async Task A_candidate_taken_back_disappears_and_returns_with_its_first_publication_time()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.APublishedCandidate();
        var first = (await reviewer.Reads(candidateId)).GetProperty("publishedAt").GetString();

        (await reviewer.Moves(candidateId, "unpublish")).Should(200);
        (await app.Shows(candidateId)).ShouldRefuse(404, "not-found");
        (await reviewer.Moves(candidateId, "unpublish")).ShouldRefuse(409, "candidate-not-published");
        Assert.NotEmpty((await reviewer.Reads(candidateId)).GetProperty("unpublishReason").GetString()!);
        await reviewer.Publishes(candidateId);

        Assert.Equal(first, (await reviewer.Reads(candidateId)).GetProperty("publishedAt").GetString());
        Assert.Equal(WholeWay, await app.AuditedActs(candidateId));
        Assert.Equal(
            ["Invited", "Agreed", "Published", "Unpublished", "Published"],
            await app.ThreadKinds(candidateId)
        );
    }

    [Fact]
    public async Task A_candidate_whose_consent_was_withdrawn_is_not_shown_again()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.APublishedCandidate();
        (await reviewer.Moves(candidateId, "unpublish")).Should(200);
        await app.Database.Execute(
            "UPDATE consents SET withdrawn_at = @now WHERE candidate_id = @candidateId",
            new { candidateId, now = TimeProvider.System.GetUtcNow() }
        );

        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "consent-missing");
    }

    [Fact]
    public async Task A_candidate_who_works_nowhere_is_not_shown_until_staff_write_where()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        (await reviewer.Edits(candidateId, workUnit: null)).Should(200);
        var code = await reviewer.Invites(candidateId);
        await (await app.NewCitizen()).Accepts(code);
        await reviewer.ConfirmsConsent(candidateId);

        (await reviewer.Moves(candidateId, "publish")).ShouldRefuse(409, "workplace-missing");
        (await reviewer.Edits(candidateId, workUnit: null, workplace: "武林路口")).Should(200);
        await reviewer.Publishes(candidateId);
        (await reviewer.Edits(candidateId, workUnit: null, workplace: null)).ShouldRefuse(409, "workplace-missing");

        Assert.Equal("武林路口", (await app.Shows(candidateId)).Should(200).Word("workplace"));
    }

    [Fact]
    public async Task A_merged_candidate_is_neither_invited_nor_published_and_its_id_answers_with_the_root()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var shared = await app.NewCitizen();
        var rootId = await app.ACandidate(tipsters: [shared, await app.NewCitizen()]);
        var childId = await app.ACandidate(tipsters: [shared, await app.NewCitizen()]);
        var code = await reviewer.Invites(childId);
        await (await app.NewCitizen()).Accepts(code);
        await reviewer.ConfirmsConsent(childId);
        await app.Publishes(rootId);
        await app.Merges(childId, rootId);

        (await reviewer.Moves(childId, "publish")).ShouldRefuse(409, "candidate-merged");
        (await reviewer.Moves(childId, "invite")).ShouldRefuse(409, "candidate-merged");

        var read = (await app.Shows(childId)).Should(200);
        Assert.Equal(rootId, Guid.Parse(read.Word("id")));
        Assert.Equal(3, read.Number("tipCount"));
        var file = await reviewer.Reads(childId);
        Assert.Equal(rootId, file.GetProperty("mergedInto").GetGuid());
        Assert.Equal(rootId, file.GetProperty("rootId").GetGuid());
        Assert.Equal(3, file.GetProperty("tipCount").GetInt32());
    }

    [Fact]
    public async Task An_acceptance_by_somebody_whose_tip_was_joined_since_is_not_confirmed()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var code = await reviewer.Invites(candidateId);
        var tipster = await app.NewCitizen();
        await tipster.Accepts(code);
        await app.Joins(tipster, candidateId);

        (await reviewer.Moves(candidateId, "confirm-consent")).ShouldRefuse(409, "own-tip");
    }

    [Theory]
    [InlineData("invite")]
    [InlineData("confirm-consent")]
    [InlineData("publish")]
    [InlineData("unpublish")]
    public async Task A_move_needs_the_version_the_reviewer_saw_and_a_candidate_that_exists(string move)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        object Body(int? version) =>
            new
            {
                version,
                identityCheck = "当面核对",
                reason = "核实",
            };

        (await reviewer.Api.Post($"/admin/v1/candidates/{candidateId}/{move}", Body(7))).ShouldRefuse(
            409,
            "version-stale"
        );
        Assert.Contains(
            "version",
            (await reviewer.Api.Post($"/admin/v1/candidates/{candidateId}/{move}", Body(null)))
                .ShouldRefuse(400, "request-malformed")
                .ErrorFields
        );
        (await reviewer.Api.Post($"/admin/v1/candidates/{Guid.Empty}/{move}", Body(1))).ShouldRefuse(404, "not-found");
        (await reviewer.Api.Post($"/admin/v1/candidates/no-id/{move}", Body(1))).ShouldRefuse(404, "not-found");
        Assert.Empty(await app.AuditedActs(candidateId));
    }

    [Theory]
    [InlineData("invite")]
    [InlineData("confirm-consent")]
    [InlineData("publish")]
    [InlineData("unpublish")]
    public async Task Nobody_but_a_tip_reviewer_moves_a_candidate(string move)
    {
        var candidateId = await app.ACandidate();
        var body = new
        {
            version = 1,
            identityCheck = "当面核对",
            reason = "核实",
        };

        foreach (var role in new[] { StaffRole.Auditor, StaffRole.QualificationReviewer, StaffRole.Administrator })
        {
            var staff = await app.Staff(role);
            (await staff.Api.Post($"/admin/v1/candidates/{candidateId}/{move}", body)).ShouldRefuse(
                403,
                "role-missing"
            );
        }

        var citizen = await app.NewCitizen();
        (await citizen.Api.Post($"/admin/v1/candidates/{candidateId}/{move}", body)).ShouldRefuse(401, "token-invalid");
    }
}
