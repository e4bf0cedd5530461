using Craftsman.Domain;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;

namespace Craftsman.Infrastructure.Meetings;

/// <summary>A member of the leading group as the office keeps them.</summary>
public sealed record GroupMember
{
    public Guid Id { get; init; }
    public string Name { get; init; } = "";
    public string Unit { get; init; } = "";

    /// <summary>The account with which they vote themselves; null for who does not log in.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Their phone is compared with those of tipsters and applicants (law 6). Kept as keyed hashes alone.</summary>
    public bool IsKnownByPhone { get; init; }

    /// <summary>False for who left; meetings opened from then on are without them.</summary>
    public bool IsMember { get; init; }
    public int Version { get; init; }
}

/// <summary>Who belongs to the leading group of an edition (五, 领导小组审定).</summary>
public sealed class LeadingGroupStore(Db db, BlindIndex blindIndex)
{
    private const string Subject = "leading-group-member";

    /// <summary>In the order in which they were added, after a member on.</summary>
    public Task<IReadOnlyList<GroupMember>> List(
        Guid campaignId,
        Guid? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var sql = $"""
            SELECT id, name, unit, staff_id, phone_index IS NOT NULL AS is_known_by_phone, is_member, version
            FROM leading_group_members
            WHERE campaign_id = @campaignId {(after is null ? "" : "AND id > @after")}
            ORDER BY id
            LIMIT @take
            """;
        return db.List<GroupMember>(
            sql,
            new
            {
                campaignId,
                after,
                take,
            },
            cancellationToken
        );
    }

    /// <summary>The unique key decides between two who name one account.</summary>
    /// <param name="phone">Null where it is not said.</param>
    public Task<Decision<GroupMember>> Add(
        Guid campaignId,
        string name,
        string unit,
        Guid? accountId,
        string? phone,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string sql = """
            INSERT INTO leading_group_members (id, campaign_id, name, unit, staff_id, phone_index, worker_key, created_at)
            VALUES (@id, @campaignId, @name, @unit, @accountId, @PhoneIndex, @WorkerKey, @now)
            """;
        return db.Write<GroupMember>(
            async work =>
            {
                if (!await MayVote(work, accountId))
                {
                    return NoSuchAccount;
                }

                var id = Guid.CreateVersion7(now);
                var refused = await work.InsertUnlessDuplicate(
                    sql,
                    new
                    {
                        id,
                        campaignId,
                        name,
                        unit,
                        accountId,
                        PhoneIndex = phone is null ? null : blindIndex.OfPhone(phone),
                        WorkerKey = phone is null ? null : blindIndex.OfWorker(name, phone),
                        now,
                    }
                );
                if (refused is not null)
                {
                    return MeetingRefusals.AccountTaken;
                }

                await AuditLog.Record(work, staffId, "leading-group.member-added", Subject, id, now);
                return new GroupMember
                {
                    Id = id,
                    Name = name,
                    Unit = unit,
                    StaffId = accountId,
                    IsKnownByPhone = phone is not null,
                    IsMember = true,
                    Version = 1,
                };
            },
            cancellationToken
        );
    }

    /// <summary>What meetings already opened were told stays as it was.</summary>
    /// <param name="phone">Null leaves what is on record.</param>
    public Task<Decision<GroupMember>> Change(
        Guid campaignId,
        GroupMember member,
        string? phone,
        Guid staffId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        const string hold =
            "SELECT version, phone_index IS NOT NULL AS is_known_by_phone FROM leading_group_members WHERE id = @Id AND campaign_id = @campaignId FOR UPDATE";
        const string taken =
            "SELECT COUNT(*) FROM leading_group_members WHERE campaign_id = @campaignId AND staff_id = @StaffId AND id <> @Id FOR UPDATE";
        const string change = """
            UPDATE leading_group_members
            SET name = @Name, unit = @Unit, staff_id = @StaffId, phone_index = COALESCE(@PhoneIndex, phone_index),
                worker_key = COALESCE(@WorkerKey, worker_key), is_member = @IsMember, version = version + 1
            WHERE id = @Id
            """;
        return db.Write<GroupMember>(
            async work =>
            {
                if (await work.FirstOrNothing<GroupMember>(hold, new { member.Id, campaignId }) is not { } held)
                {
                    return RequestRefusals.NotFound;
                }

                if (held.Version != member.Version)
                {
                    return RequestRefusals.VersionStale;
                }

                if (!await MayVote(work, member.StaffId))
                {
                    return NoSuchAccount;
                }

                if (
                    member.StaffId is not null
                    && await work.FirstOrNothing<long>(
                        taken,
                        new
                        {
                            campaignId,
                            member.StaffId,
                            member.Id,
                        }
                    ) > 0
                )
                {
                    return MeetingRefusals.AccountTaken;
                }

                await work.Execute(
                    change,
                    new
                    {
                        member.Name,
                        member.Unit,
                        member.StaffId,
                        PhoneIndex = phone is null ? null : blindIndex.OfPhone(phone),
                        WorkerKey = phone is null ? null : blindIndex.OfWorker(member.Name, phone),
                        member.IsMember,
                        member.Id,
                    }
                );
                await AuditLog.Record(
                    work,
                    staffId,
                    "leading-group.member-changed",
                    Subject,
                    member.Id,
                    now,
                    new { saidPhone = phone is not null }
                );
                return member with
                {
                    IsKnownByPhone = phone is not null || held.IsKnownByPhone,
                    Version = held.Version + 1,
                };
            },
            cancellationToken
        );
    }

    private static Refusal NoSuchAccount =>
        RequestRefusals.Malformed.About("staffId", "没有这个账号，或者它不是领导小组成员的账号。");

    private static async Task<bool> MayVote(Work work, Guid? accountId)
    {
        const string sql = """
            SELECT COUNT(*)
            FROM staff s
            JOIN staff_roles r ON r.staff_id = s.id AND r.role = @Role
            WHERE s.id = @accountId AND s.disabled_at IS NULL
            """;
        return accountId is null
            || await work.FirstOrNothing<long>(sql, new { accountId, Role = nameof(StaffRole.LeadingGroupMember) })
                == 1;
    }
}
