namespace Craftsman.Infrastructure.Honours;

internal static class LaureateSql
{
    /// <summary>
    /// Law 7, about a candidate <c>c</c>: a consent of theirs or of the root they are shown as counts and was not withdrawn. Consents fall in
    /// the whole tree when one is taken back.
    /// </summary>
    public const string HasConsent = """
        EXISTS (
            SELECT 1
            FROM consents g
            WHERE g.candidate_id IN (c.id, c.root_id) AND g.withdrawn_at IS NULL
                AND (g.confirmed_at IS NOT NULL OR g.source = 'SelfApplication'))
        """;

    /// <summary>About a laureate <c>l</c>, its case <c>k</c> and candidate <c>c</c>: what the public may read.</summary>
    public const string IsShown = $"l.is_published = 1 AND k.stage = 'Recognised' AND {HasConsent}";
}
