namespace Craftsman.Infrastructure.RateLimiting;

/// <summary>The same rule as gcra.lua, kept in this process. Keys whose burst is whole again are dropped every ten seconds.</summary>
public sealed class LocalGcra
{
    private const long SweepEveryMicroseconds = 10_000_000;

    private readonly Dictionary<(string Policy, string Key), long> arrivals = [];
    private readonly Lock gate = new();
    private long sweepFrom;

    /// <summary>Takes from all keys of a request, or from none when one of them refuses.</summary>
    /// <param name="now">Microseconds of any clock that only goes forward.</param>
    public RateAnswer[] Ask(IReadOnlyList<RateQuestion> questions, long now)
    {
        lock (gate)
        {
            Sweep(now);
            var isAllowed = questions.All(question => Allows(question, now));
            var answers = new RateAnswer[questions.Count];
            for (var at = 0; at < answers.Length; at++)
            {
                var question = questions[at];
                var arrival = ArrivalOf(question, now);
                if (isAllowed)
                {
                    arrival += question.Policy.IntervalMicroseconds;
                    arrivals[(question.Policy.Name, question.Key)] = arrival;
                }

                answers[at] = question.Policy.Answer(
                    isAllowed || Allows(question, now) ? arrival - now : now - arrival - 1
                );
            }

            return answers;
        }
    }

    private bool Allows(RateQuestion question, long now) =>
        ArrivalOf(question, now) + question.Policy.IntervalMicroseconds - now
        <= question.Policy.IntervalMicroseconds * question.Policy.Burst;

    private long ArrivalOf(RateQuestion question, long now) =>
        Math.Max(arrivals.GetValueOrDefault((question.Policy.Name, question.Key), now), now);

    private void Sweep(long now)
    {
        if (now < sweepFrom)
        {
            return;
        }

        sweepFrom = now + SweepEveryMicroseconds;
        foreach (var (key, _) in arrivals.Where(arrival => arrival.Value <= now).ToList())
        {
            arrivals.Remove(key);
        }
    }
}
