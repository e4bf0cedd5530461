namespace Craftsman.Domain.Identity;

/// <summary>What a member of staff may do; each role only its own work. The names are stored and stand in tokens.</summary>
public enum StaffRole
{
    /// <summary>Claims, verifies, links, merges and rejects tips; invites, records consent, publishes candidates.</summary>
    TipReviewer,

    /// <summary>Files and imports Unit and Society applications of its own organization (四(一), 四(二)).</summary>
    OrganizationUser,

    /// <summary>Reviews the cases of its districts; the municipal ones decide (五, 资格审核).</summary>
    QualificationReviewer,

    /// <summary>Panels, criteria, assignments, the short-list (五, 专家评审).</summary>
    PanelSecretary,

    /// <summary>Scores what is assigned to them and sees nothing else.</summary>
    Expert,

    /// <summary>Public notices and the objections to them (五, 社会公示); publishes laureates and stories.</summary>
    NoticeOfficer,

    /// <summary>The leading group's office: paper copies, meetings, minutes, certificates, payments (五, 七).</summary>
    OfficeClerk,

    /// <summary>Ballots (五, 领导小组审定).</summary>
    LeadingGroupMember,

    /// <summary>Anomalies of votes, quarantine, restore; asks for exclusion.</summary>
    FraudReviewer,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>Staff accounts, organizations, campaigns; no review work.</summary>
    Administrator,
}
