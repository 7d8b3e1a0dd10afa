using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Keys, quotes, brackets and indentation that YAML cannot read. A tab is shown as →, U+0001 as ␁.</summary>
internal static class YamlStructureDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            request: GET /x
            status: [200]
            a line without a colon
            function: x

            """,
            [
                "APISPEC0024 3:1+22 'a line without a colon' has no colon and space after its key; write ': ' there",
            ]
        },
        {
            """
            request: GET /x
            status:
              200 OK
              404 Not found: x

            """,
            [
                "APISPEC0024 3:3+6 '200 OK' has no colon and space after its key; write ': ' there",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            title: one
            title: two

            """,
            [
                "APISPEC0017 5:1+5 Key 'title' is already on line 4; rename or remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            ? [a, b]
            : c

            """,
            [
                "APISPEC0018 4:3+1 A key must be text on a single line; put a key with special characters in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: "Stops the task

            """,
            [
                "APISPEC0019 4:11+15 The quoted text that starts here is not closed; close it with \"",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: 'tis the end

            """,
            [
                "APISPEC0019 4:11+12 The quoted text that starts here is not closed; close it with '",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            roles: [Admin, Develop

            """,
            [
                "APISPEC0020 4:8+1 '[' is not closed by ']'; put a value that contains '[' in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query: { a: string

            """,
            [
                "APISPEC0020 4:8+1 '{' is not closed by '}'; put a value that contains '{' in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: "Stop" stops the task

            """,
            [
                "APISPEC0021 4:18+14 The quoted text ended before this; quote the whole value with the other kind of quotation marks",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
                a: string
              b: string

            """,
            [
                "APISPEC0022 6:3+9 This line is indented by 2 spaces, and line 5 by 4 spaces; start all rows of a table in the same column",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string
                b: string

            """,
            [
                "APISPEC0023 6:5+9 The key above already has a value; remove the value or these rows, or quote a multi-line value",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: "C:\temp\q"

            """,
            [
                "APISPEC0025 4:19+2 '\\q' is not an escape sequence; use single quotes, or double the backslash",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response: { data: T[] }

            """,
            [
                "APISPEC0026 4:20+1 '[' cannot be unquoted inside { } or [ ]; put the value in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: |Stops the task

            """,
            [
                "APISPEC0027 4:11+15 Text after '|' belongs on the next lines, indented; put a value that starts with '|' in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: Stops␁

            """,
            [
                "APISPEC0028 4:16+1 A spec cannot contain the character U+0001; remove it, or write it as an escape in double quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              ⟨a key of 1,001 letters⟩: string

            """,
            [
                "APISPEC0029 5:3+1001 A key has at most 1,000 characters, and the path of keys to a row at most 1,500; shorten it",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              : string

            """,
            [
                "APISPEC0018 5:3+1 A key must be text on a single line; put a key with special characters in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
            limit

            """,
            [
                "APISPEC0024 5:1+5 'limit' has no colon and space after its key; write ': ' there",
            ]
        },
        {
            """
            request: GET /x
            function: |
              text
              →more text
            title without a colon
            status: [200]

            """,
            [
                "APISPEC0024 5:1+21 'title without a colon' has no colon and space after its key; write ': ' there",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              "@odata.etag"?: string

            """,
            [
                "APISPEC0030 5:16+1 '?' belongs inside the quotation marks of the name; write \"@odata.etag?\"",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              '@links'[]?:
                name: string

            """,
            [
                "APISPEC0030 5:11+3 '[]?' belongs inside the quotation marks of the name; write '@links[]?'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string
              - b: int

            """,
            [
                "APISPEC0031 6:3+1 '- ' starts a list item, but the lines above are table rows; remove the dash",
            ]
        },
    };
}
