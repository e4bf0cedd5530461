using System.Net.Sockets;
using Craftsman.Infrastructure.Identity;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Craftsman.Infrastructure.Messages;

/// <summary>Hands a mail to the server. Says what came of it, and logs neither whom it went to nor the server's own words, which may repeat it.</summary>
public sealed class MailSender(
    IOptions<MailOptions> options,
    IOptions<SecretsOptions> secrets,
    ILogger<MailSender> logger
)
{
    /// <summary>For one step of the conversation, and for all of it.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(90);

    public async Task<SendingResult> Send(string address, string subject, string text)
    {
        using var limit = new CancellationTokenSource(Whole);
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(options.Value.From));
        message.To.Add(new MailboxAddress("", address));
        message.Subject = subject;
        message.Body = new TextPart("plain") { Text = text };
        using var client = new SmtpClient { Timeout = (int)Step.TotalMilliseconds };
        try
        {
            await Connect(client, limit.Token);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            // Nothing was sent, so nothing can have arrived.
            logger.LogWarning("The mail server is away: {Failure}", e.GetType().Name);
            return SendingResult.Later;
        }

        try
        {
            await client.SendAsync(message, limit.Token);
        }
        catch (SmtpCommandException e)
        {
            logger.LogWarning("The mail server refused: {Error}, status {Status}", e.ErrorCode, (int)e.StatusCode);
            // A sender that is not accepted is a setting that people mend; a recipient that is not accepted stays so.
            return (int)e.StatusCode >= 500 && e.ErrorCode != SmtpErrorCode.SenderNotAccepted
                ? SendingResult.Refused
                : SendingResult.Later;
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            logger.LogWarning("What became of a mail is not known: {Failure}", e.GetType().Name);
            return SendingResult.Unknown;
        }

        try
        {
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            // It took the mail; how it says goodbye does not matter.
        }

        return SendingResult.Sent;
    }

    private async Task Connect(SmtpClient client, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        var security = mail.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(mail.Host, mail.Port, security, cancellationToken);
        if (mail.UserName.Length > 0)
        {
            await client.AuthenticateAsync(mail.UserName, secrets.Value.MailPassword, cancellationToken);
        }
    }

    private static bool IsOfTheServer(Exception e) =>
        e
            is SocketException
                or IOException
                or TimeoutException
                or OperationCanceledException
                or ProtocolException
                or CommandException
                or NotSupportedException
                or AuthenticationException
                or SslHandshakeException;
}
