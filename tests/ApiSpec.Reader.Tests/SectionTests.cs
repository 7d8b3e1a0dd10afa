using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using Xunit;

namespace ApiSpec.Reader.Tests;

public sealed class SectionTests
{
    private static SectionDeclaration Section(string keys, string request = "GET /objects/Tasks") => Spec.File(Spec.Section(keys, request)).Section!;

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
    public void Reads_request_lines_as_printed(string request, string path) => Assert.Equal(path, Section("", request).Path.ToString());

    [Fact]
    public void Fills_the_version_and_keeps_other_placeholders()
    {
        var section = Section("version: v 1\npath:\n  id: long\n  name: string slashes\n", "GET /{version}/Tasks/{name}-x/{id}");
        Assert.Equal(
            [new PathPart("/v%201/Tasks/", false), new PathPart("name", true), new PathPart("-x/", false), new PathPart("id", true)], section.Path.Parts);
        Assert.Equal(["name", "id"], section.PathRows.Select(static row => row.Name));
        Assert.True(section.PathRows[0].AllowsSlashes);
    }

    [Theory]
    [InlineData("body: Task\n", "Type")]
    [InlineData("body: same as Tasks.Get\n", "SameAs")]
    public void Reads_what_of_a_shared_table_must_be_given(string body, string kind)
    {
        var read = Section(body + "required: notes, toDo\n", "PUT /objects/Tasks").Body!;
        Assert.Equal(kind, read.Kind.ToString());
        Assert.Equal(["notes", "toDo"], read.Required);
    }

    [Fact]
    public void Reads_editions_that_are_known_to_lack_something()
    {
        var section = Section("except: V10\nquery:\n  tags?: string since V9 except V10, V11\n");
        Assert.Equal(["V10"], section.Editions.Except);
        Assert.Equal(new EditionRange("V9", null, null) { Except = ["V10", "V11"] }, section.QueryRows[0].Editions);
    }

