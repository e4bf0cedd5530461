namespace Craftsman.Domain.Applications;

/// <summary>How a union's list is refused; of a refused list nothing is stored.</summary>
public static class ImportRefusals
{
    public static readonly Refusal Unreadable = new(
        RefusalKind.Malformed,
        "list-unreadable",
        "这份名单读不了，请用模板另存为 xlsx 后再上传。"
    );

    public static readonly Refusal TooLarge = new(
        RefusalKind.Malformed,
        "list-too-large",
        "名单太大：一份最多 500 行、40 列，请分成几份上传。"
    );

    public static readonly Refusal HeadersUnknown = new(
        RefusalKind.Malformed,
        "list-headers-wrong",
        "名单第一行的栏目与模板不一致，请核对。"
    );

    public static readonly Refusal Empty = new(RefusalKind.Malformed, "list-empty", "名单里没有人。");

    /// <summary>Every row with a fault, with its number in the sheet; the other rows are not stored either.</summary>
    public static Refusal RowsInvalid(IReadOnlyList<ImportedRow> faults) =>
        new Refusal(RefusalKind.Conflict, "list-rows-invalid", "名单里有几行需要修改，整份名单都没有导入。", "四").With(
            "rows",
            faults
        );
}

/// <summary>What became of a row.</summary>
/// <param name="Row">Its number in the sheet; the headers are row 1.</param>
/// <param name="ApplicationId">The draft it became; null where it has faults.</param>
/// <param name="Errors">Field by field; null where it has none.</param>
public sealed record ImportedRow(
    int Row,
    string? Name,
    Guid? ApplicationId,
    IReadOnlyDictionary<string, string[]>? Errors
);
