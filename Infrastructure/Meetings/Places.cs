using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>What a campaign grants, read under the lock of its row.</summary>
internal sealed record HeldCampaign
{
    public Guid Id { get; init; }
    public int Edition { get; init; }
    public int Places { get; init; }
    public int PlacesVersion { get; init; }
    public int QuorumNumerator { get; init; }
    public int QuorumDenominator { get; init; }
    public int PassNumerator { get; init; }
    public int PassDenominator { get; init; }
    public bool FillsVacatedPlaces { get; init; }
    public int PrizeYuan { get; init; }

    public ReviewTerms Terms =>
        ReviewTerms.Usual with
        {
            Quorum = new Share(QuorumNumerator, QuorumDenominator),
            PassShare = new Share(PassNumerator, PassDenominator),
            FillsVacatedPlaces = FillsVacatedPlaces,
            PrizeYuan = PrizeYuan,
        };
}

/// <summary>How many places of a campaign changed to, and the version to send with the next change.</summary>
public sealed record ChangedPlaces(int Places, int Version);

/// <summary>
/// 二: the places of an edition. Whoever gives one holds the campaign's row, so that two never count together; the numbered slot under its key
/// and the trigger beside it have the last word.
/// </summary>
public sealed class Places(Db db)
{
    /// <summary>How many may be recognised; never fewer than have a place.</summary>
    public Task<Decision<ChangedPlaces>> Change(
        Guid campaignId,
        int places,
        int version,
        string reason,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string highest = "SELECT COALESCE(MAX(number), 0) FROM places WHERE campaign_id = @campaignId";
        const string change =
            "UPDATE campaigns SET places = @places, places_version = places_version + 1 WHERE id = @campaignId";
        return db.Write<ChangedPlaces>(
            async work =>
            {
                if (await Hold(work, campaignId) is not { } campaign)
                {
                    return RequestRefusals.NotFound;
                }

                if (campaign.PlacesVersion != version)
                {
                    return RequestRefusals.VersionStale;
                }

                if (places < await work.FirstOrNothing<int>(highest, new { campaignId }))
                {
                    return MeetingRefusals.PlacesBelowTaken;
                }

                await work.Execute(change, new { places, campaignId });
                await AuditLog.Record(
                    work,
                    staffId,
                    "campaign.places-changed",
                    "campaign",
                    campaignId,
                    now,
                    new
                    {
                        from = campaign.Places,
                        to = places,
                        reason,
                    }
                );
                return new ChangedPlaces(places, version + 1);
            },
            cancellationToken
        );
    }

    internal static Task<HeldCampaign?> Hold(Work work, Guid campaignId)
    {
        const string sql = """
            SELECT id, edition, places, places_version, quorum_numerator, quorum_denominator, pass_numerator, pass_denominator,
                fills_vacated_places, prize_yuan
            FROM campaigns
            WHERE id = @campaignId
            FOR UPDATE
            """;
        return work.FirstOrNothing<HeldCampaign>(sql, new { campaignId });
    }

    /// <summary>The numbers that can be given. A place that was given and lost again is free only where the campaign fills those.</summary>
    internal static async Task<IReadOnlyList<int>> Free(Work work, HeldCampaign campaign)
    {
        const string taken = """
            SELECT p.number
            FROM places p
            JOIN cases k ON k.id = p.case_id
            WHERE p.campaign_id = @Id AND (@FillsVacatedPlaces = 0 OR k.stage IN ('LeadingGroupDecision', 'Recognised'))
            """;
        var numbers = await work.List<int>(taken, new { campaign.Id, campaign.FillsVacatedPlaces });
        return [.. Enumerable.Range(1, campaign.Places).Except(numbers)];
    }

    /// <summary>Gives a free place to a case. The row of a vacated one is handed on.</summary>
    internal static async Task Give(
        Work work,
        HeldCampaign campaign,
        int number,
        Guid caseId,
        Guid meetingId,
        DateTimeOffset now
    )
    {
        const string handOn = """
            UPDATE places p
            JOIN cases k ON k.id = p.case_id
            SET p.case_id = @caseId, p.meeting_id = @meetingId, p.given_at = @now
            WHERE p.campaign_id = @Id AND p.number = @number AND k.stage NOT IN ('LeadingGroupDecision', 'Recognised')
            """;
        const string give = """
            INSERT INTO places (campaign_id, number, case_id, meeting_id, given_at)
            VALUES (@Id, @number, @caseId, @meetingId, @now)
            """;
        var place = new
        {
            campaign.Id,
            number,
            caseId,
            meetingId,
            now,
        };
        if (await work.Execute(handOn, place) == 0)
        {
            await work.Execute(give, place);
        }
    }
}
