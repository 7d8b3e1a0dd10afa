using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

public sealed class RowTests
{
    private static RowDeclaration Member(string row)
        => Assert.Single(Spec.File(Spec.Section("response:\n  " + row.Replace("\n", "\n  ", StringComparison.Ordinal) + "\n")).Section!.Response!.Members);

    private static RowDeclaration Query(string row) => Assert.Single(Spec.File(Spec.Section("query:\n  " + row + "\n")).Section!.QueryRows);

    /// <summary>Returns a type in full, with brackets around every nested part.</summary>
    private static string Show(TypeReference type)
    {
        var inside = type.Arguments.Select(Show).Concat(type.Values.Select(static value => value.Value));
        var name = type.Name ?? type.Kind.ToString();
        return type.Arguments.Count + type.Values.Count == 0 ? name : name + "(" + string.Join(", ", inside) + ")";
    }

    [Theory]
    [InlineData("string", "String")]
    [InlineData("boolean", "Boolean")]
    [InlineData("int", "Int")]
    [InlineData("long", "Long")]
    [InlineData("double", "Double")]
    [InlineData("decimal", "Decimal")]
    [InlineData("date", "Date")]
    [InlineData("time", "Time")]
    [InlineData("date-time", "DateTime")]
    [InlineData("duration", "Duration")]
    [InlineData("url", "Url")]
    [InlineData("uuid", "Uuid")]
    [InlineData("bytes", "Bytes")]
    [InlineData("object", "Object")]
    [InlineData("any", "Any")]
    [InlineData("Task", "Task")]
    [InlineData("Task[]", "List(Task)")]
    [InlineData("Task or null", "Nullable(Task)")]
    [InlineData("map<Task[]> or null", "Nullable(Map(List(Task)))")]
    [InlineData("Page<Task>", "Page(Task)")]
    [InlineData("Pair< Task , map<int> >", "Pair(Task, Map(Int))")]
    [InlineData("(Schedule | PropertyValue)[]", "List(Union(Schedule, PropertyValue))")]
    [InlineData("A|B | C[]", "Union(A, B, List(C))")]
    [InlineData("(enum immediate|schedule|recurrence)[] as comma", "Comma(Enum(immediate, schedule, recurrence))")]
    [InlineData("enum a | b[]", "List(Enum(a, b))")]
    [InlineData("enum \"in progress\"|'a?'|-1|1.5|a/b", "Enum(in progress, a?, -1, 1.5, a/b)")]
    [InlineData("enum filter|secret secret", "Enum(filter, secret)")]
    [InlineData("(enum a|b) | int", "Union(Enum(a, b), Int)")]
    public void Reads_every_form_of_type(string text, string expected) => Assert.Equal(expected, Show(Member("a: " + text).Type));

    [Theory]
    [InlineData("flag", "Flag")]
    [InlineData("string[] as comma", "Comma(String)")]
    [InlineData("long[] as space", "Space(Long)")]
    [InlineData("long[] as \"[1|2]\"", "Pipe(Long)")]
    [InlineData("long[] as '[a,b,...]'", "Comma(Long)")]
    [InlineData("(enum a|b)[] as repeat", "Repeat(Enum(a, b))")]
    [InlineData("hql-filter", "HqlFilter")]
    [InlineData("hql-sort", "HqlSort")]
    [InlineData("hql-fields", "HqlFields")]
    [InlineData("field[] as comma", "HqlFields")]
    public void Reads_the_types_of_query_parameters(string text, string expected) => Assert.Equal(expected, Show(Query("a: " + text).Type));

    [Theory]
    [InlineData("a: string", "a", false)]
    [InlineData("a?: string", "a", true)]
    [InlineData("HQL::filter?: string", "HQL::filter", true)]
    [InlineData("$count: string", "$count", false)]
    [InlineData("\"@odata.id?\": string", "@odata.id", true)]
    [InlineData("'on': string", "on", false)]
    [InlineData("no?: string", "no", true)]
    [InlineData("2.10: string", "2.10", false)]
    [InlineData("'\"activated?\"': string", "activated?", false)]
    [InlineData("'\"activated?\"?': string", "activated?", true)]
    [InlineData("'\"activated?\"[1..2]?': string", "activated?", true)]
    [InlineData("\"\\\"ids[]\\\"\": string", "ids[]", false)]
    [InlineData("'\"?\"': string", "?", false)]
    [InlineData("'\"': string", "\"", false)]
    public void Reads_any_name_on_the_wire(string row, string name, bool isOptional)
    {
        var read = Member(row);
        Assert.Equal((name, isOptional), (read.Name, read.IsOptional));
    }

