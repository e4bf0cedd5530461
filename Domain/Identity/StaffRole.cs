namespace Craftsman.Domain.Identity;

/// <summary>What a member of staff may do; each role only its own work. A person may hold several.</summary>
public enum StaffRole
{
    /// <summary>Claims, verifies, links, merges and rejects tips; invites, records consent, publishes candidates.</summary>
    TipReviewer,

    /// <summary>Files Unit and Society applications of its own organization (四(一), 四(二)).</summary>
    OrganizationUser,

    /// <summary>Reviews cases of its districts; the municipal ones decide (五 资格审核).</summary>
    QualificationReviewer,

    /// <summary>Panels, criteria, assignment and short-list (五 专家评审).</summary>
    PanelSecretary,

    /// <summary>Scores what is assigned to them and sees nothing else (五 专家评审).</summary>
    Expert,

    /// <summary>Public notices, objections, laureates (五 社会公示).</summary>
    NoticeOfficer,

    /// <summary>The leading group's office: paper, meetings, minutes, certificates, payments.</summary>
    OfficeClerk,

    /// <summary>Ballots (五 领导小组审定).</summary>
    LeadingGroupMember,

    /// <summary>Anomalies, quarantine, restore; asks for exclusion.</summary>
    FraudReviewer,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Staff accounts, organizations, campaigns; no review work.</summary>
    Administrator,
}
