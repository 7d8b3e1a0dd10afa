using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>What is told to somebody who writes as other formats do, and what works for them.</summary>
public sealed class MessageTests
{
    private const string Api = "api: x\nclient: XClient\nnamespace: N\nroles: [Admin, Submit]\nwords:\n  api-root: /api/v2\n  tail: /end/\n";

    [Theory]
    [InlineData("bool", "boolean")]
    [InlineData("Integer", "int")]
    [InlineData("int64", "long")]
    [InlineData("str", "string")]
    [InlineData("file", "bytes")]
    [InlineData("number", "decimal")]
    [InlineData("timestamp", "date-time")]
    [InlineData("array", "string[]")]
    public void The_types_of_other_formats_are_known_by_name(string written, string meant)
    {
        var mistake = Assert.Single(GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  a: " + written + "\n")).Mistakes);
        Assert.StartsWith("APISPEC0200 /specs/Parts.Get.apispec.yaml(5,6)+" + written.Length + " Unknown type '" + written + "'; ", mistake, StringComparison.Ordinal);
        Assert.Contains("'" + meant + "'", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_may_have_the_name_that_another_format_gives_a_type()
        => GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  a: file\nschemas:\n  file:\n    csharp: StoredFile\n    members:\n      name: string\n")).AssertCompiles();

    [Fact]
    public void A_few_roles_are_listed_where_none_is_near()
        => Assert.Contains(
            "APISPEC0201 /specs/Parts.Get.apispec.yaml(4,9)+13 Role 'Administrator' is not among the roles of the API file; those are Admin, Submit",
            GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", "roles: [Administrator]\n")).Mistakes);

    [Theory]
    [InlineData("mode: = search", "APISPEC0120")]
    [InlineData("mode: List<string>", "APISPEC0120")]
    [InlineData("mode: int|string", "APISPEC0125")]
    [InlineData("mode: csv<string>", "APISPEC0125")]
    [InlineData("mode: any", "APISPEC0125")]
    public void A_parameter_that_is_wrong_is_wrong_once(string row, string rule)
    {
        var mistakes = GeneratorRun.Of(SpecFiles.Section("Parts.Get", "query:\n  " + row + "\n")).Errors;
        Assert.StartsWith(rule, Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /api-root/things", "\"/api/v2/things\"")]
    [InlineData("GET http://host:port/api-root/things", "\"/api/v2/things\"")]
    [InlineData("GET /api-root/tail/things", "\"/api/v2/end/things\"")]
    public void A_word_of_the_address_stands_for_a_path_with_its_slashes(string request, string path)
    {
        var run = GeneratorRun.Of(SpecFiles.Of("api", Api), SpecFiles.Section("Parts.Get", request: request)).AssertCompiles();
        Assert.Contains(run.Files.Values, text => text.Contains(path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aGVsbG8=", true)]
    [InlineData("", true)]
    [InlineData("aGVsbG8", false)]
    [InlineData("aGV$bG8=", false)]
    public void Base64_in_an_example_is_a_value_of_bytes(string value, bool isRight)
    {
        var run = GeneratorRun.Of(SpecFiles.Section("Parts.Get", "response:\n  by: bytes\nexamples:\n  - response body: |\n      { \"by\": \"" + value + "\" }\n"));
        Assert.Equal(isRight ? [] : ["APISPEC0305"], run.Mistakes.Select(static mistake => mistake.Split(' ')[0]));
    }

    [Fact]
    public void Null_in_an_example_names_the_member_and_says_how_to_allow_it()
    {
        const string Keys = "response:\n  unitStatus: UnitStatus\nschemas:\n  UnitStatus:\n    state: string\nexamples:\n  - response body: |\n      { \"unitStatus\": null }\n";
        Assert.Equal(
            ["APISPEC0311 /specs/Parts.Get.apispec.yaml(11,23)+0 'unitStatus' is null in the example, and an object in the schema; write 'UnitStatus?' if it may be null"],
            GeneratorRun.Of(SpecFiles.Section("Parts.Get", Keys)).Mistakes);
    }
}
