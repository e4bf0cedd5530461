using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace Craftsman.Infrastructure.Media;

/// <summary>The folder on disk of this host: <c>incoming</c> for what is being received, and beside it what <see cref="DiskMedia"/> keeps.</summary>
public sealed class MediaFolder(IOptions<MediaOptions> options)
{
    private string Root => Path.GetFullPath(options.Value.Folder);

    public string Incoming => Under("incoming");

    /// <summary>Makes the folder and proves that it can be written to.</summary>
    /// <exception cref="IOException">Or <see cref="UnauthorizedAccessException"/>: it cannot be used.</exception>
    public void Prepare()
    {
        Make("incoming");
        using (NewIncoming()) { }
    }

    /// <summary>Makes a folder that is for this account alone.</summary>
    public void Make(string name)
    {
        var folder = Directory.CreateDirectory(Under(name)).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Sync(Root);
    }

    public string Under(string path) => Path.Combine(Root, path);

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

    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, access: FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Flushes a folder, so that the names in it are kept. The runtime opens no folders, so that is asked of the system. Elsewhere than on Linux the file system is trusted.</summary>
    public static void Sync(string folder)
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
