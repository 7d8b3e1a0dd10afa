using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The schema accepts every shipped spec and every file on the page, and rejects files that the reader rejects.</summary>
public sealed class FormatSchemaTests
{
    private const string Section = """
        operation: Tasks.Get
        section: 2.7.2
        source: V12 2.7.2
        roles: [Admin, Submit]
        version: v1
        request: GET /Automation/{version}/objects/Tasks/{id}

        errata:
          - printed: vlaue
            here: value

        path:
          id: long - instanceID of the task

        query:
          serviceID?: long
          serviceGroupID?: long
          pageSize?: int 1..500

        at-most-one: [serviceID, serviceGroupID]

        status:
          200 OK: Processing has been successfully completed.
          412 Precondition failed:
            description: The server is not available.
            transient: true

        response: Task

        examples:
          - title: Task 2026
            response header: |
              HTTP/1.1 200 OK

        paging: { size: pageSize }

        idempotent: true

        schemas:
          Task:
            csharp: AutomationTask
            members:
              name: string
              status: enum running|failed

        """;

    private const string Api = """
        api: jp1ao
        client: AutomaticOperationClient
        namespace: Hitachi.JP1.AutomaticOperation
        base: http://localhost:22015
        authentication:
          - basic
          - session: HSSO
            issued in: WWW-Authenticate
            lifetime: 1000s
        date-time: yyyy-MM-ddTHH:mm
        always: [401, 500]

        """;

