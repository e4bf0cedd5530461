using System.Diagnostics.CodeAnalysis;

namespace Craftsman.Domain;

/// <summary>What a rule answered: what it granted, or why it refused. Rules return it; exceptions stay for bugs and for dependencies that are down.</summary>
/// <typeparam name="T">What is granted.</typeparam>
public readonly struct Decision<T>
    where T : notnull
{
    private readonly T? granted;
    private readonly Refusal? refusal;

    private Decision(T? granted, Refusal? refusal)
    {
        this.granted = granted;
        this.refusal = refusal;
    }

    /// <summary>True when the rule said no; exactly one of the two out values is then set.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? why, [NotNullWhen(false)] out T? value)
    {
        if (refusal is null && granted is null)
        {
            throw new InvalidOperationException("A decision that was never made.");
        }

        why = refusal;
        value = granted;
        return refusal is not null;
    }

    /// <summary>True when the rule said no, for callers that need nothing of what would have been granted.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? why) => IsRefused(out why, out _);

    /// <summary>The same answer about something made from what was granted.</summary>
    public Decision<TOther> Then<TOther>(Func<T, TOther> next)
        where TOther : notnull => IsRefused(out var why, out var value) ? why : next(value);

    public static implicit operator Decision<T>(T value) => new(value, null);

    public static implicit operator Decision<T>(Refusal refusal) => new(default, refusal);
}
