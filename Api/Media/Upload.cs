using System.Security.Cryptography;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Infrastructure.Media;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Craftsman.Api.Media;

/// <summary>The body of an upload, for the description of the interface.</summary>
/// <param name="File">文件内容</param>
public sealed record UploadForm(IFormFile File);

/// <summary>What a retry of an upload is recognised by.</summary>
public sealed record UploadedContent(string Sha256);

/// <summary>A file that was received, on disk as long as this is not disposed.</summary>
public sealed class Upload : IAsyncDisposable
{
    private const int MostBoundary = 100;

    private Upload(FileStream file, string? sentName, byte[] sha256)
    {
        File = file;
        SentName = sentName;
        Content = new UploadedContent(Convert.ToHexStringLower(sha256));
    }

    public FileStream File { get; }

    /// <summary>As the client named it; not to be trusted.</summary>
    public string? SentName { get; }

    public UploadedContent Content { get; }

    public ContentKind Kind
    {
        get
        {
            var start = new byte[ContentKinds.BytesNeeded];
            File.Position = 0;
            return ContentKinds.Of(start.AsSpan(0, File.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        }
    }

    /// <summary>Streams the one part <c>file</c> of a multipart body to disk. Never more than a buffer of it is in memory.</summary>
    public static async Task<Decision<Upload>> Receive(
        HttpContext context,
        MediaFolder folder,
        CancellationToken cancellationToken
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= MostBoundary } boundary
        )
        {
            return MediaRefusals.UploadMalformed;
        }

        var reader = new MultipartReader(boundary.Value!, context.Request.Body)
        {
            HeadersCountLimit = 8,
            HeadersLengthLimit = 4096,
        };
        Upload? received = null;
        try
        {
            while (await Next(context, reader, cancellationToken) is { } section)
            {
                if (
                    received is not null
                    || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part)
                    || !part.IsFileDisposition()
                    || HeaderUtilities.RemoveQuotes(part.Name) != "file"
                )
                {
                    throw new InvalidDataException();
                }

                var name = part.FileNameStar.HasValue ? part.FileNameStar : part.FileName;
                received = await Store(
                    context,
                    section.Body,
                    folder,
                    HeaderUtilities.RemoveQuotes(name).Value,
                    cancellationToken
                );
            }

            if (received is { File.Length: > 0 })
            {
                var whole = received;
                received = null;
                return whole;
            }

            return MediaRefusals.UploadMalformed;
        }
        catch (InvalidDataException)
        {
            return MediaRefusals.UploadMalformed;
        }
        finally
        {
            if (received is not null)
            {
                await received.DisposeAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => File.DisposeAsync();

    private static async Task<Upload> Store(
        HttpContext context,
        Stream body,
        MediaFolder folder,
        string? sentName,
        CancellationToken cancellationToken
    )
    {
        var file = folder.NewIncoming();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[32 * 1024];
            int length;
            while ((length = await Read(context, body, buffer, cancellationToken)) > 0)
            {
                if (file.Position + length > MediaOptions.MostBytes)
                {
                    throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
                }

                hash.AppendData(buffer, 0, length);
                await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            await file.FlushAsync(cancellationToken);
            return new Upload(file, sentName, hash.GetHashAndReset());
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static async Task<MultipartSection?> Next(
        HttpContext context,
        MultipartReader reader,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException e) when (IsOurs(e, context))
        {
            throw new InvalidDataException();
        }
    }

    private static async Task<int> Read(
        HttpContext context,
        Stream body,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException e) when (IsOurs(e, context))
        {
            throw new InvalidDataException();
        }
    }

    /// <summary>The reader found the body cut short; not the server that it is too large, nor the client gone.</summary>
    private static bool IsOurs(IOException e, HttpContext context) =>
        e is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested;
}
