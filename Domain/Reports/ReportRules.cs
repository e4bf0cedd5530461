using Craftsman.Domain.Candidates;

namespace Craftsman.Domain.Reports;

/// <summary>Who may report whom, and who decides.</summary>
public static class ReportRules
{
    /// <summary>Only what everybody can see is reported.</summary>
    public static Decision<Candidate> Send(Candidate root) =>
        root.State == CandidateState.Published ? root : RequestRefusals.NotFound;

    /// <summary>A report is decided once.</summary>
    public static Decision<Report> Decide(Report report) =>
        report.State == ReportState.Received ? report : ReportRefusals.AlreadyDecided;
}

/// <summary>Every way in which a report, or a word about one, is refused.</summary>
public static class ReportRefusals
{
    public static readonly Refusal AlreadyReported = new(
        RefusalKind.Conflict,
        "report-already-open",
        "您已经反映过这位人选的问题，工作人员正在处理。"
    );

    public static readonly Refusal AlreadyDecided = new(
        RefusalKind.Conflict,
        "report-already-decided",
        "这条举报已经处理完毕。"
    );
}
