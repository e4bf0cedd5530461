using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Identity;

/// <summary>Keeps the phones citizens bind: encrypted to be shown masked, and as a blind index to be compared.</summary>
public sealed class CitizenPhones(DataCipher cipher, BlindIndex index)
{
    internal const string Purpose = "citizens.phone_cipher";

    /// <summary>Binds the phone in place of any other. One phone may be bound by several citizens: a family shares one, and numbers are given anew.</summary>
    /// <returns>The phone as it may be shown.</returns>
    public async Task<string> Bind(Work work, Guid citizenId, string phone, byte[] codeHash)
    {
        const string sql = """
            UPDATE citizens
            SET phone_cipher = @Cipher, phone_index = @Index, phone_code_hash = @codeHash
            WHERE id = @citizenId
            """;
        var number = Phone.Normalize(phone);
        await work.Execute(
            sql,
            new
            {
                citizenId,
                Cipher = cipher.Encrypt(Purpose, number),
                Index = index.OfPhone(number),
                codeHash,
            }
        );
        return Phone.Mask(number);
    }
}
