using System.Runtime.CompilerServices;
using Craftsman.Api.Media;
using Craftsman.Api.Operations;
using Craftsman.Domain.ContentChecks;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Applications;
using Craftsman.Infrastructure.ContentChecks;
using Craftsman.Infrastructure.WeChat;

namespace Craftsman.Api.ContentChecks;

/// <summary>
/// Asks WeChat about what citizens sent: at once about what came here, within five seconds about what is due again or was left by
/// another instance. As many checks at once as are claimed; all others wait in the database, where they hold up nobody.
/// </summary>
public sealed class ContentChecking(
    ContentCheckBell bell,
    ContentCheckStore checks,
    ApplicationQueries applications,
    IWeChatClient wechat,
    PhotoAddresses addresses,
    PublicAddress publicAddress,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<ContentChecking> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>WeChat counts by the minute, so after its 45011 an earlier try would fail too.</summary>
    private static readonly TimeSpan PauseAfterTooOften = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        await Parallel.ForEachAsync(
            Waiting(stoppingToken),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ContentCheckStore.AtOnce,
                CancellationToken = stoppingToken,
            },
            async (check, cancellationToken) => await Attempt(() => Make(check, cancellationToken), stoppingToken)
        );
    }

    private async IAsyncEnumerable<ClaimedCheck> Waiting([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var nextLook = clock.GetUtcNow();
        while (true)
        {
            var now = clock.GetUtcNow();
            IReadOnlyList<ClaimedCheck> fresh = [];
            IReadOnlyList<ClaimedCheck> due = [];
            if (bell.Take(ContentCheckStore.AtOnce) is { Count: > 0 } rung)
            {
                await Attempt(
                    async () => fresh = await checks.ClaimFresh(rung, now, cancellationToken),
                    cancellationToken
                );
            }

            if (now >= nextLook)
            {
                await Attempt(async () => due = await checks.ClaimDue(now, cancellationToken), cancellationToken);
                nextLook = due.Count < ContentCheckStore.AtOnce ? now + Pause : now;
            }

            foreach (var check in fresh.Concat(due))
            {
                yield return check;
            }

            if (fresh.Count + due.Count == 0)
            {
                await bell.Wait(Pause, cancellationToken);
            }
        }
    }

    private Task Make(ClaimedCheck check, CancellationToken cancellationToken) =>
        ContentCheckRules.IsOver(check.WrittenAt, check.Submissions, clock.GetUtcNow())
            ? LeaveToHuman(check, cancellationToken)
            : check.Kind switch
            {
                CheckedKind.Photo => SubmitPicture(check, cancellationToken),
                _ => CheckText(check, cancellationToken),
            };

    private async Task CheckText(ClaimedCheck check, CancellationToken cancellationToken)
    {
        var text = check.Kind switch
        {
            CheckedKind.Tip => checks.TextOfTip(check.Id, cancellationToken),
            CheckedKind.Candidate => checks.TextOfCandidate(check.Id, cancellationToken),
            CheckedKind.Offer => checks.TextOfOffer(check.Id, cancellationToken),
            _ => applications.OwnWords(check.Id, cancellationToken),
        };
        if (await text is not { } written)
        {
            await LeaveToHuman(check, cancellationToken);
            return;
        }

        var answer = await wechat.CheckText(written.OpenId, SafetyScene.Forum, written.Text, cancellationToken);
        if (answer.HasFailed(out var failure, out var verdict))
        {
            await TryAgain(check, failure, cancellationToken);
            return;
        }

        await checks.Settle(check, StateOf(verdict.Suggestion), verdict.Label, cancellationToken);
    }

    /// <summary>The verdict is pushed later; where none comes this is done once more.</summary>
    private async Task SubmitPicture(ClaimedCheck check, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (
            await checks.OwnerOfPhoto(check.Id, cancellationToken) is not { } openId
            || publicAddress.Of(addresses.For(check.Id, PhotoSize.Large, now)) is not { } picture
        )
        {
            await LeaveToHuman(check, cancellationToken);
            return;
        }

        var answer = await wechat.CheckImage(openId, SafetyScene.Forum, picture, cancellationToken);
        if (answer.HasFailed(out var failure, out var ticket))
        {
            await TryAgain(check, failure, cancellationToken);
            return;
        }

        await checks.Submitted(check, ticket.TraceId, clock.GetUtcNow(), cancellationToken);
    }

    private Task LeaveToHuman(ClaimedCheck check, CancellationToken cancellationToken) =>
        checks.Settle(check, ContentCheckState.Unchecked, null, cancellationToken);

    /// <summary>What WeChat will never check, or not for this citizen any more, a human decides; all else may succeed later.</summary>
    private Task TryAgain(ClaimedCheck check, WeChatFailure failure, CancellationToken cancellationToken) =>
        failure.Remedy is WeChatRemedy.Final or WeChatRemedy.LogInAgain
            ? LeaveToHuman(check, cancellationToken)
            : checks.TryAgainAt(
                check,
                clock.GetUtcNow()
                    + (
                        failure.ErrorCode == WeChatErrors.TooOften
                            ? PauseAfterTooOften
                            : ContentCheckRules.PauseAfter(check.Attempts)
                    ),
                cancellationToken
            );

    private static ContentCheckState StateOf(SafetySuggestion suggestion) =>
        suggestion switch
        {
            SafetySuggestion.Pass => ContentCheckState.Pass,
            SafetySuggestion.Review => ContentCheckState.Review,
            _ => ContentCheckState.Risky,
        };

    /// <summary>What fails here, such as the database, is tried again when its claim has run out.</summary>
    private async Task Attempt(Func<Task> act, CancellationToken stoppingToken)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning("A content check waits: {Failure}", e.GetType().Name);
        }
    }
}
