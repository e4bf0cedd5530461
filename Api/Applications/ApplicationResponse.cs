using Craftsman.Api.Media;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Media;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Applications;

namespace Craftsman.Api.Applications;

/// <summary>
/// An application as its owner reads it: the content flat beside where it stands. Phones show only their ends; sent back unchanged, they
/// stay as they are.
/// </summary>
public sealed record ApplicationResponse : ApplicationContent
{
    private ApplicationResponse(ApplicationContent content)
        : base(content) { }

    public required Guid Id { get; init; }
    public required Channel Channel { get; init; }
    public required ApplicationState State { get; init; }
    public required int Version { get; init; }
    public Guid? CandidateId { get; init; }

    /// <summary>The stage of the case this application leads or supports.</summary>
    public Stage? CaseState { get; init; }

    /// <summary>What a reviewer asks to be supplemented, while the case is returned.</summary>
    public Supplement? Supplement { get; init; }

    /// <summary>Who else recommends the same worker; they all meet in one case.</summary>
    public IReadOnlyList<OtherApplication> OtherApplications { get; init; } = [];

    /// <summary>Where the photo can be seen for two hours.</summary>
    public string? PhotoUrl { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    public static ApplicationResponse For(OwnApplication application, PhotoAddresses addresses, DateTimeOffset now) =>
        new(application.Content)
        {
            Id = application.Id,
            Channel = application.Channel,
            State = application.State,
            Version = application.Version,
            CandidateId = application.CandidateId,
            CaseState = application.CaseState,
            Supplement = application.Supplement,
            OtherApplications = application.OtherApplications,
            PhotoUrl = application.Content.PhotoId is { } photoId
                ? addresses.For(UploadId.Of(photoId), PhotoSize.Medium, now)
                : null,
            CreatedAt = application.CreatedAt,
            SavedAt = application.SavedAt,
            SubmittedAt = application.SubmittedAt,
        };
}

/// <summary>Where an application stands after a write.</summary>
public sealed record ApplicationStatus(Guid Id, ApplicationState State, Guid? CandidateId, int Version)
{
    public static ApplicationStatus For(WrittenApplication written) =>
        new(written.Id, written.State, written.CandidateId, written.Version);
}
