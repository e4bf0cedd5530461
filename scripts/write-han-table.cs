#:property PublishAot=false

// Writes Domain/Tips/Similarity/Han.txt from the Unihan files of Unicode (Unicode License v3; Debian's package unicode-data has them):
//   dotnet run scripts/write-han-table.cs FOLDER-OF-Unihan_*.txt > Domain/Tips/Similarity/Han.txt
// A line for each of the 8105 characters of 通用规范汉字表: character, readings without tones, Cangjie code, four-corner code, strokes;
// then a line for each other character that is a variant of one of them: variant, standard character.
using System.Globalization;
using System.Text;

var fields = new Dictionary<int, Dictionary<string, string>>();
foreach (var file in Directory.GetFiles(args[0], "Unihan_*.txt"))
{
    foreach (var line in File.ReadLines(file).Where(line => line.StartsWith("U+", StringComparison.Ordinal)))
    {
        var parts = line.Split('\t');
        var character = CodePoint(parts[0]);
        if (!fields.TryGetValue(character, out var known))
        {
            fields[character] = known = [];
        }

        known[parts[1]] = parts[2];
    }
}

Console.OutputEncoding = new UTF8Encoding(false);
foreach (var (character, known) in fields.Where(each => IsStandard(each.Key)).OrderBy(each => each.Key))
{
    var readings = (Field(known, "kMandarin").Split(' ')).Concat(
        Field(known, "kTGHZ2013").Split(' ').SelectMany(reading => reading[(reading.IndexOf(':') + 1)..].Split(','))
    );
    Console.Write(
        string.Join(
            ' ',
            char.ConvertFromUtf32(character),
            string.Join(',', readings.Select(WithoutTone).Where(reading => reading.Length > 0).Distinct()),
            Or(Field(known, "kCangjie")),
            Or(Field(known, "kFourCornerCode").Split(' ')[0].Split('.')[0]),
            Field(known, "kTotalStrokes").Split(' ')[0]
        ) + "\n"
    );
}

foreach (var (character, known) in fields.Where(each => !IsStandard(each.Key)).OrderBy(each => each.Key))
{
    string[] kinds = ["kSimplifiedVariant", "kZVariant", "kSemanticVariant"];
    var standard = kinds
        .SelectMany(kind => Field(known, kind).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(variant => CodePoint(variant.Split('<')[0]))
        .FirstOrDefault(IsStandard);
    if (standard != 0 && character < 0x10000)
    {
        Console.Write($"{char.ConvertFromUtf32(character)} {char.ConvertFromUtf32(standard)}\n");
    }
}

bool IsStandard(int character) => fields.TryGetValue(character, out var known) && known.ContainsKey("kTGH");

static string Field(Dictionary<string, string> known, string name) => known.GetValueOrDefault(name, "");

static string Or(string value) => value.Length == 0 ? "-" : value;

static int CodePoint(string text) => int.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

static string WithoutTone(string reading)
{
    const string marked = "āáǎàēéěèōóǒòīíǐìūúǔùǖǘǚǜüńňǹḿếề";
    const string plain = "aaaaeeeeooooiiiiuuuuvvvvvnnnmee";
    return new([
        .. reading
            .Select(letter => marked.IndexOf(letter) is >= 0 and var at ? plain[at] : letter)
            .Where(char.IsAsciiLetterLower),
    ]);
}
