using System.Text.Json.Nodes;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>How sections are written as operations of OpenAPI.</summary>
public sealed class OperationExportTests : IDisposable
{
    private const string Api = """
        api: demo
        title: Demo
        client: DemoClient
        base: https://demo.example/api
        manuals: { V1: The first manual, V2: The second manual }
        roles: { Admin: Everything, Guest: Reading }
        authentication:
          - basic
          - header X-Key
        status:
          401 Unauthorized: No permission.
        always: [401]
        error:
          code: string
        """;

    private readonly ExportFolder _folder = new ExportFolder().Write("api", Api);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Digest_is_a_scheme_of_HTTP()
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\nauthentication: digest\n");
        _folder.Write("get", "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\n");

        var (document, losses) = await _folder.ExportAsync();

        ExportFolder.Same(
            """{"digest":{"type":"http","scheme":"digest"}}""", ExportFolder.At(document, "components", "securitySchemes"));
        Assert.Empty(losses);
    }

    [Fact]
    public async Task Each_status_has_the_media_type_of_its_row()
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\n");
        _folder.Write(
            "get",
            "operation: Ports.Get\nrequest: GET /ports\nstatus:\n  200 OK: Done\n  202 Accepted:\n    response: { job: int }\n"
                + "  203 Copied:\n    response: application/zip\n  409 Busy:\n    response: text/plain\nresponse: text/csv\n");

        var responses = ExportFolder.At((await _folder.ExportAsync()).Document, "paths", "/ports", "get", "responses")!.AsObject();

        Assert.Equal(
            ["200 text/csv", "202 application/json", "203 application/zip", "409 text/plain"],
            responses.Select(static response => response.Key + " " + Assert.Single(response.Value!["content"]!.AsObject()).Key));
    }

    [Theory]
    [InlineData("status: [200, 404]\n", "200 X-Id|404 X-Id")]
    [InlineData("status:\n  200 OK: Done\n  404:\n    headers: { x-id: int, X-Wait?: int }\n", "200 X-Id|404 x-id,X-Wait")]
    [InlineData("status: [200, 404, ...]\n", "200 X-Id|404 X-Id|default X-Id")]
    [InlineData("", "200 X-Id|default X-Id")]
    public async Task Headers_of_every_response_are_in_each_response(string section, string expected)
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\nstatus:\n  2xx, 4xx:\n    headers:\n      X-Id?: string\n");
        _folder.Write("get", "operation: Ports.Get\nrequest: GET /ports\n" + section);

        var responses = ExportFolder.At((await _folder.ExportAsync()).Document, "paths", "/ports", "get", "responses")!.AsObject();

        Assert.Equal(
            expected,
            string.Join('|', responses.Select(static response
                => response.Key + " " + string.Join(',', response.Value!["headers"]!.AsObject().Select(static header => header.Key)))));
    }

    [Fact]
    public async Task Fields_of_a_form_that_repeat_are_lists()
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\n");
        _folder.Write(
            "set",
            "operation: Ports.Set\nrequest: POST /ports\nstatus: [200]\nbody multipart:\n  tag: string[] as brackets\n  file?: bytes[..3] as repeat\n"
                + "  note{n}?: string\n  page{n}?: bytes\n");

        var schema = FormOf((await _folder.ExportAsync()).Document);
        ExportFolder.Same(
            """{"tag[]":{"type":"array","items":{"type":"string"}},"file":{"maxItems":3,"type":"array","items":{"type":"string","format":"binary"}}}""",
            schema["properties"]);
        ExportFolder.Same("""["tag[]"]""", schema["required"]);
        ExportFolder.Same("""{"^note.+$":{"type":"string"},"^page.+$":{"type":"string","format":"binary"}}""", schema["patternProperties"]);
    }

    [Fact]
    public async Task Files_with_names_that_the_program_chooses_are_additional_properties_in_3_0()
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\n");
        _folder.Write("set", "operation: Ports.Set\nrequest: POST /ports\nstatus: [200]\nbody multipart:\n  name: string\n  page{n}?: bytes\n");

        var (document, losses) = await _folder.ExportAsync("--version", "3.0");

        ExportFolder.Same("""{"type":"string","format":"binary"}""", FormOf(document)["additionalProperties"]);
        Assert.Equal(["set.apispec.yaml(6): the names 'page{n}' are written as additional properties of any name"], losses[..^1]);
    }

    [Theory]
    [InlineData(
        "https://{t}.demo.example:{port}/api",
        """[{"url":"https://{t}.demo.example:{port}","variables":{"t":{"default":"t"},"port":{"default":"443"}}}]""")]
    [InlineData("http://{host}:{port}", """[{"url":"http://{host}:{port}","variables":{"host":{"default":"host"},"port":{"default":"80"}}}]""")]
    [InlineData("https://demo.example/api", """[{"url":"https://demo.example"}]""")]
    [InlineData("/api", """[{"url":"/"}]""")]
    public async Task Server_is_the_base_address_without_its_path(string address, string servers)
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\nbase: " + address + "\n");
        _folder.Write("get", "operation: Ports.Get\nrequest: GET base-URL/ports\nstatus: [200]\n");

        ExportFolder.Same(servers, (await _folder.ExportAsync()).Document["servers"]);
    }

    [Fact]
    public async Task Time_zone_of_the_server_is_kept_in_an_extension()
    {
        _folder.Write("api", Api + "\ntimezone: Asia/Tokyo\n").Write("get", "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\n");

        var (document, losses) = await _folder.ExportAsync();

        Assert.Equal("Asia/Tokyo", (string?)document["x-apispec-timezone"]);
        Assert.Contains(losses, static loss => loss.Contains("'x-apispec-timezone' only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_before_the_json_is_kept_in_an_extension()
    {
        _folder.Write("api", Api + "\njson prefix: \")]}'\"\n")
            .Write(
                "get",
                "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\nresponse:\n  id: int\nexamples:\n"
                    + "  - response body: |\n      )]}'\n      { \"id\": 1 }\n")
            .Write("other", "operation: Ports.Other\nrequest: GET /other\nstatus: [200]\njson prefix: while(1);\n");

        var (document, losses) = await _folder.ExportAsync();

        Assert.Equal(")]}'", (string?)document["x-apispec-json-prefix"]);
        Assert.Equal("while(1);", (string?)document["paths"]!["/api/other"]!["get"]!["x-apispec-json-prefix"]);
        Assert.Equal(2, losses.Count(static loss => loss.Contains("'x-apispec-json-prefix' only", StringComparison.Ordinal)));
        Assert.Contains("\"id\":1", document.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_that_the_reference_does_not_have_is_listed_as_a_loss()
    {
        _folder.Write("api", "api: demo\nclient: DemoClient\nbase: https://{t}.demo.example:{port}\n");
        _folder.Write("get", "operation: Ports.Get\nrequest: GET base-URL/ports\nstatus: [200]\n");

        Assert.Equal(
            ["api.apispec.yaml(3): the reference has no value for '{t}', so the default of the server variable is 't'",
                "api.apispec.yaml(3): the reference has no value for '{port}', so the default of the server variable is '443'"],
            (await _folder.ExportAsync()).Losses[..^1]);
    }

    [Fact]
    public async Task A_section_says_what_its_page_says()
    {
        _folder.Write("get", """
            section: 1.2.3
            title: Get a port
            function: Returns one port.
            operation: Ports.Get
            source: V2 1.2.3
            roles: [Admin]
            request: GET /ports/{id}
            path:
              id: int - The number of the port
            query:
              tags?: string[] as comma
              also?: string[] as repeat
              sizes?: int[] as "[a|b]"
              verbose?: flag
            headers:
              X-Trace?: string
            status:
              200 OK: Done.
              404 Not found: There is no such port.
            response:
              number: int
            examples:
              - title: The port 5
                request header: |
                  GET /api/ports/5?tags=a,b&sizes=[1|2] HTTP/1.1
                  X-Trace: t
                response header: |
                  HTTP/1.1 200 OK
                response body: |
                  { "number": 5 }
            """);

        var (document, losses) = await _folder.ExportAsync();

        ExportFolder.Same("""{"title":"Demo","version":"V2","description":"The second manual"}""", document["info"]);
        ExportFolder.Same("""[{"url":"https://demo.example"}]""", document["servers"]);
        ExportFolder.Same("""[{"basic":[]},{"X-Key":[]}]""", document["security"]);
        ExportFolder.Same(
            """{"basic":{"type":"http","scheme":"basic"},"X-Key":{"type":"apiKey","name":"X-Key","in":"header"}}""",
            ExportFolder.At(document, "components", "securitySchemes"));
        var operation = ExportFolder.At(document, "paths", "/api/ports/{id}", "get")!;
        Assert.Equal(
            ("Ports_Get", "Get a port", "Returns one port."),
            ((string?)operation["operationId"], (string?)operation["summary"], (string?)operation["description"]));
        ExportFolder.Same("""["Ports"]""", operation["tags"]);
        ExportFolder.Same("""["Admin"]""", operation["x-apispec-roles"]);
        ExportFolder.Same("""["V2 1.2.3"]""", operation["x-apispec-source"]);
        ExportFolder.Same(
            """
            [
              {"name":"id","in":"path","required":true,"description":"The number of the port","schema":{"type":"integer","format":"int32"},"example":5},
              {"name":"tags","in":"query","explode":false,"schema":{"type":"array","items":{"type":"string"}},"example":["a","b"]},
              {"name":"also","in":"query","schema":{"type":"array","items":{"type":"string"}}},
              {"name":"sizes","in":"query","schema":{"type":"string","x-apispec-form":"[a|b]"},"example":"[1|2]"},
              {"name":"verbose","in":"query","schema":{"type":"boolean"},"x-apispec-flag":true},
              {"name":"X-Trace","in":"header","schema":{"type":"string"},"example":"t"}
            ]
            """,
            operation["parameters"]);
        ExportFolder.Same(
            """["200","401","404"]""",
            new System.Text.Json.Nodes.JsonArray([.. operation["responses"]!.AsObject().Select(static pair => (System.Text.Json.Nodes.JsonNode)pair.Key)]));
        ExportFolder.Same(
            """
            {"description":"OK: Done.","content":{"application/json":{"schema":{"$ref":"#/components/schemas/PortsGetResponse"},
              "examples":{"example":{"summary":"The port 5","value":{"number":5}}}}},"x-apispec-outcomes":[{"message":"OK","description":"Done."}]}
            """,
            ExportFolder.At(operation, "responses", "200"));
        Assert.Equal("Unauthorized: No permission.", (string?)ExportFolder.At(operation, "responses", "401", "description"));
        Assert.Equal(
            "#/components/schemas/PortsGetError", (string?)ExportFolder.At(operation, "responses", "404", "content", "application/json", "schema", "$ref"));
        Assert.Equal(
            [
                "get.apispec.yaml(13): the list in one string is a string",
                "get.apispec.yaml(14): that the parameter 'verbose' has no value is in 'x-apispec-flag' only; the schema is a Boolean",
                "OpenAPI cannot represent 2 of the facts; the lines above show their replacements.",
            ],
            losses);
    }

    [Fact]
    public async Task Paths_that_differ_in_names_alone_are_one_path()
    {
        _folder.Write("get", "operation: Ports.Get\nrequest: GET /ports/{id}\npath:\n  id: int\nstatus: [200]\n");
        _folder.Write("put", "operation: Ports.Put\nrequest: PUT /ports/{number}\npath:\n  number: int\nstatus: [200]\n");
        var paths = ExportFolder.At((await _folder.ExportAsync()).Document, "paths")!.AsObject();
        Assert.Equal(["get", "put"], paths["/api/ports/{id}"]!.AsObject().Select(static pair => pair.Key));
        Assert.Equal("id", (string?)ExportFolder.At(paths, "/api/ports/{id}", "put", "parameters", "0", "name"));
    }

    [Fact]
    public async Task Operations_of_one_address_are_one_operation_that_takes_either()
    {
        _folder.Write(
            "on", "operation: Power.On\nrequest: GET /cmd\nquery:\n  cmd: string always on\n  port: int\nstatus:\n  200: Switched on\nresponse:\n  a: int\n");
        _folder.Write("off", "operation: Power.Off\nrequest: GET /cmd\nquery:\n  cmd: string always off\nstatus:\n  200: Switched off\nresponse:\n  b: int\n");
        var (document, losses) = await _folder.ExportAsync();
        var operation = ExportFolder.At(document, "paths", "/api/cmd", "get")!;
        Assert.Equal("Power_Off_or_Power_On", (string?)operation["operationId"]);
        ExportFolder.Same(
            """[{"name":"cmd","in":"query","required":true,"schema":{"type":"string","enum":["off","on"]}},{"name":"port","in":"query","schema":"""
            + """{"type":"integer","format":"int32"}}]""",
            operation["parameters"]);
        ExportFolder.Same(
            """{"anyOf":[{"$ref":"#/components/schemas/PowerOffResponse"},{"$ref":"#/components/schemas/PowerOnResponse"}]}""",
            ExportFolder.At(operation, "responses", "200", "content", "application/json", "schema"));
        Assert.Equal("on.apispec.yaml(2): the operations at GET /api/cmd are one operation, which takes and returns what either of them does", losses[0]);
    }

    [Fact]
    public async Task Outcomes_that_a_page_distinguishes_within_a_code_are_kept()
    {
        _folder.Write("get", """
            operation: Ports.Get
            request: GET /ports
            authentication: none
            success when: code = "0"
            status:
              200: Done
              4xx: Wrong
              ...: unknown
            error codes:
              7: No such port
            response: any
            """);
        var (document, losses) = await _folder.ExportAsync();
        var operation = ExportFolder.At(document, "paths", "/api/ports", "get")!;
        ExportFolder.Same("[]", operation["security"]);
        Assert.Equal(["200", "401", "4XX", "default"], operation["responses"]!.AsObject().Select(static pair => pair.Key).Order(StringComparer.Ordinal));
        var success = ExportFolder.At(operation, "responses", "200")!;
        Assert.Equal("Done\nError 7: No such port", (string?)success["description"]);
        Assert.Equal("code = \"0\"", (string?)success["x-apispec-success"]);
        ExportFolder.Same(
            """{"anyOf":[{},{"$ref":"#/components/schemas/PortsGetError"}]}""", ExportFolder.At(success, "content", "application/json", "schema"));
        Assert.Contains("get.apispec.yaml(4): that a response is a success when code = \"0\" is in 'x-apispec-success' only", losses);
    }

    [Theory]
    [InlineData("3.0", """{"name":"id","attribute":true}""", null)]
    [InlineData("3.1", """{"name":"id","attribute":true}""", null)]
    [InlineData("3.2", """{"name":"id","nodeType":"attribute"}""", """{"nodeType":"text"}""")]
    public async Task Xml_is_a_media_type_with_elements_and_attributes(string version, string attribute, string? text)
    {
        _folder.Write("put", """
            operation: Jobs.Put
            request: PUT /job
            body xml:
              n:job: Job
            status: [200]
            response xml:
              result:
                "@id": long
                "#text?": string
                job[]: Job
            schemas:
              Job:
                "@id": long
                name: string
            examples:
              - response body: |
                  <result id="7">done</result>
            """);
        var (document, losses) = await _folder.ExportAsync("--version", version);
        var operation = ExportFolder.At(document, "paths", "/api/job", "put")!;
        ExportFolder.Same(
            """{"application/xml":{"schema":{"allOf":[{"$ref":"#/components/schemas/Job"}],"xml":{"name":"job","prefix":"n"}}}}""",
            ExportFolder.At(operation, "requestBody", "content"));
        var result = ExportFolder.At(operation, "responses", "200", "content", "application/xml")!;
        ExportFolder.Same("""{"name":"result"}""", ExportFolder.At(result, "schema", "xml"));
        ExportFolder.Same(attribute, ExportFolder.At(result, "schema", "properties", "@id", "xml"));
        ExportFolder.Same(attribute, ExportFolder.At(document, "components", "schemas", "Job", "properties", "@id", "xml"));
        ExportFolder.Same("""{"type":"array","items":{"$ref":"#/components/schemas/Job"}}""", ExportFolder.At(result, "schema", "properties", "job"));
        Assert.Equal("<result id=\"7\">done</result>", (string?)ExportFolder.At(result, "examples", "example", "value"));
        var member = ExportFolder.At(result, "schema", "properties", "#text", "xml");
        if (text is null)
            Assert.StartsWith("put.apispec.yaml(9): the text of an element with attributes", losses[0], StringComparison.Ordinal);
        else
            ExportFolder.Same(text, member);
    }

    [Theory]
    [InlineData("until V1")]
    [InlineData("before V2")]
    public async Task An_edition_has_only_what_it_has(string older)
    {
        _folder.Write(
            "get",
            "operation: Ports.Get\nrequest: GET /ports\nquery:\n  a?: int since V2\n  b?: int " + older + "\nstatus:\n  200: Done\n  409:\n    only: V1\n"
            + "response:\n  c: int since V2\n  d: int\n");
        _folder.Write("new", "operation: Ports.New\nonly: V2\nrequest: POST /ports\nstatus: [200]\n");

        var (first, losses) = await _folder.ExportAsync("--edition", "V1");
        Assert.Empty(losses);
        Assert.Equal("V1", (string?)ExportFolder.At(first, "info", "version"));
        var path = ExportFolder.At(first, "paths", "/api/ports")!.AsObject();
        Assert.Equal(["get"], path.Select(static pair => pair.Key));
        Assert.Equal("b", (string?)Assert.Single(ExportFolder.At(path, "get", "parameters")!.AsArray())!["name"]);
        Assert.NotNull(ExportFolder.At(path, "get", "responses", "409"));
        Assert.Equal(["d"], ExportFolder.At(first, "components", "schemas", "PortsGetResponse", "properties")!.AsObject().Select(static pair => pair.Key));

        var (second, _) = await _folder.ExportAsync("--edition", "V2");
        Assert.Equal(["get", "post"], ExportFolder.At(second, "paths", "/api/ports")!.AsObject().Select(static pair => pair.Key));
        Assert.Null(ExportFolder.At(second, "paths", "/api/ports", "get", "responses", "409"));

        var unknown = await _folder.RunAsync("--edition", "V3");
        Assert.Equal((2, "", "The reference has no edition 'V3'; its manuals are V1, V2.\n"), (unknown.Code, unknown.Output, unknown.Error));
    }

    [Fact]
    public async Task An_example_that_is_not_whole_is_left_out_and_listed()
    {
        _folder.Write("get", """
            operation: Ports.Get
            request: GET /ports
            status: [200]
            response:
              name: string
              rest?: string or null
            examples:
              - response body: |
                  { "name": "a", ... }
              - response body: |
                  { "name": "b", "rest": null }
            """);
        var (document, losses) = await _folder.ExportAsync();
        ExportFolder.Same(
            """{"example2":{"value":{"name":"b","rest":null}}}""",
            ExportFolder.At(document, "paths", "/api/ports", "get", "responses", "200", "content", "application/json", "examples"));
        Assert.Equal("get.apispec.yaml(8): the example is not written whole in the format of the body, so that it is left out", losses[0]);
    }

    private static JsonNode FormOf(JsonNode document)
        => ExportFolder.At(document, "paths", "/ports", "post", "requestBody", "content", "multipart/form-data", "schema")!;
}
