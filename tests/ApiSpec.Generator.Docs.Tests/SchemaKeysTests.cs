using System.Text.Json.Nodes;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The schema that editors complete from offers the keys that the reader accepts, and no others.</summary>
public sealed class SchemaKeysTests
{
    private static readonly JsonObject Schema = FormatSchema.Load();

    /// <summary>
    /// Places of the schema and the keys that the reader knows there. A key in both lists decides the kind of file and is offered to complete it.
    /// </summary>
    private static readonly Dictionary<string, (string[] Known, string[] Decisive)> Tables = new()
    {
        ["sectionFile"] = (FileKeys.Section, ["client"]),
        ["apiFile"] = (FileKeys.Api, []),
        ["schemaFile"] = (FileKeys.Schemas, ["client", "request"]),
        ["longRow"] = (RowReader.LongKeys, []),
        ["longSchema"] = (SchemaReader.LongKeys, []),
        ["statusRow"] = (StatusTableReader.RowKeys, []),
        ["errorCode"] = (OutcomeReader.RowKeys, []),
        ["errata/items"] = (SourceReader.ErratumKeys, []),
        ["examples/items"] = (ExampleReader.Keys, []),
        ["paging"] = (NameLists.PagingKeys, []),
        ["sessionLogin"] = (AuthenticationReader.SessionKeys, []),
        ["tokenLogin"] = (AuthenticationReader.TokenKeys, []),
    };

    public static TheoryData<string> Places => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void Schema_and_reader_accept_the_same_keys(string place)
    {
        var (known, decisive) = Tables[place];
        var definition = place.Split('/').Aggregate(Schema["definitions"]!, static (node, step) => node[step]!);
        Assert.Equal(Sorted(known.Concat(decisive)), Sorted(definition["properties"]!.AsObject().Select(static pair => pair.Key)));
        Assert.False((bool)definition["additionalProperties"]!);
    }

    [Fact]
    public void No_table_of_fixed_keys_is_left_out()
    {
        var closed = Schema["definitions"]!.AsObject()
            .SelectMany(static pair => new[] { (pair.Key, pair.Value), (pair.Key + "/items", pair.Value!["items"]) })
            .Where(static place => place.Item2 is JsonObject table && table["additionalProperties"] is JsonValue && table["properties"] is not null)
            .Select(static place => place.Item1);
        Assert.Equal(Sorted(Tables.Keys), Sorted(closed));
    }

    [Theory]
    [InlineData("row")]
    [InlineData("schema")]
    public void What_makes_a_mapping_the_long_form_is_the_same(string definition)
    {
        var known = definition == "row" ? RowReader.LongKeys : SchemaReader.LongKeys;
        var names = Schema["definitions"]![definition]!["else"]!["if"]!["propertyNames"]!["enum"]!.AsArray();
        Assert.Equal(Sorted(known), Sorted(names.Select(static name => (string)name!)));
    }

    [Fact]
    public void Every_key_that_only_a_section_has_makes_a_file_a_section()
    {
        var decisive = Schema["else"]!["if"]!["anyOf"]!.AsArray()
            .Where(static condition => condition!["required"] is not null)
            .Select(static condition => (string)condition!["required"]![0]!);
        Assert.Equal(Sorted(FileKeys.Section.Except(FileKeys.Api).Except(FileKeys.Schemas)), Sorted(decisive));
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> keys) => keys.Order(StringComparer.Ordinal);
}