    [Fact]
    public void Reads_all_parts_of_a_line()
    {
        var row = Member("a: string 1..255 filter read-only secret always x y - The text - with a dash");
        Assert.Equal((TypeKind.String, "x y", "The text - with a dash"), (row.Type.Kind, row.Constant, row.Description));
        Assert.Equal(new ValueRange("1", "255"), row.Range);
        Assert.Equal((FilterMark.Yes, true, false, true), (row.Filter, row.IsReadOnly, row.IsWriteOnly, row.IsSecret));
    }

    [Fact]
    public void Each_pair_of_brackets_behind_a_name_is_a_list()
    {
        var type = Member("flags[][]: int").Type;
        Assert.Equal((TypeKind.List, TypeKind.List, TypeKind.Int), (type.Kind, type.Arguments[0].Kind, type.Arguments[0].Arguments[0].Kind));
        Assert.Equal("flags", Member("flags[][]: int").Name);
        Assert.Equal(TypeKind.String, Member("'\"ids[]\"': string").Type.Kind);
        Assert.Equal(TypeKind.List, Member("'\"ids[]\"[]': string").Type.Kind);
    }

    [Fact]
    public void Values_may_be_written_as_in_a_short_row_or_with_names()
    {
        Assert.Equal(["a", "b"], Member("a:\n  type: enum\n  values: a|b").Type.Values.Select(static value => value.Value));
        Assert.Equal(
            [new EnumValue("-", "None") { CSharpName = "None" }, new EnumValue("a", "x")],
            Member("a:\n  type: enum\n  values:\n    \"-\":\n      csharp: None\n      description: None\n    a: x").Type.Values);
    }

    [Theory]
    [InlineData("a: long filter unknown - x", FilterMark.Unknown)]
    [InlineData("a: long filter", FilterMark.Yes)]
    [InlineData("a: long", FilterMark.No)]
    [InlineData("a:\n  type: long filter unknown\n  notes: x", FilterMark.Unknown)]
    internal void Reads_whether_a_filter_may_use_a_member(string row, FilterMark mark) => Assert.Equal(mark, Member(row).Filter);

    [Theory]
    [InlineData("..100", null, "100")]
    [InlineData("0..", "0", null)]
    [InlineData("-5..5", "-5", "5")]
    public void Reads_ranges_open_on_one_side(string range, string? minimum, string? maximum)
        => Assert.Equal(new ValueRange(minimum, maximum), Member("a: int " + range + " - text").Range);

    [Theory]
    [InlineData("a: int always -1 - text", "-1", "text")]
    [InlineData("a: string always \" - \" - text", " - ", "text")]
    [InlineData("a: string always it's", "it's", null)]
    [InlineData("a: string or null always x", "x", null)]
    [InlineData("a: url always http://host:80/a?b=c", "http://host:80/a?b=c", null)]
    public void Reads_constants(string row, string constant, string? description)
    {
        var read = Member(row);
        Assert.Equal((constant, description), (read.Constant, read.Description));
    }

    [Theory]
    [InlineData("a: url - link Tasks.Get", "Tasks.Get", null)]
    [InlineData("a: url - link Tasks.Get - the task", "Tasks.Get", "the task")]
    [InlineData("a: url - link Tasks.Get. The task", "Tasks.Get", "The task")]
    [InlineData("a: url - link to the task", null, "link to the task")]
    [InlineData("a:\n  type: url\n  link: Tasks.Get\n  description: the task", "Tasks.Get", "the task")]
    public void Reads_links(string row, string? link, string? description)
    {
        var read = Member(row);
        Assert.Equal((link, description), (read.Link, read.Description));
    }

    [Fact]
    public void Reads_the_long_form()
    {
        var row = Member("""
            a?:
              type: int or null 1..500 write-only secret default 100 since V11 until V12 when not for templates
              description: |
                First line
                Second line
              alias: [b, c]
              csharp: Size
              deprecated: Use d
              number: 0 to n
              notes: n
            """);
        Assert.Equal(("a", true, TypeKind.Nullable), (row.Name, row.IsOptional, row.Type.Kind));
        Assert.Equal((new ValueRange("1", "500"), "100", "First line\nSecond line"), (row.Range!, row.Default, row.Description));
        Assert.Equal(("not for templates", new EditionRange("V11", "V12", null)), (row.When, row.Editions));
        Assert.Equal(["b", "c"], row.Aliases);
        Assert.Equal((true, true, "Size", "Use d", "0 to n", "n"), (row.IsWriteOnly, row.IsSecret, row.CSharpName, row.Deprecated, row.Number, row.Notes));
    }

