using System.ComponentModel;
using System.Diagnostics;

namespace Craftsman.Tests.Support;

/// <summary>LibreOffice and poppler, which read what we write as a union office's word processor and printer do.</summary>
public static class Office
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The text of each page that a Word file becomes, in the order in which it stands in the file.</summary>
    public static async Task<IReadOnlyList<string>> PagesOf(byte[] docx)
    {
        // A folder and a profile of its own, for one LibreOffice waits for another that has the same.
        var folder = Directory.CreateTempSubdirectory("craftsman-office-");
        try
        {
            var file = Path.Combine(folder.FullName, "form.docx");
            await File.WriteAllBytesAsync(file, docx);
            await Run(
                "soffice",
                $"-env:UserInstallation=file://{folder.FullName}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.FullName,
                file
            );
            // A form feed ends each page.
            return (await Run("pdftotext", "-raw", Path.Combine(folder.FullName, "form.pdf"), "-")).Split('\f')[..^1];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var run = Process.Start(start)!;
            using var patience = new CancellationTokenSource(Patience);
            var said = run.StandardError.ReadToEndAsync(patience.Token);
            var output = await run.StandardOutput.ReadToEndAsync(patience.Token);
            await run.WaitForExitAsync(patience.Token);
            Assert.True(run.ExitCode == 0, $"{program} ended with {run.ExitCode}: {await said}");
            return output;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                $"{program} is missing: ./test.sh installs libreoffice-writer-nogui, poppler-utils and fonts-wqy-microhei.",
                e
            );
        }
    }
}
