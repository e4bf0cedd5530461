namespace Craftsman.Domain.Applications;

/// <summary>周岁 and years of work, by the readings a rule carries: when a year is full, and what stands for 29 February.</summary>
internal static class Anniversaries
{
    /// <summary>The full years from one day to another; negative when the first lies later.</summary>
    public static int FullYears(DateOnly from, DateOnly asOf, EligibilityRule rule)
    {
        var years = asOf.Year - from.Year;
        var anniversary = Of(from, years, rule);
        var isFull = YearFullOf(rule) == YearFull.OnTheAnniversary ? anniversary <= asOf : anniversary < asOf;

        return isFull ? years : years - 1;
    }

    /// <summary>The first day on which so many years are full; null beyond the calendar.</summary>
    public static DateOnly? FullOn(DateOnly from, int years, EligibilityRule rule)
    {
        if (from.Year + years >= DateOnly.MaxValue.Year)
        {
            return null;
        }

        return Of(from, years, rule).AddDays(YearFullOf(rule) == YearFull.OnTheAnniversary ? 0 : 1);
    }

    public static int BoundOf(EligibilityRule rule) => rule.Bound ?? throw Lacks(rule, nameof(rule.Bound));

    private static DateOnly Of(DateOnly from, int years, EligibilityRule rule)
    {
        // AddYears answers 28 February where there is no 29th.
        var anniversary = from.AddYears(years);

        return anniversary.Day != from.Day && LeapDayOf(rule) == LeapDay.FirstOfMarch
            ? anniversary.AddDays(1)
            : anniversary;
    }

    private static YearFull YearFullOf(EligibilityRule rule) =>
        rule.YearFull ?? throw Lacks(rule, nameof(rule.YearFull));

    private static LeapDay LeapDayOf(EligibilityRule rule) => rule.LeapDay ?? throw Lacks(rule, nameof(rule.LeapDay));

    private static InvalidOperationException Lacks(EligibilityRule rule, string parameter) =>
        new($"Rule {rule.RuleId} of version {rule.RuleVersion} lacks its {parameter}.");
}
