using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Craftsman.Domain;
using Craftsman.Domain.Applications;
using Craftsman.Domain.Identity;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Database;
using Craftsman.Infrastructure.Identity;
using Craftsman.Infrastructure.Tips.Similarity;
using Craftsman.Load.Similar;
using Dapper;
using Microsoft.Extensions.Options;
using MySqlConnector;

namespace Craftsman.Load;

/// <summary>A database of its own for one run, filled from outside the service.</summary>
internal sealed class BenchDatabase
{
    private const int RowsTogether = 1000;

    private BenchDatabase(string name)
    {
        ConnectionString = With(BenchServers.Database, name);
        MigratorConnectionString = With(BenchServers.Migrator, name);
    }

    public string ConnectionString { get; }

    public string MigratorConnectionString { get; }

    public Guid CampaignId { get; private set; }

    public static async Task<BenchDatabase> Create(SecretsOptions secrets)
    {
        var now = TimeProvider.System.GetUtcNow();
        var name = $"craftsman_test_{Guid.CreateVersion7(now):N}";
        await using (var server = new MySqlConnection(BenchServers.Migrator))
        {
            await server.ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        }

        DapperSetup.Apply();
        var database = new BenchDatabase(name);
        await MigrationRunner.Apply(database.MigratorConnectionString, TimeProvider.System, CancellationToken.None);
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(database.ConnectionString).ConnectionString
        );
        await new Db(source).Write<object>(
            async work =>
            {
                database.CampaignId = await CampaignSeed.Add(
                    work,
                    new DataCipher(Options.Create(secrets)),
                    "寻找我身边的杭州工匠（测速）",
                    1,
                    now
                );
                return new object();
            },
            CancellationToken.None
        );
        return database;
    }

    /// <summary>Published candidates, spread over districts and trades.</summary>
    public async Task<Guid[]> AddCandidates(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ids = Enumerable
            .Range(0, count)
            .Select(at => Guid.CreateVersion7(now.AddMilliseconds(at - count)))
            .ToArray();
        await Insert(
            "candidates (id, campaign_id, root_id, state, name, work_unit, district, trade, story, show_work_unit, created_at, published_at)",
            ids.Select(
                (id, at) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"({Hex(id)}, {Hex(CampaignId)}, {Hex(id)}, 'Published', '师傅{at}', '第{at % 997}机械厂', '{CampaignSeed.Districts[at % CampaignSeed.Districts.Count].Code}', '{CampaignSeed.Trades[at % CampaignSeed.Trades.Count].Code}', '从业三十年，手艺精湛，带出许多徒弟。', 1, NOW(6), '{now.AddSeconds(at - count):yyyy-MM-dd HH:mm:ss.ffffff}')"
                    )
            )
        );
        await Insert(
            "candidate_tallies (candidate_id, campaign_id)",
            ids.Select(id => $"({Hex(id)}, {Hex(CampaignId)})")
        );
        return ids;
    }

    /// <summary>The district of a tenth of the applications that <see cref="AddApplications"/> adds.</summary>
    public static string ExportedDistrict => CampaignSeed.Districts[0].Code;

    /// <summary>Submitted applications, each leading a case of its own, with a whole form; the first is the citizen's and has the photo.</summary>
    /// <returns>The citizen's.</returns>
    public async Task<Guid> AddApplications(int count, SecretsOptions secrets, Guid citizen, Guid photoId)
    {
        const int most = 600;
        var cipher = new DataCipher(Options.Create(secrets));
        var deeds = string.Concat(Enumerable.Repeat("从学徒到高级技师，他守着一台印染机，把手艺传给了徒弟。", 30))[
            ..most
        ];
        var candidates = await AddCandidates(count);
        var now = TimeProvider.System.GetUtcNow();
        var ids = candidates.Select((_, at) => Guid.CreateVersion7(now.AddMilliseconds(at - count))).ToArray();
        await Insert(
            "applications (id, campaign_id, channel, state, citizen_id, candidate_id, name, work_unit, trade, content, created_at, saved_at, submitted_at)",
            ids.Select(
                (id, at) =>
                {
                    var content = new ApplicationContent
                    {
                        Name = $"师傅{at}",
                        BirthDate = new DateOnly(1980, 5, 12),
                        EthnicGroup = "汉族",
                        PhotoId = at == 0 ? photoId.ToString() : null,
                        Trade = CampaignSeed.Trades[0].Code,
                        TitleOrSkillLevel = "高级技师",
                        Phone = "0571-87654321",
                        Mobile = string.Create(CultureInfo.InvariantCulture, $"139{at:D8}"),
                        Address = "上城区清河坊四十七号",
                        WorkUnit = $"第{at % 997}机械厂",
                        DeedsSummary = deeds,
                    };
                    var kept = cipher.Encrypt(
                        "applications.content",
                        JsonSerializer.Serialize(content, JsonSerializerOptions.Web)
                    );
                    return $"({Hex(id)}, {Hex(CampaignId)}, 'Self', 'Submitted', {(at == 0 ? Hex(citizen) : "NULL")}, {Hex(candidates[at])}, '{content.Name}', '{content.WorkUnit}', '{content.Trade}', x'{Convert.ToHexString(kept)}', NOW(6), NOW(6), NOW(6))";
                }
            )
        );
        await Insert(
            "cases (id, campaign_id, candidate_id, leading_application_id, stage, stage_since, district, trade, opened_at)",
            ids.Select(
                (id, at) =>
                    $"({Hex(Guid.CreateVersion7(now.AddMilliseconds(at - count)))}, {Hex(CampaignId)}, {Hex(candidates[at])}, {Hex(id)}, 'Submitted', NOW(6), '{CampaignSeed.Districts[at % 10 == 0 ? 0 : 1 + (at % (CampaignSeed.Districts.Count - 1))].Code}', '{CampaignSeed.Trades[0].Code}', NOW(6))"
            )
        );
        return ids[0];
    }

    /// <summary>Gives each candidate a story of its own; signs that SQL reads are not expected in it.</summary>
    public async Task TellStories(IReadOnlyList<Guid> candidates, Func<int, string> storyOf)
    {
        await Migrate("CREATE TABLE bench_stories (id BINARY(16) NOT NULL PRIMARY KEY, story TEXT NOT NULL)");
        await Insert(
            "bench_stories (id, story)",
            candidates.Select((id, at) => $"({Hex(id)}, {Text(storyOf(at), 4000)})")
        );
        await Migrate(
            """
            UPDATE candidates c JOIN bench_stories s ON s.id = c.id SET c.story = s.story;
            DROP TABLE bench_stories;
            """
        );
    }

    /// <summary>Votes of as many voters for these candidates, some of whom have a thousand times as many as others; and the tallies, counted.</summary>
    public async Task AddVotes(IReadOnlyList<Guid> candidates, int count)
    {
        await Migrate("CREATE TABLE bench_numbers (n INT NOT NULL PRIMARY KEY, candidate_id BINARY(16) NOT NULL)");
        await Insert("bench_numbers", candidates.Select((id, at) => $"({at}, {Hex(id)})"));
        for (var thousand = 0; thousand < count / 1000; thousand += 100)
        {
            await Migrate(
                $"""
                INSERT INTO votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left)
                SELECT UNHEX(LPAD(HEX(v.n), 32, '0')), c.candidate_id, UNHEX(LPAD(HEX(v.n), 64, '0')), '2026-01-01', 1,
                    'Counted', NOW(6), UNHEX(LPAD(HEX(v.n), 30, '0')), 2
                FROM (
                    SELECT (t.n + {thousand}) * 1000 + u.n AS n
                    FROM bench_numbers t
                    JOIN bench_numbers u ON u.n < 1000
                    WHERE t.n < {Math.Min(100, (count / 1000) - thousand)}
                ) v
                JOIN bench_numbers c ON c.n = FLOOR(POW(v.n * 0.6180339887498949 - FLOOR(v.n * 0.6180339887498949), 3) * {candidates.Count})
                """
            );
        }

        await Migrate(
            """
            UPDATE candidate_tallies y
            JOIN (SELECT candidate_id, COUNT(*) AS votes FROM votes GROUP BY candidate_id) v ON v.candidate_id = y.candidate_id
            SET y.standing = v.votes;
            DROP TABLE bench_numbers;
            """
        );
    }

    /// <summary>Citizens, each with a live session.</summary>
    public async Task<(Guid Citizen, Guid Session)[]> AddVoters(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var voters = Enumerable
            .Range(0, count)
            .Select(_ => (Citizen: Guid.CreateVersion7(now), Session: Guid.CreateVersion7(now)))
            .ToArray();
        await Insert(
            "citizens (id, openid, created_at)",
            voters.Select(voter => $"({Hex(voter.Citizen)}, 'bench-{voter.Citizen:N}', NOW(6))")
        );
        await Insert(
            "sessions (id, citizen_id, created_at, expires_at)",
            voters.Select(voter => $"({Hex(voter.Session)}, {Hex(voter.Citizen)}, NOW(6), NOW(6) + INTERVAL 30 DAY)")
        );
        return voters;
    }

    /// <summary>Votes as rows, counted.</summary>
    public async Task AddVotes(IReadOnlyList<BenchVote> votes)
    {
        await Insert(
            "votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left, network_key, account_age)",
            votes.Select(vote =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"({Hex(vote.Id)}, {Hex(vote.CandidateId)}, x'{Convert.ToHexString(vote.VoterKey)}', '{vote.Day:yyyy-MM-dd}', {vote.Slot}, 'Counted', '{vote.CastAt:yyyy-MM-dd HH:mm:ss.ffffff}', x'{Convert.ToHexString(RandomNumberGenerator.GetBytes(15))}', 0, x'{Convert.ToHexString(vote.NetworkKey)}', {vote.AccountAge})"
                )
            )
        );
        await Migrate(
            "UPDATE candidate_tallies SET standing = (SELECT COUNT(*) FROM votes v WHERE v.candidate_id = candidate_tallies.candidate_id)"
        );
    }

    /// <summary>Joined tips as rows, each citizen's first of the day.</summary>
    public Task AddTips(IEnumerable<(Guid Citizen, Guid Candidate)> tips)
    {
        var now = TimeProvider.System.GetUtcNow();
        return Insert(
            "tips (id, campaign_id, citizen_id, day, slot, state, candidate_id, name, work_unit, district, trade, story, relation, created_at)",
            tips.GroupBy(tip => tip.Citizen)
                .SelectMany(own => own.Select((tip, at) => (tip, Slot: at + 1)))
                .Select(each =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"({Hex(Guid.CreateVersion7(now))}, {Hex(CampaignId)}, {Hex(each.tip.Citizen)}, '{ChinaDay.Of(now):yyyy-MM-dd}', {each.Slot}, 'Joined', {Hex(each.tip.Candidate)}, '师傅', '第一机械厂', '330102', 'machinery', '从业三十年，手艺精湛。', '同事', NOW(6))"
                    )
                )
        );
    }

    /// <summary>The HMAC key by which voters are known.</summary>
    public async Task<byte[]> VoterKeySecret(SecretsOptions secrets)
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(ConnectionString).ConnectionString
        );
        var campaigns = new CampaignQueries(
            new Db(source),
            new DataCipher(Options.Create(secrets)),
            TimeProvider.System
        );
        return await campaigns.VoterKeySecret(CancellationToken.None);
    }

    /// <summary>A person with these roles and a password, as the service's own command makes them.</summary>
    public async Task AddStaff(string userName, string password, params StaffRole[] roles)
    {
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(ConnectionString).ConnectionString
        );
        await new Db(source).Write<object>(
            async work =>
            {
                await StaffStore.TryAdd(
                    work,
                    userName,
                    userName,
                    password,
                    roles,
                    [],
                    null,
                    false,
                    TimeProvider.System.GetUtcNow()
                );
                return new object();
            },
            CancellationToken.None
        );
    }

    /// <summary>Open tips as rows, in the order of the list; each submitter a citizen, who sent five a day. Codes and names the campaign does not know count as not told.</summary>
    public async Task<IReadOnlyList<Guid>> AddTips(IReadOnlyList<LabelledTip> tips)
    {
        var now = TimeProvider.System.GetUtcNow();
        var citizens = tips.Select(SubmitterOf).Distinct().ToDictionary(name => name, _ => Guid.CreateVersion7(now));
        await Insert(
            "citizens (id, openid, created_at)",
            citizens.Values.Select(id => $"({Hex(id)}, 'bench-{id:N}', NOW(6))")
        );
        var sent = new Dictionary<Guid, int>();
        var ids = tips.Select((_, at) => Guid.CreateVersion7(now.AddMilliseconds(at - tips.Count))).ToArray();
        await Insert(
            "tips (id, campaign_id, citizen_id, day, slot, state, name, work_unit, district, trade, story, relation, created_at)",
            tips.Select(
                (tip, at) =>
                {
                    var citizen = citizens[SubmitterOf(tip)];
                    var number = sent[citizen] = sent.GetValueOrDefault(citizen) + 1;
                    var district =
                        CampaignSeed
                            .Districts.FirstOrDefault(known => known.Code == tip.District || known.Name == tip.District)
                            ?.Code
                        ?? "";
                    var trade =
                        CampaignSeed
                            .Trades.FirstOrDefault(known => known.Code == tip.Trade || known.Name == tip.Trade)
                            ?.Code
                        ?? "";
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"({Hex(ids[at])}, {Hex(CampaignId)}, {Hex(citizen)}, '{new DateOnly(2026, 1, 1).AddDays(number / 5):yyyy-MM-dd}', {(number % 5) + 1}, 'Received', {Text(tip.Name, 40)}, {Text(tip.WorkUnit, 100)}, '{district}', '{trade}', {Text(tip.Story ?? "", 4000)}, '同事', NOW(6))"
                    );
                }
            )
        );
        return ids;

        static string SubmitterOf(LabelledTip tip) => tip.Submitter ?? tip.Id;
    }

    /// <summary>Published candidates, one for each of these tips.</summary>
    public async Task AddCandidatesLike(IReadOnlyList<LabelledTip> tips)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ids = tips.Select((_, at) => Guid.CreateVersion7(now.AddMilliseconds(at - tips.Count))).ToArray();
        await Insert(
            "candidates (id, campaign_id, root_id, state, name, work_unit, workplace, district, trade, story, show_work_unit, created_at, published_at)",
            tips.Select(
                (tip, at) =>
                    $"({Hex(ids[at])}, {Hex(CampaignId)}, {Hex(ids[at])}, 'Published', {Text(tip.Name, 40)}, {Text(tip.WorkUnit, 100)}, '{(tip.WorkUnit is null ? "街口" : "")}', '{tip.District}', '{tip.Trade}', {Text(tip.Story, 4000)}, 1, NOW(6), NOW(6))"
            )
        );
        await Insert(
            "candidate_tallies (candidate_id, campaign_id)",
            ids.Select(id => $"({Hex(id)}, {Hex(CampaignId)})")
        );
    }

    /// <summary>A tip reviewer of all districts with a live session.</summary>
    public async Task<(Guid Staff, Guid Session)> AddReviewer()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (staff, session) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await Insert(
            "staff (id, user_name, display_name, password_hash, must_change_password, created_at)",
            [$"({Hex(staff)}, 'reviewer-{staff:N}', '审核员', '-', 0, NOW(6))"]
        );
        await Insert("staff_roles (staff_id, role)", [$"({Hex(staff)}, 'TipReviewer')"]);
        await Insert(
            "sessions (id, staff_id, created_at, expires_at)",
            [$"({Hex(session)}, {Hex(staff)}, NOW(6), NOW(6) + INTERVAL 30 DAY)"]
        );
        return (staff, session);
    }

    /// <summary>Names of units that a reviewer confirmed.</summary>
    public async Task AddAliases(IReadOnlyList<(string Unit, string Alias)> aliases)
    {
        var (staff, _) = await AddReviewer();
        await using var source = new MySqlDataSource(
            DatabaseOptions.WithOurSettings(ConnectionString).ConnectionString
        );
        var db = new Db(source);
        foreach (var (unit, alias) in aliases)
        {
            // A pair that is known already is refused, and that is well.
            await db.Write<Guid>(
                work => UnitAliasStore.TryAdd(work, unit, alias, staff, TimeProvider.System.GetUtcNow()),
                CancellationToken.None
            );
        }
    }

    public async Task<T> Value<T>(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async Task Migrate(string sql)
    {
        await using var connection = new MySqlConnection(MigratorConnectionString);
        await connection.ExecuteAsync(sql, commandTimeout: 600);
    }

    public static string Hex(Guid id) => "x'" + Convert.ToHexString(id.ToByteArray(bigEndian: true)) + "'";

    private static string Text(string? text, int most) =>
        text is null ? "NULL" : $"'{MySqlHelper.EscapeString(text.Length > most ? text[..most] : text)}'";

    private async Task Insert(string intoColumns, IEnumerable<string> rows)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        var sql = new StringBuilder();
        foreach (var together in rows.Chunk(RowsTogether))
        {
            sql.Clear().Append("INSERT INTO ").Append(intoColumns).Append(" VALUES ").AppendJoin(", ", together);
            await connection.ExecuteAsync(sql.ToString());
        }
    }

    private static string With(string connectionString, string database) =>
        new MySqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}
