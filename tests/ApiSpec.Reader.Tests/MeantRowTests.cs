using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Common errors in rows: each has one diagnostic, and it shows the row that is meant.</summary>
public sealed class MeantRowTests
{
    [Theory]
    [InlineData("state?: waiting|running|failed", "APISPEC0125: 'type with alternatives' ~ write 'enum waiting|running|failed'")]
    [InlineData("state: waiting | running", "APISPEC0125: 'type with alternatives' ~ write 'enum waiting|running'")]
    [InlineData("state: a|b|c|d|e|f|g", "APISPEC0125: 'type with alternatives' ~ write its values as in 'enum a|b|c|d|e'")]
    [InlineData("state: Waiting|Running", "APISPEC0125: 'type with alternatives' ~ write 'enum Waiting|Running', or 'string' if these are types")]
    [InlineData("state: int|string", "APISPEC0125: 'type with alternatives' ~ write 'string', and describe the possible values")]
    [InlineData("state: integer|text", "APISPEC0125: 'type with alternatives' ~ write 'string', and describe the possible values")]
    [InlineData("agentName: string? 1..63", "APISPEC0135: agentName?: string 1..63 ~ ")]
    [InlineData("agentName?: string? - Its name", "APISPEC0135: agentName?: string ~ ")]
    [InlineData("agentName: { type: string?, description: Its name }", "APISPEC0135: agentName?: string ~ ")]
    [InlineData("agentName: { type: string?, notes: Its name }", "APISPEC0135: type: string ~ , and '?' after the name")]
    [InlineData("agentName: string or null", "APISPEC0125: 'or null' ~ write '?' after the name of an optional value")]
    [InlineData("agentName: string | null", "APISPEC0125: 'or null' ~ write '?' after the name of an optional value")]
    [InlineData("agentName: enum a|b|null", "APISPEC0125: 'or null' ~ write '?' after the name of an optional value")]
    [InlineData("ids: list of int", "APISPEC0120: write '[]' after the type of a list, as in 'int[]'")]
    public void Query_parameters(string row, string expected) => Assert.Equal([expected], Spec.Reported(Spec.Section("query:\n  " + row + "\n")));

    [Theory]
    [InlineData("id: string?", "APISPEC0135: id: string ~ ")]
    [InlineData("id: string or null", "APISPEC0125: 'or null' ~ leave 'or null' out, because a path parameter always has a value")]
    public void Path_parameters(string row, string expected) => Assert.Equal([expected], Spec.Reported(Spec.Section("path:\n  " + row + "\n", "GET /x/{id}")));

    [Theory]
    [InlineData(
        "agentName: string? 1..63", "APISPEC0135: agentName: string or null 1..63 ~ , or 'agentName?: string 1..63' if it can be missing")]
    [InlineData("agentName?: string?", "APISPEC0135: agentName?: string or null ~ ")]
    [InlineData("agentNames: string?[]", "APISPEC0135: agentNames: (string or null)[] ~ ")]
    [InlineData("name: string | null", "APISPEC0120: write 'or null' after the type, as in 'string or null'")]
    [InlineData("name: string??", "APISPEC0120: write 'or null' once, as in 'string or null'")]
    [InlineData("mode: enum a|b|null", "APISPEC0120: write 'or null' after the values, or the text null in quotation marks")]
    [InlineData("jobs: list of Job", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    [InlineData("jobs: List of Job - All jobs", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    [InlineData("jobs: array of strings", "APISPEC0120: write '[]' after the type of a list, as in 'string[]'")]
    [InlineData("jobs: array of integers", "APISPEC0120: write '[]' after the type of a list, as in 'long[]'")]
    [InlineData("names: List<String>", "APISPEC0120: write '[]' after the type of a list, as in 'string[]'")]
    [InlineData("names: list of String", "APISPEC0120: write '[]' after the type of a list, as in 'string[]'")]
    [InlineData("names: array of Strings", "APISPEC0120: write '[]' after the type of a list, as in 'string[]'")]
    [InlineData("ids: List<integer>", "APISPEC0120: write '[]' after the type of a list, as in 'long[]'")]
    [InlineData("ids: List<Integer>", "APISPEC0120: write '[]' after the type of a list, as in 'long[]'")]
    [InlineData("ids: integer list", "APISPEC0120: write '[]' after the type of a list, as in 'long[]'")]
    [InlineData("flags: Boolean list", "APISPEC0120: write '[]' after the type of a list, as in 'boolean[]'")]
    [InlineData("files: List<File>", "APISPEC0120: write '[]' after the type of a list, as in 'File[]'")]
    [InlineData("tags: string[] List of tags", "APISPEC0121: List of tags ~ ; start a description with ' - '")]
    [InlineData("racks: Rack[] array of racks", "APISPEC0121: array of racks ~ ; start a description with ' - '")]
    [InlineData("tags: string list of tags", "APISPEC0121: list of tags ~ ; start a description with ' - '")]
    [InlineData("jobs: List<Job>", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    [InlineData("jobs: IEnumerable<Job>", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    [InlineData("jobs: Job list", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    [InlineData("jobs: Job list or null - All jobs", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    [InlineData("ids: int list 1..5", "APISPEC0120: write '[]' after the type of a list, as in 'int[]'")]
    [InlineData("jobs: Job array - All jobs", "APISPEC0120: write '[]' after the type of a list, as in 'Job[]'")]
    public void Members(string row, string expected) => Assert.Equal([expected], Spec.Reported(Spec.Section("response:\n  " + row + "\n")));

    [Fact]
    public void A_list_of_very_many_lists_is_refused()
        => Assert.Equal(
            ["APISPEC0120: it nests more than 32 levels deep"],
            Spec.Reported(Spec.Section("response:\n  a: " + string.Concat(Enumerable.Repeat("list of ", 50_000)) + "Job\n")));

    // A program that calls the operation has no errors of the compiler, which would hide the diagnostic.
    [Theory]
    [InlineData("query", "a: waiting|running", "enum waiting|running", false)]
    [InlineData("query", "a: string? 1..63", "string", true)]
    [InlineData("query", "a: int or null", "int", true)]
    [InlineData("query", "a: enum x|y|null", "enum x|y", true)]
    [InlineData("query", "a: enum x|y nonsense", "enum x|y", false)]
    [InlineData("response", "a: enum x|y nonsense", "enum x|y", false)]
    [InlineData("response", "a: int 1..5 nonsense - Text", "int", false)]
    [InlineData("response", "a: list of Job", "Job[]", false)]
    [InlineData("response", "a: Job list", "Job[]", false)]
    [InlineData("response", "a: List<String>", "string[]", false)]
    [InlineData("response", "a: integer list", "any[]", false)]
    [InlineData("response", "a: string[] List of tags", "string[]", false)]
    [InlineData("response", "a: string | null", "string or null", false)]
    [InlineData("response", "a: enum x|y|null", "enum x|y or null", false)]
    public void The_type_that_a_row_means_is_kept(string table, string row, string type, bool isOptional)
    {
        var section = Spec.Read(Spec.Section(table + ":\n  " + row + "\n")).File!.Section!;
        var read = Assert.Single(table == "query" ? section.QueryRows : section.Response!.Members);
        Assert.Equal((type, isOptional), (RowWriter.Write(read.Type), read.IsOptional));
    }
}
