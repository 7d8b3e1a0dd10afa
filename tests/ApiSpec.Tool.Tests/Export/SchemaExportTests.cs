namespace ApiSpec.Tool.Tests.Export;

/// <summary>How rows of specs are written as schemas of OpenAPI.</summary>
public sealed class SchemaExportTests : IDisposable
{
    private readonly ExportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("string", """{"type":"string"}""", null)]
    [InlineData("string 1..255 - Its name", """{"type":"string","minLength":1,"maxLength":255,"description":"Its name"}""", null)]
    [InlineData("string 1..255 bytes", """{"type":"string","minLength":1,"maxLength":255}""", null)]
    [InlineData("string secret", """{"type":"string","format":"password"}""", null)]
    [InlineData("int 1..10 default 5", """{"type":"integer","format":"int32","minimum":1,"maximum":10,"default":5}""", null)]
    [InlineData("long or null", """{"type":["null","integer"],"format":"int64"}""", """{"type":"integer","format":"int64","nullable":true}""")]
    [InlineData("boolean always true", """{"type":"boolean","enum":[true]}""", null)]
    [InlineData("string always \"5\"", """{"type":"string","enum":["5"]}""", null)]
    [InlineData("double", """{"type":"number","format":"double"}""", null)]
    [InlineData("date-time", """{"type":"string","format":"date-time"}""", null)]
    [InlineData(
        "time", """{"type":"string","format":"time-local","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$"}""", null)]
    [InlineData("uuid", """{"type":"string","format":"uuid"}""", null)]
    [InlineData("any", "{}", null)]
    [InlineData("unknown", """{"x-apispec-open":true}""", null)]
    [InlineData("string[1..5]", """{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":5}""", null)]
    [InlineData("map<int>", """{"type":"object","additionalProperties":{"type":"integer","format":"int32"}}""", null)]
    [InlineData(
        "enum on|off or null", """{"type":["null","string"],"enum":["on","off",null]}""", """{"type":"string","enum":["on","off",null],"nullable":true}""")]
    [InlineData("Port", """{"$ref":"#/components/schemas/Port"}""", null)]
    [InlineData("Port - The port", """{"allOf":[{"$ref":"#/components/schemas/Port"}],"description":"The port"}""", null)]
    [InlineData(
        "Port or null",
        """{"anyOf":[{"$ref":"#/components/schemas/Port"},{"type":"null"}]}""",
        """{"type":"object","allOf":[{"$ref":"#/components/schemas/Port"}],"nullable":true}""")]
    [InlineData("Pair<Port>", """{"$ref":"#/components/schemas/Pair_Port"}""", null)]
    [InlineData("int | Port", """{"anyOf":[{"type":"integer","format":"int32"},{"$ref":"#/components/schemas/Port"}]}""", null)]
    [InlineData("date-time or epoch", """{"anyOf":[{"type":"string","format":"date-time"},{"type":"number","x-apispec-form":"epoch"}]}""", null)]
    [InlineData("epoch-ms", """{"type":"number","x-apispec-form":"epoch-ms"}""", null)]
    [InlineData("date-time as \"YYYY/MM/DD hh:mm\"", """{"type":"string","x-apispec-form":"YYYY/MM/DD hh:mm"}""", null)]
    [InlineData("boolean as 0|1", """{"type":"integer","enum":[1,0]}""", null)]
    [InlineData("boolean as 0|1 default 1", """{"type":"integer","enum":[1,0],"default":1}""", null)]
    [InlineData("boolean as no|yes", """{"type":"string","enum":["yes","no"]}""", null)]
    [InlineData("int or \"N/A\"", """{"anyOf":[{"type":"integer","format":"int32"},{"type":"string","enum":["N/A"]}]}""", null)]
    [InlineData(
        "int 0..100 or \"N/A\"", """{"anyOf":[{"type":"integer","format":"int32","minimum":0,"maximum":100},{"type":"string","enum":["N/A"]}]}""", null)]
    [InlineData("Vendor", """{"type":"integer","format":"int64"}""", null)]
    [InlineData("\n      type: int\n      values: { 0: Off, 7: On }", """{"type":"integer","format":"int32","description":"- `0`: Off\n- `7`: On"}""", null)]
    [InlineData(
        "\n      type: enum\n      values: { on: , off: { description: No power, deprecated: Use idle }, out: { deprecated: true } }",
        """{"type":"string","enum":["on","off","out"],"description":"- `on`\n- `off`: No power Deprecated: Use idle\n- `out`: Deprecated."}""", null)]
    public async Task A_row_becomes_a_schema(string row, string expected, string? of30)
    {
        WriteRow("value: " + row);
        ExportFolder.Same(expected, ExportFolder.At((await _folder.ExportAsync()).Document, "components", "schemas", "Table", "properties", "value"));
        ExportFolder.Same(
            of30 ?? expected,
            ExportFolder.At((await _folder.ExportAsync("--version", "3.0")).Document, "components", "schemas", "Table", "properties", "value"));
    }

    [Fact]
    public async Task A_member_that_must_be_given_is_required()
    {
        WriteRow("name: string\n    size?: int\n    mode: string when it runs\n    state: string read-only");
        ExportFolder.Same("""["name"]""", ExportFolder.At((await _folder.ExportAsync()).Document, "components", "schemas", "Table", "required"));
    }

    [Fact]
    public async Task A_table_with_names_of_a_pattern_takes_them()
    {
        WriteRow("label{X}: string");
        var (document, losses) = await _folder.ExportAsync();
        ExportFolder.Same("""{"^label.+$":{"type":"string"}}""", ExportFolder.At(document, "components", "schemas", "Table", "patternProperties"));
        Assert.Empty(losses);
        (document, losses) = await _folder.ExportAsync("--version", "3.0");
        ExportFolder.Same("""{"type":"string"}""", ExportFolder.At(document, "components", "schemas", "Table", "additionalProperties"));
        Assert.Equal("api.apispec.yaml(7): the names 'label{X}' are written as additional properties of any name", losses[0]);
    }

    [Fact]
    public async Task Names_of_other_rows_are_not_names_of_a_pattern()
    {
        WriteRow("label{X}-text: string\n    label{X}: int\n    label id: string\n    label#{Y}: int");
        var (document, losses) = await _folder.ExportAsync();
        ExportFolder.Same(
            """
            {
              "^label.+-text$":{"type":"string"},
              "^(?!(label id|label.+-text)$)label.+$":{"type":"integer","format":"int32"},
              "^(?!(label.+-text|label.+)$)label#.+$":{"type":"integer","format":"int32"}
            }
            """,
            ExportFolder.At(document, "components", "schemas", "Table", "patternProperties"));
        Assert.Empty(losses);
        (document, _) = await _folder.ExportAsync("--version", "3.0");
        ExportFolder.Same(
            """{"anyOf":[{"anyOf":[{"type":"string"},{"type":"integer","format":"int32"}]},{"type":"integer","format":"int32"}]}""",
            ExportFolder.At(document, "components", "schemas", "Table", "additionalProperties"));
    }

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    public async Task A_name_that_the_program_chooses_freely_is_an_additional_property(string version)
    {
        WriteRow("id: int\n    \"{name}\": string");
        var (document, losses) = await _folder.ExportAsync("--version", version);
        ExportFolder.Same("""{"type":"string"}""", ExportFolder.At(document, "components", "schemas", "Table", "additionalProperties"));
        Assert.Null(ExportFolder.At(document, "components", "schemas", "Table", "patternProperties"));
        Assert.Empty(losses);
    }

    [Theory]
    [InlineData(
        "status:\n      type: int as sum\n      values: {1: Read, 2: Update}",
        """{"type":"integer","format":"int32","description":"- `1`: Read\n- `2`: Update","x-apispec-flags":["1","2"]}""")]
    [InlineData(
        "status: (int 1..9) | enum max|all",
        """{"anyOf":[{"type":"integer","format":"int32","minimum":1,"maximum":9},{"type":"string","enum":["max","all"]}]}""")]
    public async Task Flags_are_numbers_and_a_number_or_words_are_alternatives(string row, string expected)
    {
        WriteRow(row);
        var (document, losses) = await _folder.ExportAsync();
        ExportFolder.Same(expected, ExportFolder.At(document, "components", "schemas", "Table", "properties", "status"));
        Assert.Empty(losses);
    }

    [Theory]
    [InlineData(
        "3.0",
        """
        {"type":"array","minItems":1,"items":{"anyOf":[{"title":"price","type":"number"},{"title":"count","type":"integer","format":"int32","maximum":9}]},
        "x-apispec-positions":["price","count"]}
        """,
        "which value is at which position of an array is in 'x-apispec-positions' only")]
    [InlineData(
        "3.1",
        """
        {"type":"array","minItems":1,"prefixItems":[{"title":"price","type":"number"},{"title":"count","type":"integer","format":"int32","maximum":9}]}
        """,
        null)]
    public async Task Arrays_have_a_schema_for_each_position(string version, string expected, string? loss)
    {
        WriteRow("status:\n      type: object as array\n      members: {price: decimal, count?: int ..9}");
        var (document, losses) = await _folder.ExportAsync("--version", version);
        ExportFolder.Same(expected, ExportFolder.At(document, "components", "schemas", "Table", "properties", "status"));
        if (loss is null)
            Assert.Empty(losses);
        else
            Assert.Contains(loss, losses[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "status: enum on|off|...",
        """{"type":"string","x-apispec-values":["on","off"]}""",
        "the values that are known of an open enum are in 'x-apispec-values' only")]
    [InlineData("status: string[] as comma", """{"type":"string"}""", "the list in one string is a string")]
    [InlineData(
        "status: string since V2", """{"type":"string","x-apispec-editions":"since V2"}""", "which editions have 'status' is in 'x-apispec-editions' only")]
    [InlineData(
        "status:\n      type: string\n      alias: [state, STATUS]",
        """{"type":"string","x-apispec-alias":["state","STATUS"]}""",
        "the other names of 'status' (state, STATUS) are in 'x-apispec-alias' only")]
    [InlineData(
        "status?: string required when mode = on\n    mode: string",
        """{"type":"string","description":"Must be given if mode is on.","x-apispec-required-when":"mode = on"}""",
        "when 'status' is needed or counts is in its description and 'x-apispec-required-when' only")]
    public async Task What_a_schema_cannot_say_is_listed_with_its_line(string row, string expected, string loss)
    {
        WriteRow(row);
        var (document, losses) = await _folder.ExportAsync();
        ExportFolder.Same(expected, ExportFolder.At(document, "components", "schemas", "Table", "properties", "status"));
        Assert.Equal(["api.apispec.yaml(7): " + loss, "OpenAPI cannot represent 1 of the facts; the lines above show their replacements."], losses);
    }

    [Fact]
    public async Task Tables_that_hold_themselves_and_uses_of_generic_tables_are_each_written_once()
    {
        _folder.Write(
            "api",
            "api: demo\nclient: DemoClient\nschemas:\n  Chain<T>:\n    item: T\n    next?: Chain<T>\n  Start:\n    numbers: Chain<int>\n"
            + "    more: Chain<int>\n    texts: Chain<string[]>\n");
        _folder.Write("get", "operation: Demo.Get\nrequest: GET /demo\nstatus: [200]\nresponse: Start\n");
        var (document, _) = await _folder.ExportAsync();
        Assert.Equal(
            ["Chain_int", "Chain_stringList", "Start"],
            ExportFolder.At(document, "components", "schemas")!.AsObject().Select(static schema => schema.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            "#/components/schemas/Chain_stringList",
            (string?)ExportFolder.At(document, "components", "schemas", "Chain_stringList", "properties", "next", "$ref"));
    }

    private void WriteRow(string row)
    {
        _folder.Write(
            "api",
            "api: demo\nclient: DemoClient\nmanuals: { V1: One, V2: Two }\ntypes: { Vendor: long }\nschemas:\n  Table:\n    " + row
            + "\n  Port:\n    number: int\n  Pair<T>:\n    first: T\n    second: T\n");
        _folder.Write("get", "operation: Demo.Get\nrequest: GET /demo\nstatus: [200]\nresponse: Table\n");
    }
}
