namespace Craftsman.Domain.Applications;

/// <summary>The four ways an application comes to us (四).</summary>
public enum Channel
{
    /// <summary>四(一) 单位推荐.</summary>
    Unit,

    /// <summary>四(二) 社团推荐.</summary>
    Society,

    /// <summary>四(三) 他人推荐: citizens found the worker, who accepted the invitation.</summary>
    PublicTip,

    /// <summary>四(四) 个人自荐.</summary>
    Self,
}

/// <summary>Where one application stands; how far its case has come is the case's stage.</summary>
public enum ApplicationState
{
    Draft,

    /// <summary>It opened the case and leads it, in whatever stage the case is.</summary>
    Submitted,

    /// <summary>It supports a case that another application opened.</summary>
    Joined,
    Withdrawn,
}
