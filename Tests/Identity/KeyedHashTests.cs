using System.Security.Cryptography;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Tests.Identity;

public sealed class KeyedHashTests
{
    /// <summary>RFC 4231, test cases 1 and 2.</summary>
    [Theory]
    [InlineData(
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
        "4869205468657265",
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    )]
    [InlineData(
        "4a656665",
        "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )]
    public void It_is_hmac_sha256(string key, string text, string hash) =>
        Assert.Equal(
            hash,
            Convert.ToHexStringLower(new KeyedHash(Convert.FromHexString(key)).Of(Convert.FromHexString(text)))
        );

    [Fact]
    public void Texts_that_are_hashed_at_once_do_not_mix()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var hash = new KeyedHash(key);
        Parallel.For(
            0,
            20_000,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            number =>
            {
                var text = new byte[number % 300];
                Random.Shared.NextBytes(text);
                Assert.Equal(HMACSHA256.HashData(key, text), hash.Of(text));
            }
        );
    }

    [Fact]
    public void A_text_after_another_is_hashed_alone()
    {
        var hash = new KeyedHash([1, 2, 3]);
        var first = hash.Of("工匠"u8);
        hash.Of("另一个"u8);
        Assert.Equal(first, hash.Of("工匠"u8));
    }

    [Fact]
    public void Where_the_hash_does_not_fit_the_next_one_is_right()
    {
        var hash = new KeyedHash([1, 2, 3]);
        Assert.Throws<ArgumentException>(() => hash.Write("工匠"u8, new byte[31]));
        Assert.Equal(HMACSHA256.HashData([1, 2, 3], "工匠"u8), hash.Of("工匠"u8));
    }
}
