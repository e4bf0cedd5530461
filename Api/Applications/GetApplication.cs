using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Review;
using Craftsman.Infrastructure.Applications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class GetApplication
{
    /// <summary>An application as staff read it: the form flat beside where it stands, phones by their ends.</summary>
    public sealed record Response : ApplicationContent
    {
        private Response(ApplicationContent content)
            : base(content) { }

        public required Guid Id { get; init; }
        public required Channel Channel { get; init; }
        public required ApplicationState State { get; init; }
        public required int Version { get; init; }

        /// <summary>Who recommends; null for who applies alone.</summary>
        public string? Organization { get; init; }
        public Guid? CandidateId { get; init; }
        public Guid? CaseId { get; init; }
        public Stage? CaseState { get; init; }

        /// <summary>What a reviewer asks to be supplemented, where this application leads.</summary>
        public Supplement? Supplement { get; init; }
        public required DateTimeOffset SavedAt { get; init; }
        public DateTimeOffset? SubmittedAt { get; init; }

        public static Response For(ApplicationFile file) =>
            new(file.Content)
            {
                Id = file.Line.Id,
                Channel = file.Line.Channel,
                State = file.Line.State,
                Version = file.Line.Version,
                Organization = file.Line.Organization,
                CandidateId = file.Line.CandidateId,
                CaseId = file.Line.CaseId,
                CaseState = file.Line.CaseState,
                Supplement = file.Supplement,
                SavedAt = file.Line.SavedAt,
                SubmittedAt = file.Line.SubmittedAt,
            };
    }

    /// <summary>查看申报</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        StaffCaller staff,
        StaffApplicationQueries applications,
        CancellationToken cancellationToken
    ) =>
        await applications.Find(id.Value, staff.ReadableTo(), cancellationToken) is { } file
            ? TypedResults.Ok(Response.For(file))
            : Problems.From(RequestRefusals.NotFound);
}
