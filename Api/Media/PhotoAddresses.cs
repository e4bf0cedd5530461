using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Microsoft.Extensions.Options;

namespace Craftsman.Api.Media;

/// <summary>
/// Addresses under which a photo that is not public can be seen for a while by whoever was given one: its owner, staff, and WeChat, which
/// fetches what it checks without a login; and, without a signature, of those that are. Relative to the service's own address.
/// </summary>
public sealed class PhotoAddresses(IOptions<SecretsOptions> secrets)
{
    /// <summary>WeChat may fetch a picture an hour after it was handed the address.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    public string For(Guid photoId, PhotoSize size, DateTimeOffset now)
    {
        var expires = (now + Lifetime).ToUnixTimeSeconds();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/media/photos/{photoId}/{NameOf(size)}?expires={expires}&signature={Base64Url.EncodeToString(Sign(photoId, size, expires))}"
        );
    }

    /// <summary>Where the public sees a photo, for as long as it is shown.</summary>
    public static string Public(Guid photoId, PhotoSize size) => $"/media/photos/{photoId}/{NameOf(size)}";

    /// <summary>How many seconds an address still holds; null when it has expired or is not ours.</summary>
    public int? SecondsLeft(Guid photoId, PhotoSize size, string? expires, string? signature, DateTimeOffset now)
    {
        if (
            !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            || until.ToString(CultureInfo.InvariantCulture) != expires
            || signature is null
            || !Base64Url.IsValid(signature)
        )
        {
            return null;
        }

        var left = until - now.ToUnixTimeSeconds();
        return
            left > 0
            && left <= Lifetime.TotalSeconds
            && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Sign(photoId, size, until))
            ? (int)left
            : null;
    }

    public static PhotoSize? SizeOf(string name) =>
        Enum.GetValues<PhotoSize>().Cast<PhotoSize?>().FirstOrDefault(size => NameOf(size!.Value) == name);

    private static string NameOf(PhotoSize size) =>
        size switch
        {
            PhotoSize.Small => "small",
            PhotoSize.Medium => "medium",
            _ => "large",
        };

    private byte[] Sign(Guid photoId, PhotoSize size, long expires) =>
        HMACSHA256.HashData(
            Convert.FromBase64String(secrets.Value.MediaKey),
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"photo\n{photoId:N}\n{NameOf(size)}\n{expires}")
            )
        );
}

/// <summary>A photo as its owner and staff see it. The addresses hold for two hours.</summary>
/// <param name="Check">WeChat's word: Waiting, Pass, Review, Risky or Unchecked.</param>
/// <param name="Decision">The word of staff, which stands in for WeChat's.</param>
public sealed record PhotoView(
    Guid PhotoId,
    ContentCheckState Check,
    ContentDecision? Decision,
    string SmallUrl,
    string LargeUrl
)
{
    public static PhotoView For(CheckedPhoto photo, PhotoAddresses addresses, DateTimeOffset now) =>
        new(
            photo.Id,
            photo.State,
            photo.Decision,
            addresses.For(photo.Id, PhotoSize.Small, now),
            addresses.For(photo.Id, PhotoSize.Large, now)
        );
}
