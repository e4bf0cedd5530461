using Craftsman.Api.Http;
using Craftsman.Domain;
using Craftsman.Domain.Meetings;
using Craftsman.Infrastructure.Meetings;

namespace Craftsman.Api.Meetings;

/// <summary>What a meeting is planned with.</summary>
public static class MeetingForm
{
    /// <summary>How many cases one meeting is asked about at most.</summary>
    public const int MostCases = 200;

    /// <param name="CaseId">案卷</param>
    /// <param name="Kind">Decision 审定；Revocation 撤销认定</param>
    public sealed record Item([property: Needed] Guid? CaseId, [property: Needed] AgendaKind? Kind);

    public static Decision<AgendaItem[]> Read(IReadOnlyList<Item> agenda)
    {
        AgendaItem[] items = [.. agenda.Select(item => new AgendaItem(item.CaseId!.Value, item.Kind!.Value))];
        return items.DistinctBy(item => item.CaseId).Count() == items.Length
            ? items
            : RequestRefusals.Malformed.About("agenda", "同一份案卷只能列入一次。");
    }
}
