using Craftsman.Infrastructure.Campaigns;

namespace Craftsman.Load.Similar;

/// <summary>
/// Makes a labelled set: workers, what several citizens write about each in their own ways, and the neighbours that must not be taken for
/// them. Cluster names begin with a number that neighbours share, so that they stay in one half.
/// </summary>
internal sealed class SimilarSet
{
    private const int OfEachKind = 110;
    private const double UsualTrade = 0.88;
    private const double UsualDistrict = 0.9;

    private readonly Random random;
    private readonly List<LabelledTip> tips = [];
    private readonly List<(string Unit, string Alias)> aliases = [];
    private readonly HashSet<string> names = [];
    private int workers;
    private int citizens;

    private SimilarSet(int seed) => random = new Random(seed);

    public static (IReadOnlyList<LabelledTip> Tips, IReadOnlyList<(string Unit, string Alias)> Aliases) Make(int seed)
    {
        var set = new SimilarSet(seed);
        (string Case, Action<string> Add)[] kinds =
        [
            ("plain", set.Plain),
            ("homophone", set.Homophone),
            ("look-alike", set.LookAlike),
            ("honorific", set.Honorific),
            ("family-only", set.FamilyOnly),
            ("traditional", set.Traditional),
            ("spacing", set.Spacing),
            ("unit-short", set.ShortUnit),
            ("unit-old", set.OldUnit),
            ("department", set.Department),
            ("unit-typo", set.MistypedUnit),
            ("no-unit", set.NoUnit),
            ("many-voices", set.ManyVoices),
            ("same-name-other-unit", set.SameNameElsewhere),
            ("father-and-son", set.FatherAndSon),
            ("one-character", set.OneCharacterApart),
            ("two-branches", set.TwoBranches),
        ];
        foreach (var (kind, add) in kinds)
        {
            for (var at = 0; at < OfEachKind; at++)
            {
                add(kind);
            }
        }

        return (set.tips, set.aliases);
    }

    /// <summary>Which half a cluster is in, by what its name begins with.</summary>
    public static bool IsKept(string cluster)
    {
        uint hash = 2166136261;
        foreach (var sign in cluster.Split('-')[0])
        {
            hash = (hash ^ sign) * 16777619;
        }

        return (hash >> 13) % 2 == 0;
    }

    private void Plain(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        Tell(kind, worker);
    }

    private void Homophone(string kind)
    {
        var worker = NewWorker(name => Replaced(name, Lists.Sounds, 0.15) is not null);
        Tell(kind, worker);
        Tell(kind, worker, Replaced(worker.Name, Lists.Sounds, 0.15));
    }

    private void LookAlike(string kind)
    {
        var pair = Pick(Lists.Shapes);
        var given = random.Next(3) == 0 ? $"{pair[0]}" : WithOther(pair[0]);
        var worker = NewWorker() with { Name = Pick(Lists.Families) + given };
        Tell(kind, worker);
        Tell(kind, worker, worker.Name[..1] + given.Replace(pair[0], pair[1]));
    }

    private void Honorific(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        Tell(kind, worker, worker.Name + Pick(Lists.Titles));
    }

