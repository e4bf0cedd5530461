using System.Text;

namespace Craftsman.Tests.Support;

/// <summary>
/// Keeps what this process writes to its standard output meanwhile, the log of the instances among it, and writes it on. For logs of an
/// instance whose clock is set, which a process of its own cannot be.
/// </summary>
public sealed class StandardOutput : IDisposable
{
    private readonly TextWriter before = Console.Out;
    private readonly Copying copying;

    public StandardOutput()
    {
        copying = new Copying(before);
        Console.SetOut(copying);
    }

    public string Text => copying.Text;

    public void Dispose()
    {
        Console.SetOut(before);
        copying.Dispose();
    }

    private sealed class Copying(TextWriter on) : TextWriter
    {
        private readonly Lock gate = new();
        private readonly StringBuilder kept = new();

        public override Encoding Encoding => on.Encoding;

        public string Text
        {
            get
            {
                lock (gate)
                {
                    return kept.ToString();
                }
            }
        }

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            lock (gate)
            {
                kept.Append(value);
            }

            on.Write(value);
        }

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));
    }
}
