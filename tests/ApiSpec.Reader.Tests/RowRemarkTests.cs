using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

// apispec-upgrade: off

/// <summary>A row on one line: type, form, alternatives, range, and remarks in any order.</summary>
public sealed class RowRemarkTests
{
    private const string All = "string 1..9 filter secret default x since V1 until V2 except V3, V4 when ready or not - The text";

    [Theory]
    [InlineData(All)]
    [InlineData("string since V1 default x filter until V2 secret 1..9 except V3, V4 when ready or not - The text")]
    [InlineData("string except V3,V4 secret until V2 1..9 since \"V1\" filter default 'x' when ready or not - The text")]
    public void Remarks_come_in_any_order(string text)
    {
        var row = Row("a: " + text);
        Assert.Equal(new ValueRange("1", "9"), row.Range);
        Assert.Equal((FilterMark.Yes, true, "x", "ready or not", "The text"), (row.Filter, row.IsSecret, row.Default, row.When, row.Description));
        Assert.Equal(new EditionRange("V1", "V2", null) { Except = ["V3", "V4"] }, row.Editions);
    }

    [Theory]
    [InlineData("string since V1 before V3", "V1", "V3")]
    [InlineData("string before \"10 50\" secret - Removed", null, "10 50")]
    public void Row_can_have_been_removed(string text, string? since, string before)
        => Assert.Equal(new EditionRange(since, null, null) { Before = before }, Row("a: " + text).Editions);

    [Theory]
    [InlineData("string always a b c", "a b c")]
    [InlineData("string always a b filter", "a b")]
    [InlineData("string always \"a filter\" filter", "a filter")]
    [InlineData("string always \"as comma\"", "as comma")]
    [InlineData("string always \"default 5\"", "default 5")]
    [InlineData("string always 'x - y' - text", "x - y")]
    [InlineData("string always \"null\"", "null")]
    [InlineData("string always \"\"", "")]
    [InlineData("string always 1..5", "1..5")]
    [InlineData("string always it's - text", "it's")]
    [InlineData("enum a|only always only", null)]
    public void Quotation_marks_protect_a_value_that_holds_a_word_of_a_remark(string text, string? value)
    {
        if (value is null)
            Assert.Contains(
                Spec.Diagnostics(Spec.Section("response:\n  a: " + text + "\n")),
                static diagnostic => diagnostic.Contains("; put a value that contains 'only' in quotation marks", StringComparison.Ordinal));
        else
            Assert.Equal(value, Row("a: " + text).Constant);
    }

    [Theory]
    [InlineData("string[1..100]", "1", "100", false)]
    [InlineData("string[..100] or null", null, "100", false)]
    [InlineData("string[2..] as comma", "2", null, false)]
    [InlineData("(string 1..255 bytes)[..100]", null, "100", false)]
    [InlineData("map<int> 1..3", "1", "3", false)]
    [InlineData("string 1..255 bytes", "1", "255", true)]
    [InlineData("string or null 1..255", "1", "255", false)]
    [InlineData("string 1..255 or null", "1", "255", false)]
    [InlineData("long as string 1..9", "1", "9", false)]
    public void Reads_how_much_there_may_be(string text, string? minimum, string? maximum, bool inBytes)
        => Assert.Equal(new ValueRange(minimum, maximum) { InBytes = inBytes }, Row("a: " + text).Range);

    [Theory]
    [InlineData("(string 1..255 bytes)[..100]", "1", "255", true)]
    [InlineData("map<int 1..5>", "1", "5", false)]
    [InlineData("(int 1..5 or null)[]", "1", "5", false)]
    [InlineData("int[1..2][..9]", "1", "2", false)]
    public void A_range_inside_a_type_is_that_of_each_value_there(string text, string minimum, string maximum, bool inBytes)
    {
        var inner = Row("a: " + text).Type.Arguments[0];
        inner = inner.Kind == TypeKind.Nullable ? inner.Arguments[0] : inner;
        Assert.Equal(new ValueRange(minimum, maximum) { InBytes = inBytes }, inner.Range);
    }

    [Fact]
    public void A_table_of_rows_says_in_its_name_how_many_there_are()
    {
        var row = Row("steps[1..10]?:\n  name: string");
        Assert.Equal(("steps", true, TypeKind.List, new ValueRange("1", "10")), (row.Name, row.IsOptional, row.Type.Kind, row.Range));
    }

