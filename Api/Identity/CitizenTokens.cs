using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Identity;

/// <summary>
/// Reads the access tokens of citizens, which <see cref="AccessTokens"/> issues (JWT, HS256). By hand, because this runs on every vote and the
/// library takes ten times as long: a token of ours has exactly one header, so that is compared and not interpreted, and what an
/// attacker may choose is looked at only after the signature.
/// </summary>
public sealed class CitizenTokens(AccessTokens tokens, IOptions<SecretsOptions> secrets)
{
    /// <summary>Ours are about 330 signs long.</summary>
    private const int MostSigns = 1024;

    private readonly KeyedHash signer = new(Convert.FromBase64String(secrets.Value.CitizenTokenKey));

    /// <summary>With the dot behind it.</summary>
    private readonly byte[] header = Encoding.ASCII.GetBytes(tokens.Header(AccessTokens.CitizenScheme) + ".");

    public Decision<CitizenSession> Read(ReadOnlySpan<char> token, DateTimeOffset now)
    {
        Span<byte> text = stackalloc byte[MostSigns];
        if (token.Length > MostSigns || Ascii.FromUtf16(token, text, out var length) != OperationStatus.Done)
        {
            return IdentityRefusals.TokenInvalid;
        }

        text = text[..length];
        var dot = text.LastIndexOf((byte)'.');
        if (!text.StartsWith(header) || dot <= header.Length || !IsSigned(text[..dot], text[(dot + 1)..]))
        {
            return IdentityRefusals.TokenInvalid;
        }

        Span<byte> payload = stackalloc byte[MostSigns];
        return
            Base64Url.TryDecodeFromUtf8(text[header.Length..dot], payload, out var bytes)
            && Payload.In(payload[..bytes]) is { } claims
            ? claims.ExpiresAt > now.ToUnixTimeSeconds()
                ? new CitizenSession(claims.CitizenId, claims.SessionId)
                : IdentityRefusals.TokenExpired
            : IdentityRefusals.TokenInvalid;
    }

    private bool IsSigned(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        Span<byte> given = stackalloc byte[KeyedHash.Bytes];
        Span<byte> right = stackalloc byte[KeyedHash.Bytes];
        if (
            Base64Url.GetMaxDecodedLength(signature.Length) != given.Length
            || !Base64Url.TryDecodeFromUtf8(signature, given, out var length)
            || length != given.Length
        )
        {
            return false;
        }

        signer.Write(signed, right);
        return CryptographicOperations.FixedTimeEquals(given, right);
    }

    /// <param name="ExpiresAt">Seconds since 1970.</param>
    private sealed record Payload(Guid CitizenId, Guid SessionId, long ExpiresAt)
    {
        public static Payload? In(ReadOnlySpan<byte> json)
        {
            var reader = new Utf8JsonReader(json);
            var (citizen, session, expires) = (Guid.Empty, Guid.Empty, 0L);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isCitizen, isSession, isExpiry) = (
                    reader.ValueTextEquals("sub"u8),
                    reader.ValueTextEquals("sid"u8),
                    reader.ValueTextEquals("exp"u8)
                );
                reader.Read();
                if (isCitizen)
                {
                    citizen = reader.GetGuid();
                }
                else if (isSession)
                {
                    session = reader.GetGuid();
                }
                else if (isExpiry)
                {
                    expires = reader.GetInt64();
                }
            }

            return citizen == Guid.Empty || session == Guid.Empty ? null : new Payload(citizen, session, expires);
        }
    }
}
