namespace Craftsman.Domain.Campaigns;

/// <summary>What the notice leaves to whoever runs an edition, for the stages from the experts on (五, 七).</summary>
/// <param name="PanelSize">How many experts a panel has at least.</param>
/// <param name="ExpertsPerCase">How many experts score a case.</param>
/// <param name="CasesPerExpert">How many cases an expert is given at most.</param>
/// <param name="TrimsScores">Whether a case's highest and lowest score are dropped before the mean that ranks is taken.</param>
/// <param name="NoticeWorkingDays">How many working days a public notice stands at least.</param>
/// <param name="Quorum">Which share of the leading group must be present.</param>
/// <param name="PassShare">Which share of those present and not recused must agree.</param>
/// <param name="FillsVacatedPlaces">Whether a place that was given and lost again may be given to another (二).</param>
/// <param name="PrizeYuan">七: the one-time prize of a laureate.</param>
public sealed record ReviewTerms(
    int PanelSize,
    int ExpertsPerCase,
    int CasesPerExpert,
    bool TrimsScores,
    int NoticeWorkingDays,
    Share Quorum,
    Share PassShare,
    bool FillsVacatedPlaces,
    int PrizeYuan
)
{
    /// <summary>What holds until an edition says otherwise.</summary>
    public static ReviewTerms Usual { get; } = new(5, 3, 60, true, 5, new Share(2, 3), new Share(2, 3), false, 20_000);
}

/// <summary>A share such as two thirds, exact.</summary>
public sealed record Share(int Numerator, int Denominator)
{
    /// <summary>Whether part is at least this share of the whole; of nothing it never is.</summary>
    public bool IsReachedBy(int part, int whole) => whole > 0 && part * Denominator >= whole * Numerator;
}
