namespace Craftsman.Domain.Campaigns;

/// <summary>A day in Hangzhou that is not as its weekday says, such as one of 国庆节 or the Saturday on which it is made up.</summary>
public sealed record CampaignDay(DateOnly Day, DayKind Kind, string Name);

/// <summary>What the State Council, or a correction by staff, says of a day.</summary>
public enum DayKind
{
    /// <summary>放假.</summary>
    DayOff,

    /// <summary>调休上班: a Saturday or Sunday on which people work.</summary>
    Workday,

    /// <summary>As its weekday says, though an earlier list said otherwise.</summary>
    Ordinary,
}
