using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Media;
using Craftsman.Domain.Objections;
using Craftsman.Infrastructure.Objections;

namespace Craftsman.Api.Objections;

/// <summary>An objection as it is filled in, by a citizen or by staff.</summary>
public abstract record ObjectionForm
{
    /// <summary>公示名单中的哪一位</summary>
    [Needed]
    public Guid? EntryId { get; init; }

    /// <summary>实名为 true，匿名为 false</summary>
    [Needed]
    public bool? Named { get; init; }

    /// <summary>实名时必填；匿名时不填</summary>
    [Line(40)]
    public string? Name { get; init; }

    /// <summary>实名时必填，电话或其他联系方式；匿名时不填</summary>
    [Line(100)]
    public string? Contact { get; init; }

    /// <summary>异议的内容和依据</summary>
    [Needed, Prose(2000)]
    public string Text { get; init; } = "";

    /// <summary>已上传的材料</summary>
    [AtMost(ObjectionRules.MostFiles)]
    public IReadOnlyList<string>? FileIds { get; init; }

    /// <summary>What is said, with who says it where they do so by name.</summary>
    internal Decision<ObjectionContent> Read(Guid noticeId)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (field, value) in new[] { ("name", Name), ("contact", Contact) })
        {
            if (Named!.Value == (value is null))
            {
                errors[field] = [Named.Value ? "实名异议请填写这一项。" : "匿名异议不要填写这一项。"];
            }
        }

        return errors.Count > 0
            ? RequestRefusals.Malformed.About(errors)
            : new ObjectionContent(
                noticeId,
                EntryId!.Value,
                Named!.Value ? new Objector(Name!.Trim(), Contact!.Trim()) : null,
                Text.Trim(),
                [.. (FileIds ?? []).Select(UploadId.Of).Distinct()]
            );
    }
}
