using System.ComponentModel.DataAnnotations;
using Craftsman.Domain;

namespace Craftsman.Api.Http;

/// <summary>The field must be there and not blank.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NeededAttribute : RequiredAttribute
{
    public NeededAttribute() => ErrorMessage = "请填写这一项。";
}

/// <summary>One line of text: at most so many UTF-16 units, no control characters, no halves of surrogate pairs, not blank when given.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public class LineAttribute : StringLengthAttribute
{
    public LineAttribute(int max)
        : base(max) => ErrorMessage = $"最多 {max} 个字符，不能只有空白，也不能含有控制字符。";

    public override bool IsValid(object? value) =>
        value is not string text
        || (base.IsValid(text) && Domain.Zi.Count(text) > 0 && PlainText.IsPlain(text, IsLineBreakAllowed));

    /// <summary>The same about control characters, for descriptions.</summary>
    public virtual string Pattern => @"^[^\p{Cc}\p{Zl}\p{Zp}]*$";

    protected virtual bool IsLineBreakAllowed => false;
}

/// <summary>Text of several lines, with the same bounds as <see cref="LineAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProseAttribute(int max) : LineAttribute(max)
{
    public override string Pattern => @"^([\t\n\r]|[^\p{Cc}\p{Zl}\p{Zp}])*$";

    protected override bool IsLineBreakAllowed => true;
}

/// <summary>A code from a list of the campaign: lower-case letters, digits and hyphens. Whether the list has it is the rule's question.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CodeAttribute : LineAttribute
{
    public CodeAttribute(int max)
        : base(max) => ErrorMessage = "请从列表中选择。";

    public override string Pattern => "^[a-z0-9-]*$";

    public override bool IsValid(object? value) =>
        base.IsValid(value)
        && (
            value is not string code
            || code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-')
        );
}

/// <summary>So many 字 as a word processor counts them, both bounds included.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ZiAttribute : ValidationAttribute
{
    private readonly int least;
    private readonly int most;

    public ZiAttribute(int least, int most)
    {
        this.least = least;
        this.most = most;
        ErrorMessage = $"应有 {least} 至 {most} 字。";
    }

    public int Least => least;

    public int Most => most;

    public override bool IsValid(object? value) =>
        value is not string text || (Zi.Count(text) is var count && count >= least && count <= most);
}

/// <summary>A number within bounds, both included.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BetweenAttribute : RangeAttribute
{
    public BetweenAttribute(int least, int most)
        : base(least, most) => ErrorMessage = $"应在 {least} 到 {most} 之间。";

    public BetweenAttribute(double least, double most)
        : base(least, most) => ErrorMessage = $"应在 {least} 到 {most} 之间。";
}

/// <summary>At most so many entries; none may be null.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AtMostAttribute : ValidationAttribute
{
    private readonly int most;

    public AtMostAttribute(int most)
    {
        this.most = most;
        ErrorMessage = $"最多 {most} 项。";
    }

    public int Most => most;

    public override bool IsValid(object? value) =>
        value is not System.Collections.ICollection items
        || (items.Count <= most && items.Cast<object?>().All(item => item is not null));
}

/// <summary>A day on which something of a campaign can have happened: from 2000 to 2100.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CampaignDayAttribute : ValidationAttribute
{
    public const string Pattern = "^(20[0-9]{2}|2100)-";

    public CampaignDayAttribute() => ErrorMessage = "日期有误，请检查。";

    public override bool IsValid(object? value) => value is not DateOnly day || day.Year is >= 2000 and <= 2100;
}
