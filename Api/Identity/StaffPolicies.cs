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

    /// <summary>Who attaches files to what they record.</summary>
    public const string FileSenders = nameof(FileSenders);

    /// <summary>Who reads drafts of notices and objections.</summary>
    public const string NoticeReaders = nameof(NoticeReaders);

    /// <summary>Who reads the campaign's holidays: who changes them, and who plans by them.</summary>
    public const string DayReaders = nameof(DayReaders);

    /// <summary>九(三): who may ask that a worker be disqualified.</summary>
    public const string DisqualificationAskers = nameof(DisqualificationAskers);

    /// <summary>Who may be the second person.</summary>
    public const string Approvers = nameof(Approvers);

    public const string ApprovalReaders = nameof(ApprovalReaders);

    public const string VoteReaders = nameof(VoteReaders);

    /// <summary>Who has the leading group's meetings before them.</summary>
    public const string MeetingReaders = nameof(MeetingReaders);

    /// <summary>Members, and the office for those who do not log in.</summary>
    public const string BallotCasters = nameof(BallotCasters);

    public const string LaureateReaders = nameof(LaureateReaders);

    /// <summary>Who reads all of a panel.</summary>
    public const string PanelReaders = nameof(PanelReaders);

    /// <summary>These, and experts, who see what is theirs.</summary>
    public const string PanelPeople = nameof(PanelPeople);
}
