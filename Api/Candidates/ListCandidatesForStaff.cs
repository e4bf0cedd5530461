using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Domain;
using Craftsman.Domain.Candidates;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Candidates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Candidates;

public static class ListCandidatesForStaff
{
    private sealed record Position(Guid Id);

    /// <summary>人选档案列表</summary>
    /// <remarks>The youngest first, of the districts the reader works for; merged candidates stand in it too.</remarks>
    public static async Task<Results<Ok<Page<GetCandidateForStaff.Response>>, ProblemHttpResult>> Handle(
        string? state,
        string? district,
        string? trade,
        string? q,
        string? cursor,
        StaffCaller caller,
        CampaignQueries campaigns,
        StaffCandidateQueries candidates,
        PhotoAddresses addresses,
        Cursors cursors,
        CancellationToken cancellationToken,
        [Between(1, 100)] int limit = 20
    )
    {
        var campaign = await campaigns.Current(cancellationToken);
        if (CandidateFilter.Read(campaign, district, trade, q).IsRefused(out var refusal, out var filter))
        {
            return Problems.From(refusal);
        }

        CandidateState? wanted = null;
        if (!string.IsNullOrEmpty(state))
        {
            if (!Enum.GetNames<CandidateState>().Contains(state))
            {
                return Problems.From(RequestRefusals.Malformed.About("state", "没有这个状态。"));
            }

            wanted = Enum.Parse<CandidateState>(state);
        }

        var list = $"staff-candidates?state={wanted}&district={filter.District}&trade={filter.Trade}&q={filter.Q}";
        if (cursors.Read<Position>(list, cursor).IsRefused(out refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var found = await candidates.List(
            campaign.Id,
            wanted,
            filter,
            caller.Districts,
            position.After?.Id,
            limit + 1,
            cancellationToken
        );
        var page = found.Take(limit).ToList();
        return TypedResults.Ok(
            new Page<GetCandidateForStaff.Response>(
                [.. page.Select(file => GetCandidateForStaff.Response.For(file, addresses, caller.Now))],
                found.Count > limit ? cursors.Protect(list, new Position(page[^1].Id)) : null
            )
        );
    }
}
