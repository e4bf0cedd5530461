using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Craftsman.Infrastructure.Messages;

/// <summary>The server that takes our mails. Without a host no mail is written or sent. Section <c>Mail</c>; the password is <c>Secrets:MailPassword</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string Host { get; set; } = "";

    [Range(1, 65535, ErrorMessage = $"{Section}:{nameof(Port)} is 1 to 65535.")]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty where the server asks for no login.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The sender, with or without a name.</summary>
    public string From { get; set; } = "";

    /// <summary>How long an instance rests between two looks.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsOn => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LookEvery <= TimeSpan.Zero || LookEvery > TimeSpan.FromHours(1))
        {
            yield return new ValidationResult($"{Section}:{nameof(LookEvery)} is above zero and at most an hour.");
        }

        if (!IsOn)
        {
            yield break;
        }

        if (!MimeKit.MailboxAddress.TryParse(From, out _))
        {
            yield return new ValidationResult($"{Section}:{nameof(From)} is missing or no mail address.");
        }

        if (Security == MailSecurity.None && !IsOwnMachine)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Security)} None is for a server on this machine: others are asked with StartTls or Tls."
            );
        }
    }

    private bool IsOwnMachine =>
        Host == "localhost" || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));
}

/// <summary>How the connection to the mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>Begins in the clear and must change to TLS, usually at port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually at port 465.</summary>
    Tls,

    None,
}
