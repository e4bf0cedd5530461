using Craftsman.Domain.Campaigns;

namespace Craftsman.Domain.Candidates;

/// <summary>Which candidates a list is asked for; null where everything is wanted.</summary>
public sealed record CandidateFilter(string? District, string? Trade, string? Q)
{
    /// <summary>Blank filters are none.</summary>
    public static Decision<CandidateFilter> Read(Campaign campaign, string? district, string? trade, string? q)
    {
        var filter = new CandidateFilter(Given(district), Given(trade), Given(q));
        var errors = new Dictionary<string, string[]>(campaign.UnknownCodes(filter.District, filter.Trade));
        if (filter.Q is { } text && !SearchWords.AreGood(text))
        {
            errors["q"] = [$"请输入 {SearchWords.LeastCharacters} 到 {SearchWords.Most} 个字再搜索。"];
        }

        return errors.Count > 0 ? RequestRefusals.Malformed.About(errors) : filter;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>In which order the public list stands.</summary>
public enum CandidateSort
{
    Votes,
    Newest,
}
