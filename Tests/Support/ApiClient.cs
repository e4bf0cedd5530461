using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Craftsman.Tests.Support;

/// <summary>Speaks HTTP to the service and keeps what came back as text and JSON.</summary>
public sealed class ApiClient(Uri address, string? token = null)
{
    private static readonly HttpClient Http = new(
        new SocketsHttpHandler { MaxConnectionsPerServer = 512, AllowAutoRedirect = false }
    )
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    public Uri Address => address;

    public ApiClient With(string? otherToken) => new(address, otherToken);

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, null, headers);

    /// <summary>A file, whole; anything but 200 fails.</summary>
    public async Task<byte[]> Bytes(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}.");
        return await response.Content.ReadAsByteArrayAsync();
    }

    public Task<Answer> Post(string path, object? body = null, string? key = null) =>
        Send(HttpMethod.Post, path, JsonOf(body), KeyHeader(key));

    public Task<Answer> Put(string path, object? body, string? key = null) =>
        Send(HttpMethod.Put, path, JsonOf(body), KeyHeader(key));

    public Task<Answer> Delete(string path, string? key = null) => Send(HttpMethod.Delete, path, null, KeyHeader(key));

    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Answered(request);
        var answer = new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value))
        );
        Described.Check(method, path, answer);
        Observed.Note(method, path, answer);
        return answer;
    }

    private static async Task<HttpResponseMessage> Answered(HttpRequestMessage request)
    {
        try
        {
            return await Http.SendAsync(request);
        }
        catch (TaskCanceledException e)
        {
            throw new TimeoutException($"{request.Method} {request.RequestUri} got no answer in {Http.Timeout}.", e);
        }
    }

    private static JsonContent? JsonOf(object? body) =>
        body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web);

    private static (string, string)[] KeyHeader(string? key) => key is null ? [] : [("Idempotency-Key", key)];
}

/// <summary>What the service answered.</summary>
public sealed record Answer(int Status, string Text, string? MediaType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The problem's code, or null when the answer is no problem document.</summary>
    public string? Code => MediaType == "application/problem+json" ? Json.GetProperty("code").GetString() : null;

    public string Word(string property) => Json.GetProperty(property).GetString()!;

    public int Number(string property) => Json.GetProperty(property).GetInt32();

    /// <summary>The names of the fields that the problem complains about.</summary>
    public IReadOnlyList<string> ErrorFields =>
        Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(error => error.Name)] : [];

    /// <summary>Demands a status and hands the answer on; the failure shows what came instead.</summary>
    public Answer Should(int status)
    {
        Assert.True(Status == status, $"Expected {status} and got {Status}: {Text}");
        return this;
    }

    /// <summary>Demands a refusal with a code, told as a problem document with a Chinese title and a trace id.</summary>
    public Answer ShouldRefuse(int status, string code)
    {
        Assert.True(Status == status && Code == code, $"Expected {status} {code} and got {Status}: {Text}");
        Assert.Equal(status, Number("status"));
        Assert.Contains(Word("title"), letter => letter is >= '\u4e00' and <= '\u9fff');
        Assert.NotEmpty(Word("traceId"));
        return this;
    }
}
