namespace Craftsman.Infrastructure.Media;

/// <summary>Whose uploads may become part of something: a citizen's own, or those of a member of staff and of everybody in their organization.</summary>
public sealed record UploadOwner
{
    private UploadOwner(Guid id, Guid? organizationId, string isTheirs)
    {
        Id = id;
        OrganizationId = organizationId;
        IsTheirs = isTheirs;
    }

    public Guid Id { get; }

    public Guid? OrganizationId { get; }

    /// <summary>A condition on <c>files</c> or <c>photos</c>, with the parameters Id and OrganizationId.</summary>
    internal string IsTheirs { get; }

    public static UploadOwner Citizen(Guid id) => new(id, null, "owner_id = @Id");

    public static UploadOwner Staff(Guid id, Guid? organizationId) =>
        new(
            id,
            organizationId,
            "(staff_id = @Id OR staff_id IN (SELECT s.id FROM staff s WHERE s.organization_id = @OrganizationId))"
        );
}
