using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Texts and lines that YAML reads otherwise than they were meant. A tab stands as →, U+0001 as ␁.</summary>
internal static class YamlTextDiagnosticTests
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
                "APISPEC0012 4:15+1 ': ' inside a text looks like another key; put all that stands behind the key in quotes",
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
