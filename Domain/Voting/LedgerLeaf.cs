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

    private const int MostBytes = 512;

    public byte[] Hash()
    {
        var hash = new byte[Bytes];
        Hash(hash);
        return hash;
    }

    /// <summary>Writes the 32 bytes where the caller wants them: a batch has a hundred.</summary>
    public void Hash(Span<byte> destination)
    {
        Span<byte> text = stackalloc byte[MostBytes];
        Span<byte> part = stackalloc byte[32];
        var length = 0;
        Append(text, ref length, part[..Encoding.ASCII.GetBytes(Kind, part)]);
        VoteId.TryWriteBytes(part, bigEndian: true, out _);
        Append(text, ref length, part[..16]);
        CandidateId.TryWriteBytes(part, bigEndian: true, out _);
        Append(text, ref length, part[..16]);
        Append(text, ref length, VoterKey);
        BinaryPrimitives.WriteInt64BigEndian(part, Day.DayNumber);
        Append(text, ref length, part[..sizeof(long)]);
        Append(text, ref length, part[..Encoding.ASCII.GetBytes(From?.ToString() ?? "", part)]);
        Append(text, ref length, part[..Encoding.ASCII.GetBytes(To.ToString(), part)]);
        BinaryPrimitives.WriteInt64BigEndian(part, At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Append(text, ref length, part[..sizeof(long)]);
        Append(text, ref length, Receipt);
        SHA256.HashData(text[..length], destination);
    }

    private static void Append(Span<byte> text, ref int length, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32BigEndian(text[length..], part.Length);
        length += sizeof(int);
        part.CopyTo(text[length..]);
        length += part.Length;
    }
}
