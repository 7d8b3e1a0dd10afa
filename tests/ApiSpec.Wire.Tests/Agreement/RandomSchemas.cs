using System.Globalization;
using System.Text;
using CsCheck;

namespace ApiSpec.Wire.Tests.Agreement;

/// <summary>Creates tables with every kind of rule for a body, and JSON that follows these rules or just breaks one.</summary>
internal sealed class RandomSchemas
{
    private const int MaxDepth = 3;

    private readonly List<RandomTable> _tables = [];
    private readonly PCG _random;
    private readonly bool _hasConditions;
    private readonly bool _hasOtherForms;

    private RandomSchemas(PCG random, bool hasConditions, bool hasOtherForms)
        => (_random, _hasConditions, _hasOtherForms) = (random, hasConditions, hasOtherForms);

    /// <summary>The tables as rows under <c>schemas:</c>, each on separate lines.</summary>
    public string Text => string.Concat(_tables.Select(static table => table.Text));

    /// <summary>Types of request bodies.</summary>
    public List<RandomType> Bodies { get; } = [];

    /// <summary>Creates tables.</summary>
    /// <param name="seed">The seed of all choices.</param>
    /// <param name="bodies">The number of bodies.</param>
    /// <param name="hasConditions">Whether many optional rows have a condition on another row of their table.</param>
    /// <param name="hasOtherForms">Whether some rows have other names or editions, and some values have less common forms.</param>
    public static RandomSchemas Create(uint seed, int bodies, bool hasConditions = false, bool hasOtherForms = false)
    {
        // With a stream alone, the numbers would start at the time of day.
        var schemas = new RandomSchemas(new PCG(seed, seed), hasConditions, hasOtherForms);
        for (var i = 0; i < bodies; i++)
        {
            var table = schemas.Table(0);
            schemas.Bodies.Add(schemas.Pick(5) switch
            {
                0 => List(table),
                1 => Map(table),
                _ => table,
            });
        }

        return schemas;
    }

    private int Pick(int count) => (int)_random.Next((uint)count);

    private bool Chance(int percent) => Pick(100) < percent;

    private RandomType Any(int depth)
    {
        if (depth >= MaxDepth)
            return Scalar();
        return Pick(14) switch
        {
            < 6 => Scalar(),
            6 => List(Inner(Any(depth + 1))),
            7 => Map(Inner(Any(depth + 1))),
            8 or 9 => Table(depth + 1),
            10 => Chance(50) ? Union(depth + 1) : Counted(depth + 1),
            11 => Embedded(Table(depth + 1)),
            12 => List(Inner(Scalar())),
            _ => Csv(),
        };
    }

    // A range of an inner value is in parentheses.
    private RandomType Inner(RandomType item)
        => item.Range is null || item.Type.EndsWith(']') || item.Type.EndsWith(" as comma", StringComparison.Ordinal)
            || item.Type.StartsWith("map<", StringComparison.Ordinal) || Chance(40)
            ? item : item with { Type = item.Ranged, Range = null };

    private static RandomType Embedded(RandomType table)
        => new(table.Type + " as json", null, random => System.Text.Json.JsonSerializer.Serialize(table.Value(random)));

