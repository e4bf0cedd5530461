using Craftsman.Domain.Identity;

namespace Craftsman.Domain.Applications;

/// <summary>四(一)–(四): which members of staff file which channel for a worker.</summary>
public static class FilingRules
{
    /// <summary>
    /// Societies recommend through channel Society, every other organization through Unit, each for itself. A tip reviewer enters the form of a
    /// worker without WeChat, who applies alone (四(四)) and has signed it on paper.
    /// </summary>
    /// <param name="organizationKind">Of the organization the person works for; null when for none.</param>
    public static Decision<Channel> File(
        Channel channel,
        IReadOnlyCollection<StaffRole> roles,
        OrganizationKind? organizationKind
    )
    {
        if (channel == Channel.Self)
        {
            return roles.Contains(StaffRole.TipReviewer) ? channel : ApplicationRefusals.ChannelNotYours(channel);
        }

        var own = organizationKind switch
        {
            null => (Channel?)null,
            OrganizationKind.Society => Channel.Society,
            _ => Channel.Unit,
        };
        return roles.Contains(StaffRole.OrganizationUser) && channel == own
            ? channel
            : ApplicationRefusals.ChannelNotYours(channel);
    }

    /// <summary>An organization recommends in its own name, which need not be said.</summary>
    /// <returns>The content to store; without an endorsement where no organization files.</returns>
    public static Decision<ApplicationContent> Endorsed(ApplicationContent content, Guid? organizationId)
    {
        if (organizationId is null)
        {
            return content with { Endorsement = null };
        }

        var own = organizationId.Value.ToString();
        return content.Endorsement is { OrganizationId: { } named } && named != own
            ? ApplicationRefusals.OrganizationNotYours
            : content with
            {
                Endorsement = (content.Endorsement ?? new EndorsementEntry(null, null, null, null)) with
                {
                    OrganizationId = own,
                },
            };
    }
}

/// <summary>Who recommends (四(一), 四(二)).</summary>
public enum OrganizationKind
{
    Employer,
    DistrictUnion,
    DevelopmentZone,
    IndustrialUnion,
    Society,
}
