namespace ApiSpec.Wire.Tests.Matrix;

/// <summary>A type of the format, with a value.</summary>
/// <param name="Spec">The type as a spec writes it.</param>
/// <param name="Texts">The value as strings; the items of a list.</param>
/// <param name="Json">The value as JSON.</param>
/// <param name="Constant">A constant of the type.</param>
/// <param name="Separator">The separator of a list in one string; null: a single value, or a repeated parameter.</param>
internal sealed record CellType(string Spec, string[] Texts, string Json, string Constant, string? Separator = null)
{
    /// <summary>The API file that declares the aliases.</summary>
    public const string Api = """
        client: MatrixClient
        types:
          AString: string
          AInt: int
          ADate: date-time
          AEnum: enum a|b
          AUnion: string | int
          AList: string[]
          AComma: string[] as comma
          APipe: int[] as pipe
          ARepeat: string[] as repeat
          ABrackets: string[] as brackets
          ACsv: int[] as comma
          AEnclosed: int[] as "[a,b]"
          AFlag: flag
          ANullable: string or null
          AQuoted: int as string
          ATable: Table
          AAlias: AInt
          AFilter: hql-filter
          AMoment: date-time as "YYYY/MM/DD hh:mm:ss"
          AFlagWord: boolean as Y|N
        schemas:
          Table:
            name: string
          Page<T>:
            items: T[]
          SEnum: enum a|b
          SUnion: string | int
          SList: string[]
          SCsv: string[] as comma
        """;

    private const string Text = "a b+c%&=";
    private const string Time = "2026-01-31T09:30:00+09:00";
    private const string OtherTime = "2026-02-01T00:00:00.5+00:00";
    private const string Uuid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";

    private const string Noon = "2026-01-31T12:00:00+00:00";

