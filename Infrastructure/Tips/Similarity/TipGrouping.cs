using System.Runtime.InteropServices;
using Craftsman.Domain;
using Craftsman.Domain.Tips.Similarity;
using Craftsman.Infrastructure.Database;

namespace Craftsman.Infrastructure.Tips.Similarity;

/// <summary>
/// Proposes, once a night, which open tips and which candidates are about one worker. The row of the last night is held while it goes on:
/// another instance passes by, and who dies leaves the night to the next. The groups are replaced in the same transaction.
/// </summary>
public sealed class TipGrouping(Db db)
{
    /// <summary>In Hangzhou, when nobody votes.</summary>
    private const int Hour = 2;

    private const int MostOfATerm = 200;
    private const int NextToEachOther = 40;
    private const int StoriesTogether = 500;
    private const int RowsTogether = 500;

    /// <summary>Groups when this night's grouping is due.</summary>
    /// <returns>False when it is not, or another instance is at it.</returns>
    public async Task<bool> GroupIfDue(Guid campaignId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string begin = """
            INSERT INTO tip_groupings (campaign_id, grouped_at) VALUES (@campaignId, @now)
            ON DUPLICATE KEY UPDATE campaign_id = tip_groupings.campaign_id
            """;
        const string hold =
            "SELECT grouped_at FROM tip_groupings WHERE campaign_id = @campaignId FOR UPDATE SKIP LOCKED";
        const string end = "UPDATE tip_groupings SET grouped_at = @now WHERE campaign_id = @campaignId";
        await db.Execute(begin, new { campaignId, now }, cancellationToken);
        var grouped = await db.Write<int>(
            async work =>
            {
                if (
                    await work.FirstOrNothing<DateTimeOffset?>(hold, new { campaignId }) is not { } last
                    || NightOf(last) >= NightOf(now)
                )
                {
                    return RequestRefusals.NotFound;
                }

                var rows = await Read(work, campaignId);
                var groups = await Task.Run(() => Find(rows, rows.Told), cancellationToken);
                await Replace(work, campaignId, rows, groups, now);
                await CountVoices(work, campaignId);
                await work.Execute(end, new { campaignId, now });
                return groups.Count;
            },
            cancellationToken
        );
        return !grouped.IsRefused(out _);
    }

    private static DateOnly NightOf(DateTimeOffset moment) => ChinaDay.Of(moment.AddHours(-Hour));

    private static async Task<Rows> Read(Work work, Guid campaignId)
    {
        const string tips = """
            SELECT t.id, t.name, t.work_unit, t.workplace, t.district, t.trade, t.worker_contact_index
            FROM tips t
            LEFT JOIN citizens p ON p.id = t.citizen_id
            WHERE t.campaign_id = @campaignId AND t.state IN ('Received', 'Claimed', 'InfoRequested')
                AND (p.openid IS NOT NULL OR t.citizen_id IS NULL)
            ORDER BY t.id
            """;
        const string candidates = """
            SELECT id, name, work_unit, workplace, district, trade
            FROM candidates
            WHERE campaign_id = @campaignId AND root_id = id AND name <> ''
            ORDER BY id
            """;
        const string aliases = "SELECT unit AS Item1, alias AS Item2 FROM unit_aliases";
        var told = await work.List<Row>(tips, new { campaignId });
        var known = await work.List<Row>(candidates, new { campaignId });
        var rows = new Rows(
            [.. told.Select(row => row.Id), .. known.Select(row => row.Id)],
            told.Count,
            [.. told.Concat(known).Select(row => row.Told())],
            new UnitAliases(await work.List<(string, string)>(aliases))
        );
        await AddStories(work, rows);
        return rows;
    }