    [Theory]
    [InlineData("required when b = x - text", "b is x", null)]
    [InlineData("since V1 required when b = x|y and c.d is given filter - text", "b is x or y and c.d is given", null)]
    [InlineData("required when b != filter|only filter - text", "b is not filter or only", null)]
    [InlineData("required when b has \"two words\" only when c is missing default 5", "b has two words", "c is missing")]
    [InlineData("only when c = 'given' 1..9 - text", null, "c is given")]
    [InlineData("only when a b", null, "a b")]
    [InlineData("required when created in a thin pool - text", "created in a thin pool", null)]
    public void Conditions_end_at_the_next_remark(string remarks, string? required, string? only)
    {
        var row = Row("a?: string " + remarks);
        Assert.Equal((required, only, true), (row.RequiredWhen?.ToString(), row.OnlyWhen?.ToString(), row.IsOptional));
    }

    [Fact]
    public void Row_that_counts_in_one_case_alone_is_required_there()
    {
        Assert.Equal("b is x", Row("a: string only when b = x").RequiredWhen?.ToString());
        Assert.Null(Row("a: string only when b = x default y").RequiredWhen);
        Assert.Equal("c is y", Row("a: string required when c = y only when b = x").RequiredWhen?.ToString());
        Assert.True(Row("a: string only when b = x").IsOptional);
    }

    [Theory]
    [InlineData("a: string required when b = x required when c = y", "APISPEC0107 5:33+13 'required when' is repeated; remove one of the two")]
    [InlineData(
        "a: string required when b = x required not stated",
        "APISPEC0108 5:33+19 'required not stated' and 'required when' cannot be combined; remove one of the two")]
    [InlineData("a: string required when", "APISPEC0121 5:13+13 'required when' has no meaning here; write a condition after it")]
    [InlineData("a: string when b = x - text", "APISPEC0241 5:18+5 'b = x' is not checked; write 'required when' or 'only when' before a condition")]
    [InlineData(
        "a: string required when b = x or c",
        "APISPEC0241 5:27+10 'b = x or c' is not checked; put a value with a space, or one of the words 'given', 'missing' and 'and', in quotation marks")]
    [InlineData(
        "a: string only when = x",
        "APISPEC0241 5:23+3 '= x' is not checked; write 'name = value', 'name != value', 'list has value', 'name is given' or 'name is missing', joined by "
        + "'and'")]
    public void A_condition_that_is_not_one_says_what_to_write(string row, string diagnostic)
        => Assert.Equal(
            [diagnostic],
            Spec.Diagnostics(Spec.Section("response:\n  " + row + "\n")).Where(static found => !found.StartsWith("APISPEC0147", StringComparison.Ordinal)));

    [Fact]
    public void Path_value_has_no_condition()
        => Assert.Contains(
            Spec.Diagnostics("operation: A.Get\nrequest: GET /a/{id}/{kind}\npath:\n  id: long\n  kind: string required when id = 1\nstatus: unknown\n"),
            static diagnostic => diagnostic.StartsWith("APISPEC0124 5:30+6", StringComparison.Ordinal));

    [Theory]
    [InlineData("a: string filter filter", "APISPEC0107 5:20+6 'filter' is repeated; remove one of the two")]
    [InlineData("a: int default 1 default 2", "APISPEC0107 5:20+7 'default' is repeated; remove one of the two")]
    [InlineData("a: int always 1 default 2", "APISPEC0108 5:19+9 'always' and 'default' cannot be combined; remove one of the two")]
    [InlineData("a: int since V1 only V2", "APISPEC0108 5:19+7 'only' and 'since' cannot be combined; remove one of the two")]
    [InlineData("a: int before V3 until V2", "APISPEC0108 5:20+8 'before' and 'until' cannot be combined; remove one of the two")]
    [InlineData("a: int before V3 only V2", "APISPEC0108 5:20+7 'only' and 'before' cannot be combined; remove one of the two")]
    [InlineData("a: int before", "APISPEC0121 5:10+6 'before' has no meaning here; write an edition after it")]
    [InlineData(
        "a: int removed V3", "APISPEC0121 5:10+10 'removed V3' has no meaning here; write 'before' and the first version without it, as in 'before V12'")]
    [InlineData("a: int defualt 5", "APISPEC0121 5:10+9 'defualt 5' has no meaning here; did you mean 'default'?")]
    [InlineData("a: int alway 5", "APISPEC0121 5:10+7 'alway 5' has no meaning here; did you mean 'always'?")]
    [InlineData("a: int default", "APISPEC0121 5:10+7 'default' has no meaning here; write a value after it")]
    [InlineData("a: int since", "APISPEC0121 5:10+5 'since' has no meaning here; write an edition after it")]
    [InlineData("a: string[] as coma", "APISPEC0120 5:18+4 The type cannot be read: 'as coma' is unknown; did you mean 'as comma'?")]
    [InlineData("a: string as comma", "APISPEC0120 5:13+8 The type cannot be read: 'as comma' is for a list, as in 'string[] as comma'")]
    [InlineData(
        "a: string or int",
        "APISPEC0120 5:16+3 The type cannot be read: write 'or null', or 'or' and a quoted value, as in 'or \"\"'; join alternatives of a type with '|'")]
    [InlineData(
        "a: string filter or c",
        "APISPEC0120 5:23+1 The type cannot be read: write 'or null', or 'or' and a quoted value, as in 'or \"\"'; join alternatives of a type with '|'")]
    [InlineData("a: string 5 bytes", "APISPEC0121 5:13+7 '5 bytes' has no meaning here; write a range as '..5'")]
    [InlineData("a: int 1..5 bytes", "APISPEC0122 5:15+5 '1..5 bytes' is not a range: 'bytes' is for the length of a string")]
    [InlineData("a: string[5]", "APISPEC0120 5:12+1 The type cannot be read: write a list as '[]', or as '[1..100]' with its number of items")]
    [InlineData("a: string[5..1]", "APISPEC0122 5:13+4 '5..1' is not a range: its smallest value is larger than its largest")]
    public void A_remark_that_cannot_be_read_says_what_to_write(string row, string diagnostic)
        => Assert.Equal([diagnostic], Spec.Diagnostics(Spec.Section("response:\n  " + row + "\n")));

