using Craftsman.Infrastructure.Database;
using Craftsman.Tests.Support;
using Dapper;
using MySqlConnector;

namespace Craftsman.Tests.Database;

/// <summary>What the schema itself holds to, whatever the code above it does.</summary>
public sealed class SchemaTests(App app)
{
    /// <summary>A row each; what they refer to need not exist, for a refusal to change them does not ask for it.</summary>
    private static readonly Dictionary<string, string> AppendOnly = new()
    {
        ["audit_entries"] =
            "(id, at, staff_id, action, subject_kind, subject_id) VALUES (@id, NOW(6), @id, 'a', 'b', @id)",
        ["ledger_entries"] =
            "(id, campaign_id, kind, at, leaf_count, leaves) VALUES (@id, @id, 'Cast', NOW(6), 1, REPEAT('x', 32))",
        ["case_moves"] =
            "(id, case_id, at, move, to_stage, text) VALUES (@id, @id, NOW(6), 'Pass', 'ExpertReview', 'x')",
        ["tip_events"] = "(id, tip_id, at, kind, text) VALUES (@id, @id, NOW(6), 'Received', 'x')",
        ["vote_state_changes"] =
            "(id, vote_id, from_state, to_state, reason_code, at) VALUES (@id, @id, 'Counted', 'Quarantined', 'burst', NOW(6))",
        ["eligibility_evaluations"] =
            "(id, application_id, at, occasion, rule_version, as_of_day, overall, results) VALUES (@id, @id, NOW(6), 'Submit', 1, '2026-01-01', 'Eligible', '[]')",
    };

