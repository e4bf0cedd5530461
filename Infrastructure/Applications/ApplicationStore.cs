using System.Text.Json;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Applications;

/// <summary>What the tips already say about a worker who accepted an invitation.</summary>
public sealed record ToldByTips(
    string Name,
    string? WorkUnit,
    string? Workplace,
    string? District,
    string Trade,
    IReadOnlyList<string> Stories
);

/// <summary>Writes applications.</summary>
public sealed class ApplicationStore(DataCipher cipher)
{
    private const string ContentPurpose = "applications.content";

    /// <summary>Opens the draft of channel PublicTip (四(三)) for a worker who accepted an invitation, filled with what the tips say.</summary>
    public async Task<Guid> OpenFromInvitation(
        Work work,
        Guid campaignId,
        Guid citizenId,
        Guid candidateId,
        Guid invitationId,
        ToldByTips told,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO applications (id, campaign_id, channel, state, citizen_id, invitation_id, candidate_id, name, work_unit, trade,
                content, created_at, saved_at)
            VALUES (@id, @campaignId, 'PublicTip', 'Draft', @citizenId, @invitationId, @candidateId, @Name, @WorkUnit, @Trade,
                @Content, @now, @now)
            """;
        var id = Guid.CreateVersion7(now);
        await work.Execute(
            sql,
            new
            {
                id,
                campaignId,
                citizenId,
                invitationId,
                candidateId,
                told.Name,
                told.WorkUnit,
                told.Trade,
                Content = cipher.Encrypt(ContentPurpose, JsonSerializer.Serialize(told, JsonSerializerOptions.Web)),
                now,
            }
        );
        return id;
    }
}
