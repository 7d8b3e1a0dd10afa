using System.Text.Json;
using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Records copy lists and maps, so that they compare by value and do not change with the originals.</summary>
public sealed class OwnCollectionsTests
{
    private const string Rows = """
          list?: string[]
          needed: int[]
          both?: long[] or null
          csv?: string[] as comma
          map?: map<int>
          grid?: string[][]
          holes?: (string[] or null)[]
          deep?: map<string[][]>
          stack?: 'map<int>[]'
          records?: Part[]
        schemas:
          Part:
            name: string
            list?: string[]
        """;

    private const string Json = """
        {"list":["a"],"needed":[1],"both":[2],"csv":"a,b","map":{"x":1},"grid":[["a"],["b","c"]],"holes":[["a"],null],"deep":{"k":[["v"]]},"stack":[{"x":1}],"records":[{"name":"n","list":["l"]}]}
        """;

    private static readonly GeneratedAssembly Lists = GeneratedAssembly.Of(SpecFiles.Section("Lists.Send", "body:\n" + Rows + "\n", "POST /lists"));

    private static readonly GeneratedAssembly Received = GeneratedAssembly.Of(SpecFiles.Section("Lists.Get", "response:\n" + Rows + "\n"));

    [Fact]
    public void A_record_that_a_program_made_equals_one_that_was_read()
    {
        foreach (var (assembly, name) in new[] { (Lists, "ListsSendBody"), (Received, "ListsGetResponse") })
        {
            var json = assembly.Json(name);
            var made = json.New(Members(assembly));
            Assert.Equal(json.Parse(Json), made);
            Assert.Equal(json.Parse(Json).GetHashCode(), made.GetHashCode());
            Assert.Equal(Json, json.Write(made));
        }
    }