    [Fact]
    public void Reads_the_edition_that_removed_something()
        => Assert.Equal(new EditionRange("V9", null, null) { Before = "V11" }, Section("since: V9\nbefore: V11\n").Editions);

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
        var section = Section("", "GET base-URL/version/objects/versions");
        EquatableArray<WordReplacement> words = [new WordReplacement("version", "v2")];
        var request = RequestLine.Parse(section.RequestText, null, words, "http://localhost:8080/ConfigurationManager/", out var mistake);
        Assert.Null(mistake);
        Assert.Equal("/ConfigurationManager/v2/objects/versions", request!.Path.ToString());
    }

    [Theory]
    [InlineData("GET /Automation/v1/objects/Tasks/{id}/actions/rerunStart", "Tasks.GetRerunStart")]
    [InlineData("POST /Automation/v1/objects/Tasks/{id}/actions/rerunStart/invoke", "Tasks.InvokeRerunStart")]
    [InlineData("GET /objects/Tasks/{id}/actions", "Tasks.ListActions")]
    [InlineData("GET /objects/Tasks", "Tasks.List")]
    [InlineData("GET /objects/Tasks/{id}", "Tasks.Get")]
    [InlineData("POST /objects/Tasks", "Tasks.Create")]
    [InlineData("PUT /objects/Tasks/{id}", "Tasks.Update")]
    [InlineData("PATCH /objects/Tasks/{id}", "Tasks.Patch")]
    [InlineData("DELETE /objects/Tasks/{id}", "Tasks.Delete")]
    [InlineData("DELETE /objects/Tasks", "Tasks.DeleteMany")]
    [InlineData("DELETE /x", "X.DeleteMany")]
    [InlineData("DELETE /x/{id}", "X.Delete")]
    [InlineData("GET /x", "X.List")]
    [InlineData("GET /x/{id}", "X.Get")]
    [InlineData("PUT /objects/Tasks", "Tasks.UpdateMany")]
    [InlineData("PATCH /objects/Tasks", "Tasks.PatchMany")]
    [InlineData("PUT /system/license", "License.Update")]
    [InlineData("GET /configuration/version", "Version.Get")]
    [InlineData("GET /tasks/{id}/status", "Status.Get")]
    [InlineData("GET /access", "Access.Get")]
    [InlineData("GET /analysis", "Analysis.Get")]
    [InlineData("HEAD /objects/Tasks", "Tasks.HeadMany")]
    [InlineData("HEAD /objects/Tasks/{id}", "Tasks.Head")]
    [InlineData("PROPFIND /files", "Files.PropfindMany")]
    [InlineData("OPTIONS /system/status", "Status.Options")]
    [InlineData("GET /users/{id}/user-groups", "UserGroups.List")]
    [InlineData("GET /info/items/{id}.json", "Items.Get")]
    [InlineData("GET /{id}", "Root.Get")]
    [InlineData("GET /", "Root.Get")]
    [InlineData("POST /", "Root.Create")]
    [InlineData("GET /%", "Percent.Get")]
    [InlineData("DELETE /$/{id}", "Dollar.Delete")]
    public void Names_an_operation_after_its_request_line(string request, string name)
    {
        var rows = request.Contains("{id}", StringComparison.Ordinal) ? "path:\n  id: long\n" : "";
        var section = Spec.File("request: " + request + "\nstatus: [200]\n" + rows).Section!;
        Assert.Equal((name, true), (section.Group + "." + section.Method, section.IsOperationDerived));
    }

    [Theory]
    [InlineData("GET /info", "response: Page<Task>", "Info.List")]
    [InlineData("GET /info", "response: Task[]", "Info.List")]
    [InlineData("GET /info", "response: 'string[] or null'", "Info.List")]
    [InlineData("GET /info", "response: Info", "Info.Get")]
    [InlineData("GET /info", "response: unknown", "Info.Get")]
    [InlineData("GET /infos", "response: unknown", "Infos.List")]
    [InlineData("GET /infos", "response: Info", "Infos.List")]
    [InlineData("GET /infos", "response: text/plain", "Infos.List")]
    [InlineData("GET /settings", "response: {theme: string, tags: 'string[]'}", "Settings.Get")]
    [InlineData("GET /settings", "response: string", "Settings.Get")]
    [InlineData("GET /info", "response: {data: 'Task[]', count: int}", "Info.List")]
    [InlineData("GET /info", "response:\n  data[]:\n    id: int\n  count: int", "Info.List")]
    [InlineData("GET /info", "response:\n  data[]:\n    id: int\n  count: int\nquery: {offset: int}\npaging: {offset: offset, items: data}", "Info.List")]
    [InlineData("PUT /settings", "body: {theme: string}\nresponse: {theme: string}", "Settings.Update")]
    [InlineData("PUT /info", "body: 'Task[]'", "Info.UpdateMany")]
    [InlineData("DELETE /info", "response: {id: int}", "Info.DeleteMany")]
    public void The_response_tells_whether_an_operation_is_about_several_resources(string request, string keys, string name)
    {
        var section = Spec.File("request: " + request + "\nstatus: [200]\n" + keys + "\n").Section!;
        Assert.Equal(name, section.Group + "." + section.Method);
    }

    [Theory]
    [InlineData("query:\n  cmd: int always 1", "Api.GetCmd1")]
    [InlineData("query:\n  a: string always log-in\n  b: string always NOW", "Api.GetLogInNow")]
    [InlineData("query:\n  version: string always 2.0", "Api.Get")]
    [InlineData("query:\n  a: boolean always true", "Api.Get")]
    [InlineData("headers:\n  X-Kind: string always x", "Api.Get")]
    [InlineData("query:\n  a: string always a text of more than forty characters, which no name is", "Api.Get")]
    [InlineData("use: [x]\nquery:\n  a: long always -1", "Api.GetA1")]
    public void Constants_are_part_of_the_name(string rows, string name)
        => Assert.Equal(name, NameOf("GET /api.cgi", rows).Replace("ApiCgi", "Api", StringComparison.Ordinal));

    [Theory]
    [InlineData("body:\n  method: string always stop", "Rpc.CreateStop")]
    [InlineData("body:\n  call:\n    method: string always stop", "Rpc.CreateStop")]
    [InlineData("body:\n  call?:\n    method: string always stop", "Rpc.Create")]
    [InlineData("body: Call\nwith:\n  method: always stop\n  strict: always true", "Rpc.CreateStop")]
    [InlineData("body: Call\nresponse: Call\nwith:\n  body.method: always stop\n  response.method: always done", "Rpc.CreateStop")]
    [InlineData("response: Call\nwith:\n  method: always done", "Rpc.Create")]
    [InlineData("body form:\n  action: string always list", "Rpc.CreateList")]
    public void Constants_of_the_body_are_part_of_the_name(string keys, string name) => Assert.Equal(name, NameOf("POST /rpc", keys));

    [Fact]
    public void The_response_of_a_successful_status_row_tells_it_as_well()
        => Assert.Equal("List", Spec.File("request: GET /info\nstatus:\n  200 OK:\n    description: x\n    response: 'int[]'\n").Section!.Method);

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

    [Theory]
    [InlineData("unknown", BodyKind.Unknown, null)]
    [InlineData("same as Tasks.Get", BodyKind.SameAs, "Tasks.Get")]
    [InlineData("application/octet-stream", BodyKind.Media, "application/octet-stream")]
    [InlineData("text/html; charset=utf-8", BodyKind.Media, "text/html; charset=utf-8")]
    [InlineData("Page<Task>", BodyKind.Type, "Page")]
    [InlineData("enum a/b|c", BodyKind.Type, null)]
    internal void Reads_every_form_of_body(string text, BodyKind kind, string? detail)
    {
        var body = Section("response: " + text + "\n").Response!;
        Assert.Equal((kind, detail), (body.Kind, body.SameAs ?? body.MediaType ?? body.Type?.Name));
    }

    [Fact]
    public void A_mapping_is_always_a_member_table()
    {
        var body = Section("response:\n  type: string\n  description: string\n").Response!;
        Assert.Equal(["type", "description"], body.Members.Select(static row => row.Name));
    }

    [Fact]
    public void Reads_the_fields_of_a_form()
    {
        foreach (var (key, format) in new[] { ("body form", BodyFormat.Form), ("body multipart", BodyFormat.Multipart) })
        {
            var body = Section(key + ":\n  file: bytes\n", "POST /objects/Tasks").Body!;
            Assert.Equal((BodyKind.Form, format, "file"), (body.Kind, body.Format, Assert.Single(body.Members).Name));
        }
    }

    // The key is composed here, so that the upgrade does not rewrite the old form.
    [Theory]
    [InlineData("body: multipart/form-data", "body multipart:")]
    [InlineData("body: multipart/mixed", "body multipart:")]
    [InlineData("body: application/x-www-form-urlencoded; charset=utf-8", "body form:")]
    [InlineData("title: No body", "body multipart:")]
    public void Rows_of_a_form_in_the_form_of_version_0_1_are_an_error_that_shows_the_new_key(string before, string expected)
    {
        var parsed = Spec.Read(Spec.Section(before + "\n" + "parts" + ":\n  file: bytes\nat-most-one: [file, x]\nquery:\n  x?: int\n", "POST /objects/Tasks"));
        var error = Assert.Single(parsed.Diagnostics, static diagnostic => diagnostic.Rule.Id is not "APISPEC0147" and not "APISPEC0120");
        Assert.Equal(("APISPEC0135", expected), (error.Rule.Id, error.Arguments[0]));
    }

    [Theory]
    [InlineData("body: xml\n  a: int\n", "; write 'body xml:' above the rows")]
    [InlineData("body: form\n\n  a: int\n", "; write 'body form:' above the rows")]
    [InlineData("response: xml\n  root:\n    a: int\n", "; write 'response xml:' above the rows")]
    [InlineData("error:  xml\n  root:\n    a: int\n", "; write 'error xml:' above the rows")]
    [InlineData("body: Task\n  a: int\n", "")]
    public void Format_behind_the_colon_with_rows_below_it_shows_the_key(string keys, string hint)
    {
        var error = Assert.Single(Spec.Read(Spec.Section(keys, "POST /objects/Tasks")).Diagnostics, static diagnostic => diagnostic.Rule.Id == "APISPEC0023");
        Assert.Equal("remove the value or these rows, or quote a multi-line value" + hint, error.Arguments.Single());
    }

    [Theory]
    [InlineData(
        "body xml:\n  root:\n    \"@id\": long\n    \"#text?\": string\nresponse xml: Envelope\nerror xml: unknown\nschemas:\n  Envelope:\n"
        + "    root: string\n")]
    [InlineData("body xml: same as A.B\nresponse xml: same as A.B\nerror xml: same as A.B\n")]
    public void Reads_bodies_in_XML(string keys)
    {
        var section = Section(keys, "POST /objects/Tasks");
        Assert.Equal((BodyFormat.Xml, BodyFormat.Xml, BodyFormat.Xml), (section.Body!.Format, section.Response!.Format, section.Error!.Format));
    }

    [Theory]
    [InlineData("body xml: text/xml\n", "APISPEC0103", "body xml")]
    [InlineData("response xml: text/xml\n", "APISPEC0103", "response xml")]
    [InlineData("response xml:\n  - a\n", "APISPEC0103", "response xml")]
    [InlineData("response xml:\n", "APISPEC0102", "response xml")]
    [InlineData("response xml:\n  a: int\nresponse text/xml:\n", "APISPEC0108", "'response text/xml:'")]
    [InlineData("response:\n  a: int\nresponse application/vnd.x+json:\n", "APISPEC0108", "'response application/vnd.x+json:'")]
    [InlineData("response text/csv:\nresponse application/csv:\n", "APISPEC0108", "'response text/csv:'")]
    [InlineData("response: unknown\nresponse text/csv:\n", "APISPEC0108", "'response text/csv:'")]
    [InlineData("response image/*:\nresponse text/csv:\n", "APISPEC0108", "'response text/csv:'")]
    [InlineData("response text/csv: a,b\n", "APISPEC0103", "response text/csv")]
    [InlineData("body text/csv:\n  a: int\n", "APISPEC0103", "a mapping; describe tables under 'body:'")]
    [InlineData("body text/xml:\n  a: int\n", "APISPEC0103", "a mapping; describe tables under 'body xml:'")]
    [InlineData("query text/csv:\n", "APISPEC0100", "query text/csv")]
    [InlineData("response:\n  a: int\nerror:\n  a: int\nerror xml:\n  a: int\n", "APISPEC0108", "'error xml:'")]
    [InlineData("error:\n  a: int\nerror xml:\n  a: int\n", "APISPEC0108", "'error xml:'")]
    [InlineData("body form: string\n", "APISPEC0103", "body form")]
    [InlineData("body multipart:\n", "APISPEC0102", "body multipart")]
    [InlineData("body: multipart/form-data\nbody multipart:\n  a: int\n", "APISPEC0108", "'body multipart:'")]
    [InlineData("body: unknown\nbody form:\n  a: int\n", "APISPEC0108", "'body form:'")]
    [InlineData("body form:\n  a: int\nbody xml: unknown\n", "APISPEC0108", "'body xml:'")]
    [InlineData("body form:\n  a: string[] as space\n", "APISPEC0125", "'as space'")]
    public void Form_that_is_no_table_or_not_the_only_body_is_reported(string keys, string rule, string named)
        => Assert.Contains(
            Spec.Read(Spec.Section(keys, "POST /objects/Tasks")).Diagnostics, diagnostic => diagnostic.Rule.Id == rule && diagnostic.Arguments.Contains(named));

    [Fact]
    public void Reads_media_types_behind_the_keys_of_bodies()
    {
        var section = Section(
            "body text/csv; header=present:\nbody: text/plain\nresponse:\n  a: int\nresponse application/pdf:\nresponse xml:\n  r:\n    a: int\n"
                + "error:\n  a: int\nerror xml:\n  r:\n    a: int\n",
            "POST /objects/Tasks");

        Assert.Equal(["text/csv; header=present", "text/plain"], section.Bodies.Select(static body => body.MediaType));
        Assert.Equal([null, "application/pdf", null], section.Responses.Select(static body => body.MediaType));
        Assert.Equal([BodyFormat.Xml], section.OtherErrors.Select(static body => body.Format));
    }

    [Fact]
    public void Reads_a_request_in_several_formats()
    {
        var section = Section(
            "body multipart:\n  file: bytes\nbody xml:\n  job:\n    a: int\nbody: Job\nbody form:\n  a?: int\n  b?: int\nexactly-one: [a, b]\nrequired: [a]\n"
            + "with: { b: always 1 }\nschemas:\n  Job:\n    a: int\n    b: int\n",
            "POST /objects/Tasks");

        Assert.Equal(
            [BodyFormat.Multipart, BodyFormat.Xml, BodyFormat.Json, BodyFormat.Form], section.Bodies.Select(static body => body.Format));
        Assert.Equal(["file", "job", "a", "b"], section.Bodies.SelectMany(static body => body.Members).Select(static row => row.Name));
        Assert.Equal(["a"], section.OtherBodies[1].Required);
        Assert.Equal("1", Assert.Single(section.OtherBodies[1].Values).Constant);
        Assert.All(
            section.Bodies.Where(static body => body.Kind != BodyKind.Type),
            static body => Assert.Empty(body.Required.Concat(body.Values.Select(static value => value.Name))));
    }

    [Fact]
    public void Reads_choices_and_paging()
    {
        var section = Section("""
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
            Section("use: [list]\nbody: Task\nexactly-one: [a, b]\npaging: { offset: c, items: d }\nresponse: Task\n", "POST /objects/Tasks").Choices);

    [Fact]
    public void Scalars_stay_text()
    {
        var section = Section("section: 2.10\ntitle: no\nfunction: 1_000\nnotes: \"\"\nversion: on\nsince: 10\nidempotent: yes\ncsharp: Get\n");
        Assert.Equal(
            ("2.10", "no", "1_000", "", "on", "10"),
            (section.Section, section.Title, section.Function, section.Notes, section.Version, section.Editions.Since));
        Assert.Equal((true, "Get"), (section.Idempotent, section.CSharpName));
    }

    [Fact]
    public void Reads_sources_and_errata()
    {
        var section = Section("source:\n  - V12 2.4.6 AOCR0066\n  - V10 AOGR0204 bottom\n  - V9\nerrata:\n  - printed: vlaue\n    here: value\n");
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

    private static string NameOf(string request, string keys)
    {
        var section = Spec.File("request: " + request + "\nstatus: [200]\n" + keys + "\n").Section!;
        return section.Group + "." + section.Method;
    }
}