    public static IReadOnlyList<CellType> All { get; } =
    [
        Single("string", Text, "x y"), Single("url", "http://h/x?y=1&z", "http://h/"), Single("int", "7", "5"), Single("long", "9000000000", "5"),
        Single("double", "0.1", "2.5"), Single("decimal", "12.50", "2.5"), Single("boolean", "true", "false"),
        Single("date-time", Time, "2026-01-31T00:30:00Z"),
        Single("date", "2026-01-31", "2026-01-30"), Single("time", "09:30:05", "10:00:00"), Single("duration", "PT15M", "PT1H"), Single("uuid", Uuid, Uuid),
        Single("bytes", "AQID", "AQID"), Single("enum a|b", "b", "a"), Single("flag", "", "true"), Single("object", "{\"x\":1}", "x"),
        Single("any", "{\"x\":1}", "x"),
        List("string[]", ["p1", "p2"]), List("(enum a|b)[]", ["a", "b"]), List("int[]", ["1", "2"]), Single("string[][]", "[[\"x\"]]", "x"),
        Single("map<string>", "{\"k\":\"v\"}", "x"),
        List("string[] as comma", ["p1", "p 2"], ","), List("int[] as comma", ["1", "2"], ","), List("date-time[] as comma", [Time, OtherTime], ","),
        List("(enum a|b)[] as comma", ["a", "b"], ","),
        List("string[] as comma", ["p1", "p 2"], ","), List("int[] as comma", ["1", "2"], ","), List("date-time[] as comma", [Time, OtherTime], ","),
        List("(enum a|b)[] as comma", ["a", "b"], ","),
        List("bytes[] as comma", ["AQID", "BA=="], ","), List("boolean[] as comma", ["true", "false"], ","), List("AString[] as comma", ["p1", "p2"], ","),
        List("AEnum[] as comma", ["a", "b"], ","),
        List("AUnion[] as comma", ["a"], ","), List("Table[] as comma", ["a"], ","), List("string[] as space", ["p1", "p|2"], " "),
        List("duration[] as space", ["PT15M", "PT1H"], " "),
        List("string[] as pipe", ["p1", "p 2"], "|"), List("uuid[] as pipe", [Uuid, Uuid], "|"), List("string[] as repeat", ["p,1", ""]),
        List("date-time[] as repeat", [Time, OtherTime]),
        List("string[] as brackets", ["p1", "p2"]), List("AInt[] as brackets", ["1", "2"]), Single("int as string", "7", "5") with { Json = "\"7\"" },
        Single("boolean as string", "true", "false") with { Json = "\"true\"" }, Single("Table", "{\"name\":\"t\"}", "x"),
        Single("Table[]", "[{\"name\":\"t\"}]", "x"),
        Single("Page<Table>", "{\"items\":[{\"name\":\"t\"}]}", "x"), Single("string | int", Text, "x"), Single("(string | int)[]", "[\"x\",1]", "x"),
        Single("hql-filter", "x", "x"),
        Single("hql-sort", "x", "x"), Single("hql-fields", "x", "x"), Single("AString", Text, "x"), Single("AInt", "7", "5"),
        Single("ADate", Time, "2026-01-31T00:30:00Z"),
        Single("AEnum", "b", "a"), Single("AUnion", Text, "x"), List("AList", ["p1", "p2"]), List("AComma", ["p1", "p2"], ","), List("APipe", ["1", "2"], "|"),
        List("ARepeat", ["p1", "p2"]), List("ABrackets", ["p1", "p2"]), List("ACsv", ["1", "2"], ","), Single("AFlag", "", "true"),
        Single("ANullable", Text, "x"),
        Single("AQuoted", "7", "5") with { Json = "\"7\"" }, Single("ATable", "{\"name\":\"t\"}", "x"), Single("AAlias", "7", "5"), Single("AFilter", "x", "x"),
        Single("SEnum", "b", "a"), Single("SUnion", Text, "x"), List("SList", ["p1", "p2"]), List("SCsv", ["p1", "p2"], ","),
        Form("epoch", "2026-01-31T00:30:00Z", "1769819400", "1769800000", Noon, isNumber: true),
        Form("epoch-ms", "2026-01-31T00:30:00.25Z", "1769819400250", "1769800000000", Noon, isNumber: true),
        Form("epoch as string", "2026-01-31T00:30:00Z", "1769819400", "1769800000", Noon), Form("long as string", "9000000000", "9000000000", "5", "1"),
        Form("boolean as 0|1", "true", "1", "0", "true", isNumber: true), Form("boolean as no|yes", "true", "yes", "no", "true"),
        Form("boolean as \"1\"|\"0\"", "true", "1", "0", "true"),
        Form("date-time as \"YYYY/MM/DD hh:mm:ss\"", "2026-01-31T00:30:00Z", "2026/01/31 00:30:00", "2026/01/30 10:00:00", Noon),
        Form("date-time as \"YYYYMMDDThhmmssZ\"", "2026-01-31T09:30:00+09:00", "20260131T003000Z", "20260130T100000Z", Noon),
        Form("date as \"DD.MM.YYYY\"", "2026-01-31", "31.01.2026", "30.01.2026", "2026-01-31"),
        Form("time as \"hhmmss\"", "09:30:05", "093005", "100000", "12:00:00"),
        Form("AMoment", "2026-01-31T00:30:00Z", "2026/01/31 00:30:00", "2026/01/30 10:00:00", Noon), Form("AFlagWord", "true", "Y", "N", "true"),
        Form("int or \"N/A\"", "7", "7", "5", "1", isNumber: true),
        Form("date-time or \"\"", "2026-01-31T00:30:00Z", "2026-01-31T00:30:00+00:00", "2026-01-31T00:30:00Z", Noon),
        List("epoch[] as comma", ["1769819400", "1769800000"], ",") with { Given = ["2026-01-31T00:30:00Z", "2026-01-30T19:06:40Z"], ReadAs = Noon },
        List("(boolean as Y|N)[] as repeat", ["Y", "N"]) with { Given = ["true", "false"] },
        List("(boolean as Y|N)[] as comma", ["Y", "N"], ",") with { Given = ["true", "false"], ReadAs = "true" },
        List("(date as \"DD.MM.YYYY\")[] as space", ["31.01.2026", "30.01.2026"], " ") with { Given = ["2026-01-31", "2026-01-30"] },
        Single("(epoch | (boolean as on|off))[]", "[1769819400,\"on\"]", "x"), Single("(boolean as 1|0)[]", "[1,0]", "x"),
        Single("(date as \"DD.MM.YYYY\" or \"\")[]", "[\"31.01.2026\",\"\"]", "x"),
        Single("Table as json", "{\"name\":\"t\"}", "x") with { Json = "\"{\\\"name\\\":\\\"t\\\"}\"" },
        Single("Table[] as json", "[{\"name\":\"t\"}]", "x") with { Json = "\"[{\\\"name\\\":\\\"t\\\"}]\"" },
        Enclosed("int[] as \"[a,b]\"", ["1", "2"], ",", "[]"), Enclosed("string[] as \"(a|b)\"", ["p,1", "p 2"], "|", "()"),
        Enclosed("(date as \"DD.MM.YYYY\")[] as \"{a b}\"", ["31.01.2026", "30.01.2026"], " ", "{}") with { Given = ["2026-01-31", "2026-01-30"] },
        Enclosed("AEnclosed", ["1", "2"], ",", "[]"), Enclosed("AEnum[] as \"[a|b]\"", ["a", "b"], "|", "[]"),
    ];