    [Theory]
    [InlineData("a: field[] as repeat", "APISPEC0120 5:6+17 The type cannot be read: names of members are written 'field[] as comma'")]
    [InlineData("a: string[] as coma", "APISPEC0120 5:18+4 The type cannot be read: 'as coma' is unknown; did you mean 'as comma'?")]
    [InlineData(
        "a: string[] as \"[]\"",
        "APISPEC0120 5:15+7 The type cannot be read: '[]' is not the form of a list; write '\"[a,b]\"', '\"[a|b]\"' or '\"[a b]\"'")]
    [InlineData(
        "a: string[] as \"[a, b]\"",
        "APISPEC0120 5:15+11 The type cannot be read: '[a, b]' is not the form of a list; write '\"[a,b]\"', '\"[a|b]\"' or '\"[a b]\"'")]
    [InlineData(
        "a: string[] as \"a,b\"",
        "APISPEC0120 5:15+8 The type cannot be read: 'a,b' is not the form of a list; write '\"[a,b]\"', '\"[a|b]\"' or '\"[a b]\"'")]
    [InlineData(
        "a: string[] as [a|b]",
        "APISPEC0120 5:18+4 The type cannot be read: put the form of a list in quotation marks, as in '\"[a,b]\"', '\"[a|b]\"' or '\"[a b]\"'")]
    [InlineData("a: field[] as \"[a,b]\"", "APISPEC0120 5:6+18 The type cannot be read: names of members are written 'field[] as comma'")]
    [InlineData(
        "a: (date-time as \"YYYY/MM/DD hh:mm\")[] as \"[a b]\"",
        "APISPEC0125 5:6+46 Type 'as \"[a b]\"' is not allowed here; the value '2026/01/31 23:59' contains ' ', so write the form that the page shows")]
    [InlineData(
        "a: (date-time as \"YYYY/MM/DD hh:mm\" or \"\")[] as space",
        "APISPEC0125 5:6+50 Type 'as space' is not allowed here; the value '2026/01/31 23:59' contains ' ', so write the form that the page shows")]
    [InlineData(
        "a: (date as \"YYYY(MM)DD\")[] as \"(a|b)\"",
        "APISPEC0125 5:6+35 Type 'as \"(a|b)\"' is not allowed here; the value '2026(01)31' contains '(', so write the form that the page shows")]
    [InlineData(
        "a: (enum a|\"b c\"|d)[] as space",
        "APISPEC0125 5:6+27 Type 'as space' is not allowed here; the value 'b c' contains ' ', so write the form that the page shows")]
    [InlineData(
        "a: (int or \"1,2\")[] as comma",
        "APISPEC0125 5:6+25 Type 'as comma' is not allowed here; the value '1,2' contains ',', so write the form that the page shows")]
    [InlineData("a: string[] as \"[a,b]\" as comma", "APISPEC0120 5:26+8 The type cannot be read: a type has one 'as'")]
    [InlineData("a: string[] as comma as \"[a,b]\"", "APISPEC0120 5:24+10 The type cannot be read: a type has one 'as'")]
    [InlineData("a: int[] as \"[a,b]\" default 1,2", "APISPEC0126 5:31+3 '1,2' is not valid: a list looks like '[a,b]' here")]
    [InlineData("a: int[] as \"[a|b]\" default [1|x]", "APISPEC0126 5:31+5 '[1|x]' is not valid: an int is a whole number of 32 bits")]
    [InlineData("a: int[] as space default 1 x", "APISPEC0126 5:29+3 '1 x' is not valid: an int is a whole number of 32 bits")]
    [InlineData("a: string[] as comma as space", "APISPEC0120 5:24+8 The type cannot be read: a type has one 'as'")]
    public void A_wrong_form_of_a_query_parameter_is_one_mistake(string row, string diagnostic)
        => Assert.Equal([diagnostic], Spec.Diagnostics(Spec.Section("query:\n  " + row + "\n")));

