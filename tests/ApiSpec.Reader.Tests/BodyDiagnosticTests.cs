using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in bodies, and in what a section says about a body that it shares. A tab is shown as →, U+0001 as ␁.</summary>
internal static class BodyDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            operation: T.X
            request: POST /x
            status: [200]
            parts:
              file: bytes

            """,
            [
                "APISPEC0135 4:1+5 This is a form of version 0.1; write 'body multipart:'",
            ]
        },
        {
            """
            operation: Tasks.Get
            request: GET /objects/Tasks
            status: [200]
            response:
              name: string
            with:
              name: always rerunStart
            """,
            [
                "APISPEC0157 6:1+4 'with' needs a schema; name one with 'body:' or 'response:', or put the constants in the rows",
            ]
        },
        {
            """
            operation: Tasks.Update
            request: PUT /objects/Tasks
            status: {200: Done.}
            body:
              notes: string
            required: [notes]
            """,
            [
                "APISPEC0160 6:1+8 'required' needs a schema; name one with 'body:', or write '?' after the names of optional rows",
            ]
        },
        {
            """
            operation: Tasks.Update
            request: PUT /objects/Tasks
            status: {200: Done.}
            required: [notes, notes]
            """,
            [
                "APISPEC0160 4:1+8 'required' needs a schema; name one with 'body:', or write '?' after the names of optional rows",
                "APISPEC0107 4:19+5 'notes' is repeated; remove one of the two",
            ]
        },
        {
            """
            operation: Tasks.Get
            request: GET /objects/Tasks
            status: [200]
            response: ActionObject
            with:
              name: rerunStart
              href: link Tasks.Invoke
              method: =
            """,
            [
                "APISPEC0158 6:9+10 'rerunStart' is not valid under 'with'; write 'always <value>' or 'link Group.Method'",
                "APISPEC0121 8:11+1 '=' has no meaning here; write a value after it",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              mode: enum a|... required not stated
              limit: unknown
            status: [200]
            """,
            [
                "APISPEC0147 4:9+10 3 facts are open: body.mode (values, whether required), body.limit (type); fill them in when you see the full page",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              ...: unknown
              limit: int
            status: [200]
            """,
            [
                "APISPEC0124 4:3+3 '...' is not allowed here; it is the last row of a table",
                "APISPEC0147 4:3+3 1 fact is open: body (further rows); fill them in when you see the full page",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              limit: int
              ...: string
            status: [200]
            """,
            [
                "APISPEC0103 5:3+3 '...' takes 'unknown', not 'string'",
                "APISPEC0147 5:3+3 1 fact is open: body (further rows); fill them in when you see the full page",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              ...:
                description: Other codes

            """,
            [
                "APISPEC0103 4:3+3 '...' takes 'unknown', not a mapping",
                "APISPEC0147 4:3+3 1 fact is open: status (further rows); fill them in when you see the full page",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              limit?: int required not stated
            status: [200]
            """,
            [
                "APISPEC0108 4:15+19 'required not stated' and '?' after the name cannot be combined; remove one of the two",
                "APISPEC0147 4:15+19 1 fact is open: body.limit (whether required); fill them in when you see the full page",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              limit: int required not stated required not stated
            status: [200]
            """,
            [
                "APISPEC0147 4:14+19 1 fact is open: body.limit (whether required); fill them in when you see the full page",
                "APISPEC0107 4:34+19 'required not stated' is repeated; remove one of the two",
            ]
        },
    };
}
