using System.Collections.Immutable;
using System.Text;

namespace Craftsman.Tests.Support;

/// <summary>
/// Keeps what this process writes to its standard output meanwhile, the log of the instances among it, and writes it on. For logs of an
/// instance whose clock is set, which a process of its own cannot be. Several can listen at once.
/// </summary>
public sealed class StandardOutput : IDisposable
{
    private static ImmutableList<StandardOutput> listeners = [];
    private readonly StringBuilder kept = new();

    // Once and for good: whoever put the writer before theirs back would take away the one that somebody else set meanwhile.
    static StandardOutput() => Console.SetOut(new Copying(Console.Out));

    public StandardOutput() => ImmutableInterlocked.Update(ref listeners, all => all.Add(this));

    public string Text
    {
        get
        {
            lock (kept)
            {
                return kept.ToString();
            }
        }
    }

    public void Dispose() => ImmutableInterlocked.Update(ref listeners, all => all.Remove(this));

    private sealed class Copying(TextWriter on) : TextWriter
    {
        public override Encoding Encoding => on.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            foreach (var listener in listeners)
            {
                lock (listener.kept)
                {
                    listener.kept.Append(value);
                }
            }

            on.Write(value);
        }

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));
    }
}
