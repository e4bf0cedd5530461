using Craftsman.Domain.Voting;

namespace Craftsman.Tests.Voting;

public sealed class LedgerLeafTests
{
    private static readonly LedgerLeaf Leaf = new(
        "Cast",
        Guid.Parse("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0001"),
        Guid.Parse("0192aaaa-bbbb-7ccc-8ddd-eeeeffff0002"),
        [.. Enumerable.Repeat((byte)7, 32)],
        new DateOnly(2026, 9, 1),
        null,
        VoteState.Counted,
        new DateTimeOffset(2026, 9, 1, 1, 2, 3, TimeSpan.Zero),
        [.. Enumerable.Repeat((byte)9, 16)]
    );

    [Fact]
    public void A_change_in_any_part_changes_the_leaf()
    {
        LedgerLeaf[] changed =
        [
            Leaf with
            {
                Kind = "Restore",
            },
            Leaf with
            {
                VoteId = Leaf.CandidateId,
            },
            Leaf with
            {
                CandidateId = Leaf.VoteId,
            },
            Leaf with
            {
                VoterKey = new byte[32],
            },
            Leaf with
            {
                Day = Leaf.Day.AddDays(1),
            },
            Leaf with
            {
                From = VoteState.Counted,
            },
            Leaf with
            {
                To = VoteState.Excluded,
            },
            Leaf with
            {
                At = Leaf.At.AddMicroseconds(1),
            },
            Leaf with
            {
                Receipt = new byte[16],
            },
        ];

        Assert.Equal(
            changed.Length + 1,
            changed.Append(Leaf).Select(leaf => Convert.ToHexString(leaf.Hash())).Distinct().Count()
        );
    }
}
