using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace Craftsman.Api.Identity;

/// <summary>The citizen whose access token came with the request, and the moment it arrived.</summary>
public sealed class CitizenCaller
{
    private readonly HttpContext context;

    private CitizenCaller(HttpContext context)
    {
        this.context = context;
        Session = context.Features.GetRequiredFeature<CitizenSession>();
        Now = context.Features.GetRequiredFeature<ArrivedAt>().Value;
    }

    public Guid Id => Session.CitizenId;

    public CitizenSession Session { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The Idempotency-Key as sent, for the one write that keeps its own record of it: the vote.</summary>
    public Decision<RetryKeys.SentKey> SentKey => RetryKeys.Read(context);

    public static ValueTask<CitizenCaller?> BindAsync(HttpContext context) => new(new CitizenCaller(context));

    /// <summary>Writes in one transaction, once for each Idempotency-Key; <paramref name="body"/> is what a reused key is compared by.</summary>
    public async Task<Decision<T>> Once<TBody, T>(
        CitizenWrites writes,
        TBody body,
        Func<Work, LiveCitizen, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        if (SentKey.IsRefused(out var refusal, out var sent))
        {
            return refusal;
        }

        var retryKey = sent.Key is null ? null : RetryKeys.OfCitizen(context, Id, sent.Key, body);
        return await writes.Once(Session, retryKey, Now, act, cancellationToken);
    }

    /// <summary>The same for the write that ends the account.</summary>
    public async Task<Decision<T>> Last<T>(
        CitizenWrites writes,
        Func<Work, LiveCitizen, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        if (SentKey.IsRefused(out var refusal, out var sent))
        {
            return refusal;
        }

        var retryKey = sent.Key is null ? null : RetryKeys.OfCitizen(context, Id, sent.Key, "");
        return await writes.Last(Session, retryKey, Now, act, cancellationToken);
    }
}
