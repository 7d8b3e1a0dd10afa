using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Keys, quotes, brackets and indentation that YAML cannot read. A tab stands as →, U+0001 as ␁.</summary>
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
                "APISPEC0024 3:1+22 'a line without a colon' has no ': ' behind its key",
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
                "APISPEC0024 3:3+6 '200 OK' has no ': ' behind its key",
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
                "APISPEC0017 5:1+5 'title' already stands on line 4",
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
                "APISPEC0018 4:3+1 A key is a text on one line; put a key with special characters in quotes",
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
                "APISPEC0019 4:11+15 The text in quotes that begins here does not end; close it with \"",
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
                "APISPEC0019 4:11+12 The text in quotes that begins here does not end; close it with '",
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
                "APISPEC0020 4:8+1 '[' is not closed by ']'; put a text that holds '[' in quotes",
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
                "APISPEC0020 4:8+1 '{' is not closed by '}'; put a text that holds '{' in quotes",
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
                "APISPEC0021 4:18+14 The text in quotes ended before this; put the whole text in quotes and double the quotation marks inside it, or use the other kind",
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
                "APISPEC0022 6:3+9 This line is indented by 2 spaces, and line 5 by 4 spaces; rows of one table start in the same column",
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
                "APISPEC0023 6:5+9 The key above already has a text on its own line, so no rows can stand below it; remove one of the two, or put a text that runs on in quotes",
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
                "APISPEC0025 4:19+2 '\\q' means nothing in double quotes; use single quotes, or double the backslash",
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
                "APISPEC0026 4:20+1 '[' cannot stand unquoted inside { } or [ ]; put the text in quotes",
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
                "APISPEC0027 4:11+15 The lines of a text that begins with '|' stand below the key, indented; put a text that begins with '|' in quotes",
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
                "APISPEC0028 4:16+1 The character U+0001 cannot stand in a spec; remove it, or write it as an escape in double quotes",
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
                "APISPEC0029 5:3+1001 A key has at most 1,000 characters, and the keys that lead to a row at most 1,500 together",
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
                "APISPEC0018 5:3+1 A key is a text on one line; put a key with special characters in quotes",
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
                "APISPEC0024 5:1+5 'limit' has no ': ' behind its key",
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
                "APISPEC0024 5:1+21 'title without a colon' has no ': ' behind its key",
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
                "APISPEC0030 5:16+1 '?' belongs to the name, and stands inside its quotation marks: \"@odata.etag?\"",
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
                "APISPEC0030 5:11+3 '[]?' belongs to the name, and stands inside its quotation marks: '@links[]?'",
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
                "APISPEC0031 6:3+1 '- ' begins an item of a list, and the lines above it are the rows of a table; remove the dash",
            ]
        },
    };
}
