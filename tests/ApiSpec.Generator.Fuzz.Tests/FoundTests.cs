using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Findings of fuzzing and of hostile files, each reduced as far as possible.</summary>
public sealed class FoundTests
{
    private const string Section = "operation: Tasks.Get\nrequest: GET /shop/tasks\nstatus: [200]\n";

    [Theory]
    [InlineData("|\n      { \"a\": 1, }\n", 6, 15)]
    [InlineData("|\n\n      { \"a\": 1, }\n", 7, 15)]
    [InlineData("|\n\n\n      { \"a\": 1, }\n", 8, 15)]
    [InlineData("|2\n        { \"a\": 1, }\n", 6, 17)]
    public void An_error_in_an_example_is_reported_at_its_line_whatever_the_block_begins_with(string block, int line, int column)
    {
        var mistake = Assert.Single(
            Located(Section + "response:\n  a: int\nexamples:\n  - response body: " + block), static found => found.Rule.Id == "APISPEC0316");

        Assert.Equal((line + 2, column), (mistake.Span.StartLine + 1, mistake.Span.StartColumn + 1));
    }

    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    public void An_error_in_an_example_with_another_end_of_line_is_reported_at_its_key(char end)
    {
        var mistake = Assert.Single(
            Located(Section + "response:\n  a: int\nexamples:\n  - response header: |\n" + end + "      HTTP/1.1 200 OK\n      Content-Type: text/html\n"),
            static found => found.Rule.Id == "APISPEC0315");

        Assert.Equal((7, 7), (mistake.Span.StartLine + 1, mistake.Span.EndLine + 1));
    }

    [Fact]
    public void A_body_that_is_not_described_is_marked_where_its_text_begins()
    {
        var mistake = Assert.Single(Located(Section + "examples:\n  - response body: |\n\n      { \"a\": 1 }"));

        Assert.Equal(
            ("APISPEC0313", 7, 7, 10),
            (mistake.Rule.Id, mistake.Span.StartLine + 1, mistake.Span.StartColumn + 1, mistake.Span.EndColumn - mistake.Span.StartColumn));
    }

    [Fact]
    public void Diagnostics_between_files_are_limited_like_those_of_one_file()
    {
        var mistakes = Located(Section + "schemas:\n  A:\n" + string.Concat(Enumerable.Range(0, 150).Select(static i => $"    m{i}: Missing{i}\n")));

        Assert.Equal(101, mistakes.Count);
        Assert.Equal("APISPEC0003", mistakes[^1].Rule.Id);
        Assert.Equal(["50"], mistakes[^1].Arguments);
    }

    [Theory]
    [InlineData("response:\n  either: Item | string\nschemas:\n  Item:\n    name: string\n")]
    [InlineData("response: Item\nschemas:\n  Item:\n    instanceID: time | boolean[]\n")]
    [InlineData("body: Item\nschemas:\n  Item:\n    instanceID: time | boolean[]\n")]
    public void A_union_that_must_be_there_compiles_without_warnings(string keys)
        => Assert.Null(ProjectCompiler.Compile([("a.apispec.yaml", Section + keys)]));

    [Theory]
    [InlineData("map<(bytes | date-time)>[]?")]
    [InlineData("bytes | date-time")]
    [InlineData("enum x y")]
    [InlineData("enum x y, more to come")]
    [InlineData("\n    a: int")]
    public void A_name_of_underscores_alone_never_becomes_code(string type)
        => Assert.Null(ProjectCompiler.Compile([("a.apispec.yaml", Section + "response: Page<_>\nschemas:\n  _: " + type + "\n  Page<T>:\n    data: T\n")]));

    private static List<SpecDiagnostic> Located(string text)
        => [.. SpecProject.Of(SpecProject.Read("a.apispec.yaml", text)).Diagnostics.Select(static found => found.Diagnostic)];
}
