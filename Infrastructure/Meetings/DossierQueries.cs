using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Experts;
using Craftsman.Infrastructure.Objections;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>What the meeting has before it about a case. All of it is information; only ballots decide.</summary>
/// <param name="Scores">What the experts' review came to, a round each.</param>
/// <param name="Objections">Against the case's entries in public notices, the earliest first.</param>
public sealed record MeetingDossier(
    MeetingCase Item,
    CaseDetail Case,
    IReadOnlyList<ShortListing> Scores,
    IReadOnlyList<CaseObjection> Objections
)
{
    /// <summary>The application that leads, or of a case that rests one that stands; null once none stands.</summary>
    public CaseApplication? Application =>
        Case.Applications.FirstOrDefault(each => each.State == ApplicationState.Submitted)
        ?? Case.Applications.FirstOrDefault(each => each.State == ApplicationState.Joined);
}

/// <summary>Joins what the parts of the review know about the cases of a meeting.</summary>
public sealed class DossierQueries(CaseQueries cases, ShortListQueries shortLists, ObjectionQueries objections)
{
    /// <param name="items">Cases of an agenda; the dossiers come in the same order.</param>
    /// <param name="reviewDays">By how many days after it came to its stage a case is due.</param>
    public async Task<IReadOnlyList<MeetingDossier>> Of(
        IReadOnlyList<MeetingCase> items,
        int reviewDays,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (items.Count == 0)
        {
            return [];
        }

        Guid[] caseIds = [.. items.Select(item => item.CaseId)];
        var scores = await shortLists.OfCases(caseIds, cancellationToken);
        var said = await objections.OfCases(caseIds, cancellationToken);
        var dossiers = new List<MeetingDossier>();
        foreach (var item in items)
        {
            if (await cases.Detail(item.CaseId, reviewDays, now, cancellationToken) is { } detail)
            {
                dossiers.Add(new MeetingDossier(item, detail, [.. scores[item.CaseId]], [.. said[item.CaseId]]));
            }
        }

        return dossiers;
    }
}
