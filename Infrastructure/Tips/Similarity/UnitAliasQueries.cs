using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>A confirmed pair of names of one unit.</summary>
public sealed record UnitAlias
{
    public Guid Id { get; init; }
    public string Unit { get; init; } = "";
    public string Alias { get; init; } = "";
    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>Reads the names of units that staff confirmed.</summary>
public sealed class UnitAliasQueries(Db db)
{
    /// <summary>A page of them, the youngest first.</summary>
    public Task<IReadOnlyList<UnitAlias>> List(Guid? before, int take, CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT id, unit, alias, added_at
            FROM unit_aliases
            WHERE id < @before
            ORDER BY id DESC
            LIMIT @take
            """;
        return db.List<UnitAlias>(sql, new { before = before ?? Guid.AllBitsSet, take }, cancellationToken);
    }
}
