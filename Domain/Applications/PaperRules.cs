namespace Craftsman.Domain.Applications;

/// <summary>The signed copies of a 申报表 (附件: 一式两份).</summary>
public static class PaperRules
{
    public const int Copies = 2;

    /// <summary>
    /// A copy of another version is received too, for it lies on the desk; that it does not match goes on record with it. Of one version
    /// there are never more than two.
    /// </summary>
    /// <param name="received">Copies of this version that came before.</param>
    /// <returns>How many there are now.</returns>
    public static Decision<int> Receive(ApplicationState state, int received, int copies)
    {
        if (state == ApplicationState.Withdrawn)
        {
            return ApplicationRefusals.Withdrawn;
        }

        return received + copies > Copies ? ApplicationRefusals.PaperComplete : received + copies;
    }
}
