namespace Craftsman.Domain.Experts;

/// <summary>五(专家评审): the four kinds of people a panel is made up of.</summary>
public enum PanelKind
{
    /// <summary>相关领域知名专家.</summary>
    Expert,

    /// <summary>行业协会.</summary>
    TradeAssociation,

    /// <summary>社会组织.</summary>
    SocialOrganization,

    /// <summary>网络媒体.</summary>
    Media,
}

/// <summary>The make-up of a panel: each kind is there, and at least as many members as the campaign asks for.</summary>
public static class PanelRules
{
    /// <summary>Why the panel may not be given cases yet, or null.</summary>
    /// <param name="size">How many members the campaign asks for at least.</param>
    public static Refusal? Fault(IReadOnlyCollection<PanelKind> members, int size)
    {
        PanelKind[] missing = [.. Enum.GetValues<PanelKind>().Except(members)];
        return missing.Length > 0 || members.Count < size
            ? ExpertRefusals.PanelIncomplete(missing, Math.Max(0, size - members.Count))
            : null;
    }

    /// <summary>The kind in the words of the notice.</summary>
    public static string InChinese(PanelKind kind) =>
        kind switch
        {
            PanelKind.Expert => "相关领域知名专家",
            PanelKind.TradeAssociation => "行业协会",
            PanelKind.SocialOrganization => "社会组织",
            _ => "网络媒体",
        };
}
