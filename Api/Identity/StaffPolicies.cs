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

    /// <summary>Who may hold the official form, with whole phones.</summary>
    public const string FormReaders = nameof(FormReaders);

    public const string FileReaders = nameof(FileReaders);

    /// <summary>Who may be the second person.</summary>
    public const string Approvers = nameof(Approvers);

    public const string ApprovalReaders = nameof(ApprovalReaders);

    public const string VoteReaders = nameof(VoteReaders);
}
