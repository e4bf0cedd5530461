using Craftsman.Api.Http;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

public static class GetCitizen
{
    /// <param name="PhoneMasked">已绑定的手机号，中间几位隐去</param>
    public sealed record Response(Guid Id, string? PhoneMasked, IReadOnlyList<ConsentPart> Consents);

    public sealed record ConsentPart(ConsentKind Kind, string PolicyVersion, DateTimeOffset AgreedAt);

    /// <summary>我的资料</summary>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        CitizenQueries citizens,
        CancellationToken cancellationToken
    ) =>
        await citizens.File(citizen.Id, cancellationToken) is { } file
            ? TypedResults.Ok(
                new Response(
                    file.Id,
                    file.PhoneMasked,
                    [
                        .. file.Consents.Select(consent => new ConsentPart(
                            consent.Kind,
                            consent.PolicyVersion,
                            consent.AgreedAt
                        )),
                    ]
                )
            )
            : Problems.From(IdentityRefusals.SessionEnded);
}
