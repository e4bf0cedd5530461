using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

public sealed class InvitationLetterTests(App app)
{
    [Fact]
    public async Task The_letter_holds_code_and_QR_code_and_encodes_what_people_wrote()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate(
            "<b>李师傅</b>",
            story: "<script>alert('x')</script> & \"手艺\"很好，大家都找他帮忙",
            tipsters: [await app.NewCitizen(), await app.NewCitizen()]
        );
        var code = await reviewer.Invites(candidateId);

        var letter = (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/letter.html")).Should(200);

        Assert.Equal("text/html", letter.MediaType);
        Assert.Equal("no-store", letter.Headers["Cache-Control"]);
        Assert.Contains(string.Join(' ', code.Chunk(4).Select(four => new string(four))), letter.Text);
        Assert.Contains("data:image/png;base64,iVBOR", letter.Text);
        Assert.Contains("有 2 位市民推荐了您", letter.Text);
        Assert.Contains("&lt;b&gt;李师傅&lt;/b&gt;", letter.Text);
        Assert.Contains("&lt;script&gt;", letter.Text);
        Assert.DoesNotContain("<script", letter.Text);
        Assert.DoesNotContain("<b>", letter.Text);
    }

    [Fact]
    public async Task Each_printing_is_on_the_audit_record()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        await reviewer.Invites(candidateId);

        (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/letter.html")).Should(200);
        (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/letter.html")).Should(200);
        var qr = (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/qr.png")).Should(200);

        Assert.Equal("image/png", qr.MediaType);
        Assert.Equal(
            ["candidate.invited", "invitation.letter-printed", "invitation.letter-printed", "invitation.qr-printed"],
            await app.AuditedActs(candidateId)
        );
    }

    [Fact]
    public async Task There_is_no_letter_before_an_invitation_nor_after_an_answer()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var letter = $"/admin/v1/candidates/{candidateId}/invitation/letter.html";

        (await reviewer.Api.Get(letter)).ShouldRefuse(404, "not-found");
        var code = await reviewer.Invites(candidateId);
        await (await app.NewCitizen()).Accepts(code);

        (await reviewer.Api.Get(letter)).ShouldRefuse(409, "invitation-answered");
        (await reviewer.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/qr.png")).ShouldRefuse(
            409,
            "invitation-answered"
        );
    }

    [Fact]
    public async Task An_auditor_does_not_get_the_code()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var auditor = await app.Staff(StaffRole.Auditor);
        var candidateId = await app.ACandidate();
        await reviewer.Invites(candidateId);

        (await auditor.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/letter.html")).ShouldRefuse(
            403,
            "role-missing"
        );
        (await auditor.Api.Get($"/admin/v1/candidates/{candidateId}/invitation/qr.png")).ShouldRefuse(
            403,
            "role-missing"
        );
    }
}
