using Craftsman.Domain.Candidates;
using Craftsman.Domain.Review;

namespace Craftsman.Domain.Honours;

/// <summary>A laureate as a rule sees them, read under the row's lock.</summary>
/// <param name="Stage">Of the case; Revoked once a meeting took the recognition back.</param>
/// <param name="HasConsent">The worker's own word to be shown, on record and not withdrawn (law 7).</param>
public sealed record LaureateFacts(
    Stage Stage,
    int Version,
    DateOnly RecognisedOn,
    DateOnly? PrizePaidOn,
    string? Story,
    bool HasConsent
);

/// <summary>What the office records about what goes with the title (七).</summary>
/// <param name="MedalOn">The day the medal was handed over.</param>
/// <param name="PrizePaidOn">The day the prize was paid; null while it is due.</param>
/// <param name="MayDayReason">Which condition of 杭州市五一劳动奖章 is met; null where none is.</param>
/// <param name="RecuperatedOn">The day the priority for recuperation was used.</param>
public sealed record LaureateHonours(
    DateOnly? MedalOn,
    DateOnly? PrizePaidOn,
    string? MayDayReason,
    DateOnly? RecuperatedOn
);

/// <summary>七, 八(一): what may be done about a laureate.</summary>
public static class LaureateRules
{
    public static Refusal? Record(LaureateFacts facts, int version, LaureateHonours honours, DateOnly today)
    {
        if (Standing(facts, version) is { } refusal)
        {
            return refusal;
        }

        if (facts.PrizePaidOn is { } paid && honours.PrizePaidOn != paid)
        {
            return HonourRefusals.PrizeAlreadyPaid;
        }

        var errors = new Dictionary<string, string[]>();
        (string Field, DateOnly? Day)[] days =
        [
            ("medalOn", honours.MedalOn),
            ("prizePaidOn", honours.PrizePaidOn),
            ("recuperatedOn", honours.RecuperatedOn),
        ];
        foreach (var (field, day) in days)
        {
            if (day < facts.RecognisedOn || day > today)
            {
                errors[field] = ["日期应在认定之后，不晚于今天。"];
            }
        }

        return errors.Count > 0 ? RequestRefusals.Malformed.About(errors) : null;
    }

    /// <summary>A story may be written of whoever is a laureate; it is nobody's to read yet.</summary>
    public static Refusal? Tell(LaureateFacts facts, int version) => Standing(facts, version);

    /// <summary>Law 7: nobody is shown without their own word.</summary>
    public static Refusal? Publish(LaureateFacts facts, int version) =>
        Standing(facts, version)
        ?? (
            facts.Story is null ? HonourRefusals.StoryMissing
            : !facts.HasConsent ? CandidateRefusals.ConsentMissing
            : null
        );

    /// <summary>Always possible.</summary>
    public static Refusal? Unpublish(LaureateFacts facts, int version) =>
        facts.Version != version ? RequestRefusals.VersionStale : null;

    public static PrizeState Prize(Stage stage, DateOnly? paidOn) =>
        paidOn is not null ? PrizeState.Paid
        : stage == Stage.Recognised ? PrizeState.Due
        : PrizeState.Cancelled;

    private static Refusal? Standing(LaureateFacts facts, int version) =>
        facts.Version != version ? RequestRefusals.VersionStale
        : facts.Stage != Stage.Recognised ? HonourRefusals.Revoked
        : null;
}
