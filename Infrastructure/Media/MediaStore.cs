namespace Craftsman.Infrastructure.Media;

/// <summary>What is kept: pictures named by their content, and sealed proofs named at random.</summary>
public enum MediaKind
{
    Picture,
    Proof,
}

/// <summary>
/// Where pictures and sealed proofs are kept: on disk, or in an S3 bucket when several hosts serve. What is placed is durable when
/// <see cref="Place"/> returns; nothing here is reachable but through the service.
/// </summary>
public abstract class MediaStore
{
    private const int PictureNameBytes = 32;
    private const int ProofNameBytes = 24;
    private const string PictureExtension = ".jpg";

    /// <summary>Proves at start that the place can be used.</summary>
    /// <exception cref="IOException">The disk cannot; or <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="MediaUnavailableException">The bucket cannot.</exception>
    public abstract Task Prepare(CancellationToken cancellationToken);

    /// <summary>
    /// Puts a flushed file of this host in its place, or its content. What is there already is as good: names tell the content or are
    /// drawn at random.
    /// </summary>
    public abstract Task Place(MediaKind kind, byte[] name, string flushed, CancellationToken cancellationToken);

    /// <returns>Null when there is nothing of that name.</returns>
    public abstract Task<Stream?> Open(MediaKind kind, byte[] name, CancellationToken cancellationToken);

    /// <summary>Nothing of that name is no fault.</summary>
    public abstract Task Delete(MediaKind kind, byte[] name, CancellationToken cancellationToken);

    /// <summary>The names of what was placed before that moment.</summary>
    public abstract IAsyncEnumerable<byte[]> PlacedBefore(
        MediaKind kind,
        DateTimeOffset moment,
        CancellationToken cancellationToken
    );

    protected static string FolderOf(MediaKind kind) => kind == MediaKind.Picture ? "photos" : "files";

    /// <summary>Such as <c>photos/ab/abcd….jpg</c>, alike in both stores, so that one can be copied into the other.</summary>
    protected static string PathOf(MediaKind kind, byte[] name)
    {
        var text = Convert.ToHexStringLower(name);
        return $"{FolderOf(kind)}/{text[..2]}/{text}{(kind == MediaKind.Picture ? PictureExtension : "")}";
    }

    /// <returns>Null when the file is none of ours.</returns>
    protected static byte[]? NameIn(MediaKind kind, string path)
    {
        var text = Path.GetFileNameWithoutExtension(path);
        var length = kind == MediaKind.Picture ? PictureNameBytes : ProofNameBytes;
        return text.Length == 2 * length && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : null;
    }
}

/// <summary>The S3 store does not answer or refuses us. Its own words stay inside, for they may name what is kept.</summary>
public sealed class MediaUnavailableException(Exception? inner) : Exception("The S3 store cannot be used.", inner);
