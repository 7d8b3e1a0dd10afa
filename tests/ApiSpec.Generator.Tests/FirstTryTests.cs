using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Sections as people first transcribe them from a page, without slips. None of them stops a build.</summary>
public sealed class FirstTryTests
{
    private const string LongMessage =
        "400 CreateFailedMissingReqProperties, PropertyValueTypeError, PropertyValueFormatError, ResourceChangeRequried, NotRecommandedOperation, "
        + "ForbiddenOperation, ResourceAlreadyExists, "
            + "PropertyMissing, PasswordChangeRequired";

    public static TheoryData<string, string> Sections => new()
    {
        { "a base word", "request: POST baseURL/v1/services/KeepAlive/actions/submit/invoke\nstatus: unknown\n" },
        { "a host without a scheme", "operation: Outlet.SetRelay\nrequest: POST PDU_IP/api/outlet/relay\nstatus: unknown\n" },
        { "a word for the HTTP version", "operation: A.Get\nrequest: GET /a?query httpVersion\nstatus:\n  200 OK: ok\n" },
        { "a placeholder in angle brackets", "request: GET <URL>/v1/volumes/<id>\npath:\n  id: long\nstatus:\n  200 OK: ok\n" },

        {
            "a placeholder after a colon, and a remark",
            "request: GET /projects/:id/notes/:note_id (signed)\npath:\n  id: string\n  note_id: int\nstatus:\n  200 OK: ok\n"
        },
        {
            "an address in the place of a request, and a comment in JSON",
            "request: GET /notes\nstatus:\n  200 OK: ok\nresponse:\n  id: int\nexamples:\n  - request header: |\n      http://host/notes\n"
            + "    response body: |\n      { \"id\": 1 // The note\n      }\n"
        },
        { "a method of WebDAV", "request: PROPFIND /files/{path}\npath:\n  path: string slashes\nstatus:\n  207 Multi-Status: ok\n" },
        {
            "a curl example",
            "request: POST /login\nbody:\n  username: string\nstatus:\n  200 OK:\nexamples:\n  - request header: |\n"
            + "      curl 192.168.1.100/login -i -d '{\"username\":\"admin\"}'\n"
        },
        { "a key that is a list of ids", "request: POST /redfish/v1/AccountService/Accounts\nstatus:\n  201 Created:\n  " + LongMessage + ":\n" },

        {
            "names of the generated code",
            "operation: Enum.Get\nrequest: GET /e\nstatus:\n  200 OK: ok\nresponse:\n  Alt: enum json|xml\n  fmt: enum value|json|none|default\n"
        },
        { "a parameter called status", "operation: Volumes.List\nrequest: GET /volume\nquery:\n  status?: enum Normal|Broken\nstatus:\n  200 OK:\n" },
        { "types called as those of .NET", "request: GET /systems\nstatus:\n  200 OK:\nresponse: System[]\nschemas:\n  System:\n    version: Version\n"
            + "    action: Action\n  Version: string\n  Action:\n    task: enum none|all\n" },

        {
            "a condition over what is always given",
            "request: GET /v1/volumes\nquery:\n  start: long\n  count?: int required when start is given\nstatus: unknown\n"
        },
        { "an enum without values", "request: GET /v1/volumes\nstatus: unknown\nresponse:\n  state: enum\n  other:\n    type: enum[]\n" },
        { "several types to accept", "operation: Labels.Render\nrequest: POST /v1/labels\nheaders:\n  Accept: enum image/png|application/pdf\n"
            + "body: text/plain\nstatus: unknown\nresponse: image/png\n" },
        { "the type of a form", "request: POST /session/start\nheaders:\n  Content-Type: string always application/x-www-form-urlencoded; charset=UTF-8\n"
            + "body form:\n  login: string\nstatus: unknown\n" },

        {
            "a null that is always there",
            "request: POST /s\nbody:\n  Password: string or null always null\nstatus:\n  200 OK:\nexamples:\n  - request body: |\n      {\"Password\": null}\n"
        },

        {
            "a status line with a message that the table lacks",
            "request: GET /s\nstatus:\n  200: Done.\nexamples:\n  - response header: |\n      HTTP/1.1 200 OK\n"
        },
        { "an example in XML", "request: POST /s\nbody:\n  name: string\nstatus:\n  200 OK:\nexamples:\n  - request body: |\n      <name>a</name>\n" },
        {
            "variables of a shell in an example",
            "operation: Messages.Create\nrequest: POST /Accounts/{AccountSid}/Messages.json\npath:\n  AccountSid: string 34..34\nbody form:\n  To: string ..8\n"
            + "status:\n  201 Created:\nexamples:\n  - request header: |\n"
            + "      curl -X POST \"https://api.example.com/Accounts/$ACCOUNT_SID/Messages.json\" \\\n"
            + "        --data-urlencode \"To=$PHONE_NUMBER\" -u $ACCOUNT_SID:$AUTH_TOKEN\n"
        },
        { "an older name of JSON", "request: POST /api_jsonrpc.php\nheaders:\n  Content-Type: string always application/json-rpc\nbody:\n  id: int\nstatus:\n"
            + "  200 OK:\n" },
        { "a default that is null", "request: POST /s\nbody:\n  suppressed?: boolean or null default null\n  level?: int or null default null\nstatus:\n"
            + "  200 OK:\n" },
        { "dates of mail", "request: GET /s\nstatus:\n  200 OK:\nresponse:\n  created: date-time\n"
            + "  changed: date-time as \"EEE, dd MMM yyyy hh:mm:ss +hhmm\"\n"
            + "examples:\n  - response body: |\n"
            + "      { \"created\": \"Thu, 24 Aug 2023 05:01:45 +0000\", \"changed\": \"Thu, 24 Aug 2023 07:01:45 +0200\" }\n" },
        { "a row for all other failures", "request: GET /s\nstatus:\n  200 OK: Done\n  4xx, 5xx: Internal server error\n" },
        { "a comma too many", "request: POST /s\nbody:\n  name: string\nstatus:\n  200 OK:\nexamples:\n  - request body: |\n      { \"name\" : \"a\", }\n" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_as_printed_builds(string what, string section)
    {
        Assert.NotEmpty(what);
        var run = GeneratorRun.Of(SpecFiles.Of("section", section));
        Expect.Nothing(run.Diagnostics.Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error).Select(GeneratorRun.Show));
        Expect.Nothing(run.CompilerMessages());
        Assert.NotEmpty(run.Files);
    }
}
