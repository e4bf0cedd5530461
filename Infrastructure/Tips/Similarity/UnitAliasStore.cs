using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Tips;
using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Audit;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>Writes what staff teach about names of units. Nothing is learned without them.</summary>
public static class UnitAliasStore
{
    private const string Subject = "unit-alias";

    public static async Task<Decision<Guid>> TryAdd(
        Work work,
        string unit,
        string alias,
        Guid staffId,
        DateTimeOffset now
    )
    {
        const string sql = """
            INSERT INTO unit_aliases (id, unit, alias, pair_key, added_by, added_at)
            VALUES (@id, @unit, @alias, @PairKey, @staffId, @now)
            """;
        if (UnitAliases.KeyOf(unit) == UnitAliases.KeyOf(alias))
        {
            return TipRefusals.UnitAliasSame;
        }

        var id = Guid.CreateVersion7(now);
        var refusedBy = await work.InsertUnlessDuplicate(
            sql,
            new
            {
                id,
                unit,
                alias,
                PairKey = PairKeyOf(unit, alias),
                staffId,
                now,
            }
        );
        if (refusedBy is not null)
        {
            return TipRefusals.UnitAliasKnown;
        }

        await AuditLog.Record(work, staffId, "unit-alias.added", Subject, id, now);
        return id;
    }

    public static async Task<Decision<Guid>> Remove(Work work, Guid id, Guid staffId, DateTimeOffset now)
    {
        if (await work.Execute("DELETE FROM unit_aliases WHERE id = @id", new { id }) == 0)
        {
            return RequestRefusals.NotFound;
        }

        await AuditLog.Record(work, staffId, "unit-alias.removed", Subject, id, now);
        return id;
    }

    private static byte[] PairKeyOf(string unit, string alias)
    {
        string[] names = [UnitAliases.KeyOf(unit), UnitAliases.KeyOf(alias)];
        Array.Sort(names, StringComparer.Ordinal);
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names)));
    }
}
