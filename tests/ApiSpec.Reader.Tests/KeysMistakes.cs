using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Mistakes in keys and request lines. A tab stands as →, U+0001 as ␁.</summary>
internal static class KeysMistakes
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
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
                "APISPEC0104 2:1+7 'client:' makes this an API file and 'request:' a section; put them in two files",
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
                "APISPEC0101 1:1+6 A section needs 'request', as in 'request: GET /objects/Tasks/{id}'",
            ]
        },
        {
            """
            requst: GET /x
            status: [200]

            """,
            [
                "APISPEC0100 1:1+6 Unknown key 'requst'; did you mean 'request'?",
            ]
        },
        {
            """
            base: http://localhost
            roles: [Admin]

            """,
            [
                "APISPEC0101 1:1+4 An API file needs 'client', the name of the client in the program",
            ]
        },
        {
            """
            title: nothing else

            """,
            [
                "APISPEC0101 1:1+5 A spec needs 'request', or 'client' in an API file, or 'schemas'",
            ]
        },
        {
            """
            request: GET /x

            """,
            [
                "APISPEC0101 1:1+7 A section needs 'status'; write 'status: unknown' when the page does not show the table",
                "APISPEC0115 1:10+6 This operation is called 'X.List', after its request line; 'operation: X.List' makes the name its own",
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
                "APISPEC0102 4:1+5 'title' has no value; write one, or leave the key out",
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
                "APISPEC0102 4:1+5 'query' has no value; write one, or leave the key out",
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
                "APISPEC0102 4:1+5 'roles' has no value; write one, or leave the key out",
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
                "APISPEC0103 4:1+5 'query' takes rows, one a line, not a text",
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
                "APISPEC0105 4:13+5 'maybe' is none of true, false, yes, no",
            ]
        },
        {
            """
            client: 2Client

            """,
            [
                "APISPEC0106 1:9+7 '2Client' cannot be a C# name: a name begins with a letter",
            ]
        },
        {
            """
            client: Foo
            namespace: Foo..Bar

            """,
            [
                "APISPEC0106 2:12+8 'Foo..Bar' cannot be a namespace: write names of letters and digits, joined by dots",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            csharp: get-task

            """,
            [
                "APISPEC0106 4:9+8 'get-task' cannot be a C# name: a name has only letters, digits and '_'",
            ]
        },
        {
            """
            operation: GetTask
            request: GET /x
            status: [200]

            """,
            [
                "APISPEC0106 1:12+7 'GetTask' cannot be the name of an operation: write 'Group.Method', as in 'Tasks.Get'",
            ]
        },
        {
            """
            api: my api
            request: GET /objects
            operation: A.B
            status: [200]

            """,
            [
                "APISPEC0106 1:6+6 'my api' cannot be the id of an API: write letters, digits, '-', '_' and '.', a letter first",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            roles: [Admin, Develop, Admin]

            """,
            [
                "APISPEC0107 4:25+5 'Admin' already stands in this list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            roles: Admin, Develop, Admin

            """,
            [
                "APISPEC0107 4:24+5 'Admin' already stands in this list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            since: V10
            only: V11

            """,
            [
                "APISPEC0108 5:1+4 'only' and 'since' exclude each other",
            ]
        },
        {
            """
            operation: T.X
            request: /objects/Tasks
            status: [200]

            """,
            [
                "APISPEC0110 2:10+14 The request line cannot be read: write the method before the path, as in 'GET /objects/Tasks'",
            ]
        },
        {
            """
            operation: T.X
            request: GET objects/Tasks
            status: [200]

            """,
            [
                "APISPEC0110 2:14+13 The request line cannot be read: a path begins with '/'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/{id
            status: [200]

            """,
            [
                "APISPEC0110 2:23+3 The request line cannot be read: '{' is not closed by '}'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/{}/x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+1 The request line cannot be read: a name stands between '{' and '}'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/../x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+2 The request line cannot be read: '..' cannot be a part of a path",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/{id}/x/{id}
            status: [200]
            path:
              id: long

            """,
            [
                "APISPEC0110 2:30+4 The request line cannot be read: '{id}' stands twice in the path",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/Tasks of the server
            status: [200]

            """,
            [
                "APISPEC0110 2:29+13 The request line cannot be read: nothing but 'HTTP/1.1' can follow the path",
            ]
        },
        {
            """
            operation: T.X
            request: get /objects/Tasks
            status: [200]

            """,
            [
                "APISPEC0111 2:10+3 Unknown HTTP method 'get'; did you mean 'GET'?",
            ]
        },
        {
            """
            operation: T.X
            request: FETCH /objects/Tasks
            status: [200]

            """,
            [
                "APISPEC0111 2:10+5 Unknown HTTP method 'FETCH'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/{id}
            status: [200]

            """,
            [
                "APISPEC0112 2:23+4 '{id}' has no row under 'path:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /{version}/objects
            status: [200]

            """,
            [
                "APISPEC0112 2:15+9 '{version}' has no row under 'path:'; 'version:' fills it, too",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/{id}
            status: [200]
            path:
              ID: long

            """,
            [
                "APISPEC0112 2:23+4 '{id}' has no row under 'path:'; did you mean 'ID'?",
                "APISPEC0113 5:3+2 'ID' is not in the path of the request; write '{ID}' there; did you mean 'id'?",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            path:
              id: long

            """,
            [
                "APISPEC0113 5:3+2 'id' is not in the path of the request; write '{id}' there",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/id
            status: [200]
            path:
              id: long

            """,
            [
                "APISPEC0114 2:23+2 'id' is the name of a path value; write '{id}'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /version/objects
            version: v1
            status: [200]

            """,
            [
                "APISPEC0114 2:15+7 'version' is the name of a path value; write '{version}'",
            ]
        },
        {
            """
            request: GET /objects/Tasks/{id}/actions/stop
            status: [200]
            path:
              id: long

            """,
            [
                "APISPEC0115 1:10+36 This operation is called 'Tasks.GetStop', after its request line; 'operation: Tasks.GetStop' makes the name its own",
            ]
        },
        {
            """
            request: GET /{id}
            status: [200]
            path:
              id: long

            """,
            [
                "APISPEC0116 1:10+9 No name for this operation follows from its request line; give it one with 'operation: Group.Method'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string secret secret

            """,
            [
                "APISPEC0107 5:20+6 'secret' already stands in this list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string read-only write-only

            """,
            [
                "APISPEC0108 5:23+10 'read-only' and 'write-only' exclude each other",
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
                values: [x, y]

            """,
            [
                "APISPEC0108 7:5+6 'values' and a type other than 'enum' exclude each other",
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
                members:
                  b: string

            """,
            [
                "APISPEC0108 7:5+7 'members' and a type other than 'object' exclude each other",
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
                constant: x
                default: y

            """,
            [
                "APISPEC0108 8:5+7 'default' and 'constant' exclude each other",
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
                "APISPEC0105 7:13+7 'perhaps' is none of yes, no, unknown",
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
                "APISPEC0101 5:3+1 Row 'a' needs 'type', as in 'a: string'",
                "APISPEC0103 6:3+1 'b' takes a type, or rows below it, not a list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              "?": string

            """,
            [
                "APISPEC0106 5:3+3 '?' cannot be the name of a row: nothing stands before its marks",
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
                "APISPEC0103 6:5+8 'editions' takes a mapping, as in '{ V10: Created }', not a text",
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
                "APISPEC0155 3:5+6 'cookie' is no way to log in; write 'basic', 'bearer', 'header X-Api-Key', or a mapping with 'session:' or 'token:'",
                "APISPEC0101 4:7+5 A token needs 'member', the member of the response that holds it",
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
                "APISPEC0101 5:5+14 An example needs 'request header', 'request body', 'response header' or 'response body'",
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
                "APISPEC0103 4:1+8 'examples' takes a list whose items begin '- request header:', not a text",
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
                "APISPEC0101 5:5+10 An erratum needs 'here'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            schemas:
              string:
                a: int
              Page<T:
                a: int
              Page<T, T>:
                a: int
              my-schema:
                a: int

            """,
            [
                "APISPEC0106 5:3+6 'string' cannot be the name of a schema: it is the name of a built-in type",
                "APISPEC0106 7:3+6 'Page<T' cannot be the name of a schema: '>' is missing",
                "APISPEC0106 9:3+10 'Page<T, T>' cannot be the name of a schema: a type parameter stands twice",
                "APISPEC0106 11:3+9 'my-schema' cannot be the name of a schema: a name has only letters, digits and '_'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            schemas:
              State:
                type: string
                values: [a]

            """,
            [
                "APISPEC0108 7:5+6 'values' and a type other than 'enum' exclude each other",
            ]
        },
        {
            """
            client: Foo
            types:
              string: int
              my type: int

            """,
            [
                "APISPEC0106 3:3+6 'string' cannot be the vendor's name of a type: it is the name of a built-in type",
                "APISPEC0106 4:3+7 'my type' cannot be the vendor's name of a type: a row could not be written with it",
            ]
        },
        {
            """
            client: Foo
            request: GET /x

            """,
            [
                "APISPEC0104 2:1+7 'client:' makes this an API file and 'request:' a section; put them in two files",
            ]
        },
    };
}
