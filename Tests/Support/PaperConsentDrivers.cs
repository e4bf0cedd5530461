using Craftsman.Domain;
using Craftsman.Domain.Identity;

namespace Craftsman.Tests.Support;

/// <summary>A signed paper as staff enter it.</summary>
public sealed record PaperForm
{
    public string? FileId { get; init; }
    public string? Date { get; init; }
    public string? IdentityCheck { get; init; } = "当面核对身份证，本人当场签字";
    public bool ShowPhoto { get; init; } = true;
    public bool ShowWorkUnit { get; init; } = true;
    public string PolicyVersion { get; init; } = "2026-1";
}

public static partial class A
{
    /// <summary>A paper signed today.</summary>
    public static PaperForm Paper(Guid fileId) =>
        new()
        {
            FileId = fileId.ToString(),
            Date = ChinaDay.Of(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", null),
        };
}

/// <summary>What staff do with consents on signed paper.</summary>
public static class PaperConsentDrivers
{
    public static Task<Answer> RecordsPaper(this StaffMember staff, Guid candidateId, PaperForm paper) =>
        staff.Api.Post(
            $"/admin/v1/candidates/{candidateId}/consents",
            new
            {
                paper = new
                {
                    paper.FileId,
                    paper.Date,
                    paper.IdentityCheck,
                },
                paper.ShowPhoto,
                paper.ShowWorkUnit,
                paper.PolicyVersion,
            }
        );

    public static Task<Answer> ConfirmsPaper(
        this StaffMember reviewer,
        Guid candidateId,
        Guid consentId,
        int version
    ) => reviewer.Api.Post($"/admin/v1/candidates/{candidateId}/consents/{consentId}/confirm", new { version });

    public static Task<Answer> WithdrawsConsent(this Citizen citizen, Guid candidateId) =>
        citizen.Api.Post($"/api/v1/candidates/{candidateId}/consent/withdraw");

    public static Task<Answer> WithdrawsConsent(this StaffMember reviewer, Guid candidateId, Guid consentId) =>
        reviewer.Api.Post(
            $"/admin/v1/candidates/{candidateId}/consents/{consentId}/withdraw",
            new { reason = "本人来信要求不再展示" }
        );

    /// <summary>A candidate who is shown because of a signed paper.</summary>
    public static async Task<(Guid CandidateId, Guid ConsentId)> APublishedPaper(this App app)
    {
        var reviewer = await app.Staff(StaffRole.TipReviewer);
        var candidateId = await app.ACandidate();
        var recorded = await reviewer.RecordsPaper(candidateId, A.Paper(await reviewer.UploadsScan()));
        await reviewer.Publishes(candidateId);
        return (candidateId, recorded.Should(201).Json.GetProperty("consentId").GetGuid());
    }

    /// <summary>Somebody who works for an organization, and the organization's name.</summary>
    public static async Task<(StaffMember Person, string Organization)> AnOrganizationUser(this App app)
    {
        var name = app.UniqueName("杭州同心机械厂");
        var (id, person) = await app.NewStaff(StaffRole.OrganizationUser);
        var organizationId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Database.Execute(
            "INSERT INTO organizations (id, kind, name, created_at) VALUES (@organizationId, 'Employer', @name, UTC_TIMESTAMP(6))",
            new { organizationId, name }
        );
        await app.Database.Execute(
            "UPDATE staff SET organization_id = @organizationId WHERE id = @id",
            new { organizationId, id }
        );
        return (person, name);
    }

    /// <summary>A paper that an organization recorded for a worker of its own.</summary>
    public static async Task<(Guid CandidateId, Guid ConsentId)> APaperThatWaits(this App app)
    {
        var (person, organization) = await app.AnOrganizationUser();
        var candidateId = await app.ACandidate(workUnit: organization);
        var recorded = await person.RecordsPaper(candidateId, A.Paper(await person.UploadsScan()));
        return (candidateId, recorded.Should(201).Json.GetProperty("consentId").GetGuid());
    }
}