    [Theory]
    [InlineData("audit_entries")]
    [InlineData("ledger_entries")]
    [InlineData("case_moves")]
    [InlineData("tip_events")]
    [InlineData("vote_state_changes")]
    [InlineData("eligibility_evaluations")]
    public async Task What_was_recorded_can_neither_be_changed_nor_removed_with_the_account_of_the_application(
        string table
    )
    {
        var id = NewId();
        await using var connection = await Open(app.Database.ConnectionString);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("SET foreign_key_checks = 0", transaction: transaction);
        await connection.ExecuteAsync($"INSERT INTO {table} {AppendOnly[table]}", new { id }, transaction);
        await connection.ExecuteAsync("SET foreign_key_checks = 1", transaction: transaction);

        foreach (
            var statement in new[]
            {
                $"UPDATE {table} SET id = id WHERE id = @id",
                $"DELETE FROM {table} WHERE id = @id",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<MySqlException>(() =>
                connection.ExecuteAsync(statement, new { id }, transaction)
            );
            Assert.Equal("45000", refused.SqlState);
        }

        Assert.Equal(
            1,
            await connection.ExecuteScalarAsync<int>(
                $"SELECT COUNT(*) FROM {table} WHERE id = @id",
                new { id },
                transaction
            )
        );
    }

    [Theory]
    [InlineData("CREATE TABLE anything (id INT PRIMARY KEY)")]
    [InlineData("ALTER TABLE votes DROP KEY votes_quota")]
    [InlineData("DROP TABLE audit_entries")]
    [InlineData("TRUNCATE TABLE audit_entries")]
    [InlineData("DROP TRIGGER audit_entries_refuse_delete")]
    [InlineData("CREATE INDEX anything ON votes (cast_at)")]
    [InlineData("RENAME TABLE audit_entries TO anything")]
    public async Task The_account_of_the_application_cannot_change_the_schema(string statement)
    {
        await using var connection = await Open(app.Database.ConnectionString);

        var refused = await Assert.ThrowsAsync<MySqlException>(() => connection.ExecuteAsync(statement));

        Assert.Equal("42000", refused.SqlState);
        Assert.Contains("denied", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_has_a_primary_key()
    {
        var without = await app.Database.Rows<string>(
            """
            SELECT t.table_name
            FROM information_schema.tables t
            LEFT JOIN information_schema.table_constraints k
                ON k.table_schema = t.table_schema AND k.table_name = t.table_name AND k.constraint_type = 'PRIMARY KEY'
            WHERE t.table_schema = DATABASE() AND k.constraint_name IS NULL
            """
        );

        Assert.Empty(without);
    }

    [Theory]
    [InlineData("votes", "votes_once_a_day", "day,voter_key,candidate_id")]
    [InlineData("votes", "votes_quota", "day,voter_key,slot")]
    [InlineData("votes", "votes_idempotency", "voter_key,idempotency_key")]
    [InlineData("votes", "votes_receipt", "receipt")]
    [InlineData("tips", "tips_quota", "citizen_id,day,slot")]
    [InlineData("candidates", "candidates_worker_key", "campaign_id,worker_key")]
    [InlineData("candidate_merges", "candidate_merges_one_parent", "from_id,is_active")]
    [InlineData("cases", "cases_one_per_candidate", "candidate_id")]
    [InlineData("invitations", "invitations_code", "code_hash")]
    [InlineData("invitations", "invitations_one_living", "candidate_id,is_living")]
    [InlineData("applications", "applications_one_an_invitation", "invitation_id")]
    [InlineData("consents", "consents_one_an_invitation", "invitation_id")]
    [InlineData("campaigns", "campaigns_one_is_current", "is_current")]
    [InlineData("citizens", "citizens_openid", "openid")]
    [InlineData("staff", "staff_user_name", "user_name")]
    [InlineData("idempotency_keys", "PRIMARY", "scope")]
    public async Task A_law_that_is_about_one_of_something_stands_as_a_unique_key(
        string table,
        string key,
        string columns
    )
    {
        Assert.Equal(
            columns,
            await app.Database.Value<string>(
                """
                SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index)
                FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name = @table AND index_name = @key AND non_unique = 0
                """,
                new { table, key }
            )
        );
    }

    [Theory]
    [InlineData("votes_known_state")]
    [InlineData("votes_slot_positive")]
    [InlineData("tips_known_state")]
    [InlineData("tips_slot_positive")]
    [InlineData("tips_joined_have_a_candidate")]
    [InlineData("tips_claimed_have_a_claimant")]
    [InlineData("tips_come_from_somebody")]
    [InlineData("candidates_known_state")]
    [InlineData("candidate_tallies_not_negative")]
    [InlineData("candidate_tallies_set_aside_not_negative")]
    [InlineData("approvals_need_two_persons")]
    [InlineData("vote_state_changes_exclude_by_approval")]
    [InlineData("candidate_merges_not_with_itself")]
    [InlineData("candidate_merges_active_until_undone")]
    [InlineData("candidate_merges_undone_by_somebody")]
    [InlineData("tip_relinks_move")]
    [InlineData("cases_known_stage")]
    [InlineData("cases_returned_name_a_supplement")]
    [InlineData("applications_known_state")]
    [InlineData("applications_known_channel")]
    [InlineData("applications_submitted_have_a_candidate")]
    [InlineData("campaign_quotas_in_bounds")]
    [InlineData("campaign_phases_open_before_they_close")]
    [InlineData("ledger_entries_whole_leaves")]
    [InlineData("sessions_have_one_owner")]
    public async Task A_law_that_is_about_what_a_row_may_say_stands_as_a_check(string check)
    {
        Assert.Equal(
            1,
            await app.Database.Value<int>(
                "SELECT COUNT(*) FROM information_schema.check_constraints WHERE constraint_schema = DATABASE() AND constraint_name = @check",
                new { check }
            )
        );
    }

    [Fact]
    public async Task Text_of_any_script_is_kept_and_instants_to_the_microsecond()
    {
        var wrong = await app.Database.Rows<string>(
            """
            SELECT CONCAT(table_name, '.', column_name)
            FROM information_schema.columns
            WHERE table_schema = DATABASE()
                AND (character_set_name NOT IN ('utf8mb4', 'ascii') OR (data_type = 'datetime' AND datetime_precision <> 6) OR data_type = 'timestamp')
            """
        );

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Migrating_a_second_time_does_nothing()
    {
        var database = await NewDatabase();

        var first = await MigrationRunner.Apply(database, TimeProvider.System, TestContext.Current.CancellationToken);
        var second = await MigrationRunner.Apply(database, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.NotEmpty(first);
        Assert.Equal(first.Order(StringComparer.Ordinal), first);
        Assert.Empty(second);
    }

    [Fact]
    public async Task Of_two_instances_migrating_at_once_one_does_it_and_both_end_well()
    {
        var database = await NewDatabase();

        var applied = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    MigrationRunner.Apply(database, TimeProvider.System, TestContext.Current.CancellationToken)
                )
        );

        Assert.Contains(applied, files => files.Count == 0);
        await using var connection = await Open(database);
        Assert.Equal(
            applied.Sum(files => files.Count),
            await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM schema_migrations")
        );
        Assert.Empty(await MigrationRunner.Pending(connection));
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static async Task<MySqlConnection> Open(string connectionString)
    {
        var connection = new MySqlConnection(DatabaseOptions.WithOurSettings(connectionString).ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Empty, for the migrator's account.</summary>
    private static async Task<string> NewDatabase()
    {
        var name = $"craftsman_test_{NewId():N}";
        await using var server = await Open(TestServers.Migrator);
        await server.ExecuteAsync($"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return new MySqlConnectionStringBuilder(TestServers.Migrator) { Database = name }.ConnectionString;
    }
}
