using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Strings and lines that YAML reads differently than intended. A tab is shown as →, U+0001 as ␁.</summary>
internal static class YamlTextDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """


            """,
            [
                "APISPEC0004 1:1+0 This file is empty; write keys such as 'request:' and 'response:', each on a separate line",
            ]
        },
        {
            """
            # only a comment

            """,
            [
                "APISPEC0004 1:1+0 This file is empty; write keys such as 'request:' and 'response:', each on a separate line",
            ]
        },
        {
            """
            just a text

            """,
            [
                "APISPEC0004 1:1+11 This file starts with a plain value; write keys such as 'request:' and 'response:', each on a separate line",
            ]
        },
        {
            """
            - a list

            """,
            [
                "APISPEC0004 1:1+8 This file starts with a list; write keys such as 'request:' and 'response:', each on a separate line",
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
                "APISPEC0006 4:1+1 YAML does not allow a tab as indentation; use spaces",
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
                "APISPEC0007 4:11+10 '!important' is a YAML tag, which specs do not use; put a value that starts with '!' in quotes",
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
                "APISPEC0008 4:11+5 '&note' is a YAML anchor or alias; quote values that start with '&', or share rows with 'schemas:' or 'use:'",
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
                "APISPEC0008 4:11+5 '*note' is a YAML anchor or alias; quote values that start with '*', or share rows with 'schemas:' or 'use:'",
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
                "APISPEC0008 4:11+1 '*' is a YAML anchor or alias; quote values that start with '*', or share rows with 'schemas:' or 'use:'",
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
                "APISPEC0009 4:1+2 Specs do not use the merge key '<<'; share rows with 'schemas:' or 'use:'",
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
                "APISPEC0010 4:1+3 A second document starts here; put it in a separate file, or in quotes if it is text",
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
                "APISPEC0012 4:15+1 ': ' in unquoted text starts a new key; put the whole value in quotes",
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
                "APISPEC0013 4:22+10 ' #' starts a comment and ends the value; put the value in quotes, or two spaces before the comment",
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
                "APISPEC0115 1:10+6 This operation is named 'X.List' after its request line; add 'operation: X.List' to keep the name",
                "APISPEC0014 3:33+11 Inside { }, a comma ended the value before 'then starts'; quote the value, or write it on a separate line",
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
                "APISPEC0015 4:11+1 A value cannot start with '@'; put the value in quotes",
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
                "APISPEC0015 4:11+1 A value cannot start with '`'; put the value in quotes",
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
                "APISPEC0015 5:7+1 A value cannot start with '-'; put the value in quotes",
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
                "APISPEC0016 4:11+22 A value that starts with '[' is read as a list; put the value in quotes",
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
                "APISPEC0016 4:11+6 A value that starts with '{' is read as a mapping; put the value in quotes",
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
                "APISPEC0016 4:11+7 A value that starts with '[' is read as a list; put the value in quotes",
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
                "APISPEC0016 4:10+4 A value that starts with '[' is read as a list; put the value in quotes",
                "APISPEC0103 5:1+5 'title' takes text, not a mapping",
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
                "APISPEC0005 6:5+6 The YAML cannot be read from here on; align rows as 'name: text', and quote values with special characters",
            ]
        },
    };
}
