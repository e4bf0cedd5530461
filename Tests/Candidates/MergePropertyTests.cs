using System.Globalization;
using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Tests.Support;

namespace Craftsman.Tests.Candidates;

/// <summary>
/// Any sequence of link, merge, undo, relink, vote, tip, withdraw, quarantine, restore and exclude agrees with a recomputation from rows
/// after every step (laws 1 and 3), and loses no tip.
/// </summary>
public sealed class MergePropertyTests(App app)
{
    private const int Steps = 70;
    private const int EarlierDays = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_sequence_of_acts_agrees_with_recomputation_and_loses_no_tip(int seed)
    {
        var random = new Random(seed);
        var candidates = new List<Guid>();
        for (var at = 0; at < 6; at++)
        {
            candidates.Add(await app.CandidateRow());
        }

        await VotesOfEarlierDays(random, candidates);
        var citizens = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => app.NewCitizen()));
        var (reviewer, fraud) = (await app.Staff(StaffRole.TipReviewer), await app.FraudReviewer());
        var clerk = await app.Staff(StaffRole.OfficeClerk);
        // Whose tip it is, and where the acts say that it leads; null once it is withdrawn.
        var tips = new Dictionary<Guid, (Citizen Author, Guid? Candidate)>();
        var history = new List<string>();

        for (var step = 0; step < Steps; step++)
        {
            var (candidate, other) = (Any(candidates), Any(candidates));
            var citizen = Any(citizens);
            var act = random.Next(20);
            history.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{act}:{candidates.IndexOf(candidate)}:{candidates.IndexOf(other)}"
                )
            );
            switch (act)
            {
                case < 5:
                    Expect(await reviewer.TriesToMerge(candidate, other), "already-merged", "merge-same-worker");
                    break;
                case < 8 when await ActiveMerges() is { Count: > 0 } merges:
                    Expect(await reviewer.TriesToUndo(Any(merges)));
                    break;
                case < 9 when tips.Where(tip => tip.Value.Candidate is not null).ToList() is { Count: > 0 } joined:
                    var (tipId, (author, from)) = Any(joined);
                    var relinked = await reviewer.Relinks(tipId, candidate, await reviewer.VersionOfTip(tipId));
                    Expect(relinked, "tip-already-there");
                    tips[tipId] = (
                        author,
                        relinked.Status == 200 ? relinked.Json.GetProperty("candidateId").GetGuid() : from
                    );
                    break;
                case < 11:
                    var sent = await citizen.SendsTip(A.Tip());
                    Expect(sent, "tip-quota-used");
                    if (sent.Status == 201)
                    {
                        var id = sent.Json.GetProperty("id").GetGuid();
                        tips[id] = (citizen, await reviewer.Verifies(id, candidate));
                    }

                    break;
                case < 12 when tips.Count > 0:
                    var withdrawn = Any(tips.ToList());
                    Expect(await withdrawn.Value.Author.Api.Delete($"/api/v1/me/tips/{withdrawn.Key}"));
                    tips[withdrawn.Key] = (withdrawn.Value.Author, null);
                    break;
                case < 14:
                    Expect(await fraud.ChangesVotes("quarantine", await SomeVotes(3)));
                    break;
                case < 15:
                    Expect(await fraud.ChangesVotes("restore", await SomeVotes(2)));
                    break;
                case < 16:
                    var asked = await fraud.ChangesVotes("exclude", await SomeVotes(12));
                    Expect(asked, "not-found");
                    if (asked.Status == 202)
                    {
                        Expect(await clerk.Decides(asked.Word("approvalId")));
                    }

                    break;
                default:
                    Expect(
                        await citizen.VotesFor(candidate, random.Next(3) == 0 ? $"{seed}-{step / 4}" : null),
                        "already-voted-today",
                        "daily-quota-used",
                        "idempotency-key-reused"
                    );
                    break;
            }

            var wrong = await app.Contradictions(candidates);
            Assert.True(wrong.Count == 0, $"{string.Join("; ", wrong)} after {string.Join(' ', history)}");
        }

        await NoTipIsLost(tips, history);
        foreach (var candidate in candidates)
        {
            var file = await reviewer.Reads(candidate);
            Assert.Equal(
                await app.TipstersOf(file.GetProperty("rootId").GetGuid()),
                file.GetProperty("tipCount").GetInt32()
            );
        }

        Assert.DoesNotContain(
            (await (await app.Staff(StaffRole.Auditor)).Api.Get("/admin/v1/votes/reconcile"))
                .Should(200)
                .Json.GetProperty("differences")
                .EnumerateArray(),
            each => candidates.Exists(id => each.GetProperty("candidateId").GetString() == id.ToString())
        );

        T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

        void Expect(Answer answer, params string[] codes) =>
            Assert.True(
                answer.Status < 300 || codes.Contains(answer.Code),
                $"{answer.Status} {answer.Code} after {string.Join(' ', history)}"
            );

        Task<IReadOnlyList<Guid>> ActiveMerges() =>
            app.Database.Rows<Guid>(
                "SELECT id FROM candidate_merges WHERE is_active = 1 AND from_id IN @candidates ORDER BY id",
                new { candidates }
            );

        // Of the ids some are drawn in their order, so that the same seed draws the same.
        async Task<IReadOnlyList<Guid>> SomeVotes(int oneIn) =>
            [
                .. (
                    await app.Database.Rows<Guid>(
                        "SELECT id FROM votes WHERE candidate_id IN @candidates ORDER BY id",
                        new { candidates }
                    )
                ).Where(_ => random.Next(oneIn) == 0),
                Guid.AllBitsSet,
            ];
    }

    /// <summary>Rows of voters who come no more: one to three votes a day, never two for one candidate.</summary>
    private async Task VotesOfEarlierDays(Random random, List<Guid> candidates)
    {
        for (var day = 1; day <= EarlierDays; day++)
        {
            for (var voter = 0; voter < 8; voter++)
            {
                var key = RandomNumberGenerator.GetBytes(32);
                var chosen = random.GetItems([.. candidates], 3).Distinct().ToList();
                for (var slot = 1; slot <= chosen.Count; slot++)
                {
                    // Some at the same instant: then the id decides.
                    var at = TimeProvider.System.GetUtcNow().AddDays(-day).AddSeconds(random.Next(2));
                    await app.Database.Execute(
                        """
                        INSERT INTO votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left)
                        VALUES (@id, @candidate, @key, @day, @slot, 'Counted', @castAt, @receipt, 0);
                        UPDATE candidate_tallies SET standing = standing + 1 WHERE candidate_id = @candidate;
                        """,
                        new
                        {
                            id = Guid.CreateVersion7(at),
                            candidate = chosen[slot - 1],
                            key,
                            day = ChinaDay.Of(TimeProvider.System.GetUtcNow()).AddDays(-day),
                            slot,
                            castAt = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
                            receipt = RandomNumberGenerator.GetBytes(15),
                        }
                    );
                }
            }
        }
    }

    private static async Task NoTipIsLost(
        Dictionary<Guid, (Citizen Author, Guid? Candidate)> tips,
        IReadOnlyList<string> history
    )
    {
        foreach (var (tipId, (author, candidate)) in tips)
        {
            var tip = await author.SeesTip(tipId);
            Assert.True(
                candidate is null
                    ? tip.Word("state") == "Withdrawn"
                    : (tip.Word("state"), tip.Word("candidateId")) == ("Joined", candidate.ToString()),
                $"{tip.Text} should lead to {candidate} after {string.Join(' ', history)}"
            );
        }
    }
}
