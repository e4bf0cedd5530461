namespace Craftsman.Api.Identity;

/// <summary>Who may read what several roles work with. A policy named after a role admits that role alone.</summary>
public static class StaffPolicies
{
    public const string TipReaders = nameof(TipReaders);
    public const string CaseReaders = nameof(CaseReaders);

    /// <summary>Who has citizens' photos before them.</summary>
    public const string PhotoReviewers = nameof(PhotoReviewers);

    /// <summary>Who brings what workers signed.</summary>
    public const string PaperRecorders = nameof(PaperRecorders);

    /// <summary>Who may hold the official form of any case of their districts, with whole phones, and the table of applications.</summary>
    public const string FormReaders = nameof(FormReaders);

    /// <summary>These, and who files: they have the form signed and sealed.</summary>
    public const string FormPrinters = nameof(FormPrinters);

    /// <summary>Who files applications for workers.</summary>
    public const string ApplicationFilers = nameof(ApplicationFilers);

    /// <summary>Who reads applications: of their own organization, or of their districts.</summary>
    public const string ApplicationReaders = nameof(ApplicationReaders);

    public const string FileReaders = nameof(FileReaders);

    /// <summary>Who may be the second person.</summary>
    public const string Approvers = nameof(Approvers);

    public const string ApprovalReaders = nameof(ApprovalReaders);

    public const string VoteReaders = nameof(VoteReaders);

    /// <summary>Who reads all of a panel.</summary>
    public const string PanelReaders = nameof(PanelReaders);

    /// <summary>These, and experts, who see what is theirs.</summary>
    public const string PanelPeople = nameof(PanelPeople);
}
