using Craftsman.Load;

return args switch
{
    ["votes", .. var rest] => await VotesBench.Run(Report.For(rest)),
    ["reads", .. var rest] => await ReadsBench.Run(Report.For(rest)),
    ["push", .. var rest] => await PushBench.Run(Report.For(rest)),
    ["soak", .. var rest] => await SoakBench.Run(Report.For(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("./bench.sh votes|reads|push|soak [--json]");
    return 2;
}
