using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Applications;

/// <summary>
/// Who acts on an application: the citizen it belongs to, a person of the organization that recommends, or staff who enter it for a worker
/// without WeChat. Each sees their own and no other.
/// </summary>
/// <param name="Districts">Of staff: those the person works for; empty means all.</param>
public sealed record Filer(Guid? CitizenId, Guid? StaffId, Guid? OrganizationId, IReadOnlyList<string> Districts)
{
    public static Filer Citizen(Guid citizenId) => new(citizenId, null, null, []);

    public static Filer Organization(LiveStaff staff) => new(null, staff.Id, staff.OrganizationId, staff.Districts);

    public static Filer Staff(LiveStaff staff) => new(null, staff.Id, null, staff.Districts);

    /// <summary>The application is the filer's, as a condition on <c>applications a</c>.</summary>
    public string IsTheirs =>
        CitizenId is not null ? "a.citizen_id = @CitizenId"
        : OrganizationId is not null ? "a.organization_id = @OrganizationId"
        : Districts.Count > 0 ? $"{Assisted} AND a.district IN @Districts"
        : Assisted;

    private const string Assisted = "a.filed_by IS NOT NULL AND a.organization_id IS NULL";
}
