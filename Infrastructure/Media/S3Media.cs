using System.Net;
using System.Runtime.CompilerServices;
using Craftsman.Infrastructure.Identity;
using Microsoft.Extensions.Options;
using Minio;
using Minio.DataModel.Args;

namespace Craftsman.Infrastructure.Media;

/// <summary>
/// Keeps media in a private bucket of an S3-compatible store, which several hosts share. Its acknowledgement of a PUT is what durable means
/// here. Reading goes through us by an address signed for a minute that never leaves the process: the client's own call would ask for the
/// object's head first, and hands the content out in a callback only.
/// </summary>
/// <remarks>Nothing is tried again here: the citizen's upload is, with its idempotency key, and the collector by its next round.</remarks>
public sealed class S3Media : MediaStore, IDisposable
{
    private const int AddressSeconds = 60;

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            // No span, for it would carry a signed address.
            ActivityHeadersPropagator = null,
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    private readonly IMinioClient client;
    private readonly string bucket;

    public S3Media(IOptions<MediaOptions> options, IOptions<SecretsOptions> secrets)
    {
        var s3 = options.Value.S3;
        bucket = s3.Bucket;
        client = new MinioClient()
            .WithHttpClient(http)
            .WithEndpoint(s3.Endpoint)
            .WithRegion(s3.Region)
            .WithSSL(s3.UseTls)
            .WithCredentials(secrets.Value.S3AccessKey, secrets.Value.S3SecretKey)
            .Build();
    }

    public override async Task Prepare(CancellationToken cancellationToken)
    {
        if (
            !await Answered(
                () => client.BucketExistsAsync(new BucketExistsArgs().WithBucket(bucket), cancellationToken),
                cancellationToken
            )
        )
        {
            throw new MediaUnavailableException(null);
        }
    }

    public override async Task Place(MediaKind kind, byte[] name, string flushed, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(flushed);
        await Answered(
            () =>
                client.PutObjectAsync(
                    new PutObjectArgs()
                        .WithBucket(bucket)
                        .WithObject(PathOf(kind, name))
                        .WithStreamData(content)
                        .WithObjectSize(content.Length),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    public override async Task<Stream?> Open(MediaKind kind, byte[] name, CancellationToken cancellationToken)
    {
        var address = await client.PresignedGetObjectAsync(
            new PresignedGetObjectArgs().WithBucket(bucket).WithObject(PathOf(kind, name)).WithExpiry(AddressSeconds)
        );
        var response = await Answered(
            () => http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellationToken),
            cancellationToken
        );
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return await response.Content.ReadAsStreamAsync(cancellationToken);
        }

        using (response)
        {
            return response.StatusCode == HttpStatusCode.NotFound ? null : throw new MediaUnavailableException(null);
        }
    }

    public override Task Delete(MediaKind kind, byte[] name, CancellationToken cancellationToken) =>
        Answered(
            async () =>
            {
                await client.RemoveObjectAsync(
                    new RemoveObjectArgs().WithBucket(bucket).WithObject(PathOf(kind, name)),
                    cancellationToken
                );
                return true;
            },
            cancellationToken
        );

    public override async IAsyncEnumerable<byte[]> PlacedBefore(
        MediaKind kind,
        DateTimeOffset moment,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var all = client
            .ListObjectsEnumAsync(
                new ListObjectsArgs().WithBucket(bucket).WithPrefix(FolderOf(kind) + "/").WithRecursive(true),
                cancellationToken
            )
            .GetAsyncEnumerator(cancellationToken);
        await using (all)
        {
            while (await Answered(() => all.MoveNextAsync().AsTask(), cancellationToken))
            {
                if (
                    all.Current.LastModifiedDateTime?.ToUniversalTime() < moment.UtcDateTime
                    && NameIn(kind, all.Current.Key) is { } name
                )
                {
                    yield return name;
                }
            }
        }
    }

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    /// <summary>
    /// An answer of the store, or the one exception that says that there is none. The caller's own cancellation stays what it is; every
    /// other failure counts, for the client throws whatever it stumbles over: on an error without a body a NullReferenceException.
    /// </summary>
    private static async Task<T> Answered<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MediaUnavailableException(e);
        }
    }
}
