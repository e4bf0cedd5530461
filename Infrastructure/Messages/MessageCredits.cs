using Craftsman.Domain.Messages;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Messages;

/// <summary>What a citizen agreed to be sent, as a number of messages of each template.</summary>
public sealed class MessageCredits(Db db)
{
    private const string CreditsSql = "SELECT template_id, credits FROM message_credits WHERE citizen_id = @citizenId";

    /// <summary>One more message of a template. Who accepts several goes in the order of their ids.</summary>
    public static Task<int> Accept(Work work, Guid citizenId, string templateId, MessageKind kind)
    {
        const string sql = """
            INSERT INTO message_credits (citizen_id, template_id, kind, credits)
            VALUES (@citizenId, @templateId, @Kind, 1)
            ON DUPLICATE KEY UPDATE kind = @Kind, credits = LEAST(credits + 1, @MostCredits)
            """;
        return work.Execute(
            sql,
            new
            {
                citizenId,
                templateId,
                Kind = kind.ToString(),
                MessageRules.MostCredits,
            }
        );
    }

    public static async Task<IReadOnlyDictionary<string, int>> Of(Work work, Guid citizenId) =>
        ByTemplate(await work.List<Row>(CreditsSql, new { citizenId }));

    public async Task<IReadOnlyDictionary<string, int>> Of(Guid citizenId, CancellationToken cancellationToken) =>
        ByTemplate(await db.List<Row>(CreditsSql, new { citizenId }, cancellationToken));

    private static Dictionary<string, int> ByTemplate(IReadOnlyList<Row> rows) =>
        rows.ToDictionary(row => row.TemplateId, row => row.Credits);

    private sealed record Row
    {
        public string TemplateId { get; init; } = "";
        public int Credits { get; init; }
    }
}