    [Theory]
    [InlineData("true", "")]
    [InlineData("no", null)]
    [InlineData("Use b instead", "Use b instead")]
    public void Reads_what_is_deprecated(string text, string? expected) => Assert.Equal(expected, Member("a:\n  type: int\n  deprecated: " + text).Deprecated);

    [Theory]
    [InlineData("enum", "values:\n    inProgress: In progress\n    failed:")]
    [InlineData("enum[]", "values: { inProgress: In progress, failed: ~ }")]
    public void Puts_values_into_the_enum(string type, string values)
    {
        var read = Member("a:\n  type: " + type + "\n  " + values).Type;
        var values2 = (read.Kind == TypeKind.List ? read.Arguments[0] : read).Values;
        Assert.Equal([new EnumValue("inProgress", "In progress"), new EnumValue("failed", null)], values2);
    }

    [Fact]
    public void Braces_in_a_name_are_what_the_program_puts_there()
    {
        var row = Member("labelbutton{X}: string");
        Assert.Equal(("labelbutton{X}", true, null), (row.Name, row.IsPattern, row.CSharpName));
        Assert.True(Query("\"{parameter}?\": flag").IsPattern);
        Assert.Equal(
            [true, true, false, false, false],
            new[] { "labelbutton1", "labelbuttonX", "labelbutton", "label", "alabelbutton1" }.Select(name => NamePattern.Matches(row.Name, name)));
    }

    [Fact]
    public void Reads_rows_below_a_row()
    {
        var row = Member("steps[]:\n  name: string\n  owner?:\n    mail: string");
        Assert.Equal("List(Object)", Show(row.Type));
        Assert.Equal(["name", "owner"], row.Members.Select(static member => member.Name));
        Assert.Equal(("mail", "/response/steps[]/owner?/mail"), (row.Members[1].Members[0].Name, row.Members[1].Members[0].Pointer));
    }

    [Fact]
    public void An_object_may_have_a_member_called_type()
    {
        var row = Member("a:\n  type: string - Kind\n  size: int");
        Assert.Equal(TypeKind.Object, row.Type.Kind);
        Assert.Equal(["type", "size"], row.Members.Select(static member => member.Name));
    }

    [Fact]
    public void Members_says_that_rows_are_members()
    {
        var row = Member("a:\n  members:\n    type: string\n    description: string\n  description: Both");
        Assert.Equal(("Object", "Both"), (Show(row.Type), row.Description));
        Assert.Equal(["type", "description"], row.Members.Select(static member => member.Name));
    }

    [Fact]
    public void Offsets_of_a_type_are_those_of_its_text()
    {
        const string type = "map<(Task | Step or null)[]>";
        Assert.Equal(
            ["map<(Task | Step or null)[]>", "(Task | Step or null)[]", "(Task | Step or null)", "Task | Step", "Task", "Step"],
            Texts(Member("a:  " + type + " - text").Type));

        IEnumerable<string> Texts(TypeReference part) => part.Arguments.SelectMany(Texts).Prepend(type.Substring(part.Start, part.Length));
    }

    [Theory]
    [InlineData("  a: map<strng> 1..5 always x")]
    [InlineData("  a: \"map<strng> 1..5 always x\"")]
    [InlineData("  a: 'map<strng> 1..5 always x'")]
    [InlineData("  a: \"\\x6dap<strng> 1..5 always x\"")]
    public void Places_inside_a_line_are_exact_whatever_the_quotes(string row)
    {
        var text = Spec.Section("response:\n" + row + "\n");
        var entries = Spec.Read(text).Locations.Entries;
        string At(string key) => entries.Where(entry => entry.Pointer == key).Select(entry => text.Substring(entry.Span.Start, entry.Span.Length)).Single();
        Assert.EndsWith("ap<strng>", At("/response/a!type"), StringComparison.Ordinal);
        Assert.Equal("x", At("/response/a!constant"));
    }
}
