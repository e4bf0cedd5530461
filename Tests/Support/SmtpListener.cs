using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Craftsman.Tests.Support;

/// <summary>What a mail server of a test does with what it is sent.</summary>
public enum MailManners
{
    Takes,

    /// <summary>550 to every recipient.</summary>
    RefusesRecipients,

    /// <summary>450 to every recipient.</summary>
    IsBusy,

    /// <summary>Reads the whole mail and hangs up without a word.</summary>
    HangsUp,
}

/// <summary>A mail as the server got it.</summary>
public sealed record ReceivedMail(string To, string Raw)
{
    /// <summary>Subject and text as a reader sees them.</summary>
    public string Read()
    {
        using var message = MimeKit.MimeMessage.Load(
            new MemoryStream(System.Text.Encoding.Latin1.GetBytes(Raw)),
            CancellationToken.None
        );
        return $"{message.Subject}\n{message.TextBody}";
    }
}

/// <summary>A real mail server at a port of this machine: as much of SMTP as a client needs to hand over a mail.</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly Task accepting;

    public SmtpListener()
        : this(ApiProcess.FreePort()) { }

    /// <param name="port">Where a server was before and comes back.</param>
    public SmtpListener(int port)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Port = port;
        accepting = Accept();
    }

    public int Port { get; }

    public MailManners Manners { get; set; }

    /// <summary>Those it took, and those after which it hung up.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(Talk(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        await using var writer = new StreamWriter(stream, System.Text.Encoding.Latin1)
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        try
        {
            await Converse(reader, writer);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task Converse(StreamReader reader, StreamWriter writer)
    {
        var to = "";
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when Manners == MailManners.RefusesRecipients:
                    await writer.WriteLineAsync($"550 {line} is unknown");
                    break;
                case "RCPT" when Manners == MailManners.IsBusy:
                    await writer.WriteLineAsync("450 come back later");
                    break;
                case "RCPT":
                    to = line[
                        (line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)
                    ];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    mails.Enqueue(new ReceivedMail(to, await Data(reader)));
                    if (Manners == MailManners.HangsUp)
                    {
                        return;
                    }

                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<string> Data(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
        {
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return string.Join("\r\n", lines);
    }
}
