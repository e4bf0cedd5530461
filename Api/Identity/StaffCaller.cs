using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace Craftsman.Api.Identity;

/// <summary>The member of staff whose access token came with the request, as the database knows them now, and the moment it arrived.</summary>
public sealed class StaffCaller
{
    private readonly HttpContext context;
    private readonly LiveStaff staff;

    private StaffCaller(HttpContext context)
    {
        this.context = context;
        staff = context.Features.GetRequiredFeature<LiveStaff>();
        Now = context.Features.GetRequiredFeature<ArrivedAt>().Value;
    }

    public Guid Id => staff.Id;

    public Guid SessionId => staff.SessionId;

    public LiveStaff Staff => staff;

    public DateTimeOffset Now { get; }

    /// <summary>The districts this person works for; empty means all (municipal).</summary>
    public IReadOnlyList<string> Districts => staff.Districts;

    public bool Has(StaffRole role) => staff.Roles.Contains(role);

    /// <summary>A person limited to districts does not see what lies elsewhere, nor what has no district yet.</summary>
    public bool WorksIn(string? district) =>
        staff.Districts.Count == 0 || (district is not null && staff.Districts.Contains(district));

    public static ValueTask<StaffCaller?> BindAsync(HttpContext context) => new(new StaffCaller(context));

    /// <summary>Writes in one transaction, once for each Idempotency-Key; <paramref name="body"/> is what a reused key is compared by.</summary>
    public async Task<Decision<T>> Once<TBody, T>(
        StaffWrites writes,
        TBody body,
        Func<Work, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        if (RetryKeys.Read(context).IsRefused(out var refusal, out var sent))
        {
            return refusal;
        }

        var retryKey = sent.Key is null ? null : RetryKeys.OfStaff(context, Id, sent.Key, body);
        return await writes.Once(retryKey, Now, act, cancellationToken);
    }
}
