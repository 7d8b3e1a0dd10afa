using System.Collections;
using System.Reflection;
using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Members that the server did not send are not sent back, whatever a program does with the record in between.</summary>
public sealed class AbsentMembersTests
{
    private const string Thing = """
        schemas:
          Thing:
            id: long
            note?: string
            tags?: string[]
            kinds?: string[] as comma
            labels?: map<string>
            grid?: int[][]
            groups?: map<string[]>
            anything?: any
            extra?: object
            blob?: bytes
            days?: date[]
        """;

    private static readonly GeneratedAssembly Things = GeneratedAssembly.Of(
        SpecFiles.Section("Things.Get", "response: Thing\n" + Thing),
        SpecFiles.Section("Things.Update", "body: Thing\nrequired: [id]\n", "PUT /objects/things"),
        SpecFiles.Section("Things.Replace", "body: Thing\nrequired: [tags, kinds, labels]\n", "PUT /objects/things/all"),
        SpecFiles.Section("Things.Store", "body: Thing\n", "POST /objects/things"));

    public static TheoryData<string> Bodies =>
    [
        """{"id":1}""",
        """{"id":1,"tags":[],"kinds":"","labels":{},"grid":[],"groups":{},"days":[]}""",
        """{"id":1,"tags":[]}""",
        """{"id":1,"kinds":""}""",
        """{"id":1,"labels":{}}""",
        """{"id":1,"note":"x","tags":["a"],"kinds":"a,b","labels":{"a":"b"},"grid":[[1],[]],"groups":{"a":["b"],"c":[]},"anything":null,"extra":{}"""
        + ""","blob":"AQ==","days":["2026-01-31"]}""",
        """{"id":1,"anything":[],"blob":"","new":null}""",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_record_is_written_back_as_it_was_read(string json)
    {
        var thing = Things.Json("Thing");
        var read = thing.Parse(json);
        Assert.Equal(json, thing.Write(read));
        Assert.Equal(json, thing.Write(Copy(read)));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_record_is_sent_as_it_was_read_through_the_conversion_to_a_body(string json)
    {
        var body = Things.Json("ThingsUpdateBody");
        var converted = Convert(body, Things.Json("Thing").Parse(json));
        Assert.Equal(json, body.Write(converted));
        Assert.Equal(json, body.Write(Copy(converted)));
        if (!json.Contains("anything", StringComparison.Ordinal))
            Assert.Equal(body.Parse(json), converted);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_record_is_sent_as_it_was_read_when_a_program_copies_each_member(string json)
    {
        var thing = Things.Json("Thing");
        var read = thing.Parse(json);
        foreach (var target in new[] { thing, Things.Json("ThingsUpdateBody") })
        {
            var members = thing.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => (property.Name, property.GetValue(read)))
                .ToArray();
            Assert.Equal(json, target.Write(target.New(members)));
        }
    }

    [Theory]
    [InlineData("Tags")]
    [InlineData("Kinds")]
    [InlineData("Labels")]
    [InlineData("Grid")]
    [InlineData("Groups")]
    public void Null_means_absent_and_empty_means_empty(string property)
    {
        var thing = Things.Json("Thing");
        var member = property.ToLowerInvariant();
        var full = thing.Parse("""{"id":1,"tags":["a"],"kinds":"a","labels":{"a":"b"},"grid":[[1]],"groups":{"a":[]}}""");
        Assert.Contains("\"" + member + "\"", thing.Write(full), StringComparison.Ordinal);

        var absent = Copy(full, (property, null));
        Assert.DoesNotContain("\"" + member + "\"", thing.Write(absent), StringComparison.Ordinal);
        Assert.Empty((IEnumerable)thing.Get(absent, property)!);

        var empty = Copy(full, (property, Empty(thing.Type.GetProperty(property)!.PropertyType)));
        Assert.Contains("\"" + member + "\"", thing.Write(empty), StringComparison.Ordinal);
        Assert.NotEqual(absent, empty);
        Assert.Equal(thing.Get(absent, property), thing.Get(empty, property));
        Assert.Equal(absent, Copy(empty, (property, null)));
    }

    [Theory]
    [InlineData("""{"id":1}""", "tags")]
    [InlineData("""{"id":1,"tags":["a"]}""", "kinds")]
    [InlineData("""{"id":1,"tags":[],"kinds":""}""", "labels")]
    public void A_required_list_that_the_server_did_not_send_is_not_sent_as_an_empty_one(string json, string member)
    {
        var body = Things.Json("ThingsReplaceBody");
        Assert.Contains(
            "'" + member + "' of ThingsReplaceBody is required",
            Assert.Throws<ArgumentException>(() => body.Write(Convert(body, Things.Json("Thing").Parse(json)))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list: int[]", "List", "[]")]
    [InlineData("list: int[] as comma", "List", "\"\"")]
    [InlineData("list: int[][]", "List", "[]")]
    [InlineData("list: map<int>", "List", "{}")]
    [InlineData("list: map<int[]>", "List", "{}")]
    public void A_required_list_that_was_never_set_is_not_sent(string row, string property, string empty)
    {
        var body = GeneratedAssembly.Of(SpecFiles.Section("Lists.Send", "body:\n  " + row + "\n", "POST /lists")).Json("ListsSendBody");
        foreach (var unset in new[] { body.New(), body.New((property, null)) })
        {
            Assert.Empty((IEnumerable)body.Get(unset, property)!);
            Assert.Contains("'list' of ListsSendBody is required", Assert.Throws<ArgumentException>(() => body.Write(unset)).Message, StringComparison.Ordinal);
        }

        Assert.Equal("{\"list\":" + empty + "}", body.Write(body.New((property, Empty(body.Type.GetProperty(property)!.PropertyType)))));
    }

    [Fact]
    public void Null_stays_apart_from_absent_where_the_reference_allows_both()
    {
        var assembly = GeneratedAssembly.Of(
            SpecFiles.Section(
                "Lists.Get", "response: Bundle\nschemas:\n  Bundle:\n    id: int\n    list?: int[] or null\n    map?: map<int> or null\n    plain?: int[]\n"),
            SpecFiles.Section("Lists.Send", "body: Bundle\nrequired: [id]\n", "PUT /objects/lists"));
        var lists = assembly.Json("Bundle");
        var body = assembly.Json("ListsSendBody");
        foreach (var json in new[] { """{"id":1}""", """{"id":1,"list":null,"map":null}""", """{"id":1,"list":[]}""", """{"id":1,"map":{"a":1},"plain":[]}""" })
        {
            Assert.Equal(json, lists.Write(Copy(lists.Parse(json))));
            Assert.Equal(json, body.Write(Convert(body, lists.Parse(json))));
        }

        var absent = lists.Get(lists.Parse("""{"id":1}"""), "Plain");
        Assert.Equal("""{"id":1}""", lists.Write(Copy(lists.Parse("""{"id":1,"list":[1]}"""), ("List", absent))));
        Assert.Equal("""{"id":1,"list":null}""", lists.Write(Copy(lists.Parse("""{"id":1,"list":[1]}"""), ("List", null))));
    }

    [Theory]
    [InlineData("present?: int[] or null\n  present2?: string or null\n  seen?: int or null\n  seen2: int\n  next: int\n  additionalMembers2?: int[]")]
    public void Names_of_the_fields_that_remember_presence_are_free_for_members(string rows)
    {
        var body = GeneratedAssembly.Of(SpecFiles.Section("Names.Send", "body:\n  " + rows + "\n", "POST /names")).Json("NamesSendBody");
        const string Json = """{"present":null,"seen2":1,"next":2}""";
        Assert.Equal(Json, body.Write(body.Parse(Json)));
    }

    private static object Convert(GeneratedJson body, object value) => body.Type.GetMethod("op_Implicit", [value.GetType()])!.Invoke(null, [value])!;

    // Copies like a 'with' expression.
    private static object Copy(object value, params (string Property, object? Value)[] changes)
    {
        var copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;
        foreach (var (property, content) in changes)
            copy.GetType().GetProperty(property)!.SetValue(copy, content);
        return copy;
    }

    private static object Empty(Type collection)
    {
        var arguments = collection.GetGenericArguments();
        return arguments.Length == 1 ? Array.CreateInstance(arguments[0], 0) : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
    }
}