    private RandomType Scalar() => _hasOtherForms && Chance(50) ? OtherScalar() : Pick(16) switch
    {
        9 => new("long as string", "-3..90", static random => Quote(Number(Between(random, -5, 4)))),
        10 => new("epoch", null, static random => Between(random, 0, 2) == 0 ? "1769819400" : "1769800000") { Constant = "1769819400" },
        11 => new("epoch-ms as string", null, static random => Between(random, 0, 2) == 0 ? "\"1769819400000\"" : "\"1769800000000\"")
        {
            Constant = "1769819400000",
        },
        12 => new("boolean as 0|1", null, static random => Number(Between(random, 0, 2))) { Constant = "1", Tested = "1" },
        13 => new("boolean as no|yes", null, static random => Between(random, 0, 2) == 0 ? "\"yes\"" : "\"no\"") { Constant = "no", Tested = "yes" },
        14 => new("date-time as 'DD.MM.YYYY hh:mm'", null, static random => Between(random, 0, 2) == 0 ? "\"31.01.2026 10:00\"" : "\"01.02.2026 10:00\"")
        {
            Constant = "31.01.2026 10:00",
        },
        15 => new("int or '-' or 'N/A'", "1..5", static random => Between(random, 0, 4) switch { 0 => "\"-\"", _ => Number(Between(random, 0, 7)) }),
        0 => new("string", "2..4", random => Quote(Word(random, 1, 6))) { Tested = "ab|abc" },
        1 => new(Alias("string", "Text"), "3..", random => Quote(Word(random, 2, 5))) { Tested = "abc" },
        2 => new(Alias("int", "Whole"), "-2..5", static random => Number(Between(random, -4, 8))) { Tested = "0|1|2|3" },
        3 => new("long", "..10000000000", static random => Number(10_000_000_000 + Between(random, -1, 2))),
        4 => new("double", "0.5..2", static random => (Between(random, 0, 10) / 4.0).ToString(CultureInfo.InvariantCulture)),
        5 => new("decimal", "1..1.5", static random => (1 + (Between(random, -1, 7) / 10m)).ToString(CultureInfo.InvariantCulture)),
        6 => new("boolean", null, static random => Between(random, 0, 2) == 0 ? "true" : "false") { Constant = "true", Tested = "true" },
        7 => new("enum on|off", null, static random => Between(random, 0, 2) == 0 ? "\"on\"" : "\"off\"") { Constant = "off", Tested = "on" },
        _ => new("date", null, static random => Between(random, 0, 2) == 0 ? "\"2026-01-31\"" : "\"2026-02-01\"") { Constant = "2026-01-31" },
    };

    // Numbers with words, with several ranges, of flags or in strings, and dates with two forms.
    private RandomType OtherScalar() => Pick(12) switch
    {
        0 => new("(int 0..2) | (int 5..7)", null, static random => Number(Between(random, -1, 9))),
        1 => new("(long as string 0..2) | (long as string 5..7)", null, static random => Quote(Number(Between(random, -1, 9)))),
        2 => new("(int 1..5) | enum max|all", null, static random => Between(random, 0, 4) == 0 ? Quote("max") : Number(Between(random, 0, 7))),
        3 => new("decimal | enum 'N/A'", null, static random => Between(random, 0, 4) == 0 ? Quote("N/A") : Number(Between(random, 0, 7)) + ".5"),
        4 => Flags(),
        5 => new("date-time or epoch" + (Chance(50) ? "" : "-ms"), null, static random => Between(random, 0, 3) switch
        {
            0 => "1769819400", 1 => Quote("2026-01-31T10:00:00Z"), _ => Quote("2026-01-32T10:00:00Z"),
        }),
        6 => new("uuid", null, static random => Quote("3f2504e0-4f89-11d3-9a0c-0305e82c330" + Number(Between(random, 0, 11)))),
        7 => new("bytes", null, static random => Quote(Between(random, 0, 3) == 0 ? "YQ=" : "YQ==")),
        8 => new("duration", null, static random => Quote(Between(random, 0, 3) switch { 0 => "P1Y", 1 => "P1DT2H", _ => "PT15M" })),
        9 => new("int[] as json", null, static random => Quote("[" + Number(Between(random, 0, 9)) + (Between(random, 0, 4) == 0 ? ".5]" : "]"))),
        10 => new("string or ''", "2..4", random => Quote(Word(random, 0, 6))),
        _ => new("time", null, static random => Quote(Between(random, 0, 5) switch { 0 => "25:00:00", 1 => "18:50:30Z", _ => "18:50:30" })),
    };

    private RandomType Flags()
    {
        var name = "F" + Number(_tables.Count);
        var type = Chance(50) ? "int" : "long";
        _tables.Add(new RandomTable(
            name, "  " + name + ":\n    type: " + type + " as sum\n    values: { 1: Read, 2: Update, 4: Create, 3: Both }\n"));
        return new(name, null, static random => Between(random, 0, 8) switch
        {
            0 => "1.5", 1 => Quote("x"), 2 => "9999999999999999999", 3 => "-1", _ => Number(Between(random, 0, 10)),
        });
    }

    private string Alias(string type, string alias) => Chance(50) ? type : alias;

    private static RandomType List(RandomType item) => new(item.InList + "[]", "1..2", random => "[" + Items(random, item, 0, 4) + "]");

    private static RandomType Map(RandomType value) => new(
        "map<" + value.Type + ">", "..2",
        random => "{" + string.Join(',', Enumerable.Range(0, Between(random, 0, 4)).Select(i => "\"k" + Number(i) + "\":" + value.Value(random))) + "}");

