using Craftsman.Api.Candidates;
using Craftsman.Api.Http;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Media;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace Craftsman.Api.Operations;

/// <summary>
/// What must be true before the first request: the database answers and has every migration. Settings are checked by their own
/// classes at the same moment. A reason not to start is one sentence on standard error, and exit code 1.
/// </summary>
public static class Startup
{
    /// <summary>Migrates when an account for it is configured, else demands that nothing is pending.</summary>
    /// <exception cref="CannotStartException">Says in one sentence what the operator has to mend.</exception>
    public static async Task Check(WebApplication app, CancellationToken cancellationToken)
    {
        var wechat = app.Services.GetRequiredService<IOptions<WeChatOptions>>().Value;
        if (app.Environment.IsProduction() && wechat.Mode == WeChatMode.Simulated)
        {
            throw new CannotStartException(
                "WeChat:Mode is Simulated, which lets anybody log in as anybody; Production needs Real."
            );
        }

        var invitations = app.Services.GetRequiredService<IOptions<InvitationOptions>>().Value;
        if (app.Environment.IsProduction() && invitations.LinkBase.Host.EndsWith(".invalid", StringComparison.Ordinal))
        {
            throw new CannotStartException(
                "Invitations:LinkBase is missing: it is the address that the QR code on an invitation leads to."
            );
        }

        if (
            app.Environment.IsProduction()
            && app.Services.GetRequiredService<IOptions<NetworkOptions>>().Value.PublicAddress is null
        )
        {
            throw new CannotStartException(
                "Network:PublicAddress is missing: it is the https address under which WeChat fetches the pictures it checks."
            );
        }

        await CheckMedia(app, cancellationToken);
        var database = app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (database.MigrationConnectionString is { Length: > 0 } migrator)
        {
            await MigrationRunner.Apply(migrator, app.Services.GetRequiredService<TimeProvider>(), cancellationToken);
            return;
        }

        await using var connection = await app
            .Services.GetRequiredService<MySqlDataSource>()
            .OpenConnectionAsync(cancellationToken);
        var pending = await MigrationRunner.Pending(connection);
        if (pending.Count > 0)
        {
            throw new CannotStartException(
                $"The database lacks {pending.Count} migrations, the first being {pending[0]}: run “migrate”, or give Database:MigrationConnectionString."
            );
        }
    }

    private static async Task CheckMedia(WebApplication app, CancellationToken cancellationToken)
    {
        var media = app.Services.GetRequiredService<IOptions<MediaOptions>>().Value;
        var secrets = app.Services.GetRequiredService<IOptions<SecretsOptions>>().Value;
        if (media.Store == MediaPlace.S3 && (secrets.S3AccessKey.Length == 0 || secrets.S3SecretKey.Length == 0))
        {
            throw new CannotStartException(
                "Secrets:S3AccessKey or Secrets:S3SecretKey is missing: Media:Store S3 needs both."
            );
        }

        try
        {
            app.Services.GetRequiredService<MediaFolder>().Prepare();
            await app.Services.GetRequiredService<MediaStore>().Prepare(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotStartException("Media:Folder cannot be used: give a folder this account may write to.");
        }
        catch (MediaUnavailableException)
        {
            throw new CannotStartException(
                "Media:S3 cannot be used: the store does not answer, refuses the keys, or has no such bucket."
            );
        }

        if (!Pictures.IsAvailable)
        {
            throw new CannotStartException(
                "The picture library does not run here: it is brought for Linux on x64 with glibc."
            );
        }
    }
}

/// <summary>A reason not to start, in one sentence for the operator.</summary>
public sealed class CannotStartException(string message) : Exception(message);
