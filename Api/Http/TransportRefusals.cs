using Craftsman.Domain;

namespace Craftsman.Api.Http;

/// <summary>What can be wrong before a request reaches its handler.</summary>
public static class TransportRefusals
{
    public static readonly Refusal JsonInvalid = new(
        RefusalKind.Malformed,
        "json-invalid",
        "提交的内容格式不对，无法读取。"
    );

    public static readonly Refusal BodyTooLarge = new(RefusalKind.Malformed, "body-too-large", "提交的内容太大了。");

    public static readonly Refusal MediaTypeUnsupported = new(
        RefusalKind.Malformed,
        "media-type-unsupported",
        "请以 JSON 格式提交内容；照片和文件请用 multipart/form-data 上传。"
    );

    public static readonly Refusal MethodNotAllowed = new(
        RefusalKind.Malformed,
        "method-not-allowed",
        "这个地址不支持这种操作。"
    );

    public static readonly Refusal Failure = new(
        RefusalKind.Unavailable,
        "internal-error",
        "系统出了点问题，我们已记录，请稍后再试。"
    );

    public static readonly Refusal TooManyRequests = new(
        RefusalKind.Unavailable,
        "too-many-requests",
        "操作太频繁了，请稍等一会儿再试。"
    );

    /// <summary>By code.</summary>
    public static IReadOnlyDictionary<string, int> Statuses { get; } =
        new Dictionary<string, int>
        {
            [BodyTooLarge.Code] = StatusCodes.Status413PayloadTooLarge,
            [MediaTypeUnsupported.Code] = StatusCodes.Status415UnsupportedMediaType,
            [MethodNotAllowed.Code] = StatusCodes.Status405MethodNotAllowed,
            [TooManyRequests.Code] = StatusCodes.Status429TooManyRequests,
            [Failure.Code] = StatusCodes.Status500InternalServerError,
        };
}
