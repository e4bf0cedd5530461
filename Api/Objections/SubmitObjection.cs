using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Objections;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Objections;

public static class SubmitObjection
{
    public sealed record Request : ObjectionForm;

    /// <param name="FollowCode">查询码，凭它了解结果；我们只保存它的摘要，遗失后无法找回</param>
    public sealed record Response(string FollowCode);

    /// <summary>提出异议</summary>
    /// <remarks>
    /// 五(社会公示). By name: name and contact are kept encrypted and read by the examiner alone. Anonymous: nothing is kept that tells who sent
    /// it or its files, so it is followed by its code alone. One of each a citizen and entry; a retry with the same Idempotency-Key hears the
    /// same code for 72 hours. It is in time when it arrives before <c>closesAt</c> of the notice.
    /// </remarks>
    public static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        OpaqueId id,
        Request request,
        HttpContext context,
        CitizenCaller citizen,
        CitizenWrites writes,
        ObjectionStore objections,
        CancellationToken cancellationToken
    )
    {
        if (request.Read(id.Value).IsRefused(out var refusal, out var content))
        {
            return Problems.From(refusal);
        }

        if (citizen.SentKey.IsRefused(out refusal, out var sent))
        {
            return Problems.From(refusal);
        }

        var retry = sent.Key is null ? null : new SentObjectionKey(sent.Key, RetryKeys.ContentOf(context, request));
        // Not CitizenCaller.Once: its record would join the citizen and the answer.
        var submitted = await writes.Once<string>(
            citizen.Session,
            null,
            citizen.Now,
            (work, live) => objections.Submit(work, live, content, retry, citizen.Now, cancellationToken),
            cancellationToken
        );
        return submitted.IsRefused(out refusal, out var code)
            ? Problems.From(refusal)
            : TypedResults.Created((string?)null, new Response(code));
    }
}
