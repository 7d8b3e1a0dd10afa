using System.Text.RegularExpressions;

namespace ApiSpec.Generator.Tests;

/// <summary>Specs in which each text can be replaced: <c>$name</c> stands for the text of a field.</summary>
/// <param name="Api">The API file.</param>
/// <param name="Sections">The sections of the API.</param>
internal sealed record HostileTemplate(string Api, params string[] Sections)
{
    private const string CommonApi = """
        api: x
        client: "$client"
        namespace: "$namespace"
        title: "$title"
        base: "$base"
        notes: "$notes"
        manuals: {V1: "$manual"}
        roles: {"$role": "$roleText"}
        date-time: "$format"
        headers:
          "$header": "string always $headerConstant"
        status: {"404 $shared": "$sharedText"}
        success when: a is missing
        error code in: "$fault"
        error codes: {"$errorCode": "$statusText"}
        json prefix: "$prefix"
        error:
          a?: string
          "$fault": string
        """;

    private const string Section = """
        api: x
        section: "$section"
        title: "$title"
        function: "$function"
        operation: "$operation"
        source: "V1 $source"
        errata: [{printed: "$printed", here: "$here"}]
        roles: ["$role"]
        version: "$version"
        request: "POST /x/{version}/{id}/$path"
        deprecated: "$deprecated"
        notes: "$notes"
        since: V1
        path:
          id: "string always $pathConstant - $rowText"
        query:
          "$query?": {type: "string default $default when $when", description: "$rowText"}
          fixed: "string always $constant"
          limit: {type: int, notes: "$notes", description: "$rowText"}
        body: Subject
        status:
          "200 $message": "$statusText"
          404:
            description: "$statusText"
            editions: {V1: "$editionText"}
        response:
          "$member": {type: "string always $constant when $when", description: "$rowText", alias: ["$alias"], notes: "$notes", deprecated: "$deprecated"}
          state: {type: enum, values: {"$value": "$valueText", other: "$valueText"}}
          code: {type: int, values: {7: "$valueText", 8: {description: "$valueText", deprecated: "$valueText", csharp: "$constantName"}}}
          moment?: date-time
        schemas:
          Subject:
            csharp: "$schemaName"
            description: "$schemaText"
            notes: "$notes"
            deprecated: "$deprecated"
            members:
              "$sent": {type: string secret, csharp: "$memberName"}
        """;

    private const string XmlSection = """
        api: x
        operation: Letters.Send
        request: POST base-URL/letters
        body xml:
          part:
            "@$attribute": "string always $constant - $rowText"
            "$element": {type: "string always $constant", description: "$rowText"}
            list: int[]
        status:
          200 OK: Done
        response xml:
          part:
            "@$attribute": string
            "$element": {members: {"@id": int, "#text": string}}
        """;

    private const string FormSection = """
        api: x
        operation: Letters.Post
        request: POST base-URL/letters
        body multipart:
          "$field": string[] as brackets
          "$start{X}?": {type: string, description: "$rowText", notes: "$notes"}
          file?: bytes[] as repeat
          kind: "string always $constant"
        status:
          200 OK: Done
        """;

    private const string LoginApi = """
        api: y
        client: YClient
        namespace: Y
        timezone: "$zone"
        manuals: {V1: One, V2: Two, V3: Three}
        words: {"$word": /things}
        query: {"$sharedQuery?": {type: string, description: "$rowText"}}
        types: {"$typeName": int}
        sets:
          "$set": {"$setRow?": "$typeName"}
        status: {200 OK: Done, 401 Unauthorized: Log in first}
        always: [401]
        authentication:
          - "header $keyHeader"
          - session: "$session"
            issued in: "$issuedIn"
            header: "$sessionHeader"
            lifetime: 30m
          - token: Sessions.Start
            member: "$tokenMember"
            header: "$tokenHeader"
            scheme: "$scheme"
            expired when: "code = \"$expired\""
          - token: Sessions.Renew
            issued in: "$tokenIssued"
            cookie: "$tokenCookie"
          - token: Sessions.Open
            member: id
            form: "$tokenField"
        error:
          code?: string
          "$errorText?": string
        success when: code is missing
        error code in: code
        error message in: "$errorText"
        error codes:
          "$listedCode": {description: "$meaning", transient: true}
        """;

