using System.ComponentModel.DataAnnotations;
using Craftsman.Domain.Messages;

namespace Craftsman.Infrastructure.Messages;

/// <summary>The templates of WeChat's console and how often messages are looked for. Section <c>Messages</c>.</summary>
public sealed class MessagesOptions : IValidatableObject
{
    public const string Section = "Messages";

    /// <summary>By kind; a kind without a template is never sent.</summary>
    public IDictionary<MessageKind, MessageTemplate> Templates { get; } =
        new Dictionary<MessageKind, MessageTemplate>();

    /// <summary>How long an instance rests when it found nothing due.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many messages an instance has under way at once, each to another citizen.</summary>
    [Range(1, 20, ErrorMessage = $"{Section}:{nameof(AtOnce)} is 1 to 20.")]
    public int AtOnce { get; set; } = 4;

    public MessageKind? KindOf(string templateId) =>
        Templates.Where(each => each.Value.Id == templateId).Select(each => (MessageKind?)each.Key).FirstOrDefault();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LookEvery <= TimeSpan.Zero || LookEvery > TimeSpan.FromDays(1))
        {
            yield return new ValidationResult($"{Section}:{nameof(LookEvery)} is above zero and at most a day.");
        }

        foreach (var (kind, template) in Templates)
        {
            var name = $"{Section}:{nameof(Templates)}:{kind}";
            if (!(template.Id.Length is >= 1 and <= 64 && template.Id.All(sign => sign is > ' ' and <= '~')))
            {
                yield return new ValidationResult(
                    $"{name}:Id is the template's id, up to 64 letters, digits and signs."
                );
            }

            if (template.Page.StartsWith('/'))
            {
                yield return new ValidationResult($"{name}:Page has no leading slash.");
            }

            string[] keys = [template.SubjectKey, template.StatusKey, template.TimeKey];
            if (!keys.All(TemplateValue.IsKey) || keys.Distinct().Count() < keys.Length)
            {
                yield return new ValidationResult(
                    $"{name} needs SubjectKey, StatusKey and TimeKey: three keys of the template such as thing1, phrase2, time3."
                );
            }
        }

        if (Templates.Values.DistinctBy(template => template.Id).Count() < Templates.Count)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Templates)}: each kind needs a template of its own, for a citizen agrees to a template."
            );
        }
    }
}

/// <summary>A template as the console shows it, and which of its keys takes what.</summary>
public sealed class MessageTemplate
{
    public string Id { get; set; } = "";

    /// <summary>What a tap on the message opens; empty opens nothing.</summary>
    public string Page { get; set; } = "";

    public string SubjectKey { get; set; } = "";

    public string StatusKey { get; set; } = "";

    public string TimeKey { get; set; } = "";
}
