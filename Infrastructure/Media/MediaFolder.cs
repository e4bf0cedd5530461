using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace Craftsman.Infrastructure.Media;

/// <summary>
/// The folder on disk: <c>incoming</c> for what is being received, <c>photos</c> named by content, <c>files</c> named at random.
/// What is placed survives a power cut: its bytes, its name and its folder are flushed.
/// </summary>
public sealed class MediaFolder(IOptions<MediaOptions> options)
{
    private string Root => Path.GetFullPath(options.Value.Folder);

    public string Incoming => Path.Combine(Root, "incoming");

    public string Photos => Path.Combine(Root, "photos");

    public string Files => Path.Combine(Root, "files");

    /// <summary>Makes the folders and proves that they can be written to.</summary>
    /// <exception cref="IOException">Or <see cref="UnauthorizedAccessException"/>: it cannot be used.</exception>
    public void Prepare()
    {
        foreach (var folder in new[] { Incoming, Photos, Files })
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        using (NewIncoming()) { }
        SyncFolder(Root);
    }

    /// <summary>A file that is gone when it is closed.</summary>
    public FileStream NewIncoming() =>
        new(
            NewIncomingPath(),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Read,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );

    public string NewIncomingPath() => Path.Combine(Incoming, RandomNumberGenerator.GetHexString(32, lowercase: true));

    public string PhotoPath(byte[] digest) => InShard(Photos, Convert.ToHexStringLower(digest), ".jpg");

    public string FilePath(byte[] storageKey) => InShard(Files, Convert.ToHexStringLower(storageKey), "");

    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, access: FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>
    /// Moves a flushed file to its place and flushes the folder. What is there already stays, and is as good: names tell the content or are
    /// drawn at random.
    /// </summary>
    public static void Place(string flushed, string place)
    {
        var folder = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            SyncFolder(Path.GetDirectoryName(folder)!);
        }

        if (!File.Exists(place))
        {
            File.Move(flushed, place, overwrite: true);
        }

        SyncFolder(folder);
    }

    private static string InShard(string folder, string name, string extension) =>
        Path.Combine(folder, name[..2], name + extension);

    /// <summary>The runtime opens no folders, so that is asked of the system. Elsewhere than on Linux the file system is trusted.</summary>
    private static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open([.. Encoding.UTF8.GetBytes(folder), 0], 0), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException("A folder of Media:Folder cannot be opened to flush it.");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
