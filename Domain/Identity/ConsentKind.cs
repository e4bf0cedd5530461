namespace Craftsman.Domain.Identity;

/// <summary>What a citizen agrees to about their own data. That a worker may be named is another consent, given by accepting an invitation.</summary>
public enum ConsentKind
{
    /// <summary>隐私保护指引: what the mini program keeps, and why.</summary>
    Privacy,

    /// <summary>敏感个人信息: the law wants it asked separately, for dates of birth and addresses on a form.</summary>
    SensitiveData,
}