    /// <summary>Whether the value is JSON in a string.</summary>
    public bool IsEmbedded => Spec.EndsWith(" as json", StringComparison.Ordinal);

    /// <summary>The characters around a list.</summary>
    public string Enclosure { get; init; } = "";

    /// <summary>The value in the program, if it differs from the sent form.</summary>
    public string[] Given { get; init; } = Texts;

    /// <summary>The value that the client reads from the header of a stub server, if it differs from the text of the header; null: it does not
    /// differ.</summary>
    public string? ReadAs { get; init; }

    /// <summary>Whether the type has values that can be written in a row.</summary>
    public bool HasConstants
        => !(IsEmbedded || Json.StartsWith('{') || Json.StartsWith('[')
            || Spec.StartsWith("hql", StringComparison.Ordinal) || Spec is "flag" or "AFlag" or "AFilter");

    /// <summary>Whether remarks are tested with this type. Other types of the same kind behave alike, so not all are tested.</summary>
    public bool IsBasic
        => Spec is "string" or "int" or "date-time" or "bytes" or "enum a|b" or "flag" or "any" or "string[]" or "string[] as comma" or "string[] as comma"
            or "Table" or "string | int" or "AEnum";

    /// <summary>Whether the value is sent as repeated parameters with brackets after the name.</summary>
    public bool HasBrackets => Spec is "ABrackets" || Spec.EndsWith(" as brackets", StringComparison.Ordinal);

    public override string ToString() => Spec;

    private static CellType Single(string spec, string text, string constant)
        => new(spec, [text], text.StartsWith('{') || text.StartsWith('[') || IsJsonNumber(spec) ? text : "\"" + text + "\"", constant);

    private static CellType Form(string spec, string given, string text, string constant, string readAs, bool isNumber = false)
        => new(spec, [text], isNumber ? text : "\"" + text + "\"", constant) { Given = [given], ReadAs = readAs };

    private static bool IsJsonNumber(string spec) => spec is "int" or "long" or "double" or "decimal" or "boolean" or "AInt" or "AAlias";

    private static CellType Enclosed(string spec, string[] items, string separator, string enclosure)
        => List(spec, items, separator) with { Enclosure = enclosure, Constant = enclosure[0] + items[0] + enclosure[1] };

    private static CellType List(string spec, string[] items, string? separator = null)
    {
        var json = separator is not null ? "\"" + string.Join(separator, items) + "\""
            : "[" + string.Join(",", items.Select(item => spec is "int[]" ? item : "\"" + item + "\"")) + "]";
        return new(spec, items, json, items[0], separator);
    }
}
