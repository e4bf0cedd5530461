using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.PublicNotices;

/// <summary>五(社会公示): a list of short-listed workers that the public reads over working days, and may object to.</summary>
public sealed record PublicNotice
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; init; }
    public NoticeState State { get; init; }
    public string Title { get; init; } = "";
    public string? Text { get; init; }

    /// <summary>The first day; null while the draft leaves it to the day of opening.</summary>
    public DateOnly? OpensOn { get; init; }
    public int WorkingDays { get; init; }

    /// <summary>The last day, included; null while it is a draft, as are the two instants.</summary>
    public DateOnly? LastDay { get; init; }
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? ClosesAt { get; init; }
    public int Version { get; init; }
}

/// <summary>Whether the period has begun or is over is told by the instants.</summary>
public enum NoticeState
{
    Draft,
    Open,
}

/// <summary>五(社会公示): 通过本市报纸、电视、网络等渠道.</summary>
public enum PublicationKind
{
    Newspaper,
    Television,
    Network,
}

/// <summary>When an opened notice is shown. It opens at once where its first day is today.</summary>
public sealed record NoticePeriod(DayPeriod Days, DateTimeOffset OpensAt)
{
    public DateTimeOffset ClosesAt => Days.ClosesAt;
}
