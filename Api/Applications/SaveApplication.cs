using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Applications;

public static class SaveApplication
{
    public sealed record Request : ApplicationForm
    {
        [Between(1, int.MaxValue)]
        public required int Version { get; init; }
    }

    /// <summary>保存申报草稿或补正内容</summary>
    public static async Task<Results<Ok<ApplicationStatus>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        CitizenCaller citizen,
        CitizenWrites writes,
        ApplicationStore applications,
        CancellationToken cancellationToken
    )
    {
        if (request.ToContent().IsRefused(out var wrong, out var content))
        {
            return Problems.From(wrong);
        }

        var saved = await citizen.Once<Request, ApplicationStatus>(
            writes,
            request,
            async (work, live) =>
                (
                    await applications.Save(
                        work,
                        Filer.Citizen(live.Id),
                        id.Value,
                        request.Version,
                        content,
                        citizen.Now
                    )
                ).Then(ApplicationStatus.For),
            cancellationToken
        );
        return saved.IsRefused(out var refusal, out var status) ? Problems.From(refusal) : TypedResults.Ok(status);
    }
}
