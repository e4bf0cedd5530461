using Craftsman.Api.Identity;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Candidates;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Api.Candidates;

/// <summary>The way of all that staff do with a candidate: one of their districts, locked, in one transaction.</summary>
public sealed class CandidateMove(Db db)
{
    public Task<Decision<T>> Make<T>(
        Guid candidateId,
        StaffCaller staff,
        Func<Work, Candidate, Task<Decision<T>>> act,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        db.Write<T>(
            async work =>
            {
                var candidate = await CandidateStore.Lock(work, candidateId);
                return candidate is null || !staff.WorksIn(candidate.District)
                    ? RequestRefusals.NotFound
                    : await act(work, candidate);
            },
            cancellationToken
        );
}