    [Fact]
    public void A_wrong_form_of_a_schema_is_one_mistake()
        => Assert.Single(Spec.Diagnostics(Spec.Section("schemas:\n  Names: field[] as repeat\n")));

    [Theory]
    [InlineData("a: string? = x - text", "a: string or null always x")]
    [InlineData("a: string? = null", "a: string or null always null")]
    [InlineData("a: string = \"default\"", "a: string always \"default\"")]
    [InlineData("a: csv<enum a|b>", "a: (enum a|b)[] as comma")]
    [InlineData("a: map<string?>?", "a: map<string or null> or null")]
    [InlineData("a: (A | B?)[] 1..5 filter", "a: (A | (B or null))[1..5] filter")]
    [InlineData("a: quoted<long>?", "a: long as string or null")]
    [InlineData("a[]: string 1..5", "a[1..5]: string")]
    [InlineData(
        "a:\n    type: int?\n    range: 1..500\n    default: 100\n    since: V11\n    filter: unknown",
        "a: int or null 1..500 filter unknown default 100 since V11")]
    [InlineData("a:\n    type: string\n    constant: since 1900\n    secret: yes", "a: string secret always \"since 1900\"")]
    [InlineData("a:\n    type: string\n    read-only: no\n    when: not for drafts\n    except: [V1, V2]", "a: string except V1, V2 when not for drafts")]
    [InlineData("a:\n    type: string\n    range: ..9\n    alias: [b]", "type: string ..9")]
    [InlineData("a:\n    since: V2\n    members:\n      b: int", "type: object since V2")]
    [InlineData("a:\n    type: string?\n    notes: n", "type: string or null")]
    public void A_form_of_version_0_1_shows_the_form_of_this_one(string row, string line)
    {
        var diagnostic = Assert.Single(Spec.Read(Spec.Section("response:\n  " + row + "\nschemas:\n  A: {b: int}\n  B: {c: int}\n")).Diagnostics);
        Assert.Equal("APISPEC0135", diagnostic.Rule.Id);
        Assert.Equal(line, diagnostic.Arguments[0]);
    }

    [Fact]
    public void A_long_name_of_a_row_of_version_0_1_does_not_hide_its_type()
    {
        var diagnostic = Assert.Single(
            Spec.Read(Spec.Section("response:\n  " + new string('a', 500) + ":\n    type: string\n    default: x\n    csharp: Foo\n")).Diagnostics);
        Assert.Equal(("APISPEC0135", "type: string default x"), (diagnostic.Rule.Id, diagnostic.Arguments[0]));
    }

    [Fact]
    public void A_row_of_version_0_1_means_what_its_new_form_means()
    {
        var old = Spec.Read(Spec.Section("response:\n  a?:\n    type: csv<int>?\n    range: 1..500\n    default: 100\n    since: V11\n"
            + "    description: Text\n")).File!.Section!.Response!.Members[0];
        Assert.Equal(Row("a?: int[1..500] as comma or null default 100 since V11 - Text") with { Type = old.Type }, old);
        Assert.Equal(RowWriter.Write(Row("a?: int[] as comma or null").Type), RowWriter.Write(old.Type));
    }

    [Theory]
    [InlineData("a:\n    type: string\n    default: string\n")]
    [InlineData("a:\n    members:\n      type: string\n      since: date\n")]
    public void Members_that_have_the_names_of_old_keys_are_members(string row)
        => Assert.Equal(TypeKind.Object, Row(row.Replace("\n    ", "\n  ", StringComparison.Ordinal)).Type.Kind);

    [Theory]
    [InlineData("string or null")]
    [InlineData("string[1..100] as comma or null")]
    [InlineData("(enum a|\"b c\"|...)[..3]")]
    [InlineData("map<(int 1..5 or null)[]>")]
    [InlineData("Page<Task> | (long as string) | string[]")]
    [InlineData("(string 1..255 bytes)[]")]
    [InlineData("boolean as string")]
    [InlineData("int[1..3] as \"[a,b]\"")]
    [InlineData("(enum a|b)[] as \"(a|b)\"")]
    [InlineData("string[] as \"{a b}\"")]
    public void A_type_is_written_as_it_is_read(string type) => Assert.Equal(type, RowWriter.Write(TypeParser.ParseAt(type, 0).Type!));

    private static RowDeclaration Row(string row)
        => Spec.File(
            Spec.Section("response:\n  " + row.Replace("\n", "\n  ", StringComparison.Ordinal) + "\nschemas:\n  A: {b: int}\n")).Section!.Response!.Members[0];
}
