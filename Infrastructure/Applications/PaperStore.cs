using System.Globalization;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Review;

namespace Craftsman.Infrastructure.Applications;

/// <summary>What has come in of one version of an application's paper.</summary>
/// <param name="Matches">The paper says what the application says now.</param>
/// <param name="Copies">Of this version, with those that came before; two are wanted.</param>
public sealed record ReceivedCopies(bool Matches, int Copies, DateTimeOffset At);

/// <summary>Records the signed copies of the 申报表.</summary>
public sealed class PaperStore(Db db, PaperQueries papers)
{
    /// <summary>Locks the application first, then its case, as every write about both does.</summary>
    public Task<Decision<ReceivedCopies>> Receive(
        Guid applicationId,
        string versionCode,
        int copies,
        LiveStaff staff,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string hold = "SELECT id FROM applications WHERE id = @applicationId FOR UPDATE";
        const string count =
            "SELECT COUNT(*) FROM paper_copies WHERE application_id = @applicationId AND version_code = @versionCode";
        const string add = """
            INSERT INTO paper_copies (application_id, version_code, copy, matched, received_at, staff_id)
            VALUES (@applicationId, @versionCode, @copy, @matches, @now, @staffId)
            """;
        return db.Write<ReceivedCopies>(
            async work =>
            {
                await work.FirstOrNothing<Guid?>(hold, new { applicationId });
                if (
                    await papers.Find(work, applicationId)
                        is not { State: not ApplicationState.Draft, CandidateId: { } candidateId } application
                    || !(staff.Districts.Count == 0 || staff.Districts.Contains(application.District))
                )
                {
                    return RequestRefusals.NotFound;
                }

                var received = await work.FirstOrNothing<int>(count, new { applicationId, versionCode });
                if (
                    PaperRules.Receive(application.State, received, copies).IsRefused(out var refusal, out var together)
                )
                {
                    return refusal;
                }

                var matches = versionCode == application.VersionCode;
                for (var copy = received + 1; copy <= together; copy++)
                {
                    await work.Execute(
                        add,
                        new
                        {
                            applicationId,
                            versionCode,
                            copy,
                            matches,
                            now,
                            staffId = staff.Id,
                        }
                    );
                }

                await ReviewStore.NotePaper(work, candidateId, applicationId, TextOf(copies, matches), staff.Id, now);
                await AuditLog.Record(
                    work,
                    staff.Id,
                    "application.paper-received",
                    "application",
                    applicationId,
                    now,
                    new
                    {
                        versionCode,
                        copies,
                        matches,
                    }
                );
                return new ReceivedCopies(matches, together, now);
            },
            cancellationToken
        );
    }

    private static string TextOf(int copies, bool matches) =>
        string.Create(CultureInfo.InvariantCulture, $"收到签字盖章的纸质申报表{copies}份，")
        + (matches ? "内容与电子申报一致。" : "但与现在的电子申报不是同一版本，请重新下载打印、签字盖章后再交。");
}
