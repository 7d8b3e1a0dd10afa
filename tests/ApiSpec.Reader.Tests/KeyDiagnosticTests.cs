using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Keys that are unknown, missing or without a proper value. A tab is shown as →, U+0001 as ␁.</summary>
internal static class KeyDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            client: TestClient
            authentication: []

            """,
            [
                "APISPEC0155 2:1+14 '[]' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with "
                + "'session:' or 'token:', or leave the key out",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            reponse: Task

            """,
            [
                "APISPEC0100 4:1+7 Unknown key 'reponse'; did you mean 'response'?",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            client: Foo

            """,
            [
                "APISPEC0104 2:1+7 'client:' makes this an API file and 'request:' a section; split it into two files",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            sets: x

            """,
            [
                "APISPEC0100 4:1+4 Unknown key 'sets'; it belongs in an API file, which has 'client:'",
            ]
        },
        {
            """
            status: [200]
            path:
              id: long

            """,
            [
                "APISPEC0101 1:1+6 A section is missing 'request'; write it as in 'request: GET /objects/Tasks/{id}'",
            ]
        },
        {
            """
            requst: GET /x
            status: [200]

            """,
            [
                "APISPEC0100 1:1+6 Unknown key 'requst'; did you mean 'request'?",
                "APISPEC0115 1:9+6 This operation is named 'X.List' after its request line; add 'operation: X.List' to keep the name",
            ]
        },
        {
            """
            base: http://localhost
            roles: [Admin]

            """,
            [
                "APISPEC0101 1:1+4 An API file is missing 'client'; write the name of the client in the program",
            ]
        },
        {
            """
            title: nothing else

            """,
            [
                "APISPEC0101 1:1+5 A spec is missing 'request'; write it, or 'client:' in an API file, or 'schemas:'",
            ]
        },
        {
            """
            request: GET /x

            """,
            [
                "APISPEC0115 1:10+6 This operation is named 'X.List' after its request line; add 'operation: X.List' to keep the name",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            title:

            """,
            [
                "APISPEC0102 4:1+5 'title' has no value; write one, or remove the key",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:

            """,
            [
                "APISPEC0102 4:1+5 'query' has no value; write one, or remove the key",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            roles: ~

            """,
            [
                "APISPEC0102 4:1+5 'roles' has no value; write one, or remove the key",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query: a text

            """,
            [
                "APISPEC0103 4:1+5 'query' takes one row per line, not text",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              - a

            """,
            [
                "APISPEC0103 4:1+8 'response' takes rows, a type or a media type, not a list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            idempotent: maybe

            """,
            [
                "APISPEC0105 4:13+5 'maybe' is not one of true, false, yes, no",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: string
                filter: perhaps

            """,
            [
                "APISPEC0135 7:5+6 This is a form of version 0.1; write 'a: string'",
                "APISPEC0105 7:13+7 'perhaps' is not one of yes, no",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
              b: [x]

            """,
            [
                "APISPEC0101 5:3+1 Row 'a' is missing 'type'; write 'a: string', or indent its rows under it",
                "APISPEC0103 6:3+1 'b' takes a type, as in 'string[]', or rows under it, not a list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              200 OK:
                descripton: a
                editions: V10

            """,
            [
                "APISPEC0100 5:5+10 Unknown key 'descripton'; did you mean 'description'?",
                "APISPEC0103 6:5+8 'editions' takes a mapping, as in '{ V10: Created }', not text",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            paging: { ofset: x }

            """,
            [
                "APISPEC0100 4:11+5 Unknown key 'ofset'; did you mean 'offset'?",
                "APISPEC0150 4:18+1 No parameter of this section is named 'x'",
            ]
        },
        {
            """
            client: Foo
            authentication:
              - cookie: JSESSIONID
              - { token: Sessions.Generate }

            """,
            [
                "APISPEC0155 3:5+6 'cookie' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with "
                + "'session:' or 'token:'",
                "APISPEC0101 4:7+5 A token is missing 'member'; write the member of the response that holds it, or 'issued in:' for a header",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            examples:
              - title: nothing
              - request haeder: GET /x

            """,
            [
                "APISPEC0101 5:5+14 An example is missing 'request header'; write it, or 'request body:', 'response header:' or 'response body:'",
                "APISPEC0100 6:5+14 Unknown key 'request haeder'; did you mean 'request header'?",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            examples: GET /x

            """,
            [
                "APISPEC0103 4:1+8 'examples' takes a list whose items start with '- request header:', not text",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            errata:
              - printed: a

            """,
            [
                "APISPEC0101 5:5+10 An erratum is missing 'here'",
            ]
        },
        {
            """
            client: Foo
            request: GET /x

            """,
            [
                "APISPEC0104 2:1+7 'client:' makes this an API file and 'request:' a section; split it into two files",
            ]
        },
    };
}
