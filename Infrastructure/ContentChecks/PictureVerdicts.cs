using Craftsman.Domain.ContentChecks;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.WeChat;

namespace Craftsman.Infrastructure.ContentChecks;

/// <summary>
/// Joins what WeChat pushed about a picture to the check it was submitted for. The verdict may be there before the trace_id, so each of
/// the two, once written, looks for the other with a lock: of two transactions that just miss each other one waits, or is begun again.
/// </summary>
public static class PictureVerdicts
{
    /// <summary>Comes after <see cref="MediaVerdicts.Record"/>, which wrote the verdict in the same transaction.</summary>
    /// <returns>False when we submitted nothing under this trace_id, or have yet to hear that we did.</returns>
    public static async Task<bool> Pushed(Work work, PushedEvent pushed)
    {
        const string sql = "SELECT check_id FROM content_check_submissions WHERE trace_id = @trace LOCK IN SHARE MODE";
        var trace = pushed.Fields.GetValueOrDefault("trace_id", "");
        if (await work.FirstOrNothing<Guid?>(sql, new { trace }) is not { } checkId)
        {
            return false;
        }

        await Join(work, trace, checkId);
        return true;
    }

    /// <summary>WeChat took the picture: its verdict is waited for, or is here already.</summary>
    internal static async Task Submitted(Work work, ClaimedCheck check, string trace, DateTimeOffset now)
    {
        const string add = "INSERT INTO content_check_submissions (trace_id, check_id, at) VALUES (@trace, @Id, @now)";
        const string wait = """
            UPDATE content_checks
            SET submissions = submissions + 1, next_try_at = @Overdue
            WHERE id = @Id AND state = 'Waiting'
            """;
        await work.Execute(
            add,
            new
            {
                trace,
                check.Id,
                now,
            }
        );
        await work.Execute(wait, new { Overdue = now + ContentCheckRules.VerdictArrivesWithin, check.Id });
        await Join(work, trace, check.Id);
    }

    /// <summary>The first verdict stands, also where it comes so late that a human was asked. An error is no verdict.</summary>
    private static async Task Join(Work work, string trace, Guid checkId)
    {
        const string find =
            "SELECT suggest, label FROM wechat_media_verdicts WHERE trace_id = @trace LOCK IN SHARE MODE";
        const string settle = """
            UPDATE content_checks
            SET state = @State, label = @Label
            WHERE id = @checkId AND state IN ('Waiting', 'Unchecked')
            """;
        if (await work.FirstOrNothing<VerdictRow>(find, new { trace }) is { Suggest: { } suggest, Label: var label })
        {
            await work.Execute(
                settle,
                new
                {
                    State = StateOf(suggest).ToString(),
                    Label = label,
                    checkId,
                }
            );
        }
    }

    private static ContentCheckState StateOf(string suggest) =>
        suggest switch
        {
            "pass" => ContentCheckState.Pass,
            "review" => ContentCheckState.Review,
            _ => ContentCheckState.Risky,
        };

    private sealed record VerdictRow
    {
        public string? Suggest { get; init; }
        public int? Label { get; init; }
    }
}
