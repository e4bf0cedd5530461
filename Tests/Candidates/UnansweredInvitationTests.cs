using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;
using MySqlConnector;

namespace Craftsman.Tests.Candidates;

public sealed class UnansweredInvitationTests(App app)
{
    [Fact]
    public async Task Silence_ends_the_invitation_once_erases_the_contact_and_is_told()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (silent, accepted, inTime) = (await app.ACandidate(), await app.ACandidate(), await app.ACandidate());
        await reviewer.Invites(silent);
        await (await app.NewCitizen()).Accepts(await reviewer.Invites(accepted));
        await reviewer.Invites(inTime);
        await Lapse(0, silent, accepted);

        await Task.WhenAll(Run(), Run());

        Assert.Equal("Unreached", await app.StateOfCandidate(silent));
        Assert.Equal("Invited", await app.StateOfCandidate(accepted));
        Assert.Equal("Invited", await app.StateOfCandidate(inTime));
        Assert.Equal((0, 0, 1), (await Contacts(silent), await Indexes(silent), await Told(silent)));
        Assert.Equal((1, 1, 0), (await Contacts(inTime), await Indexes(inTime), await Told(inTime)));
        Assert.Equal(["candidate.invited", "candidate.unreached"], await app.AuditedActs(silent));
        await reviewer.Invites(silent);
        Assert.Equal("Invited", await app.StateOfCandidate(silent));
    }

    [Fact]
    public async Task The_name_of_who_was_silent_or_declined_is_kept_for_the_campaigns_days_and_then_erased()
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var (silent, declined, recent) = (await app.ACandidate(), await app.ACandidate(), await app.ACandidate());
        await reviewer.Invites(silent);
        await (await app.NewCitizen()).AnswersNo(await reviewer.Invites(declined));
        await (await app.NewCitizen()).AnswersNo(await reviewer.Invites(recent));
        await Lapse(181, silent, declined);
        await Lapse(179, recent);

        await Task.WhenAll(Run(), Run());

        foreach (var id in new[] { silent, declined })
        {
            var file = await reviewer.Reads(id);
            Assert.Equal(Candidate.ErasedName, file.GetProperty("name").GetString());
            Assert.Null(file.GetProperty("workUnit").GetString());
            Assert.Equal(1, file.GetProperty("tipCount").GetInt32());
            Assert.Single(await app.AuditedActs(id), act => act == "candidate.name-erased");
        }

        (await reviewer.Moves(silent, "invite")).ShouldRefuse(409, "candidate-name-erased");
        Assert.Equal("杭州丝绸厂", (await reviewer.Reads(recent)).GetProperty("workUnit").GetString());
    }

    private Task<int> Lapse(int daysAgo, params Guid[] candidates) =>
        app.Database.Execute(
            "UPDATE invitations SET expires_at = @at, answered_at = IF(answered_at IS NULL, NULL, @at) WHERE candidate_id IN @candidates",
            new { candidates, at = TimeProvider.System.GetUtcNow().AddDays(-daysAgo) }
        );

    private Task<int> Contacts(Guid id) =>
        app.Database.Value<int>("SELECT COUNT(worker_contact) FROM tips WHERE candidate_id = @id", new { id });

    private Task<int> Indexes(Guid id) =>
        app.Database.Value<int>("SELECT COUNT(worker_contact_index) FROM tips WHERE candidate_id = @id", new { id });

    private Task<int> Told(Guid id) =>
        app.Database.Value<int>(
            "SELECT COUNT(*) FROM tip_events e JOIN tips t ON t.id = e.tip_id WHERE t.candidate_id = @id AND e.kind = 'Unreached'",
            new { id }
        );

    private async Task Run()
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(app.Database.ConnectionString).ConnectionString
        );
        var job = new UnansweredInvitations(new Db(source));
        var now = TimeProvider.System.GetUtcNow();
        await job.End(now, TestContext.Current.CancellationToken);
        await job.Blank(now, TestContext.Current.CancellationToken);
    }
}
