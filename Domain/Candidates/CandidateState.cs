namespace Craftsman.Domain.Candidates;

/// <summary>How far a worker is known and named.</summary>
public enum CandidateState
{
    /// <summary>Known to staff alone.</summary>
    Hidden,

    /// <summary>Asked whether they agree to be named.</summary>
    Invited,

    /// <summary>Gave their own word that they may be named; not shown yet.</summary>
    Agreed,

    /// <summary>Shown to the public, and open for votes.</summary>
    Published,

    /// <summary>Taken back from the public: by staff, by the worker's own wish, or because the case ended badly. Votes stay.</summary>
    Unpublished,

    /// <summary>Said no.</summary>
    Declined,

    /// <summary>Did not answer within the campaign's days.</summary>
    Unreached,
}
