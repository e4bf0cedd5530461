namespace Craftsman.Infrastructure.Demo;

/// <summary>
/// Forty invented workers and the hundred and twenty tips about them. No person, company or event is real.
/// <para>
/// Some are hard to tell apart on purpose, so that merging shows its worth: two 陈建华 (a lift mechanic, a carpenter) and two 徐丽, both in
/// health care; father and son 沈 in one umbrella workshop; 俞国平 and 俞国强 in one steel works; 姚玉芳 and 姚玉芬; 李晓燕 and 李小燕, each of whom
/// one citizen spells like the other. Against these stand the same worker spelt differently, such as 王海滨, 王海斌 and 王海宾.
/// </para>
/// </summary>
public static partial class DemoWorkers
{
    public static IReadOnlyList<DemoWorker> All { get; } =
    [.. OldTownAndCanal(), .. WestLakeAndRiver(), .. XiaoshanAndYuhang(), .. LinpingAndQiantang(), .. Hills()];
}
