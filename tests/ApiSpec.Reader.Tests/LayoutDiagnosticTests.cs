using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Wrongly indented rows, forms of other formats, and contradictions in one file.</summary>
internal static class LayoutDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            "operation: T.X\nrequest: GET /x/{id}\npath:\nid: long\nquery:\ncount?: int\nstart?: int\nexactly-one: [count, start]\nstatus:\n200 OK: Done.\n"
            + "404 Not found: x\nresponse:\ntitle: string\nname: string\n",
            [
                "APISPEC0117 4:1+2 'id' is not indented under 'path'; indent it by two spaces more than 'path'",
                "APISPEC0117 6:1+6 'count?' is not indented under 'query'; indent it by two spaces more than 'query'",
                "APISPEC0117 10:1+6 '200 OK' is not indented under 'status'; indent it by two spaces more than 'status'",
                "APISPEC0117 13:1+5 'title' is not indented under 'response'; indent it by two spaces more than 'response'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus:\n  200 OK:\n  description: Done.\nresponse: Item\nexamples:\n- title: a\nresponse body: |\n"
            + "  { \"name\": \"x\" }\nschemas:\n  Item:\n  name: string\n",
            [
                "APISPEC0117 5:3+11 'description' is not indented under '200 OK'; indent it by two spaces more than '200 OK'",
                "APISPEC0117 9:1+13 'response body' is not indented under 'examples'; indent it by two spaces more than 'examples'",
                "APISPEC0117 13:3+4 'name' is not indented under 'Item'; indent it by two spaces more than 'Item'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nquery:\nreponse:\n  a: string\nstatus: [200]\n",
            [
                "APISPEC0102 3:1+5 'query' has no value; write one, or remove the key",
                "APISPEC0100 4:1+7 Unknown key 'reponse'; did you mean 'response'?",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n  a: string\n   b: string\n",
            ["APISPEC0022 6:4+9 This line is indented by 3 spaces, and line 5 by 2 spaces; start all rows of a table in the same column"]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n   a: string\n  b: string\n",
            ["APISPEC0022 6:3+9 This line is indented by 2 spaces, and line 5 by 3 spaces; start all rows of a table in the same column"]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n  owner:\n    a: string\n   b: string\n",
            ["APISPEC0022 7:4+9 This line is indented by 3 spaces, and line 6 by 4 spaces; start all rows of a table in the same column"]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus:\n  200 OK:\n   404 Not found: x\n  500 Error: y\n",
            ["APISPEC0022 5:4+13 This line is indented by 3 spaces, and line 4 by 2 spaces; start all rows of a table in the same column"]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nquery:\n  a?: enum in use|free\n  b?: string, optional\n  c: int ; required\n",
            [
                "APISPEC0121 5:15+8 'use|free' has no meaning here; put a value with a space in quotation marks",
                "APISPEC0121 6:13+10 ', optional' has no meaning here; write '?' after the name of an optional row",
                "APISPEC0121 7:10+10 '; required' has no meaning here; leave it out, because a row without '?' after its name is required",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nquery:\n  a?: enum a, b\n  b?: enum (a, b)\n  c?: enum a b\n  d?: enum \"a\"; \"b\" - text\n"
            + "response: enum a, b\nschemas:\n  State:\n    type: enum a, b\n  List: (enum a, b)[]\n  Map: map<enum a, b>\n",
            [
                "APISPEC0121 5:13+3 ', b' has no meaning here; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0121 6:12+6 '(a, b)' has no meaning here; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0121 7:14+1 'b' has no meaning here; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0121 8:15+5 '; \"b\"' has no meaning here; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0120 9:17+3 The type cannot be read: ', b' is not part of a type; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0120 12:17+3 The type cannot be read: ', b' is not part of a type; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0120 13:9+1 The type cannot be read: ')' is missing; join the values of an enum with '|', as in 'enum debug|release'",
                "APISPEC0120 14:8+14 The type cannot be read: 'map' takes one type; join the values of an enum with '|', as in 'enum debug|release'",
            ]
        },
        {
            "schemas:\n  Name:\n    type: string\n    range: 1..10\n  Code:\n    type: string\n    maxLength: 10\n  State:\n    type: string\n"
            + "    default: on\n  Kind: string 1..10\n  Type:\n    type: string\n    alias: Other\n",
            [
                "APISPEC0132 4:5+5 'range' is not a key of a schema; write it in each row that has the type, as in 'name: string 1..10'",
                "APISPEC0132 7:5+9 'maxLength' is not a key of a schema; write it in each row that has the type, as in 'name: string 1..10'",
                "APISPEC0132 10:5+7 'default' is not a key of a schema; write it in each row that has the type",
                "APISPEC0121 11:16+5 '1..10' has no meaning here; write the range in each row that has the type",
            ]
        },
        {
            "section: 9.6.8\nsource: [V12 2.7.14 AOCR0115, V10 AOGR0204]\noperation: T.X\nrequest: GET /x\nstatus: [200]\n",
            ["APISPEC0118 1:10+5 'source' names '2.7.14', not section '9.6.8'; correct one of them"]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus:\n  200: OK Done.\n  404 Not Fuond: x\n  405 not alowed: y\n  410: Gone\n  413 precondition failed: z\n"
            + "  503: Service Unavailable\n",
            [
                "APISPEC0146 4:8+2 The description starts with the standard message 'OK'; write '200 OK:' if that is the message",
                "APISPEC0145 5:7+9 'Not Fuond' resembles 'Not Found', the standard message of 404; check the spelling",
                "APISPEC0146 7:8+4 The description starts with the standard message 'Gone'; write '410 Gone:' if that is the message",
                "APISPEC0144 8:7+19 'precondition failed' is the standard message of 412, not of 413; correct the code or the message",
                "APISPEC0146 9:8+19 The description starts with the standard message 'Service Unavailable'; write '503 Service Unavailable:' if that is the "
                + "message",
            ]
        },
    };

    /// <summary>Valid input that resembles these errors.</summary>
    public static TheoryData<string> Right =>
    [
        "section: 9.6.8\nsource: [V12 2.7.14, V10 9.6.8 p. 3]\n",
        "section: 9.6\nsource: V12 9.6.8\n",
        "section: 9.6.8\nsource: V12 9.6\n",
        "section: 9.6.8\nsource: V12 AOCR0115\n",
        "section: Tasks\nsource: V12 9.6.8\n",
        "response:\n   a: string\n   b: string\n",
        "response:\n  a: string\n   - runs on\n",
        "schemas:\n  Item:\n    type: string\n    default: string\n",
        "schemas:\n  Item:\n    type: string\n    alias: Item\n",
        "schemas:\n  Item:\n    type: string\n    range: Item or null\n",
        "response:\n  state: enum a|b read-only\n",
    ];
}