    public static TheoryData<string> ShippedSpecs =>
    [
        .. Directory.GetFiles(Repository.PathOf("specs"), "*.apispec.y*ml", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Blocks => [.. FormatPage.Blocks.Select(static block => block.Name)];

    /// <summary>Changes to a valid file: the old and the new text.</summary>
    public static TheoryData<string, string> WrongSections => new()
    {
        { "response: Task", "reponse: Task" },
        { "status:\n  200", "statuses:\n  200" },
        { "request: GET", "request: get" },
        { "request: GET /Automation/{version}/objects/Tasks/{id}", "request:" },
        { "operation: Tasks.Get", "operation: GetTask" },
        { "operation: Tasks.Get", "operation: Tasks.get-task" },
        { "roles: [Admin, Submit]", "roles: [Admin, Admin]" },
        { "roles: [Admin, Submit]", "roles: { Admin: yes }" },
        { "at-most-one: [serviceID, serviceGroupID]", "at-most-one: [serviceID]" },
        { "  200 OK: Processing has been successfully completed.\n", "  OK 200: Processing has been successfully completed.\n" },
        { "  200 OK", "  999 OK" },
        { "transient: true", "transient: perhaps" },
        { "transient: true", "transitory: true" },
        { "    here: value\n", "" },
        { "title: Task 2026\n    response header: |\n      HTTP/1.1 200 OK\n", "title: Task 2026\n" },
        { "response header:", "response haeder:" },
        { "paging: { size: pageSize }", "paging: { pagesize: pageSize }" },
        { "idempotent: true", "idempotent: true\nsince: V1\nuntil: V2\nbefore: V3" },
        { "idempotent: true", "idempotent: maybe" },
        { "int 1..500", "{ type: int, range: 1..500 }" },
        { "  id: long - instanceID of the task", "  id: always 2026 - instanceID of the task" },
        { "  id: long - instanceID of the task", "  id: [long]" },
        { "  Task:\n    csharp", "  2Task:\n    csharp" },
        { "  Task:\n    csharp", "  string:\n    csharp" },
        { "csharp: AutomationTask", "csharp: automation-task" },
        { "response: Task\n", "response: [Task]\n" },
        { "response: Task\n", "response: Task\nresponse text/csv: string\n" },
        { "response: Task\n", "response: Task\nresponse csv:\n" },
        { "query:\n", "query: serviceID\nheaders:\n" },
        { "int 1..500", "int 1..500 requierd" },
        { "int 1..500", "int 1-500" },
        { "int 1..500", "int (1..500)" },
        { "int 1..500", "int(500)" },
        { "int 1..500", "int, optional" },
        { "int 1..500", "int default" },
        { "long - instanceID of the task", "long required - instanceID of the task" },
        { "long - instanceID of the task", "long instanceID of the task" },
        { "long - instanceID of the task", "long -" },
        { "name: string", "name: string[" },
        { "name: string", "name: list<string" },
        { "name: string", "name: string as" },
        { "name: string", "name: string since" },
        { "name: string", "name: string before" },
        { "name: string", "name: string or null nullable" },
        { "enum running|failed", "enum running, failed" },
    };

    /// <summary>Rows that the reader reads, near to those that are marked.</summary>
    public static TheoryData<string> RightRows =>
    [
        "date-time as 'YYYY/MM/DD hh:mm'", "date-time as \"YYYY/MM/DD hh:mm\" or null", "enum and | or", "enum since|until", "enum a|-", "string[1 .. 5]",
        "string[1..5] as comma", "varchar(255)", "STRING(1-5)[] - x", "map<string[]> or null", "long | double | string",
        "int | enum max|all", "(int 1..9) | enum all - x", "string before V3 - x", "int 1..", "string ..255", "string 1..255 bytes secret",
        "string or 'N/A' 1..3", "string or \"\" or null", "(string 1..255 bytes)[..100] as comma", "string - one or", "string - ends with -",
        "boolean as 1|0", "boolean as yes|no - x",
        "string required not stated", "int default -1", "decimal -1.5..2.5", "string read-only", "epoch-ms", "string - a (b), c; d = e [f",
    ];

    public static TheoryData<string, string> WrongApis => new()
    {
        { "client: AutomaticOperationClient", "client: 2Client" },
        { "client: AutomaticOperationClient", "client: AutomaticOperationClient\nrequest: GET /objects/Tasks" },
        { "namespace: Hitachi.JP1.AutomaticOperation", "namespace: Hitachi..JP1" },
        { "base: http://localhost:22015", "base: Automation/v1" },
        { "base: http://localhost:22015", "base: http://localhost:22015/{tenant}" },
        { "base: http://localhost:22015", "base: /api/{tenant}" },
        { "base: http://localhost:22015", "base: /api?tenant=1" },
        { "lifetime: 1000s", "lifetime: 1000" },
        { "  - basic", "  - password" },
        { "    issued in: WWW-Authenticate", "    issued: WWW-Authenticate" },
        { "date-time: yyyy-MM-ddTHH:mm", "date-time: [yyyy-MM-ddTHH:mm]" },
        { "always: [401, 500]", "always: [401, 999]" },
        { "api: jp1ao", "api: jp1 ao" },
        { "api: jp1ao", "api: jp1ao\njson prefix: '[['" },
        { "api: jp1ao", "api: jp1ao\njson prefix: '{ \"a'" },
        { "api: jp1ao", "api: jp1ao\njson prefix: tr" },
        { "api: jp1ao", "api: jp1ao\njson prefix: null;" },
        { "api: jp1ao", "api: jp1ao\njson prefix: '-'" },
    };

    [Theory]
    [MemberData(nameof(ShippedSpecs))]
    public void Every_shipped_spec_is_valid(string path) => Assert.Empty(FormatSchema.Validate(Repository.Read(path.Split('/'))));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_file_of_the_page_is_valid(string name) => Assert.Empty(FormatSchema.Validate(FormatPage.Blocks.Single(block => block.Name == name).Text));

    [Fact]
    public void The_files_are_valid_before_an_error_is_added()
        => Assert.All([Section, Api], static text =>
        {
            Assert.Empty(FormatSchema.Validate(text));
            Assert.Empty(Diagnostics(text));
        });

    [Theory]
    [MemberData(nameof(WrongSections))]
    public void A_wrong_section_is_refused_by_schema_and_reader(string right, string wrong) => AssertRefused(Section, right, wrong);

    [Theory]
    [MemberData(nameof(RightRows))]
    public void A_right_row_is_accepted_by_schema_and_reader(string row)
    {
        var text = "operation: Tasks.Get\nrequest: GET /tasks\nstatus: [200]\nresponse:\n  value: '" + row.Replace("'", "''", StringComparison.Ordinal) + "'\n";
        Assert.Empty(FormatSchema.Validate(text));
        Assert.Empty(Diagnostics(text));
    }

    [Theory]
    [MemberData(nameof(WrongApis))]
    public void A_wrong_API_file_is_refused_by_schema_and_reader(string right, string wrong) => AssertRefused(Api, right, wrong);

    [Theory]
    [InlineData("https://{tenant}.example.com:{port}/api/")]
    [InlineData("http://host")]
    [InlineData("/api")]
    public void A_right_base_address_is_accepted_by_schema_and_reader(string address)
    {
        var text = Api.Replace("http://localhost:22015", address, StringComparison.Ordinal);
        Assert.Empty(FormatSchema.Validate(text));
        Assert.Empty(Diagnostics(text));
    }

    [Theory]
    [InlineData(")]}'")]
    [InlineData("'{}&&'")]
    [InlineData("'[]&'")]
    [InlineData("']'")]
    [InlineData("while(1);")]
    [InlineData("throw 1;")]
    public void A_right_text_before_the_json_is_accepted_by_schema_and_reader(string value)
    {
        var text = Api + "json prefix: " + value + "\n";
        Assert.Empty(FormatSchema.Validate(text));
        Assert.Empty(Diagnostics(text));
    }

    [Fact]
    public void Every_shipped_spec_names_the_schema_for_editors()
        => Assert.All(ShippedSpecs, static spec =>
        {
            var path = Repository.PathOf(spec.Data.Split('/'));
            var first = File.ReadLines(path).First();
            Assert.StartsWith("# yaml-language-server: $schema=", first, StringComparison.Ordinal);
            var target = first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..];
            Assert.Equal(Repository.PathOf("specs", "apispec.schema.json"), Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, target)));
        });

    private static void AssertRefused(string file, string right, string wrong)
    {
        var text = file.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(file, text);
        Assert.NotEmpty(FormatSchema.Validate(text));
        Assert.NotEmpty(Diagnostics(text));
    }

    private static IEnumerable<string> Diagnostics(string text)
        => SpecReader.Read("example.apispec.yaml", text, CancellationToken.None).Diagnostics
            .Where(static diagnostic => diagnostic.Rule.Severity != SpecSeverity.Info)
            .Select(static diagnostic => diagnostic.Rule.Id);
}
