using System.Data;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Craftsman.Api.Http;
using Craftsman.Api.Identity;
using Craftsman.Api.Operations;
using Craftsman.Domain;
using Craftsman.Load;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;

[assembly: HostingStartup(typeof(BaselineRoutes))]

namespace Craftsman.Load;

/// <summary>
/// What our routes are compared with, in the same process and behind the same pipeline. The service knows nothing of it: the runtime
/// loads this assembly beside it when the bench says so.
/// </summary>
public sealed class BaselineRoutes : IHostingStartup, IStartupFilter
{
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Map(
                "/bench",
                bench =>
                {
                    // As in Program.cs.
                    bench.Use(ArrivedAt.Stamp);
                    bench.UseForwardedHeaders();
                    bench.UseRequestLogs();
                    bench.UseExceptionHandler();
                    bench.UseStatusCodePages();
                    bench.UseRouting();
                    bench.Use(PrivateAnswers.Mark);
                    bench.UseAuthentication();
                    bench.UseAuthorization();
                    bench.UseEndpoints(Map);
                }
            );
            next(app);
        };

    private static void Map(IEndpointRouteBuilder routes)
    {
        var citizens = routes
            .MapGroup("")
            .RequireAuthorization(AccessTokens.CitizenScheme)
            .LimitWrites()
            .DisableValidation();
        citizens.MapPost("/floor/{id}", Floor);
        citizens.MapPost("/naive/{id}", NaiveVote);
        routes.MapPut("/static/{name}", StaticAnswers.Keep);
        foreach (var name in StaticAnswers.Names)
        {
            citizens.MapGet($"/static/{name}", context => StaticAnswers.Write(context, name)).AllowAnonymous();
        }
    }

    /// <summary>Everything a vote needs but the database.</summary>
    private static Created<Response> Floor(OpaqueId id, CitizenCaller citizen) =>
        TypedResults.Created(
            (string?)null,
            new Response(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(15)), 2, ChinaDay.Of(citizen.Now))
        );

    /// <summary>The transaction most would write: SELECT, INSERT, UPDATE of a counter, COMMIT.</summary>
    private static async Task<IResult> NaiveVote(OpaqueId id, CitizenCaller citizen, MySqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        var day = ChinaDay.Of(citizen.Now);
        var voterKey = SHA256.HashData(citizen.Id.ToByteArray());
        var used = await connection.ExecuteScalarAsync<int>(NaiveSql.Count, new { voterKey, day }, transaction);
        if (used >= 3)
        {
            return TypedResults.Conflict();
        }

        var receipt = RandomNumberGenerator.GetBytes(15);
        await connection.ExecuteAsync(
            NaiveSql.Add,
            new
            {
                voteId = Guid.CreateVersion7(citizen.Now),
                candidateId = id.Value,
                voterKey,
                day,
                slot = used + 1,
                citizen.Now,
                receipt,
                left = 2 - used,
            },
            transaction
        );
        await connection.ExecuteAsync(NaiveSql.Raise, new { candidateId = id.Value }, transaction);
        await transaction.CommitAsync();
        return TypedResults.Created((string?)null, new Response(Convert.ToHexStringLower(receipt), 2 - used, day));
    }

    private sealed record Response(string Receipt, int VotesLeftToday, DateOnly Day);
}

/// <summary>The SQL of the naive vote, on tables with the columns and keys of ours.</summary>
internal static class NaiveSql
{
    public const string Tables = """
        CREATE TABLE naive_votes LIKE votes;
        CREATE TABLE naive_tallies LIKE candidate_tallies;
        INSERT INTO naive_tallies SELECT * FROM candidate_tallies;
        """;

    public const string Count = "SELECT COUNT(*) FROM naive_votes WHERE voter_key = @voterKey AND day = @day";

    public const string Add = """
        INSERT INTO naive_votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left)
        VALUES (@voteId, @candidateId, @voterKey, @day, @slot, 'Counted', @Now, @receipt, @left)
        """;

    public const string Raise = "UPDATE naive_tallies SET standing = standing + 1 WHERE candidate_id = @candidateId";
}