    private const string StartSection = """
        api: y
        operation: Sessions.Start
        request: POST /sessions
        body form:
          "$formField": string
          keep?: boolean
        status: [200]
        response:
          "$tokenMember": string
        """;

    private const string RenewSection = """
        api: y
        operation: Sessions.Renew
        request: POST /sessions/renew
        status: [200]
        """;

    private const string OpenSection = """
        api: y
        operation: Sessions.Open
        request: POST /sessions/open
        before: V4
        status: [200]
        response: {id: string}
        """;

    private const string PageSection = """
        api: y
        operation: Things.List
        request: "GET /$word/list"
        since: V1
        until: V3
        except: [V2]
        errata: [{omitted: "$omitted"}]
        use: ["$set"]
        query:
          "$offset?": int default 0
          "$page?": int default 1
          "$size?": int 1..100 default 10
        paging: {items: "$items", offset: "$offset", page: "$page", size: "$size", total: "$total", more: "$more"}
        status: [200]
        response:
          "$items": string[]
          "$total": int
          "$more": boolean
        examples:
          - title: "$exampleTitle"
            request header: "GET /things/list HTTP/1.1"
            response header: "HTTP/1.1 200 OK"
            response body: "$responseBody"
        """;

    private const string SearchSection = """
        api: y
        operation: Things.Search
        request: "POST /$word/search"
        only: V1
        idempotent: true
        body:
          "$cursor?": string
          "$first?": string
          "$second?": string
          "$third?": string
        exactly-one: ["$first", "$second"]
        at-least-one: ["$first", "$third"]
        at-most-one: ["$second", "$third"]
        paging: {items: list, cursor: "$cursor", next: "$next", last: "$last"}
        status: [200]
        response:
          list: string[]
          "$last?": boolean
          "$next?": string
        examples:
          - title: "$exampleTitle"
            request body: "$requestBody"
        """;

    private const string RunSection = """
        api: y
        operation: Jobs.Run
        request: POST /jobs
        body: Job
        required: {"$needed": "kind = \"$needValue\""}
        with: {name: "always \"$withValue\"", href: link Jobs.Get}
        status: [200]
        response: JobState
        schemas:
          Job:
            kind: string
            name: string
            "$needed?": {type: string, number: "$number"}
            choices?: Choice[]
          Choice: {type: JobState | string, number: {JobState: 1, string: 0 to n}}
          JobState:
            id: string
            state: string
            href: url
            next?: {type: url, link: Jobs.Get}
        """;

    private const string DoneSection = """
        api: y
        operation: Jobs.Get
        request: GET /jobs/{id}
        path: {id: string}
        status: [200]
        response: JobState
        done when: "state = \"$done\""
        """;

    private const string LetterSection = """
        api: y
        operation: Letters.Send
        request: POST /letters
        body xml: {letter: {to: string}}
        status: [200]
        success when: failure.code is missing
        error code in: failure.code
        error message in: "failure.$xmlText"
        error xml:
          failure:
            code?: string
            "$xmlText?": string
        """;