    /// <summary>A candidate is told about by its first tip until staff write a text.</summary>
    private static async Task AddStories(Work work, Rows rows)
    {
        const string ofTips = "SELECT id, name, work_unit, story FROM tips WHERE id IN @some";
        const string ofCandidates = """
            SELECT c.id, c.name, c.work_unit, COALESCE(c.story, (SELECT t.story FROM tips t WHERE t.candidate_id = c.id AND t.state = 'Joined' ORDER BY t.id LIMIT 1), '') AS story
            FROM candidates c
            WHERE c.id IN @some
            """;
        var places = rows.Ids.Select((id, place) => (id, place)).ToDictionary(each => each.id, each => each.place);
        foreach (
            var (sql, ids) in new[] { (ofTips, rows.Ids.Take(rows.Tips)), (ofCandidates, rows.Ids.Skip(rows.Tips)) }
        )
        {
            foreach (var some in ids.Chunk(StoriesTogether))
            {
                foreach (var row in await work.List<StoryRow>(sql, new { some }))
                {
                    var place = places[row.Id];
                    var told = rows.Told[place];
                    rows.Told[place] = told with { Story = Story.Of(row.Story, row.Name, row.WorkUnit) };
                }
            }
        }
    }

    private static IReadOnlyList<SimilarGroup> Find(Rows rows, ToldWorker[] told)
    {
        var weights = StoryWeights.Of(told.Select(worker => worker.Story));
        var pairs = new List<(int, int, double)>();
        foreach (var (one, other) in PairsWithATerm(told, rows.Aliases))
        {
            if (Compare(one, other) is { Score: >= SimilarityRules.Together } likeness)
            {
                pairs.Add((one, other, likeness.Score));
            }
        }

        return SimilarGroups.Of(pairs, Compare);

        Likeness Compare(int one, int other) => SimilarityRules.Compare(told[one], told[other], rows.Aliases, weights);
    }

    /// <summary>Each pair with a term in common, once. Of a term with very many, only those whose units stand next to each other in the alphabet.</summary>
    private static HashSet<(int One, int Other)> PairsWithATerm(ToldWorker[] told, UnitAliases aliases)
    {
        var terms = new List<(long Term, int Place)>();
        for (var place = 0; place < told.Length; place++)
        {
            var worker = told[place];
            terms.AddRange(
                SimilarTerms
                    .Of(worker.Name, worker.Unit, aliases.OtherNamesOf(worker.Unit))
                    .Select(term => (term, place))
            );
        }

        terms.Sort();
        var pairs = new HashSet<(int, int)>();
        for (var from = 0; from < terms.Count; )
        {
            var to = from + 1;
            while (to < terms.Count && terms[to].Term == terms[from].Term)
            {
                to++;
            }

            int[] places = [.. CollectionsMarshal.AsSpan(terms)[from..to].ToArray().Select(each => each.Place)];
            var isCrowded = places.Length > MostOfATerm;
            if (isCrowded)
            {
                Array.Sort(places, (one, other) => string.CompareOrdinal(told[one].Unit.Stem, told[other].Unit.Stem));
            }

            for (var one = 0; one < places.Length; one++)
            {
                var last = isCrowded ? Math.Min(places.Length, one + NextToEachOther) : places.Length;
                for (var other = one + 1; other < last; other++)
                {
                    var (mine, theirs) = (places[one], places[other]);
                    if (NameMatch.Of(told[mine].Name, told[theirs].Name).Kind != NameKinship.None)
                    {
                        pairs.Add((Math.Min(mine, theirs), Math.Max(mine, theirs)));
                    }
                }
            }

            from = to;
        }

        return pairs;
    }

