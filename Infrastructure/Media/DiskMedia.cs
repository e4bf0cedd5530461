using System.Runtime.CompilerServices;

namespace Craftsman.Infrastructure.Media;

/// <summary>Keeps media under <c>Media:Folder</c>. What is placed survives a power cut: its bytes, its name and its folder are flushed.</summary>
public sealed class DiskMedia(MediaFolder folder) : MediaStore
{
    public override Task Prepare(CancellationToken cancellationToken)
    {
        folder.Make(FolderOf(MediaKind.Picture));
        folder.Make(FolderOf(MediaKind.Proof));
        return Task.CompletedTask;
    }

    public override Task Place(MediaKind kind, byte[] name, string flushed, CancellationToken cancellationToken)
    {
        var place = folder.Under(PathOf(kind, name));
        var shard = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(shard))
        {
            Directory.CreateDirectory(shard);
            MediaFolder.Sync(Path.GetDirectoryName(shard)!);
        }

        if (!File.Exists(place))
        {
            File.Move(flushed, place, overwrite: true);
        }

        MediaFolder.Sync(shard);
        return Task.CompletedTask;
    }

    public override Task<Stream?> Open(MediaKind kind, byte[] name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(
                    folder.Under(PathOf(kind, name)),
                    new FileStreamOptions
                    {
                        Share = FileShare.Read | FileShare.Delete,
                        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    }
                )
            );
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public override Task Delete(MediaKind kind, byte[] name, CancellationToken cancellationToken)
    {
        var place = folder.Under(PathOf(kind, name));
        if (Directory.Exists(Path.GetDirectoryName(place)))
        {
            File.Delete(place);
        }

        return Task.CompletedTask;
    }

    public override async IAsyncEnumerable<byte[]> PlacedBefore(
        MediaKind kind,
        DateTimeOffset moment,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        foreach (
            var file in new DirectoryInfo(folder.Under(FolderOf(kind))).EnumerateFiles("*", SearchOption.AllDirectories)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.LastWriteTimeUtc < moment.UtcDateTime && NameIn(kind, file.Name) is { } name)
            {
                yield return name;
            }
        }
    }
}
