using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in request lines, path rows and names of operations. A tab is shown as →, U+0001 as ␁.</summary>
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
            request: GET /users
            status:
              200 OK: Done
              400 BAD_REQUEST: Wrong
              404 not_found: Missing

            """,
            []
        },
        {
            """
            operation: T.X
            request: GET /users/{id}[/{page}]
            status: [200]

            """,
            [
                "APISPEC0110 2:25+9 The request line cannot be read: write a section for '/users/{id}', and another for '/users/{id}/{page}'",
            ]
        },
        {
            """
            operation: T.X
            request: GET objects/Tasks
            status: [200]

            """,
            [
                "APISPEC0110 2:14+13 The request line cannot be read: 'objects' could be a server or a path segment; write '{objects}/Tasks' or '/objects/"
                + "Tasks'",
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
                "APISPEC0110 2:23+1 The request line cannot be read: write a name between '{' and '}'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/../x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+2 The request line cannot be read: '..' cannot be a segment of a path",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/%2E./x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+4 The request line cannot be read: '%2E.' cannot be a segment of a path",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/..;a/x
            status: [200]

            """,
            [
                "APISPEC0110 2:23+4 The request line cannot be read: '..;a' cannot be a segment of a path",
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
                "APISPEC0110 2:14+20 The request line cannot be read: its path has a segment '.' or '..'",
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
                "APISPEC0110 2:10+20 The request line cannot be read: a constant under 'path:' makes a segment of its path '.' or '..'",
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
                "APISPEC0110 2:30+4 The request line cannot be read: '{id}' is in the path twice",
            ]
        },
        {
            """
            operation: T.X
            request: GET /objects/Tasks of the server
            status: [200]

            """,
            [
                "APISPEC0110 2:29+13 The request line cannot be read: only 'HTTP/1.1' can follow the path",
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
                "APISPEC0112 2:23+4 Placeholder '{id}' is not declared; add a row 'id: <type>' under 'path:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /{version}/objects
            status: [200]

            """,
            [
                "APISPEC0112 2:15+9 Placeholder '{version}' is not declared; add a row 'version: <type>' under 'path:'; or add 'version:', which also fills it",
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
                "APISPEC0112 2:23+4 Placeholder '{id}' is not declared; add a row 'id: <type>' under 'path:'; did you mean 'ID'?",
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
                "APISPEC0114 2:23+2 'id' is the name of a path parameter; write '{id}'",
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
                "APISPEC0114 2:15+7 'version' is the name of a path parameter; write '{version}'",
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
                "APISPEC0115 1:10+36 This operation is named 'Tasks.GetStop' after its request line; add 'operation: Tasks.GetStop' to keep the name",
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
                "APISPEC0115 1:10+9 This operation is named 'Root.Get' after its request line; add 'operation: Root.Get' to keep the name",
            ]
        },
    };
}
