using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class GetCandidateForStaff
{
    /// <param name="MergedInto">The root this candidate is linked to; null while it is linked to nobody.</param>
    /// <param name="TipCount">Distinct tipsters over the whole tree.</param>
    /// <param name="VoteCount">Standing votes over the whole tree.</param>
    /// <param name="Invitation">The latest one.</param>
    /// <param name="Photos">Of the candidate's own tips and applications; publishing is staff's word that they may be shown.</param>
    /// <param name="ContentCheck">Of name, work unit and workplace where a citizen wrote them; null where all of it is staff's.</param>
    /// <param name="UnpublishReason">Why the candidate was last taken back.</param>
    public sealed record Response(
        Guid Id,
        string Name,
        string? WorkUnit,
        string? Workplace,
        string? District,
        string Trade,
        string? Story,
        CandidateState State,
        Guid RootId,
        Guid? MergedInto,
        int TipCount,
        int VoteCount,
        bool ShowPhoto,
        bool ShowWorkUnit,
        DateTimeOffset CreatedAt,
        DateTimeOffset? PublishedAt,
        string? UnpublishReason,
        InvitationPart? Invitation,
        IReadOnlyList<ConsentPart> Consents,
        IReadOnlyList<PhotoView> Photos,
        ContentCheck? ContentCheck,
        int Version
    )
    {
        public static Response For(CandidateFile file, PhotoAddresses addresses, DateTimeOffset now) =>
            new(
                file.Id,
                file.Name,
                file.WorkUnit,
                file.Workplace,
                file.District,
                file.Trade,
                file.Story,
                file.State,
                file.RootId,
                file.RootId == file.Id ? null : file.RootId,
                file.TipCount,
                file.VoteCount,
                file.ShowPhoto,
                file.ShowWorkUnit,
                file.CreatedAt,
                file.PublishedAt,
                file.UnpublishReason,
                file.Invitation is not { } invitation
                    ? null
                    : new InvitationPart(
                        invitation.State,
                        invitation.CreatedAt,
                        invitation.ExpiresAt,
                        invitation.State == InvitationState.AwaitingConfirmation
                    ),
                [
                    .. file.Consents.Select(consent => new ConsentPart(
                        consent.Id,
                        consent.Source,
                        consent.PolicyVersion,
                        consent.ShowPhoto,
                        consent.ShowWorkUnit,
                        consent.GivenAt,
                        consent.ConfirmedAt,
                        consent.IdentityCheck,
                        consent.SignedOn,
                        consent.FileId,
                        consent.WithdrawnAt
                    )),
                ],
                [.. file.Photos.Select(photo => PhotoView.For(photo, addresses, now))],
                file.ContentCheck,
                file.Version
            );
    }

    public sealed record InvitationPart(
        InvitationState State,
        DateTimeOffset CreatedAt,
        DateTimeOffset ExpiresAt,
        bool AwaitingConfirmation
    );

    /// <param name="Source">Invitation, SelfApplication or Paper.</param>
    /// <param name="ConfirmedAt">Null while staff have yet to check who gave it.</param>
    /// <param name="SignedOn">The day on a signed paper; its scan is the file.</param>
    public sealed record ConsentPart(
        Guid Id,
        string Source,
        string PolicyVersion,
        bool ShowPhoto,
        bool ShowWorkUnit,
        DateTimeOffset GivenAt,
        DateTimeOffset? ConfirmedAt,
        string? IdentityCheck,
        DateOnly? SignedOn,
        Guid? FileId,
        DateTimeOffset? WithdrawnAt
    );

    /// <summary>人选档案</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller caller,
        CampaignQueries campaigns,
        StaffCandidateQueries candidates,
        PhotoAddresses addresses,
        CancellationToken cancellationToken
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        var file = await candidates.One(campaign.Id, id.Value, cancellationToken);
        return file is null || !caller.WorksIn(file.District)
            ? Problems.From(RequestRefusals.NotFound)
            : TypedResults.Ok(Response.For(file, addresses, caller.Now));
    }
}