    private RandomType Csv() => new(
        Chance(50) ? "string[] as comma" : "(string ..2)[] as comma", "1..2",
        static random => Quote(string.Join(',', Enumerable.Range(0, Between(random, 0, 4)).Select(_ => Word(random, 1, 3)))));

    // A constant, or the kind of JSON, distinguishes its alternatives.
    private RandomType Union(int depth)
    {
        var one = Table(depth, "one");
        var other = Table(depth, "other");
        var name = "U" + Number(_tables.Count);
        var scalar = Chance(50)
            ? new RandomType("string", null, static random => Quote(Word(random, 1, 4)))
            : List(new RandomType("int", null, static random => Number(Between(random, 0, 9))));
        _tables.Add(new RandomTable(name, "  " + name + ": " + one.Type + " | " + other.Type + " | " + scalar.Type + "\n"));
        return new(name, null, random => (Between(random, 0, 3) switch { 0 => one, 1 => other, _ => scalar }).Value(random));
    }

    // A list with exactly one of one kind of table, and a maximum number of another.
    private RandomType Counted(int depth)
    {
        var one = Table(depth, "one");
        var other = Table(depth, "other");
        var name = "N" + Number(_tables.Count);
        var mark = Chance(30) ? " or null" : "";
        _tables.Add(new RandomTable(
            name, "  " + name + ":\n    type: " + one.Type + " | " + other.Type + "\n    number: { " + one.Type + ": 1, " + other.Type + ": 0 to 2 }\n"));
        var item = new RandomType(name + mark, null, random => (Between(random, 0, 3) == 0 ? one : other).Value(random));
        return new(item.InList + "[]", null, random => "[" + Items(random, item, 1, 4) + "]");
    }

    private RandomType Table(int depth, string? kind = null)
    {
        if (kind is null && !_hasConditions && Chance(20))
            return Tuple(depth);
        var rows = new List<RandomRow>();
        if (kind is not null)
            rows.Add(new("kind", "kind", new("string", null, _ => Quote(kind)), false, " always " + kind));
        var count = 1 + Pick(4);
        for (var i = 0; i < count; i++)
        {
            var type = Any(depth);
            var isOptional = Chance(40);
            var isNullable = Chance(20);
            var isRanged = type.Range is not null && Chance(70);
            type = isRanged ? type with { Type = type.Ranged } : type;
            var rule = !isRanged && !isOptional && type.Constant is { } constant && Chance(70) ? " always " + constant : "";
            if (_hasConditions && isOptional && Chance(80))
                rule = Condition(rows);
            if (_hasOtherForms && rule.Length == 0 && Chance(10))
                rule = Chance(50) ? " before V2" : " since V2";
            var name = "m" + Number(i);
            var alias = _hasOtherForms && Chance(20) ? "n" + Number(i) : name;
            rows.Add(new(name, alias, isNullable ? type with { Type = type.Nullable } : type, isOptional, rule));
        }

        var pattern = Chance(20) ? Scalar() : null;
        var schema = "T" + Number(_tables.Count);
        var text = new StringBuilder("  " + schema + ":\n");
        foreach (var row in rows)
            text.Append(row.Text);
        if (pattern is not null)
            text.Append(CultureInfo.InvariantCulture, $"    x{{X}}: \"{pattern.Type}{(pattern.Range is null ? "" : " " + pattern.Range)}\"\n");
        _tables.Add(new RandomTable(schema, text.ToString()));
        return new(schema, null, random => Object(random, rows, pattern));
    }

    // Only the last rows can be optional. A value after them is kept, but a page that prints one contradicts its table.
    private RandomType Tuple(int depth)
    {
        var rows = Enumerable.Range(0, 1 + Pick(4)).Select(_ => Any(depth)).Select(type => Chance(20) ? type with { Type = type.Nullable } : type).ToList();
        var required = Pick(rows.Count + 1);
        var schema = "A" + Number(_tables.Count);
        var text = new StringBuilder("  " + schema + ":\n    type: object as array\n    members:\n");
        for (var i = 0; i < rows.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"      m{i}{(i < required ? "" : "?")}: \"{rows[i].Type}\"\n");
        _tables.Add(new RandomTable(schema, text.ToString()));
        return new(schema, null, random =>
        {
            var least = required > 0 && Between(random, 0, 20) == 0 ? required - 1 : required;
            return "[" + string.Join(',', rows.Take(Between(random, least, rows.Count + 1)).Select(row => row.Value(random))) + "]";
        });
    }

