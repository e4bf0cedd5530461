using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Craftsman.Domain.Voting;

/// <summary>
/// What the ledger says of one change of one vote: SHA-256 over kind, vote, candidate, voter key, day, state before and after, time and
/// receipt. Each part goes in with its length before it, so that no two different changes spell the same bytes.
/// </summary>
/// <param name="From">The state before; null for a vote that was just cast.</param>
/// <param name="VoterKey">32 bytes.</param>
/// <param name="Receipt">The receipt as its bytes.</param>
public sealed record LedgerLeaf(
    string Kind,
    Guid VoteId,
    Guid CandidateId,
    byte[] VoterKey,
    DateOnly Day,
    VoteState? From,
    VoteState To,
    DateTimeOffset At,
    byte[] Receipt
)
{
    public const int Bytes = SHA256.HashSizeInBytes;

    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        Append(hash, Encoding.ASCII.GetBytes(Kind));
        Append(hash, VoteId.ToByteArray(bigEndian: true));
        Append(hash, CandidateId.ToByteArray(bigEndian: true));
        Append(hash, VoterKey);
        BinaryPrimitives.WriteInt64BigEndian(number, Day.DayNumber);
        Append(hash, number);
        Append(hash, Encoding.ASCII.GetBytes(From?.ToString() ?? ""));
        Append(hash, Encoding.ASCII.GetBytes(To.ToString()));
        BinaryPrimitives.WriteInt64BigEndian(number, At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Append(hash, number);
        Append(hash, Receipt);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
