namespace Craftsman.Domain.Campaigns;

/// <summary>Which days staff may set.</summary>
public static class CampaignDayRules
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <param name="stored">The version of the day's row; 0 where the table does not name it.</param>
    public static Decision<DateOnly> Change(DateOnly day, int version, int stored) =>
        day.Year is < FirstYear or > LastYear ? RequestRefusals.NotFound
        : version != stored ? RequestRefusals.VersionStale
        : day;
}
