using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Craftsman.Domain;
using Craftsman.Domain.Campaigns;
using Craftsman.Domain.Candidates;
using Craftsman.Domain.Identity;
using Craftsman.Domain.Voting;
using Craftsman.Infrastructure.Campaigns;
using Craftsman.Infrastructure.Identity;
using MySqlConnector;

namespace Craftsman.Infrastructure.Voting;

/// <summary>
/// Writes votes on a connection of its own, all that it is given in one transaction: the fence is shared, sessions are checked, the
/// rows inserted under the assumption that each is its voter's first of the day, the tallies raised, one ledger entry added.
/// </summary>
/// <remarks>
/// The assumption is proven by the row that lands: slots of a day have no gaps, so who gets slot 1 has no other vote of that day, in
/// any state and for anybody. A row that a unique key refused is judged by what is there, inside the same transaction, and tried again.
/// </remarks>
internal sealed class VoteWriter(
    MySqlDataSource source,
    CampaignQueries campaigns,
    VotedCandidates known,
    TimeProvider clock
) : IDisposable
{
    private const string CastKind = "Cast";

    /// <summary>Each turn means that votes of one citizen were committed meanwhile, and a day has no more slots than the quota, at most a hundred.</summary>
    private const int MostTurns = 102;

    /// <summary>Rows by which prepared inserts differ.</summary>
    private const int RowStep = 8;

    private readonly Dictionary<int, MySqlCommand> inserts = [];
    private readonly Receipts receipts = new();
    private MySqlConnection? connection;
    private long epoch;
    private Campaign? campaign;
    private KeyedHash voterKeys = new([]);

    /// <summary>Answers each vote after the commit. When it throws, nothing is known of those that are not answered.</summary>
    public void Write(IReadOnlyList<PendingVote> votes)
    {
        connection ??= Open();
        var batch = Begin(votes);
        var untold = new List<PendingVote>();
        var planned = new List<NewVote>();
        foreach (var vote in votes)
        {
            if (!batch.Voters.TryGetValue(vote.Session.SessionId, out var voter))
            {
                batch.Decide(vote, IdentityRefusals.SessionEnded);
            }
            else if (!batch.Candidates.TryGetValue(vote.CandidateId, out var candidate))
            {
                batch.Decide(vote, RequestRefusals.NotFound);
            }
            else if (voter.IsPlanned)
            {
                untold.Add(vote);
            }
            else if (
                VotingRules.Cast(FactsOf(batch, candidate, []), vote.ArrivedAt).IsRefused(out var refusal, out var cast)
            )
            {
                if (vote.KeyHash is null)
                {
                    batch.Decide(vote, refusal);
                }
                else
                {
                    // A retry gets its first answer even when the vote itself would be refused by now.
                    untold.Add(vote);
                }
            }
            else
            {
                voter.IsPlanned = true;
                planned.Add(new NewVote(vote, voter, cast, receipts.Next()));
            }
        }

        untold.AddRange(Insert(batch, planned));
        for (var turn = 0; untold.Count > 0; turn++)
        {
            if (turn == MostTurns)
            {
                throw new InvalidOperationException(
                    "More votes of one citizen were committed in one day than a day has slots."
                );
            }

            untold = Insert(batch, Judge(batch, untold));
        }

        if (batch.Landed.Count > 0)
        {
            Commit(batch);
        }
        else
        {
            Execute("ROLLBACK");
        }

        Answers.Give(batch.Decisions, decided => decided.Vote.Answer(decided.Decision));
    }

    /// <summary>Opens the connection and reads the campaign, which the first transaction would do else.</summary>
    public void GetReady()
    {
        connection ??= Open();
        (campaign, voterKeys) = ReadCampaign();
    }

    /// <summary>Gives the connection away; the next transaction has another.</summary>
    public void Reset()
    {
        foreach (var command in inserts.Values)
        {
            command.Dispose();
        }

        inserts.Clear();
        connection?.Dispose();
        connection = null;
    }

    public void Dispose() => Reset();

    private MySqlConnection Open()
    {
        var opened = source.OpenConnection();
        // A row somebody holds for long must not hold everybody's votes.
        using var command = new MySqlCommand(
            "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; SET SESSION innodb_lock_wait_timeout = 1",
            opened
        );
        command.ExecuteNonQuery();
        return opened;
    }

    /// <summary>Seldom: at the start, and when the fence says that something changed.</summary>
    private (Campaign Campaign, KeyedHash VoterKeys) ReadCampaign()
    {
        var (current, secret) = campaigns.ReadAgain(CancellationToken.None).GetAwaiter().GetResult();
        return (current, new KeyedHash(secret));
    }

    /// <summary>Opens the transaction, shares the fence, and reads whose votes these are. What we know of the campaign and its candidates is brought to the fence's epoch.</summary>
    private Batch Begin(IReadOnlyList<PendingVote> votes)
    {
        if (campaign is null)
        {
            (campaign, voterKeys) = ReadCampaign();
        }

        var sql = new StringBuilder(
            """
            START TRANSACTION;
            SELECT epoch, paused_at IS NOT NULL FROM voting_fences WHERE campaign_id = @campaign LOCK IN SHARE MODE;
            SELECT s.id, s.citizen_id, c.openid, c.created_at
            FROM sessions s
            JOIN citizens c ON c.id = s.citizen_id
            WHERE s.revoked_at IS NULL AND s.expires_at > @latest AND c.openid IS NOT NULL AND s.id IN (
            """
        );
        var batch = new Batch();
        long current;
        using (var command = connection!.CreateCommand())
        {
            command.Parameters.AddWithValue("@campaign", campaign.Id);
            command.Parameters.AddWithValue("@latest", votes.Max(vote => vote.ArrivedAt).UtcDateTime);
            AppendList(sql, votes.Select(vote => vote.Session.SessionId).Distinct());
            command.CommandText = sql.Append(')').ToString();
            using var reader = command.ExecuteReader();
            reader.Read();
            current = reader.GetInt64(0);
            batch.IsPaused = reader.GetBoolean(1);
            reader.NextResult();
            FindVoters(batch, reader);
        }

        if (current != epoch)
        {
            CatchUp(current);
        }

        FindCandidates(batch, votes);
        return batch;
    }

    /// <summary>Whose sessions are alive: the others are no voters.</summary>
    private void FindVoters(Batch batch, MySqlDataReader reader)
    {
        while (reader.Read())
        {
            batch.Voters[reader.GetGuid(0)] = new Voter(
                reader.GetGuid(1),
                VoterKeys.Of(voterKeys, reader.GetString(2)),
                reader.GetDateTime(3)
            );
        }
    }

    /// <summary>The fence is ours, so what is read now holds until we commit.</summary>
    private void CatchUp(long current)
    {
        var (asOfNow, keys) = ReadCampaign();
        if (asOfNow.Id != campaign!.Id)
        {
            // Another campaign has become the current one: the transaction holds the wrong fence and these keys are the wrong ones.
            (campaign, epoch) = (null, 0);
            throw new TimeoutException("The current campaign changed while votes were written.");
        }

        (campaign, voterKeys, epoch) = (asOfNow, keys, current);
    }

    private void FindCandidates(Batch batch, IReadOnlyList<PendingVote> votes)
    {
        var unknown = new HashSet<Guid>();
        foreach (var vote in votes)
        {
            if (known.Of(vote.CandidateId, campaign!.Id, epoch) is { } candidate)
            {
                batch.Candidates[vote.CandidateId] = candidate;
            }
            else
            {
                unknown.Add(vote.CandidateId);
            }
        }

        if (unknown.Count == 0)
        {
            return;
        }

        var sql = new StringBuilder(
            """
            SELECT c.id, c.root_id, r.state
            FROM candidates c
            JOIN candidates r ON r.id = c.root_id
            WHERE c.campaign_id = @campaign AND c.id IN (
            """
        );
        using var command = connection!.CreateCommand();
        command.Parameters.AddWithValue("@campaign", campaign!.Id);
        AppendList(sql, unknown);
        command.CommandText = sql.Append(')').ToString();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var candidate = new VotedCandidate(
                campaign.Id,
                epoch,
                reader.GetGuid(1),
                Enum.Parse<CandidateState>(reader.GetString(2))
            );
            batch.Candidates[reader.GetGuid(0)] = candidate;
            known.Keep(reader.GetGuid(0), candidate);
        }
    }

    /// <summary>
    /// Judges votes by the rows of their voters, one after the other, each seeing what was planned before it. A key that is known gets
    /// its first answer, before the rule is asked.
    /// </summary>
    private List<NewVote> Judge(Batch batch, IReadOnlyList<PendingVote> votes)
    {
        var earlier = EarlierVotes(batch, votes);
        var planned = new List<NewVote>();
        foreach (var vote in votes)
        {
            var voter = batch.Voters[vote.Session.SessionId];
            var candidate = batch.Candidates[vote.CandidateId];
            var rows = earlier[voter.CitizenId];
            if (
                vote.KeyHash is not null
                && rows.Find(row => vote.KeyHash.AsSpan().SequenceEqual(row.KeyHash)) is { } first
            )
            {
                batch.Decide(
                    vote,
                    first.NamedId == vote.CandidateId || first.RootId == candidate.RootId
                        ? new CastVote(first.Id, Convert.ToHexStringLower(first.Receipt), first.VotesLeft, first.Day)
                        : RequestRefusals.IdempotencyKeyReused,
                    first.IsPlanned ? voter : null
                );
                continue;
            }

            var day = ChinaDay.Of(vote.ArrivedAt);
            var ofTheDay = rows.Where(row => row.Day == day)
                .Select(row => new VoteOfTheDay(row.RootId, row.Slot, Convert.ToHexStringLower(row.Receipt)))
                .ToList();
            if (
                VotingRules
                    .Cast(FactsOf(batch, candidate, ofTheDay), vote.ArrivedAt)
                    .IsRefused(out var refusal, out var cast)
            )
            {
                batch.Decide(vote, refusal, rows.Exists(row => row.IsPlanned) ? voter : null);
                continue;
            }

            var added = new NewVote(vote, voter, cast, receipts.Next());
            planned.Add(added);
            rows.Add(
                new EarlierVote(
                    cast.Id,
                    vote.CandidateId,
                    cast.CandidateId,
                    day,
                    cast.Slot,
                    added.Receipt,
                    cast.VotesLeft,
                    vote.KeyHash,
                    IsPlanned: true
                )
            );
        }

        return planned;
    }

    /// <summary>
    /// The voters' votes of the days in question, and those that have one of the keys whatever their day. One statement, so that both
    /// come of one snapshot: a vote committed between two would be seen as another's without its key.
    /// </summary>
    private Dictionary<Guid, List<EarlierVote>> EarlierVotes(Batch batch, IReadOnlyList<PendingVote> votes)
    {
        var voters = votes
            .Select(vote => batch.Voters[vote.Session.SessionId])
            .DistinctBy(voter => voter.CitizenId)
            .ToDictionary(voter => Convert.ToHexString(voter.Key), voter => voter.CitizenId);
        var earlier = voters.Values.ToDictionary(citizenId => citizenId, _ => new List<EarlierVote>());
        using var command = connection!.CreateCommand();
        var sql = new StringBuilder(
            """
            SELECT v.voter_key, c.root_id, v.day, v.slot, v.receipt, v.votes_left, v.idempotency_key, v.id,
                COALESCE(v.named_id, v.candidate_id)
            FROM votes v
            JOIN candidates c ON c.id = v.candidate_id
            WHERE v.voter_key IN (
            """
        );
        AppendList(sql, voters.Keys.Select(Convert.FromHexString));
        sql.Append(") AND (v.day IN (");
        sql.AppendJoin(
            ", ",
            votes
                .Select(vote => ChinaDay.Of(vote.ArrivedAt))
                .Distinct()
                .Select(day => string.Create(CultureInfo.InvariantCulture, $"'{day:yyyy-MM-dd}'"))
        );
        sql.Append(')');
        if (votes.Any(vote => vote.KeyHash is not null))
        {
            sql.Append(" OR v.idempotency_key IN (");
            AppendList(sql, votes.Select(vote => vote.KeyHash).OfType<byte[]>());
            sql.Append(')');
        }

        command.CommandText = sql.Append(") ORDER BY v.slot").ToString();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            earlier[voters[Convert.ToHexString((byte[])reader.GetValue(0))]]
                .Add(
                    new EarlierVote(
                        reader.GetGuid(7),
                        reader.GetGuid(8),
                        reader.GetGuid(1),
                        reader.GetDateOnly(2),
                        reader.GetInt32(3),
                        (byte[])reader.GetValue(4),
                        reader.GetInt32(5),
                        reader.IsDBNull(6) ? null : reader.GetGuid(6).ToByteArray(bigEndian: true),
                        IsPlanned: false
                    )
                );
        }

        return earlier;
    }

    /// <summary>Adds the rows, ordered by voter so that two instances meet in one order, and says which votes did not land.</summary>
    private List<PendingVote> Insert(Batch batch, List<NewVote> planned)
    {
        if (planned.Count == 0)
        {
            return [];
        }

        planned.Sort((one, other) => one.Voter.Key.AsSpan().SequenceCompareTo(other.Voter.Key));
        var command = InsertOf(planned.Count);
        for (var at = 0; at * Columns < command.Parameters.Count; at++)
        {
            var (vote, voter, cast, receipt) = planned[Math.Min(at, planned.Count - 1)];
            var first = at * Columns;
            command.Parameters[first].Value = cast.Id;
            command.Parameters[first + 1].Value = cast.CandidateId;
            command.Parameters[first + 2].Value = voter.Key;
            command.Parameters[first + 3].Value = cast.Day;
            command.Parameters[first + 4].Value = cast.Slot;
            command.Parameters[first + 5].Value = cast.CastAt.UtcDateTime;
            command.Parameters[first + 6].Value = receipt;
            command.Parameters[first + 7].Value = cast.VotesLeft;
            command.Parameters[first + 8].Value = vote.KeyHash;
            command.Parameters[first + 9].Value = vote.NetworkKey;
            command.Parameters[first + 10].Value = voter.AgeAt(cast.CastAt);
            command.Parameters[first + 11].Value = vote.CandidateId == cast.CandidateId ? null : vote.CandidateId;
        }

        // Rows are counted as changed, so an equal count means that none met a row that was there.
        var changed = command.ExecuteNonQuery();
        Empty(command);
        var hasLanded = changed == planned.Count ? null : OwnIds(planned);
        var refused = new List<NewVote>();
        foreach (var added in planned)
        {
            if (hasLanded is null || hasLanded.Contains(added.Cast.Id))
            {
                batch.Landed.Add(added);
                batch.Decide(
                    added.Vote,
                    new CastVote(
                        added.Cast.Id,
                        Convert.ToHexStringLower(added.Receipt),
                        added.Cast.VotesLeft,
                        added.Cast.Day
                    )
                );
            }
            else
            {
                refused.Add(added);
            }
        }

        return
        [
            .. refused.Select(added => added.Vote),
            .. batch.TakeBack([.. refused.Select(added => added.Voter.CitizenId)]),
        ];
    }

    private HashSet<Guid> OwnIds(IReadOnlyList<NewVote> planned)
    {
        var sql = new StringBuilder("SELECT id FROM votes WHERE id IN (");
        using var command = connection!.CreateCommand();
        AppendList(sql, planned.Select(added => added.Cast.Id));
        command.CommandText = sql.Append(')').ToString();
        using var reader = command.ExecuteReader();
        var ids = new HashSet<Guid>();
        while (reader.Read())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    private static readonly MySqlDbType[] InsertedTypes =
    [
        MySqlDbType.Guid,
        MySqlDbType.Guid,
        MySqlDbType.Binary,
        MySqlDbType.Date,
        MySqlDbType.Int32,
        MySqlDbType.DateTime,
        MySqlDbType.Binary,
        MySqlDbType.Int32,
        MySqlDbType.Binary,
        MySqlDbType.Binary,
        MySqlDbType.Int32,
        MySqlDbType.Guid,
    ];

    private static int Columns => InsertedTypes.Length;

    /// <summary>
    /// Prepared, so that the server reads values only; for as many rows or a few more. Who has fewer names the last row again: it meets
    /// itself and changes nothing. A statement for each number would keep a hundred descriptions of a thousand parameters each.
    /// </summary>
    private MySqlCommand InsertOf(int rows)
    {
        const string insert = """
            INSERT INTO votes (id, candidate_id, voter_key, day, slot, state, cast_at, receipt, votes_left, idempotency_key, network_key, account_age,
                named_id)
            VALUES 
            """;
        var places = (rows + RowStep - 1) / RowStep * RowStep;
        if (inserts.TryGetValue(places, out var known))
        {
            return known;
        }

        var command = new MySqlCommand(
            insert
                + string.Join(", ", Enumerable.Repeat("(?, ?, ?, ?, ?, 'Counted', ?, ?, ?, ?, ?, ?, ?)", places))
                + " ON DUPLICATE KEY UPDATE id = votes.id",
            connection
        );
        foreach (var type in Enumerable.Repeat(InsertedTypes, places).SelectMany(types => types))
        {
            command.Parameters.Add(new MySqlParameter { MySqlDbType = type });
        }

        command.Prepare();
        inserts[places] = command;
        return command;
    }

    /// <summary>What the values of the last votes keep alive the garbage collector would have to carry, at a pause for everybody.</summary>
    private static void Empty(MySqlCommand command)
    {
        foreach (MySqlParameter parameter in command.Parameters)
        {
            parameter.Value = null;
        }
    }

    /// <summary>Counts what landed, enters it in the ledger and commits, in one command. Tallies go in the order of their candidates.</summary>
    private void Commit(Batch batch)
    {
        var votes = batch.Landed;
        votes.Sort((one, other) => one.Cast.Id.CompareTo(other.Cast.Id));
        var leaves = new byte[votes.Count * LedgerLeaf.Bytes];
        for (var at = 0; at < votes.Count; at++)
        {
            var (_, voter, cast, receipt) = votes[at];
            new LedgerLeaf(
                CastKind,
                cast.Id,
                cast.CandidateId,
                voter.Key,
                cast.Day,
                null,
                VoteState.Counted,
                cast.CastAt,
                receipt
            ).Hash(leaves.AsSpan(at * LedgerLeaf.Bytes, LedgerLeaf.Bytes));
        }

        using var command = connection!.CreateCommand();
        var sql = new StringBuilder("INSERT INTO candidate_tallies (candidate_id, campaign_id, standing) VALUES ");
        var separator = "(";
        foreach (var (candidateId, count) in votes.CountBy(added => added.Cast.CandidateId).OrderBy(tally => tally.Key))
        {
            sql.Append(separator);
            AppendList(sql, [candidateId, campaign!.Id]);
            sql.Append(CultureInfo.InvariantCulture, $", {count})");
            separator = ", (";
        }

        sql.Append(
            """
             ON DUPLICATE KEY UPDATE standing = standing + VALUES(standing);
            INSERT INTO ledger_entries (id, campaign_id, kind, at, leaf_count, leaves)
            VALUES (@entry, @campaign, @kind, @at, @count, @leaves);
            COMMIT
            """
        );
        command.CommandText = sql.ToString();
        command.Parameters.AddWithValue("@campaign", campaign!.Id);
        command.Parameters.AddWithValue("@entry", Guid.CreateVersion7(clock.GetUtcNow()));
        command.Parameters.AddWithValue("@kind", CastKind);
        command.Parameters.AddWithValue("@at", votes.Max(added => added.Cast.CastAt).UtcDateTime);
        command.Parameters.AddWithValue("@count", votes.Count);
        command.Parameters.AddWithValue("@leaves", leaves);
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = new MySqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private VotingFacts FactsOf(Batch batch, VotedCandidate candidate, IReadOnlyList<VoteOfTheDay> ofTheDay) =>
        new(campaign!, batch.IsPaused, candidate.RootId, candidate.RootState, ofTheDay);

    private static void AppendList(StringBuilder sql, IEnumerable<Guid> ids) =>
        AppendList(sql, ids.Select(id => id.ToByteArray(bigEndian: true)));

    /// <summary>As literals: to find and replace a hundred names in the text would be work for the one thread that writes.</summary>
    private static void AppendList(StringBuilder sql, IEnumerable<byte[]> values)
    {
        var separator = "X'";
        foreach (var value in values)
        {
            sql.Append(separator).Append(Convert.ToHexString(value)).Append('\'');
            separator = ", X'";
        }
    }

    private sealed class Voter(Guid citizenId, byte[] key, DateTime createdAt)
    {
        public Guid CitizenId => citizenId;

        public byte[] Key => key;

        /// <summary>Seconds the account has been there at a moment; another host's clock may be a little ahead.</summary>
        public int AgeAt(DateTimeOffset moment) =>
            (int)Math.Clamp((moment.UtcDateTime - createdAt).TotalSeconds, 0, int.MaxValue);

        /// <summary>Another vote of the same citizen is already on its way in this transaction.</summary>
        public bool IsPlanned { get; set; }
    }

    /// <summary>A vote the rule has granted, with the receipt it will have.</summary>
    private sealed record NewVote(PendingVote Vote, Voter Voter, Vote Cast, byte[] Receipt);

    /// <summary>Random bytes for receipts, drawn for many at once.</summary>
    private sealed class Receipts
    {
        private readonly byte[] drawn = new byte[64 * VoteQueries.ReceiptBytes];
        private int used = int.MaxValue;

        public byte[] Next()
        {
            if (used > drawn.Length - VoteQueries.ReceiptBytes)
            {
                RandomNumberGenerator.Fill(drawn);
                used = 0;
            }

            used += VoteQueries.ReceiptBytes;
            return drawn[(used - VoteQueries.ReceiptBytes)..used];
        }
    }

    /// <param name="NamedId">Who was voted for; the root may have become another's since.</param>
    /// <param name="IsPlanned">The row is not in the database yet, and may be refused there.</param>
    private sealed record EarlierVote(
        Guid Id,
        Guid NamedId,
        Guid RootId,
        DateOnly Day,
        int Slot,
        byte[] Receipt,
        int VotesLeft,
        byte[]? KeyHash,
        bool IsPlanned
    );

    /// <summary>One transaction: whose votes, what landed, and what each caller will be told once it is committed.</summary>
    private sealed class Batch
    {
        private readonly List<(PendingVote Vote, Decision<CastVote> Decision, Guid? ReliesOn)> decisions = [];

        public Dictionary<Guid, Voter> Voters { get; } = [];

        /// <summary>The named candidates that exist, by their ids.</summary>
        public Dictionary<Guid, VotedCandidate> Candidates { get; } = [];

        public bool IsPaused { get; set; }

        public List<NewVote> Landed { get; } = [];

        public IReadOnlyList<(PendingVote Vote, Decision<CastVote> Decision, Guid? ReliesOn)> Decisions => decisions;

        /// <param name="reliesOn">Whose planned rows the decision counts on.</param>
        public void Decide(PendingVote vote, Decision<CastVote> decision, Voter? reliesOn = null) =>
            decisions.Add((vote, decision, reliesOn?.CitizenId));

        /// <summary>The votes that were decided by planned rows of voters of whom a row was refused: they are judged again.</summary>
        public List<PendingVote> TakeBack(HashSet<Guid> citizens)
        {
            var taken = decisions.FindAll(each => each.ReliesOn is { } citizen && citizens.Contains(citizen));
            decisions.RemoveAll(each => each.ReliesOn is { } citizen && citizens.Contains(citizen));
            return taken.ConvertAll(each => each.Vote);
        }
    }
}
