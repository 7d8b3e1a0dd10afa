using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Mistakes in the file and its YAML. A tab stands as →, U+0001 as ␁.</summary>
internal static class YamlMistakes
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """


            """,
            [
                "APISPEC0004 1:1+0 A spec is a list of keys such as 'request:' and 'response:', one a line; this file is empty",
            ]
        },
        {
            """
            # only a comment

            """,
            [
                "APISPEC0004 1:1+0 A spec is a list of keys such as 'request:' and 'response:', one a line; this file is empty",
            ]
        },
        {
            """
            just a text

            """,
            [
                "APISPEC0004 1:1+11 A spec is a list of keys such as 'request:' and 'response:', one a line; this file begins with a text",
            ]
        },
        {
            """
            - a list

            """,
            [
                "APISPEC0004 1:1+8 A spec is a list of keys such as 'request:' and 'response:', one a line; this file begins with a list",
            ]
        },
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
            request: GET /x
            status: [200]
            query:
            →mode: string

            """,
            [
                "APISPEC0006 4:1+1 A tab cannot indent a line in YAML; use spaces",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: !important text

            """,
            [
                "APISPEC0007 4:11+10 '!important' is a YAML tag, which specs do not use; put a text that begins with '!' in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: &note text

            """,
            [
                "APISPEC0008 4:11+5 '&note' is a YAML anchor or alias, which specs do not use; put a text that begins with '&' in quotes, and share rows with 'schemas:' or 'use:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: *note

            """,
            [
                "APISPEC0008 4:11+5 '*note' is a YAML anchor or alias, which specs do not use; put a text that begins with '*' in quotes, and share rows with 'schemas:' or 'use:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: * text

            """,
            [
                "APISPEC0008 4:11+1 '*' is a YAML anchor or alias, which specs do not use; put a text that begins with '*' in quotes, and share rows with 'schemas:' or 'use:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            <<: text

            """,
            [
                "APISPEC0009 4:1+2 The merge key '<<' is not used in specs; share rows with 'schemas:' or 'use:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            ---
            title: second

            """,
            [
                "APISPEC0010 4:1+3 A second document begins here; put it in a file of its own, or in quotes if it is text",
            ]
        },
        {
            """
            %YAML 1.2
            ---
            request: GET /x

            """,
            [
                "APISPEC0011 1:1+9 '%YAML 1.2' is a YAML directive, which specs do not use; remove the line",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: Note: this stops the task

            """,
            [
                "APISPEC0012 4:15+1 ': ' inside a text looks like another key; put the text in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: Stops task #5 at once

            """,
            [
                "APISPEC0013 4:22+10 The text ends here, because ' #' begins a comment; put the text in quotes, or two spaces before a comment",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: "Stops task #5"  # two spaces: a comment

            """,
            []
        },
        {
            """
            request: GET /x
            status:
              200 OK: { description: Stops, then starts }

            """,
            [
                "APISPEC0115 1:10+6 This operation is called 'X.List', after its request line; 'operation: X.List' makes the name its own",
                "APISPEC0014 3:33+11 'then starts' has no value: inside { } the text was cut at the comma; put the text in quotes or on a line of its own",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: @home

            """,
            [
                "APISPEC0015 4:11+1 A text cannot begin with '@' unless it stands in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: `code`

            """,
            [
                "APISPEC0015 4:11+1 A text cannot begin with '`' unless it stands in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              id: - instanceID

            """,
            [
                "APISPEC0015 5:7+1 A text cannot begin with '-' unless it stands in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: [draft] Stops the task

            """,
            [
                "APISPEC0016 4:11+22 '[' at the beginning of a text starts a list; put the text in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: {host}

            """,
            [
                "APISPEC0016 4:11+6 '{' at the beginning of a text starts a mapping; put the text in quotes",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            function: [draft]

            """,
            [
                "APISPEC0016 4:11+7 '[' at the beginning of a text starts a list; put the text in quotes",
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
                "APISPEC0022 6:3+9 This line is indented like no line above it that it could belong to; rows of one table stand exactly below each other",
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
              ⟨a key of 201 letters⟩: string

            """,
            [
                "APISPEC0029 5:3+201 A key has at most 200 characters, and the keys that lead to a row at most 500 together",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            version: [v1]
            title:
              a: b

            """,
            [
                "APISPEC0016 4:10+4 '[' at the beginning of a text starts a list; put the text in quotes",
                "APISPEC0103 5:1+5 'title' takes a text, not a mapping",
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
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string
              : string

            """,
            [
                "APISPEC0005 6:5+6 The YAML cannot be read from here on; rows stand exactly below each other as 'name: text', and a text with special characters stands in quotes",
            ]
        },
    };
}
