using Craftsman.Load;

return args switch
{
    ["votes", .. var rest] => await VotesBench.Run(Report.For(rest)),
    ["reads", .. var rest] => await ReadsBench.Run(Report.For(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("./bench.sh votes|reads [--json]");
    return 2;
}