    private static async Task Replace(
        Work work,
        Guid campaignId,
        Rows rows,
        IReadOnlyList<SimilarGroup> groups,
        DateTimeOffset now
    )
    {
        const string addGroup =
            "INSERT INTO tip_groups (id, campaign_id, place, found_at) VALUES (@Id, @campaignId, @Place, @now)";
        const string addMember = """
            INSERT INTO tip_group_members (group_id, place, tip_id, candidate_id, score, reasons)
            VALUES (@GroupId, @Place, @TipId, @CandidateId, @Score, @Reasons)
            """;
        await work.Execute("DELETE FROM tip_groups WHERE campaign_id = @campaignId", new { campaignId });
        var place = 0;
        // Candidates alone are no work for the desk of tips.
        foreach (
            var group in groups
                .Where(group => group.Members.Any(member => member.Place < rows.Tips))
                .OrderByDescending(group => group.Members.Count)
        )
        {
            var id = Guid.CreateVersion7(now);
            await work.Execute(
                addGroup,
                new
                {
                    Id = id,
                    campaignId,
                    Place = place++,
                    now,
                }
            );
            foreach (var some in group.Members.Select((member, at) => (member, at)).Chunk(RowsTogether))
            {
                await work.Execute(
                    addMember,
                    some.Select(each => new
                    {
                        GroupId = id,
                        Place = each.at,
                        TipId = each.member.Place < rows.Tips ? rows.Ids[each.member.Place] : (Guid?)null,
                        CandidateId = each.member.Place < rows.Tips ? null : (Guid?)rows.Ids[each.member.Place],
                        Score = each.at == 0 ? (double?)null : each.member.WithCentre.Score,
                        Reasons = StoredJson.Write(each.member.WithCentre.Reasons),
                    })
                );
            }
        }
    }

    /// <summary>
    /// Tells each open tip how many citizens speak of its worker: those of the tips in its group, and those whose tips joined a candidate
    /// of the group. By this a tip of many voices is due sooner. Only tips whose number changed are touched.
    /// </summary>
    private static async Task CountVoices(Work work, Guid campaignId)
    {
        const string changed = """
            SELECT t.id, COALESCE(g.voices, 1) AS voices
            FROM tips t
            LEFT JOIN (
                SELECT m.tip_id, v.voices
                FROM tip_group_members m
                JOIN (
                    SELECT a.group_id, COUNT(*) AS voices
                    FROM (
                        SELECT m.group_id, COALESCE(t.citizen_id, t.id) AS person
                        FROM tip_groups g
                        JOIN tip_group_members m ON m.group_id = g.id
                        JOIN tips t ON t.id = m.tip_id
                        WHERE g.campaign_id = @campaignId
                        UNION
                        SELECT m.group_id, COALESCE(t.citizen_id, t.id)
                        FROM tip_groups g
                        JOIN tip_group_members m ON m.group_id = g.id
                        JOIN candidates c ON c.root_id = m.candidate_id
                        JOIN tips t ON t.candidate_id = c.id AND t.state = 'Joined'
                        WHERE g.campaign_id = @campaignId
                    ) a
                    GROUP BY a.group_id
                ) v ON v.group_id = m.group_id
                WHERE m.tip_id IS NOT NULL
            ) g ON g.tip_id = t.id
            WHERE t.campaign_id = @campaignId AND t.state IN ('Received', 'Claimed', 'InfoRequested')
                AND t.voices <> COALESCE(g.voices, 1)
            ORDER BY t.id
            """;
        const string tell = "UPDATE tips SET voices = @Voices WHERE id IN @Ids";
        foreach (var heard in (await work.List<VoicesRow>(changed, new { campaignId })).GroupBy(row => row.Voices))
        {
            foreach (var some in heard.Chunk(RowsTogether))
            {
                await work.Execute(tell, new { Voices = heard.Key, Ids = some.Select(row => row.Id) });
            }
        }
    }

    private sealed record VoicesRow
    {
        public Guid Id { get; init; }
        public int Voices { get; init; }
    }

    /// <summary>Tips first, then candidates.</summary>
    private sealed record Rows(IReadOnlyList<Guid> Ids, int Tips, ToldWorker[] Told, UnitAliases Aliases);

    private sealed record StoryRow
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string Story { get; init; } = "";
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public string? WorkUnit { get; init; }
        public string? Workplace { get; init; }
        public string? District { get; init; }
        public string Trade { get; init; } = "";
        public byte[]? WorkerContactIndex { get; init; }

        public ToldWorker Told() =>
            ToldWorker.Of(
                Name,
                WorkUnit,
                Workplace,
                District,
                Trade,
                contact: WorkerContactIndex is null ? null : Convert.ToHexString(WorkerContactIndex)
            );
    }
}
