namespace Craftsman.Tests.Support;

/// <summary>What citizens report and what the desk says, whatever comes of it.</summary>
public static class ReportDrivers
{
    public static Task<Answer> Reports(
        this Citizen citizen,
        Guid candidateId,
        string reasonCode = "Untrue",
        string? text = "他不在这家厂工作。",
        string? key = null
    ) => citizen.Api.Post($"/api/v1/candidates/{candidateId}/reports", new { reasonCode, text }, key);

    public static Task<Answer> Dismisses(this StaffMember reviewer, string reportId) =>
        reviewer.Api.Post($"/admin/v1/reports/{reportId}/dismiss", new { reason = "核实过，情况属实。" });

    public static Task<Answer> Upholds(
        this StaffMember reviewer,
        string reportId,
        string takeDown,
        Guid? photoId = null,
        string? photoReason = null
    ) =>
        reviewer.Api.Post(
            $"/admin/v1/reports/{reportId}/uphold",
            new
            {
                takeDown,
                photoId,
                photoReason,
                reason = "核实过，情况不属实。",
            }
        );
}
