using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

public sealed class SectionTests
{
    [Theory]
    [InlineData("GET /objects/Tasks", "/objects/Tasks")]
    [InlineData("GET http://host:port/objects/Tasks", "/objects/Tasks")]
    [InlineData("GET https://10.0.0.1:443/objects/Tasks?query=x HTTP/1.1", "/objects/Tasks")]
    [InlineData("GET http[s]://host:port/objects/Tasks HTTP/1.1", "/objects/Tasks")]
    [InlineData("GET https://{api_host}/objects/Tasks", "/objects/Tasks")]
    [InlineData("GET {api_host}/objects/Tasks", "/objects/Tasks")]
    [InlineData("GET https://<BMC_IPADDR>/redfish/v1", "/redfish/v1")]
    [InlineData("GET <BMC_IPADDR>/redfish/v1/", "/redfish/v1/")]
    [InlineData("GET host:port/objects", "/objects")]
    [InlineData("GET base-URL/v1/objects", "/v1/objects")]
    [InlineData("GET https://host/base-URL/v1/objects", "/v1/objects")]
    [InlineData("GET /a%20b/\u00e9\ud83d\ude00/100%", "/a%20b/%C3%A9%F0%9F%98%80/100%25")]
    [InlineData("GET /Tasks('x')/$metadata;v=1", "/Tasks('x')/$metadata;v=1")]
    public void Reads_request_lines_as_printed(string request, string path) => Assert.Equal(path, Spec.SectionOf("", request).Path.ToString());

    [Fact]
    public void Fills_the_version_and_keeps_other_placeholders()
    {
        var section = Spec.SectionOf("version: v 1\npath:\n  id: long\n  name: string slashes\n", "GET /{version}/Tasks/{name}-x/{id}");
        Assert.Equal(
            [new PathPart("/v%201/Tasks/", false), new PathPart("name", true), new PathPart("-x/", false), new PathPart("id", true)], section.Path.Parts);
        Assert.Equal(["name", "id"], section.PathRows.Select(static row => row.Name));
        Assert.True(section.PathRows[0].AllowsSlashes);
    }

    [Fact]
    public void Reads_editions_that_are_known_to_lack_something()
    {
        var section = Spec.SectionOf("except: V10\nquery:\n  tags?: string since V9 except V10, V11\n");
        Assert.Equal(["V10"], section.Editions.Except);
        Assert.Equal(new EditionRange("V9", null, null) { Except = ["V10", "V11"] }, section.QueryRows[0].Editions);
    }

    [Fact]
    public void Reads_the_edition_that_removed_something()
        => Assert.Equal(new EditionRange("V9", null, null) { Before = "V11" }, Spec.SectionOf("since: V9\nbefore: V11\n").Editions);

    [Theory]
    [InlineData("until: V1\nbefore: V2\n", "APISPEC0108 4:1+6 'before' and 'until' cannot be combined; remove one of the two")]
    [InlineData("before: V2\nonly: V1\n", "APISPEC0108 4:1+4 'only' and 'before' cannot be combined; remove one of the two")]
    public void Words_for_editions_that_contradict_each_other_are_reported(string keys, string expected)
        => Assert.Equal([expected], Spec.Diagnostics("operation: A.Get\nrequest: GET /a\n" + keys + "status: [200]\n"));

    [Fact]
    public void Reads_how_often_alternatives_occur()
    {
        var schemas = Spec.File(
            "schemas:\n  A:\n    type: B | C | string\n    number: {B: 1, C: 0 to n, string: 2 to 3}\n  B: {id: long}\n  C: {name: string}\n").Schemas;
        Assert.Equal([new AlternativeNumber("B", 1, 1), new AlternativeNumber("C", 0, null), new AlternativeNumber("string", 2, 3)], schemas[0].Numbers);
    }

    [Fact]
    public void Words_and_base_of_the_api_file_change_the_path()
    {
        var section = Spec.SectionOf("", "GET base-URL/version/objects/versions");
        EquatableArray<WordReplacement> words = [new WordReplacement("version", "v2")];
        var request = RequestLine.Parse(section.RequestText, null, words, "http://localhost:8080/ConfigurationManager/", out var mistake);
        Assert.Null(mistake);
        Assert.Equal("/ConfigurationManager/v2/objects/versions", request!.Path.ToString());
    }

    [Fact]
    public void Reads_the_status_table_in_full()
    {
        var statuses = Spec.File("""
            operation: A.B
            request: GET /x
            status:
              200 OK: Done
              204:
              303 See Other:
                description: Moved
                headers:
                  Location: url
              404: Gone
              412 Precondition failed:
                description: Down
                transient: true
                editions: { V10: Not started }
                since: V11
                csharp: ServerDown
                response:
                  code: int
            """).Section!.Statuses.Rows;
        Assert.Equal([(200, "OK", "Done"), (204, null, null), (303, "See Other", "Moved"), (404, null, "Gone"), (412, "Precondition failed", "Down")],
            statuses.Select(static row => (row.Code, row.Message, row.Description)));
        Assert.Equal("Location", Assert.Single(statuses[2].Headers).Name);
        Assert.Equal((true, "ServerDown", "V11"), (statuses[4].Transient, statuses[4].CSharpName, statuses[4].Editions.Since));
        Assert.Equal(new EditionWording("V10", "Not started"), Assert.Single(statuses[4].OtherEditions));
        Assert.Equal("code", Assert.Single(statuses[4].Response!.Members).Name);
    }

