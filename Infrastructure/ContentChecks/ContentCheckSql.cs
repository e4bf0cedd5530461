namespace Craftsman.Infrastructure.ContentChecks;

/// <summary>How the check of something is read beside it, from <c>LEFT JOIN content_checks k</c>.</summary>
internal static class ContentCheckSql
{
    public const string State = "COALESCE(k.state, 'Unchecked')";

    public const string Columns = $"{State} AS content_state, k.label AS content_label, k.decision AS content_decision";
}
