using Craftsman.Load;

return args switch
{
    ["votes", .. var rest] => await VotesBench.Run(Report.For(rest)),
    ["reads", .. var rest] => await ReadsBench.Run(Report.For(rest)),
    ["attack", .. var rest] => await AttackBench.Run(Report.For(rest), NumberAfter("--seed", rest) ?? 1),
    ["merge", .. var rest] => await MergeBench.Run(Report.For(rest), NumberAfter("--votes", rest) ?? 100_000),
    ["push", .. var rest] => await PushBench.Run(Report.For(rest)),
    ["review", .. var rest] => await ReviewBench.Run(Report.For(rest), rest),
    ["similar", .. var rest] => await SimilarBench.Run(Report.For(rest), rest),
    ["public", .. var rest] => await PublicBench.Run(Report.For(rest)),
    ["soak", .. var rest] => await SoakBench.Run(Report.For(rest)),
    _ => Usage(),
};

static int? NumberAfter(string name, string[] arguments) =>
    Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
        ? int.Parse(arguments[at + 1], System.Globalization.CultureInfo.InvariantCulture)
        : null;

static int Usage()
{
    Console.Error.WriteLine(
        "./bench.sh votes|reads|public|push|soak [--json] | review [--assign-only] [--json] | attack [--seed N] [--json] | merge [--votes N] [--json] | similar [--input FILE] [--aliases FILE] [--half tuning|kept] [--seed N] [--quality-only] [--show] [--write FILE] [--json]"
    );
    return 2;
}