    /// <summary>The text of each field that a spec would have.</summary>
    public static readonly Dictionary<string, string> Harmless = new()
    {
        ["client"] = "XClient", ["namespace"] = "N", ["title"] = "Title", ["base"] = "http://localhost/x", ["notes"] = "Notes", ["manual"] = "Manual",
        ["role"] = "Admin",
        ["roleText"] = "Role", ["format"] = "yyyy-MM-ddTHH:mm:sszzz", ["header"] = "X-Head", ["headerConstant"] = "on", ["shared"] = "Not found",
        ["sharedText"] = "Shared", ["section"] = "1.2",
        ["function"] = "Function", ["operation"] = "Parts.Make", ["source"] = "1.2", ["printed"] = "this", ["here"] = "that is it", ["version"] = "v1",
        ["path"] = "tail",
        ["deprecated"] = "Gone", ["pathConstant"] = "seven", ["rowText"] = "Row", ["query"] = "filter", ["default"] = "asc", ["when"] = "sometimes",
        ["constant"] = "fixed",
        ["message"] = "Fine", ["statusText"] = "Text", ["editionText"] = "Edition", ["member"] = "name", ["alias"] = "alias", ["value"] = "one",
        ["valueText"] = "One",
        ["fault"] = "fault", ["errorCode"] = "E1", ["schemaName"] = "Thing", ["schemaText"] = "Schema", ["sent"] = "sent", ["memberName"] = "Sent",
        ["constantName"] = "Eight",
        ["element"] = "element", ["attribute"] = "attribute", ["field"] = "field", ["start"] = "label",
        ["zone"] = "Asia/Tokyo", ["word"] = "api-root", ["sharedQuery"] = "trace", ["set"] = "list", ["setRow"] = "depth", ["typeName"] = "Count",
        ["keyHeader"] = "X-Key",
        ["session"] = "HSSO", ["issuedIn"] = "WWW-Authenticate", ["sessionHeader"] = "X-Session", ["tokenMember"] = "token", ["tokenHeader"] = "X-Token",
        ["scheme"] = "Token", ["expired"] = "106", ["tokenIssued"] = "X-Issued", ["tokenCookie"] = "sid", ["tokenField"] = "ticket", ["errorText"] = "text",
        ["listedCode"] = "106", ["meaning"] = "Session timeout", ["formField"] = "user", ["omitted"] = "more", ["offset"] = "start", ["page"] = "page",
        ["size"] = "count", ["items"] = "items", ["total"] = "total", ["more"] = "more", ["last"] = "last", ["prefix"] = ")]}'",
        ["exampleTitle"] = "Two things",
        ["responseBody"] = """{ "items": ["a", "b"], "total": 2 }""", ["requestBody"] = """{ "first": "a" }""", ["cursor"] = "after", ["first"] = "first",
        ["second"] = "second", ["third"] = "third", ["next"] = "next", ["needed"] = "room", ["needValue"] = "rack", ["withValue"] = "night",
        ["number"] = "0 to n", ["done"] = "ended", ["xmlText"] = "words",
    };

    /// <summary>The fields whose text becomes a C# name or a part of the request, in which one error can hide others.</summary>
    public static readonly string[] Names =
    [
        "client", "namespace", "base", "role", "format", "header", "shared", "operation", "version", "path", "query", "message", "member", "alias", "value",
        "fault", "errorCode", "schemaName", "sent", "memberName", "constantName", "element", "attribute", "field", "start",
        "zone", "word", "sharedQuery", "set", "setRow", "typeName", "keyHeader", "session", "issuedIn", "sessionHeader", "tokenMember", "tokenHeader", "scheme",
        "expired", "tokenIssued", "tokenCookie", "tokenField", "errorText", "listedCode", "formField", "omitted", "offset", "page", "size", "items", "total",
        "more", "last", "responseBody", "requestBody", "cursor", "first", "second", "third", "next", "needed", "needValue", "withValue", "number", "done",
        "xmlText",
    ];

    /// <summary>All templates. Every key of the format occurs in one of them.</summary>
    public static readonly HostileTemplate[] All =
    [
        new(CommonApi, Section), new(CommonApi, XmlSection), new(CommonApi, FormSection),
        new(LoginApi, StartSection, RenewSection, OpenSection, PageSection, SearchSection, RunSection, DoneSection, LetterSection),
    ];

    /// <summary>The whole text of the template.</summary>
    public string Text { get; } = string.Join("\n", Sections.Prepend(Api));

    /// <summary>Returns the template that has a field.</summary>
    public static HostileTemplate Of(string field) => Array.Find(All, template => template.Has(field))!;

    /// <summary>Returns whether a text of the template is this field.</summary>
    public bool Has(string field) => Regex.IsMatch(Text, "\\$" + field + "(?![A-Za-z])");
}
