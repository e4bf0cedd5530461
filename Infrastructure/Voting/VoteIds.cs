using System.Buffers.Binary;

namespace Craftsman.Infrastructure.Voting;

/// <summary>Ids of votes begin with the time of their arrival, so a stretch of time is a stretch of the primary key.</summary>
internal static class VoteIds
{
    /// <summary>The smallest version 7 id of a millisecond.</summary>
    public static Guid FirstOf(DateTimeOffset moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, moment.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