    [Fact]
    public void A_redirect_with_headers_is_a_success()
        => Assert.Equal(
            302, Spec.File("operation: A.B\nrequest: GET /x\nstatus:\n  302 Found:\n    headers:\n      Location: url\n").Section!.Statuses.Rows[0].Code);

    [Theory]
    [InlineData("[200, 401]")]
    [InlineData("200, 401")]
    public void Reads_a_list_of_codes(string list)
        => Assert.Equal([200, 401], Spec.File("operation: A.B\nrequest: GET /x\nstatus: " + list + "\n").Section!.Statuses.Rows.Select(static row => row.Code));

    [Fact]
    public void A_status_table_may_be_unknown()
    {
        var table = Spec.File("operation: A.B\nrequest: GET /x\nstatus: unknown\n").Section!.Statuses;
        Assert.True(table.IsOpen);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public void Reads_choices_and_paging()
    {
        var section = Spec.SectionOf("""
            query:
              start?: int
              page?: int
              size?: int
            body:
              a?: int
            exactly-one: [start, page]
            at-most-one:
              - [start, size]
              - [page, a]
            response:
              data: any[]
            paging: { offset: start, size: size, items: data }

            """, "POST /objects/Tasks");
        Assert.Equal(
            [(GroupRuleKind.ExactlyOne, "start page",
                "/exactly-one"), (GroupRuleKind.AtMostOne, "start size", "/at-most-one/0"), (GroupRuleKind.AtMostOne, "page a", "/at-most-one/1")],
            section.Choices.Select(static choice => (choice.Kind, string.Join(' ', choice.Names), choice.Pointer)));
        Assert.Equal([new PagingRole("offset", "start"), new PagingRole("size", "size"), new PagingRole("items", "data")], section.Paging!.Roles);
    }

    [Fact]
    public void Names_of_other_files_are_not_checked_by_the_reader()
        => Assert.Single(
            Spec.SectionOf("use: [list]\nbody: Task\nexactly-one: [a, b]\npaging: { offset: c, items: d }\nresponse: Task\n", "POST /objects/Tasks").Choices);

    [Fact]
    public void Scalars_stay_text()
    {
        var section = Spec.SectionOf("section: 2.10\ntitle: no\nfunction: 1_000\nnotes: \"\"\nversion: on\nsince: 10\nidempotent: yes\ncsharp: Get\n");
        Assert.Equal(
            ("2.10", "no", "1_000", "", "on", "10"),
            (section.Section, section.Title, section.Function, section.Notes, section.Version, section.Editions.Since));
        Assert.Equal((true, "Get"), (section.Idempotent, section.CSharpName));
    }

    [Fact]
    public void Reads_sources_and_errata()
    {
        var section = Spec.SectionOf("source:\n  - V12 2.4.6 AOCR0066\n  - V10 AOGR0204 bottom\n  - V9\nerrata:\n  - printed: vlaue\n    here: value\n");
        Assert.Equal(
            [
                new SourceCitation("V12", "2.4.6", "AOCR0066", "V12 2.4.6 AOCR0066"),
                new SourceCitation("V10", null, "AOGR0204 bottom", "V10 AOGR0204 bottom"),
                new SourceCitation("V9", null, null, "V9"),
            ],
            section.Sources);
        Assert.Equal(new Erratum("vlaue", "value") { Pointer = "/errata/0/here" }, Assert.Single(section.Errata));
    }

    [Fact]
    public void Reads_schemas_in_any_form()
    {
        var schemas = Spec.File("""
            api: jp1ao
            source: V12 2.2.14
            schemas:
              Page<T>: { pagination?: Pagination, data: "T[]", count: int }
              State: enum a|b - How it is
              Task:
                csharp: AutomationTask
                section: 2.2.14
                members:
                  type: string
              Kind:
                type: enum
                values: [x, y]
              Link:
                type: string - Kind of link
                href: url
            """);
        Assert.Equal((SpecFileKind.Schemas, "V12"), (schemas.Kind, schemas.Sources[0].Manual));
        Assert.Equal(["Page", "State", "Task", "Kind", "Link"], schemas.Schemas.Select(static schema => schema.Name));
        Assert.Equal(["T"], schemas.Schemas[0].TypeParameters);
        Assert.Equal((TypeKind.List, "T"), (schemas.Schemas[0].Members[1].Type.Kind, schemas.Schemas[0].Members[1].Type.Arguments[0].Name));
        Assert.Equal((TypeKind.Enum, "How it is"), (schemas.Schemas[1].Type!.Kind, schemas.Schemas[1].Description));
        Assert.Equal(("AutomationTask", "2.2.14", "type"), (schemas.Schemas[2].CSharpName, schemas.Schemas[2].Section, schemas.Schemas[2].Members[0].Name));
        Assert.Equal(2, schemas.Schemas[3].Type!.Values.Count);
        Assert.Equal(["type", "href"], schemas.Schemas[4].Members.Select(static row => row.Name));
    }

    [Theory]
    [InlineData("a/b/rerun.apispec.yaml", "rerun")]
    [InlineData("a\\b\\rerun.APISPEC.YML", "rerun")]
    [InlineData("2.7.14-get.apispec.yaml", "2.7.14-get")]
    public void The_name_of_a_file_is_its_last_part(string path, string name)
        => Assert.Equal(name, SpecReader.Read(path, Specs.Founding, CancellationToken.None).File!.Name);
}
