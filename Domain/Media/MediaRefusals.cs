namespace Craftsman.Domain.Media;

/// <summary>How uploads are refused.</summary>
public static class MediaRefusals
{
    public static readonly Refusal UploadMalformed = new(
        RefusalKind.Malformed,
        "upload-malformed",
        "请用 multipart/form-data 上传，且只包含一个名为 file 的文件。"
    );

    public static readonly Refusal UploadsBusy = new(
        RefusalKind.Unavailable,
        "uploads-busy",
        "上传照片的人太多了，请稍等几秒再试。"
    );

    public static readonly Refusal PhotoTypeUnsupported = new(
        RefusalKind.Malformed,
        "photo-type-unsupported",
        "请上传 JPEG、PNG 或 WebP 格式的照片。"
    );

    public static readonly Refusal PhotoIsHeic = new(
        RefusalKind.Malformed,
        "photo-heic-unsupported",
        "这是 HEIC 格式的照片，暂时无法读取，请转成 JPEG 后再上传。"
    );

    public static readonly Refusal PhotoIsAnimated = new(
        RefusalKind.Malformed,
        "photo-animated",
        "请上传静态照片，不能上传动图。"
    );

    public static readonly Refusal PhotoTooManyPixels = new(
        RefusalKind.Malformed,
        "photo-too-many-pixels",
        "照片的尺寸太大了，请缩小后再上传。"
    );

    public static readonly Refusal PhotoUnreadable = new(
        RefusalKind.Malformed,
        "photo-unreadable",
        "照片不完整或已损坏，请重新选择。"
    );

    public static readonly Refusal TooManyPhotosWaiting = new(
        RefusalKind.Conflict,
        "photos-limit-reached",
        "已上传但还没有使用的照片太多了，请先提交，或过两天再上传。"
    );

    public static readonly Refusal FileTypeUnsupported = new(
        RefusalKind.Malformed,
        "file-type-unsupported",
        "请上传 PDF、Word（docx）、JPEG 或 PNG 格式的文件。"
    );

    public static readonly Refusal FileHasMacros = new(
        RefusalKind.Malformed,
        "file-has-macros",
        "这个 Word 文件带有宏，请另存为不含宏的 docx 后再上传。"
    );

    public static readonly Refusal FileUnreadable = new(
        RefusalKind.Malformed,
        "file-unreadable",
        "文件不完整或已损坏，请重新选择。"
    );

    public static readonly Refusal TooManyFiles = new(
        RefusalKind.Conflict,
        "files-limit-reached",
        $"每人最多保存 {FileRules.MostPerCitizen} 个文件，请合并后再上传。"
    );

    public static readonly Refusal MediaUnavailable = new(
        RefusalKind.Unavailable,
        "media-unavailable",
        "照片和文件暂时无法存取，请稍后再试。"
    );

    private static readonly string[] NotYours = ["找不到您上传的这些内容，或已用在别处，请重新上传。"];

    /// <summary>Unknown, another's, named twice, or already part of something else: which of these, we do not tell.</summary>
    public static Refusal NotYourUpload(params IEnumerable<string> fields) =>
        RequestRefusals.Malformed.About(fields.ToDictionary(field => field, _ => NotYours));
}
