using System.Runtime.CompilerServices;
using Craftsman.Api.Applications;
using Craftsman.Api.Http;
using Craftsman.Api.Media;
using Craftsman.Api.Tips;
using Craftsman.Api.Voting;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Tips;
using Craftsman.Infrastructure.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Craftsman.Api.Identity;

/// <summary>All of a citizen's own data as one document, for reading and taking along.</summary>
public sealed class ExportAccount(
    CampaignQueries campaigns,
    AccountQueries accounts,
    TipQueries tips,
    VoteQueries votes,
    ApplicationQueries applications,
    PhotoAddresses addresses
)
{
    private const int AtOnce = 50;

    /// <param name="ExportedAt">导出的时刻；各部分是读到那一部分时的内容</param>
    /// <param name="Account">账号、手机号、各项同意、登录、订阅消息、照片、文件和举报</param>
    /// <param name="Tips">推荐线索和进展；师傅的联系方式只显示首尾</param>
    /// <param name="Votes">本届活动的投票</param>
    /// <param name="Applications">申报表全文，以及审核中的每一步</param>
    public sealed record Response(
        DateTimeOffset ExportedAt,
        AccountFile Account,
        IAsyncEnumerable<MyTip> Tips,
        IAsyncEnumerable<ListMyVotes.Item> Votes,
        IAsyncEnumerable<ExportedApplication> Applications
    );

    public sealed record ExportedApplication(ApplicationResponse Application, IReadOnlyList<TimelineStep> Timeline);

    /// <summary>导出我的全部数据</summary>
    /// <remarks>
    /// Streamed as it is read. One's own phones are whole here, unlike everywhere else; a worker's contact in a tip is another person's and
    /// stays masked.
    /// </remarks>
    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CitizenCaller citizen,
        ExportAccount export,
        CancellationToken cancellationToken
    ) =>
        await export.Of(citizen, cancellationToken) is { } all
            ? TypedResults.Ok(all)
            : Problems.From(IdentityRefusals.SessionEnded);

    private async Task<Response?> Of(CitizenCaller citizen, CancellationToken cancellationToken)
    {
        if (await accounts.Of(citizen.Session, citizen.Now, cancellationToken) is not { } account)
        {
            return null;
        }

        var voterKey = VoterKeys.Of(await campaigns.VoterKeySecret(cancellationToken), account.OpenId);
        return new Response(
            citizen.Now,
            account,
            Tips(account.Id, citizen.Now, cancellationToken),
            Votes(voterKey, cancellationToken),
            Applications(account.Id, citizen.Now, cancellationToken)
        );
    }

    private async IAsyncEnumerable<MyTip> Tips(
        Guid citizenId,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<TipView> page = [];
        do
        {
            Guid? after = page is [.., var last] ? last.Id : null;
            page = await tips.AllOwn(citizenId, after, AtOnce, cancellationToken);
            foreach (var tip in page)
            {
                yield return MyTip.For(tip, addresses, now);
            }
        } while (page.Count == AtOnce);
    }

    private async IAsyncEnumerable<ListMyVotes.Item> Votes(
        byte[] voterKey,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<OwnVote> page = [];
        do
        {
            Guid? after = page is [.., var last] ? last.Id : null;
            page = await votes.Of(voterKey, after, AtOnce, cancellationToken);
            foreach (var vote in page)
            {
                yield return ListMyVotes.ItemFor(vote);
            }
        } while (page.Count == AtOnce);
    }

    private async IAsyncEnumerable<ExportedApplication> Applications(
        Guid citizenId,
        DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ListedApplication> page = [];
        do
        {
            Guid? after = page is [.., var last] ? last.Id : null;
            page = await applications.Of(citizenId, after, AtOnce, cancellationToken);
            foreach (var listed in page)
            {
                // One that was deleted since the page was read is theirs no more.
                if (await applications.OwnWhole(citizenId, listed.Id, cancellationToken) is { } whole)
                {
                    yield return new ExportedApplication(
                        ApplicationResponse.For(whole, addresses, now),
                        await applications.Timeline(citizenId, listed.Id, cancellationToken) ?? []
                    );
                }
            }
        } while (page.Count == AtOnce);
    }
}
