namespace Craftsman.Infrastructure;

/// <summary>
/// Answers many waiting callers at once. Each caller's continuation writes a response; one hand-over to the thread pool for each would cost
/// more than the response, and all of them one after the other would keep a core idle.
/// </summary>
internal static class Answers
{
    private const int Together = 16;

    /// <summary>Runs the answers on the thread pool, some in a row.</summary>
    public static void Give<T>(IReadOnlyList<T> callers, Action<T> answer)
    {
        for (var from = 0; from < callers.Count; from += Together)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static state =>
                {
                    var to = Math.Min(state.from + Together, state.callers.Count);
                    for (var at = state.from; at < to; at++)
                    {
                        state.answer(state.callers[at]);
                    }
                },
                (callers, answer, from),
                preferLocal: false
            );
        }
    }
}
