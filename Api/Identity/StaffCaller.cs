using Craftsman.Api.Http;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Identity;
using Microsoft.AspNetCore.Http.Features;

namespace Craftsman.Api.Identity;

/// <summary>The member of staff whose access token came with the request, as the database knows them now, and the moment it arrived.</summary>
public sealed class StaffCaller
{
    private readonly LiveStaff staff;

    private StaffCaller(LiveStaff staff, DateTimeOffset now)
    {
        this.staff = staff;
        Now = now;
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

    public static ValueTask<StaffCaller?> BindAsync(HttpContext context) =>
        new(
            new StaffCaller(
                context.Features.GetRequiredFeature<LiveStaff>(),
                context.Features.GetRequiredFeature<ArrivedAt>().Value
            )
        );
}
