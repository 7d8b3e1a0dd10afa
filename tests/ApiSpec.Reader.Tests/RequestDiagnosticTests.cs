using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in request lines, path rows and names of operations. A tab stands as →, U+0001 as ␁.</summary>
internal static class RequestDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
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
                "APISPEC0110 2:14+13 The request line cannot be read: 'objects' may be a server or a part of the path; write '{objects}/Tasks' or '/objects/Tasks'",
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
            request: GET /objects/%2E./x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+4 The request line cannot be read: '%2E.' cannot be a part of a path",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/..;a/x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+4 The request line cannot be read: '..;a' cannot be a part of a path",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/{version}/x
            version: ..
            status: [200]

            """,
            [
                "APISPEC0110 2:14+20 The request line cannot be read: its path has a part '.' or '..'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/.{kind}
            path:
              kind: string always .
            status: [200]

            """,
            [
                "APISPEC0110 2:10+20 The request line cannot be read: a constant under 'path:' makes a part '.' or '..' of its path",
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
                "APISPEC0115 1:10+9 This operation is called 'Root.Get', after its request line; 'operation: Root.Get' makes the name its own",
            ]
        },
    };
}
