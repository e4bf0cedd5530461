using System.Collections.Concurrent;
using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.WeChat;
using Microsoft.Extensions.Options;

namespace Craftsman.Infrastructure.Candidates;

/// <summary>
/// Mini program codes of candidates. WeChat draws each once; all who ask an instance meanwhile wait for the one call. Of two instances
/// that ask at the same moment both may call, and the first one's code is kept.
/// </summary>
public sealed class ShareCodes(Db db, IWeChatClient wechat, IOptions<WeChatOptions> options, TimeProvider clock)
{
    /// <summary>Pixels.</summary>
    private const int Width = 430;

    private readonly ConcurrentDictionary<Guid, Lazy<Task<Decision<ShareCode>>>> drawing = new();

    private string Stage => options.Value.Stage.ToString();

    public async Task<Decision<ShareCode>> Of(Guid candidateId, CancellationToken cancellationToken)
    {
        if (await Kept(candidateId, cancellationToken) is { } kept)
        {
            return kept;
        }

        // It is nobody's own: a caller who goes away ends it for nobody.
        var drawn = drawing.GetOrAdd(
            candidateId,
            id => new(() => Task.Run(() => DrawOnce(id), CancellationToken.None))
        );
        return await drawn.Value.WaitAsync(cancellationToken);
    }

    /// <summary>What the page receives: 32 signs, as many as WeChat takes.</summary>
    private static string SceneOf(Guid candidateId) => candidateId.ToString("N");

    private async Task<Decision<ShareCode>> DrawOnce(Guid candidateId)
    {
        try
        {
            // Another drawing may have ended since its caller looked.
            return await Kept(candidateId, CancellationToken.None) is { } kept ? kept : await Draw(candidateId);
        }
        finally
        {
            drawing.TryRemove(candidateId, out _);
        }
    }

    private async Task<Decision<ShareCode>> Draw(Guid candidateId)
    {
        const string keep = """
            INSERT INTO share_codes (candidate_id, stage, media_type, image, drawn_at)
            VALUES (@candidateId, @Stage, @MediaType, @Bytes, @now)
            """;
        var answer = await wechat.GetUnlimitedQRCode(
            SceneOf(candidateId),
            options.Value.CandidatePage,
            Width,
            CancellationToken.None
        );
        if (answer.HasFailed(out _, out var image))
        {
            return IdentityRefusals.WeChatUnavailable;
        }

        var now = clock.GetUtcNow();
        return await db.Write<ShareCode>(
            async work =>
                await work.InsertUnlessDuplicate(
                    keep,
                    new
                    {
                        candidateId,
                        Stage,
                        image.MediaType,
                        image.Bytes,
                        now,
                    }
                )
                    is null
                    ? new ShareCode { Image = image.Bytes, MediaType = image.MediaType }
                    : (await Kept(work, candidateId))!,
            CancellationToken.None
        );
    }

    private const string Read = """
        SELECT image, media_type
        FROM share_codes
        WHERE candidate_id = @candidateId AND stage = @Stage
        """;

    private Task<ShareCode?> Kept(Guid candidateId, CancellationToken cancellationToken) =>
        db.FirstOrNothing<ShareCode>(Read, new { candidateId, Stage }, cancellationToken);

    private Task<ShareCode?> Kept(Work work, Guid candidateId) =>
        work.FirstOrNothing<ShareCode>($"{Read} LOCK IN SHARE MODE", new { candidateId, Stage });
}

public sealed record ShareCode
{
    public byte[] Image { get; init; } = [];
    public string MediaType { get; init; } = "";
}