    [Fact]
    public void A_record_does_not_change_with_the_lists_that_were_set()
    {
        var json = Lists.Json("ListsSendBody");
        var list = new List<string> { "a" };
        var inner = new List<string> { "a" };
        var grid = new List<IReadOnlyList<string>> { inner };
        var map = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["x"] = 1 };
        var deep = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> { ["k"] = grid };
        var made = json.New(("Needed", Array.Empty<int>()), ("List", list), ("Csv", list), ("Grid", grid), ("Map", map), ("Deep", deep));
        var text = json.Write(made);
        list.Add("b");
        inner.Add("b");
        grid.Add(list);
        map["y"] = 2;
        deep.Clear();
        Assert.Equal(text, json.Write(made));
        Assert.False(((IReadOnlyDictionary<string, int>)json.Get(made, "Map")!).ContainsKey("X"));
    }

    [Fact]
    public void A_list_of_the_library_is_not_copied_again()
    {
        var json = Lists.Json("ListsSendBody");
        var read = json.Parse(Json);
        var other = json.New(
            [.. json.Type.GetProperties().Where(static property => property.CanWrite).Select(property => (property.Name, property.GetValue(read)))]);
        foreach (var property in json.Type.GetProperties().Where(static property => property.CanWrite))
            Assert.Same(property.GetValue(read), property.GetValue(other));
    }

    [Fact]
    public void A_list_of_the_library_that_holds_lists_of_a_program_is_copied()
    {
        var json = Lists.Json("ListsSendBody");
        var inner = new List<string> { "a" };
        var made = json.New(("Needed", new[] { 1 }), ("Grid", new ApiList<IReadOnlyList<string>>([ApiList.Create(["x"]), inner])));
        inner.Add("b");
        Assert.Equal("""{"needed":[1],"grid":[["x"],["a"]]}""", json.Write(made));
        Assert.Equal(json.Parse("""{"needed":[1],"grid":[["x"],["a"]]}"""), made);
    }

    [Fact]
    public void The_list_of_an_absent_member_is_empty_inside_another_list()
    {
        var json = Lists.Json("ListsSendBody");
        var absent = (IReadOnlyList<string>)json.Get(json.Parse("""{"needed":[]}"""), "List")!;
        Assert.Equal("""{"needed":[1],"grid":[[]]}""", json.Write(json.New(("Needed", new[] { 1 }), ("Grid", new[] { absent }))));
    }

    [Fact]
    public void Members_collected_by_a_pattern_and_unknown_ones_are_the_records_own()
    {
        var json = GeneratedAssembly.Of(
            SpecFiles.Section("Marks.Send", "body:\n  id: int\n  mark{X}:\n    type: 'string[]'\n    csharp: Marks\n", "POST /marks")).Json("MarksSendBody");
        var inner = new List<string> { "a" };
        var marks = new Dictionary<string, IReadOnlyList<string>> { ["A"] = inner };
        var unknown = new Dictionary<string, JsonElement> { ["new"] = JsonElement.Parse("1") };
        var made = json.New(("Id", 1), ("Marks", marks), ("AdditionalMembers", unknown));
        inner.Add("b");
        marks.Clear();
        unknown.Clear();
        Assert.Equal("""{"id":1,"markA":["a"],"new":1}""", json.Write(made));
        Assert.Equal(json.Parse("""{"id":1,"markA":["a"],"new":1}"""), made);
        Assert.Equal(json.Parse("""{"id":1}"""), json.New(("Id", 1), ("Marks", null), ("AdditionalMembers", null)));
    }

    [Fact]
    public void The_list_of_a_union_is_its_own()
    {
        var assembly = GeneratedAssembly.Of(SpecFiles.Section("Any.Send", "body: {value: 'string | int[][]'}\n", "POST /any"));
        var union = assembly.Json("AnySendBodyValue");
        var inner = new List<int> { 1 };
        IReadOnlyList<IReadOnlyList<int>> list = new List<IReadOnlyList<int>> { inner };
        var made = union.Type.GetConstructors().Single(constructor => constructor.GetParameters()[0].ParameterType.IsInstanceOfType(list)).Invoke([list]);
        inner.Add(2);
        Assert.Equal("[[1]]", union.Write(made));
        Assert.Equal(union.Parse("[[1]]"), made);
    }

    [Theory]
    [InlineData("query: {ids?: 'int[] as comma', ID?: int, tags?: 'string[] as repeat'}", "ListsFindQuery", "Ids", "Tags")]
    [InlineData("", "ListsFindResult", "Ok", null)]
    public void The_records_of_queries_and_results_keep_their_own_lists(string keys, string name, string one, string? other)
    {
        var results = keys.Length == 0
            ? "status:\n  200 OK:\n    description: x\n    response: 'int[]'\n  202 Accepted:\n    description: y\n    response: {id: int}\n"
            : "status: [200]\n" + keys + "\n";
        var type = GeneratedAssembly.Of(SpecFiles.Of("find", "operation: Lists.Find\nrequest: GET /lists\n" + results)).Type(name);
        var ids = new List<int> { 1 };
        object New(IReadOnlyList<int> list)
        {
            var made = Activator.CreateInstance(type)!;
            type.GetProperty(one)!.SetValue(made, list);
            if (other is not null)
                type.GetProperty(other)!.SetValue(made, new List<string> { "a" });
            return made;
        }

        var first = New(ids);
        Assert.Equal(first, New([1]));
        ids.Add(2);
        Assert.Equal(first, New([1]));
        Assert.NotEqual(first, New(ids));
        Assert.Null(type.GetProperty(one)!.GetValue(Activator.CreateInstance(type)));
    }

    private static (string, object?)[] Members(GeneratedAssembly assembly) =>
    [
        ("List", new List<string> { "a" }),
        ("Needed", new[] { 1 }),
        ("Both", new List<long> { 2 }),
        ("Csv", new[] { "a", "b" }),
        ("Map", new Dictionary<string, int> { ["x"] = 1 }),
        ("Grid", new List<IReadOnlyList<string>> { new[] { "a" }, new List<string> { "b", "c" } }),
        ("Holes", new IReadOnlyList<string>?[] { new[] { "a" }, null }),
        ("Deep", new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> { ["k"] = [["v"]] }),
        ("Stack", new List<IReadOnlyDictionary<string, int>> { new Dictionary<string, int> { ["x"] = 1 } }),
        ("Records", Parts(assembly)),
    ];

    private static Array Parts(GeneratedAssembly assembly)
    {
        var parts = Array.CreateInstance(assembly.Type("Part"), 1);
        parts.SetValue(assembly.Json("Part").New(("Name", "n"), ("List", new List<string> { "l" })), 0);
        return parts;
    }
}