    /// <summary>张师傅: one worker of the family in the house, and a story that says the same.</summary>
    private void FamilyOnly(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker, facts: 3);
        var family = worker.Name[..1];
        string[] forms =
        [
            $"{family}师傅",
            $"老{family}",
            $"{family}工",
            $"小{family}",
            $"{family}老师",
            $"{family}姐",
            $"{family}某某",
        ];
        Tell(kind, worker, Pick(forms), facts: 3, sameWords: true);
    }

    private void Traditional(string kind)
    {
        var worker = NewWorker(name => InTraditional(name) != name);
        Tell(kind, worker);
        var isUnitToo = random.Next(2) == 0;
        Tell(kind, worker, InTraditional(worker.Name), isUnitToo ? InTraditional(worker.Unit.Full) : null);
    }

    private void Spacing(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        string[] gaps = [" ", "  ", "\u3000", "·", "•", ".", " . "];
        var gap = Pick(gaps);
        var name =
            random.Next(2) == 0
                ? string.Join(gap, worker.Name.ToCharArray())
                : worker.Name[..1] + gap + worker.Name[1..];
        Tell(
            kind,
            worker,
            name,
            random.Next(3) == 0 ? $" {worker.Unit.Full.Replace("（", "(", StringComparison.Ordinal)} " : null
        );
    }

    private void ShortUnit(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        Tell(kind, worker, unit: ShortOf(worker.Unit));
    }

    private void OldUnit(string kind)
    {
        var worker = NewWorker(unitKind: random.Next(2) == 0 ? Unit.WithPast : Unit.Any);
        var old = worker.Unit.Old.Length > 0 ? Pick(worker.Unit.Old) : NewFirm().Full;
        if (random.Next(2) == 0)
        {
            aliases.Add((worker.Unit.Full, old));
        }

        Tell(kind, worker);
        Tell(kind, worker, unit: old);
    }

    private void Department(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        var house = random.Next(3) == 0 ? ShortOf(worker.Unit) : worker.Unit.Full;
        Tell(kind, worker, unit: house + Pick(Lists.Departments));
    }

    private void MistypedUnit(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        var full = worker.Unit.Full;
        var at = random.Next(2, Math.Max(3, full.Length - 4));
        var mistyped = random.Next(3) switch
        {
            0 => full.Remove(at, 1),
            1 => full.Insert(at, full[at..(at + 1)]),
            _ => Replaced(full, Lists.Sounds, 1) ?? full.Remove(at, 1),
        };
        Tell(kind, worker, unit: mistyped);
    }

    private void NoUnit(string kind)
    {
        var worker = NewWorker();
        Tell(kind, worker);
        Tell(kind, worker, unit: "", isSure: true);
    }

    /// <summary>Six citizens, each in their own way.</summary>
    private void ManyVoices(string kind)
    {
        if (random.Next(3) > 0)
        {
            return;
        }

        var worker = NewWorker();
        for (var voice = 0; voice < 6; voice++)
        {
            var name = random.Next(5) switch
            {
                0 => worker.Name + Pick(Lists.Titles),
                1 => Replaced(worker.Name, Lists.Sounds, 0) ?? worker.Name,
                2 => InTraditional(worker.Name),
                _ => worker.Name,
            };
            var unit = random.Next(5) switch
            {
                0 => ShortOf(worker.Unit),
                1 => worker.Unit.Full + Pick(Lists.Departments),
                2 => ShortOf(worker.Unit),
                _ => worker.Unit.Full,
            };
            Tell(kind, worker, name, unit);
        }
    }

    private void SameNameElsewhere(string kind)
    {
        var worker = NewWorker();
        // Every third is of the same trade and district too.
        var isNear = random.Next(3) == 0;
        var other = NewWorker(unitKind: Unit.Any, trade: isNear ? worker.Trade : null) with
        {
            Name = worker.Name,
            Cluster = $"{worker.Cluster}-b",
        };
        other = isNear ? other with { District = worker.District } : other;
        Tell(kind, worker);
        Tell(kind, worker);
        Tell(kind, other);
        Tell(kind, other);
    }

    private void FatherAndSon(string kind)
    {
        var father = NewWorker();
        var son = father with
        {
            Name = father.Name[..1] + (random.Next(3) == 0 ? $"{father.Name[1]}{Pick(Lists.Given)}" : NewGiven()),
            Cluster = $"{father.Cluster}-b",
            Facts = NewFacts(father.Trade),
        };
        if (AreTwoNames(father.Name, son.Name))
        {
            Tell(kind, father);
            Tell(kind, father);
            Tell(kind, son, closing: $"他父亲{father.Name}也在这里干了一辈子。");
        }
    }

    private void OneCharacterApart(string kind)
    {
        var worker = NewWorker();
        var at = random.Next(1, worker.Name.Length);
        var other = worker with
        {
            Name = worker.Name[..at] + Pick(Lists.Given) + worker.Name[(at + 1)..],
            Cluster = $"{worker.Cluster}-b",
            Facts = NewFacts(worker.Trade),
        };
        if (AreTwoNames(worker.Name, other.Name))
        {
            Tell(kind, worker);
            Tell(kind, worker);
            Tell(kind, other);
        }
    }

    private void TwoBranches(string kind)
    {
        var worker = NewWorker();
        var (one, another) = Pick(Lists.Branches);
        var other = worker with
        {
            Cluster = $"{worker.Cluster}-b",
            Facts = NewFacts(worker.Trade),
            District = NewDistrict(),
        };
        Tell(kind, worker, unit: worker.Unit.Full + one);
        Tell(kind, worker, unit: (random.Next(2) == 0 ? ShortOf(worker.Unit) : worker.Unit.Full) + one);
        Tell(kind, other, unit: worker.Unit.Full + another);
    }

    /// <summary>Neither by ear nor by eye one name, as far as the lists here know.</summary>
    private static bool AreTwoNames(string one, string other) =>
        one != other
        && (
            one.Length != other.Length
            || one.Zip(other)
                .Any(pair =>
                    pair.First != pair.Second
                    && !Lists
                        .Sounds.Concat(Lists.Shapes)
                        .Any(set => set.Contains(pair.First) && set.Contains(pair.Second))
                )
        );

    private void Tell(
        string kind,
        Worker worker,
        string? name = null,
        string? unit = null,
        int facts = 2,
        bool sameWords = false,
        bool isSure = false,
        string? closing = null
    ) =>
        tips.Add(
            new LabelledTip(
                $"t{tips.Count}",
                worker.Cluster,
                kind,
                name ?? worker.Name,
                unit == "" ? null : unit ?? Written(worker.Unit),
                isSure || random.NextDouble() < UsualDistrict ? worker.District : NewDistrict(),
                isSure || random.NextDouble() < UsualTrade ? worker.Trade : Pick(CampaignSeed.Trades).Code,
                Story(worker, facts, sameWords) + (closing ?? ""),
                $"c{citizens++}"
            )
        );

    /// <summary>Half write the full name; the others drop what everybody drops.</summary>
    private string Written(Unit unit)
    {
        var full = unit.Full;
        return random.Next(8) switch
        {
            0 => full.Replace("有限公司", "", StringComparison.Ordinal),
            1 when full.StartsWith("杭州市", StringComparison.Ordinal) => full.Remove(2, 1),
            2 when full.StartsWith("杭州", StringComparison.Ordinal) && full.Length > 8 => full[2..],
            3 => full.Replace("有限公司", "公司", StringComparison.Ordinal)
                .Replace("股份公司", "公司", StringComparison.Ordinal),
            _ => full,
        };
    }

    private string ShortOf(Unit unit) => unit.Short.Length > 0 ? Pick(unit.Short) : unit.Full;

    private string Story(Worker worker, int count, bool sameWords)
    {
        var told = worker.Facts.OrderBy(_ => random.Next()).Take(count).ToList();
        if (random.Next(2) == 0)
        {
            told.Add(worker.Trait);
        }

        var years = random.Next(3) switch
        {
            0 => $"干了{worker.Years}年，",
            1 => $"从业快{worker.Years + random.Next(-1, 2)}年了，",
            _ => "",
        };
        return Pick(Stories.Openings)
            + years
            + string.Join(
                "，",
                told.Select(fact => fact.Split('|')).Select(words => sameWords ? words[0] : Pick(words))
            )
            + "。"
            + Pick(Stories.Closings);
    }

    private Worker NewWorker(
        Func<string, bool>? isRight = null,
        Func<Unit, bool>? unitKind = null,
        string? trade = null
    )
    {
        string name;
        do
        {
            name = Pick(Lists.Families) + NewGiven();
        } while (!(isRight?.Invoke(name) ?? true) || !names.Add(name));

        Unit unit;
        do
        {
            unit = random.Next(2) == 0 && trade is null ? KnownUnit() : NewFirm();
        } while (!(unitKind ?? Unit.Any)(unit) || (trade is not null && unit.Trade != trade));

        return new Worker(
            $"w{workers++}",
            name,
            unit,
            NewDistrict(),
            unit.Trade,
            NewFacts(unit.Trade),
            Pick(Stories.Traits),
            random.Next(8, 40)
        );
    }

    private Unit KnownUnit()
    {
        var (trade, full, brief, old) = Pick(Lists.Units);
        return new Unit(trade, full, brief, old);
    }

    private Unit NewFirm()
    {
        var (brand, (trade, kind)) = (Pick(Lists.Brands), Pick(Lists.Kinds));
        string[] regions = ["杭州", "杭州市", "浙江", "杭州", ""];
        var work = kind.Replace("有限公司", "", StringComparison.Ordinal);
        return new Unit(trade, Pick(regions) + brand + kind, [brand + work, $"杭州{brand}", brand + work + "公司"], []);
    }

    private string[] NewFacts(string trade) => [.. Stories.ByTrade[trade].OrderBy(_ => random.Next()).Take(3)];

    private string NewGiven() => random.Next(4) == 0 ? Pick(Lists.Given) : Pick(Lists.Given) + Pick(Lists.Given);

    private string WithOther(char sign) => random.Next(2) == 0 ? Pick(Lists.Given) + sign : sign + Pick(Lists.Given);

    private string NewDistrict() => Pick(CampaignSeed.Districts).Code;

    /// <summary>The text with one character replaced by another of its set; null where no character has one.</summary>
    private string? Replaced(string text, string[] sets, double alsoFamily)
    {
        var from = random.NextDouble() < alsoFamily ? 0 : 1;
        foreach (var at in Enumerable.Range(from, text.Length - from).OrderBy(_ => random.Next()))
        {
            if (sets.FirstOrDefault(set => set.Contains(text[at])) is { } set)
            {
                var others = set.Replace(text[at..(at + 1)], "", StringComparison.Ordinal);
                return text[..at] + Pick(others) + text[(at + 1)..];
            }
        }

        return null;
    }

    private static string InTraditional(string text) =>
        string.Concat(
            text.Select(sign =>
                Enumerable
                    .Range(0, Lists.Traditional.Length / 2)
                    .FirstOrDefault(pair => Lists.Traditional[pair * 2] == sign, -1)
                    is >= 0
                        and var at
                    ? Lists.Traditional[(at * 2) + 1]
                    : sign
            )
        );

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private string Pick(string signs) => signs[random.Next(signs.Length)].ToString();

    private sealed record Worker(
        string Cluster,
        string Name,
        Unit Unit,
        string District,
        string Trade,
        string[] Facts,
        string Trait,
        int Years
    );

    private sealed record Unit(string Trade, string Full, string[] Short, string[] Old)
    {
        public static bool Any(Unit _) => true;

        public static bool WithPast(Unit unit) => unit.Old.Length > 0;
    }
}
