using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Craftsman.Tests.Support;

/// <summary>Collects whatever spans and metrics of this process hold, for tests of what must not be in them.</summary>
public sealed class Telemetry : IDisposable
{
    private readonly ConcurrentBag<string> seen = [];
    private readonly ActivityListener spans;
    private readonly MeterListener metrics;

    public Telemetry()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                seen.Add($"{span.DisplayName} {span.StatusDescription}");
                foreach (var (key, value) in span.TagObjects.Concat(span.Events.SelectMany(e => e.Tags)))
                {
                    seen.Add($"{key} {value}");
                }
            },
        };
        ActivitySource.AddActivityListener(spans);
        metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument),
        };
        metrics.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(tags));
        metrics.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(tags));
        metrics.SetMeasurementEventCallback<int>((_, _, tags, _) => Keep(tags));
        metrics.Start();
    }

    public string Text => string.Join('\n', seen);

    public void Dispose()
    {
        spans.Dispose();
        metrics.Dispose();
    }

    private void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
        {
            seen.Add($"{key} {value}");
        }
    }
}
