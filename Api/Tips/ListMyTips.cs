using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Media;
using Craftsman.Infrastructure.Tips;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Tips;

public static class ListMyTips
{
    private const int UsualPage = 20;

    /// <summary>我推荐的线索，最近的在前</summary>
    public static async Task<Results<Ok<Page<MyTip>>, ProblemHttpResult>> Handle(
        string? cursor,
        [Between(1, 100)] int? limit,
        CitizenCaller citizen,
        TipQueries tips,
        Cursors cursors,
        PhotoAddresses addresses,
        CancellationToken cancellationToken
    )
    {
        var list = $"me/tips?citizen={citizen.Id}";
        if (cursors.Read<TipPosition>(list, cursor).IsRefused(out var refusal, out var position))
        {
            return Problems.From(refusal);
        }

        var size = limit ?? UsualPage;
        var found = await tips.AllOwn(citizen.Id, position.After?.Id, size + 1, cancellationToken);
        var page = found.Take(size).Select(tip => MyTip.For(tip, addresses, citizen.Now)).ToList();
        return TypedResults.Ok(
            new Page<MyTip>(page, found.Count > size ? cursors.Protect(list, new TipPosition(page[^1].Id)) : null)
        );
    }
}

/// <summary>Where a list of tips goes on: after the tip with this id, for ids are in the order of time.</summary>
internal sealed record TipPosition(Guid Id);