    // A row can be required, or have an effect, depending on the value or the presence of one before it.
    private string Condition(List<RandomRow> rows)
    {
        var tested = rows.Where(static row => row.Type.Tested is not null).ToList();
        if (tested.Count == 0)
            return "";
        var row = tested[Pick(tested.Count)];
        var word = Chance(70) ? " required when " : " only when ";
        return word + row.Name + Pick(5) switch
        {
            0 => " is given",
            1 => " is missing",
            2 => " != " + row.Type.Tested,
            _ => " = " + row.Type.Tested,
        };
    }

    private static string Object(PCG random, List<RandomRow> rows, RandomType? pattern)
    {
        var members = new List<string>();
        foreach (var row in rows)
        {
            // Most members are present. Sometimes a required one is missing, or the constant that distinguishes an alternative.
            if (Between(random, 0, 100) < (row.IsOptional ? 30 : 3))
                continue;
            // The client reads both null and the strings that replace a value, and sends the string.
            var nulls = row.Type.Type.EndsWith(" or null", StringComparison.Ordinal) ? 20 : row.Type.Type.Contains(" or ", StringComparison.Ordinal) ? 0 : 2;
            var value = Between(random, 0, 100) < nulls ? "null" : row.Type.Value(random);
            members.Add("\"" + (row.Alias != row.Name && Between(random, 0, 2) == 0 ? row.Alias : row.Name) + "\":" + value);
        }

        for (var i = 0; pattern is not null && i < Between(random, 0, 3); i++)
            members.Add("\"x" + Number(i) + "\":" + pattern.Value(random));
        return "{" + string.Join(',', members) + "}";
    }

    private static string Items(PCG random, RandomType item, int least, int most)
        => string.Join(',', Enumerable.Range(0, Between(random, least, most)).Select(_ => item.Value(random)));

    private static int Between(PCG random, int least, int below) => least + (int)random.Next((uint)(below - least));

    private static string Word(PCG random, int least, int below) => "abcdefgh"[..Between(random, least, below)];

    private static string Quote(string text) => "\"" + text + "\"";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record RandomTable(string Name, string Text);

    // The alias of a row with only one name is this name.
    private sealed record RandomRow(string Name, string Alias, RandomType Type, bool IsOptional, string Rule)
    {
        public string Text
        {
            get
            {
                var start = "    " + Name + (IsOptional ? "?" : "") + ":";
                var type = " \"" + Type.Type + Rule + "\"\n";
                return Alias == Name ? start + type : start + "\n      type:" + type + "      alias: [" + Alias + "]\n";
            }
        }
    }
}

/// <summary>A type as written in a row, with a function that creates JSON for it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Range">A range that a row of the type can have; null: none.</param>
/// <param name="Value">Creates a value: usually a valid one, sometimes one just outside the rules.</param>
internal sealed record RandomType(string Type, string? Range, Func<PCG, string> Value)
{
    /// <summary>A constant that a row of the type can have; null: none.</summary>
    public string? Constant { get; init; }

    /// <summary>Values that a condition can name; null: no condition names a row of the type.</summary>
    public string? Tested { get; init; }

    /// <summary>The nullable type.</summary>
    public string Nullable => Type + " or null";

    /// <summary>The type with its range. A list has the range in its brackets.</summary>
    public string Ranged
    {
        get
        {
            var list = Type.EndsWith(" as comma", StringComparison.Ordinal) ? Type.Remove(Type.Length - " as comma".Length) : Type;
            return list.EndsWith("[]", StringComparison.Ordinal)
                ? list.Remove(list.Length - 2) + "[" + Range + "]" + Type.Substring(list.Length)
                : Type + " " + Range;
        }
    }

    /// <summary>The type before <c>[]</c>.</summary>
    public string InList
        => Type.StartsWith("enum ", StringComparison.Ordinal) ? "string" : Type.Contains(" as ", StringComparison.Ordinal)
            || Type.Contains(" or ", StringComparison.Ordinal) || Type.Contains("..", StringComparison.Ordinal) ? "(" + Type + ")" : Type;
}
