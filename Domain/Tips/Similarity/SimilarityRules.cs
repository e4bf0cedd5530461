namespace Craftsman.Domain.Tips.Similarity;

/// <summary>What is told about one worker, made ready to be compared.</summary>
/// <param name="District">Empty where it is not told, as of the trade.</param>
/// <param name="Contact">The blind index of the worker's phone, in letters; null where none is told.</param>
public sealed record ToldWorker(
    PersonName Name,
    UnitName Unit,
    string District,
    string Trade,
    Story Story,
    string? Contact = null
)
{
    /// <summary>No employer is told, only where they are found; <see cref="Unit"/> is that place then.</summary>
    public bool IsOfAPlace { get; init; }

    /// <param name="place">Where somebody without an employer is found.</param>
    public static ToldWorker Of(
        string name,
        string? workUnit,
        string? place = null,
        string? district = null,
        string? trade = null,
        string? story = null,
        string? contact = null
    ) =>
        new(
            PersonName.Of(name),
            UnitName.Of(workUnit ?? place),
            district ?? "",
            trade ?? "",
            string.IsNullOrEmpty(story) ? Story.None : Story.Of(story, name, workUnit),
            contact
        )
        {
            IsOfAPlace = string.IsNullOrEmpty(workUnit) && !string.IsNullOrEmpty(place),
        };
}

/// <summary>How likely two tellings are about one worker, and why.</summary>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Reasons">The parts of the score in words, those for it and those against.</param>
public sealed record Likeness(double Score, IReadOnlyList<string> Reasons)
{
    public static readonly Likeness None = new(0, []);
}

/// <summary>
/// Whether two tips are about one worker. Each part speaks for it or against it with a weight, and the sum becomes a score; but names
/// that are those of two people (<see cref="NameMatch"/>) are never brought together, whatever the rest says.
/// </summary>
/// <remarks>
/// The weights are those of odds: a unit speaks louder than a district, since many who are named alike live in one district and few work
/// in one unit. A same name in another unit needs district, trade and a story that agree; two branches need more than there usually is.
/// </remarks>
public static class SimilarityRules
{
    /// <summary>From here on two tips are proposed as being about one worker.</summary>
    public const double Together = 0.5;

    /// <summary>From here on a reviewer is shown the other.</summary>
    public const double WorthALook = 0.2;

    /// <summary>From here on a citizen is told, who has given only a name and perhaps a unit.</summary>
    public const double WorthAHint = 0.3;

    private const double Beforehand = -1.6;
    private const double LikelyStory = 0.3;

    /// <summary>Two people describe one stall each in their own words; so it speaks against them less than two employers do.</summary>
    private const double TwoPlaces = -1;

    public static Likeness Compare(ToldWorker one, ToldWorker other, UnitAliases aliases, StoryWeights weights) =>
        Compare(one, other, () => UnitMatch.Of(one.Unit, other.Unit, aliases), weights);

    /// <param name="unitMatch">The two units compared, for who compares with many of the same unit. Not asked where the names differ.</param>
    public static Likeness Compare(ToldWorker one, ToldWorker other, Func<UnitMatch> unitMatch, StoryWeights weights)
    {
        var name = NameMatch.Of(one.Name, other.Name);
        if (name.Kind == NameKinship.None)
        {
            return Likeness.None;
        }

        var unit = unitMatch();
        var areTwoPlaces = unit.Kind == UnitKinship.Different && (one.IsOfAPlace || other.IsOfAPlace);
        var odds = Beforehand + OddsOf(name) + (areTwoPlaces ? TwoPlaces : OddsOf(unit));
        List<string> reasons = [name.Words, areTwoPlaces ? "工作地点写法不同" : unit.Words];
        odds += OddsOf(one.District, other.District, 0.6, -0.8, "同区县", "区县不同", reasons);
        odds += OddsOf(one.Trade, other.Trade, 0.6, -0.7, "同专业领域", "专业领域不同", reasons);
        if (one.Contact is not null && other.Contact is not null)
        {
            odds += one.Contact == other.Contact ? 5 : -0.3;
            reasons.Add(one.Contact == other.Contact ? "联系电话相同" : "联系电话不同");
        }

        if (one.Story.Pairs.Length > 0 && other.Story.Pairs.Length > 0)
        {
            var story = weights.Likeness(one.Story, other.Story);
            odds += Math.Clamp(8 * (story - 0.06), -0.5, 4);
            if (story >= LikelyStory)
            {
                reasons.Add("事迹相近");
            }
        }

        return new Likeness(Math.Round(1 / (1 + Math.Exp(-odds)), 3), reasons);
    }

    private static double OddsOf(NameMatch name) =>
        name.Kind switch
        {
            NameKinship.Same => 1,
            NameKinship.SoundAlike => (3.2 * name.Strength) - 2.4,
            NameKinship.LookAlike => (4 * name.Strength) - 3.1,
            _ => (5 * name.Strength) - 4.4,
        };

    private static double OddsOf(UnitMatch unit) =>
        unit.Kind switch
        {
            UnitKinship.Same => 3,
            UnitKinship.Abbreviation => 2.4,
            UnitKinship.Near => 2.2,
            UnitKinship.Related => 0,
            UnitKinship.Unknown => 0.2,
            UnitKinship.Different => -2.4,
            _ => -4,
        };

    private static double OddsOf(
        string one,
        string other,
        double equal,
        double different,
        string equalWords,
        string differentWords,
        List<string> reasons
    )
    {
        if (one == "" || other == "")
        {
            return 0;
        }

        reasons.Add(one == other ? equalWords : differentWords);
        return one == other ? equal : different;
    }
}
