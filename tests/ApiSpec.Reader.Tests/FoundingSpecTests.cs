using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using Xunit;

namespace ApiSpec.Reader.Tests;

public sealed class FoundingSpecTests
{
    private readonly ParsedSpec _parsed = SpecReader.Read("specs/jp1ao/rerun-start.apispec.yaml", Specs.Founding, CancellationToken.None);

    private SectionDeclaration Section => _parsed.File!.Section!;

    [Fact]
    public void The_founding_spec_is_read_without_a_diagnostic()
    {
        Assert.Empty(_parsed.Diagnostics.Select(static diagnostic => Spec.Show(diagnostic)));
        Assert.Equal(SpecFileKind.Section, _parsed.File!.Kind);
        Assert.Equal("rerun-start", _parsed.File.Name);
        Assert.Equal("jp1ao", _parsed.File.ApiId);
    }

    [Fact]
    public void Keeps_the_texts_of_the_page()
    {
        Assert.Equal("9.6.8", Section.Section);
        Assert.Equal("Acquisition of information necessary for retrying a task (retry from the failed step)", Section.Title);
        Assert.Equal("Specifies a task, and acquires information necessary for retrying the task from the failed step.", Section.Function);
        Assert.Equal(new SourceCitation("V10", "9.6.8", null, "V10 9.6.8"), Assert.Single(Section.Sources));
        Assert.Equal(["Admin", "Develop", "Modify", "Submit"], Section.Roles);
    }

    [Fact]
    public void Reads_the_request_line()
    {
        Assert.Equal(("Tasks", "GetRerunStart", false), (Section.Group, Section.Method, Section.IsOperationDerived));
        Assert.Equal("GET", Section.HttpMethod);
        Assert.Equal(
            [new PathPart("/Automation/v1/objects/Tasks/", false), new PathPart("id", true), new PathPart("/actions/rerunStart", false)], Section.Path.Parts);
        Assert.Equal("/Automation/v1/objects/Tasks/{id}/actions/rerunStart", Section.Path.ToString());
    }

    [Fact]
    public void Reads_the_path_row()
    {
        var row = Assert.Single(Section.PathRows);
        Assert.Equal(("id", TypeKind.Long, "instanceID of the task", "/path/id"), (row.Name, row.Type.Kind, row.Description, row.Pointer));
    }

    [Fact]
    public void Reads_the_status_table()
    {
        Assert.False(Section.Statuses.IsOpen);
        Assert.Equal([200, 401, 404, 412, 500], Section.Statuses.Rows.Select(static row => row.Code));
        var notFound = Section.Statuses.Rows[2];
        Assert.Equal(
            ("Not found", "The permission is invalid, or the resource does not exist.", "/status/404 Not found"),
            (notFound.Message, notFound.Description, notFound.Pointer));
    }

    [Fact]
    public void Reads_the_members_of_the_response()
    {
        var members = Section.Response!.Members;
        Assert.Equal(BodyKind.Members, Section.Response.Kind);
        Assert.Equal(["name", "href", "method", "parameters"], members.Select(static row => row.Name));
        Assert.Equal("rerunStart", members[0].Constant);
        Assert.Equal((TypeKind.Url, "Tasks.InvokeRerunStart", null), (members[1].Type.Kind, members[1].Link, members[1].Description));
        Assert.Equal(TypeKind.Nullable, members[3].Type.Kind);
        Assert.Equal(TypeKind.List, members[3].Type.Arguments[0].Kind);
        Assert.Equal(TypeKind.Any, members[3].Type.Arguments[0].Arguments[0].Kind);
        Assert.False(members[3].IsOptional);
    }

    [Fact]
    public void Keeps_the_example_as_pasted()
    {
        var example = Assert.Single(Section.Examples);
        Assert.Equal("Information necessary for retrying task 2026 from the failed step", example.Title);
        Assert.StartsWith(
            "GET /Automation/v1/objects/Tasks/2026/actions/rerunStart HTTP/1.1\nHost:10.196.184.238:22015\n", example.RequestHeader, StringComparison.Ordinal);
        Assert.Equal("HTTP/1.1 200 OK\nContent-Type: application/json\n", example.ResponseHeader);
        Assert.EndsWith("\n  \"method\" : \"POST\", \"parameters\" : [ ] }\n", example.ResponseBody, StringComparison.Ordinal);
        Assert.Null(example.RequestBody);
    }

    [Theory]
    [InlineData("/path/id", "id")]
    [InlineData("/path/id!type", "long")]
    [InlineData("/roles/1", "Develop")]
    [InlineData("/response/name!constant", "rerunStart")]
    [InlineData("/response/href!link", "Tasks.InvokeRerunStart")]
    [InlineData("/response/parameters!type", "any[] or null")]
    [InlineData("/status/404 Not found", "404 Not found")]
    [InlineData("/examples/0/response header", "response header")]
    [InlineData("/operation!value", "Tasks.GetRerunStart")]
    public void Tells_where_everything_stands(string key, string text)
    {
        var span = Assert.Single(_parsed.Locations.Entries, entry => entry.Pointer == key).Span;
        Assert.Equal(text, Specs.Founding.Substring(span.Start, span.Length));
        Assert.Equal(Specs.Founding.Take(span.Start).Count(static c => c == '\n'), span.StartLine);
        Assert.Equal(span.StartColumn + text.Length, span.EndColumn);
    }
}
