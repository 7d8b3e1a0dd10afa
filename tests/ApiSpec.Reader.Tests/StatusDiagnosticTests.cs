using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in status tables. A tab is shown as →, U+0001 as ␁.</summary>
internal static class StatusDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            operation: T.X
            request: GET /x
            status: 200 OK

            """,
            [
                "APISPEC0140 3:9+6 '200 OK' is not a status; an item of a list is a code without a message; write rows under 'status:' without dashes, as in "
                + "'404 Not found: text'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              - 200 OK: fine
              - 404 Not found: not fine

            """,
            [
                "APISPEC0140 4:5+6 '- 200 OK' is not a status; write rows under 'status:' without dashes, as in '404 Not found: text'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              OK: fine
              2xy: fine

            """,
            [
                "APISPEC0140 4:3+2 'OK' is not a status; write the code first, as in '404 Not found'",
                "APISPEC0140 5:3+3 '2xy' is not a status; write the code first, as in '404 Not found'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200, 700, 99, abc]

            """,
            [
                "APISPEC0141 3:15+3 700 is not an HTTP status code; write a code from 100 to 599",
                "APISPEC0141 3:20+2 99 is not an HTTP status code; write a code from 100 to 599",
                "APISPEC0140 3:24+3 'abc' is not a status; write the code first, as in '404 Not found'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              200 OK: a
              200  ok: b
              600 Odd: c

            """,
            [
                "APISPEC0142 5:3+7 200 ok is already in this table; remove one of the two rows",
                "APISPEC0141 6:3+3 600 is not an HTTP status code; write a code from 100 to 599",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            success when: state is good
            error:
              state: string

            """,
            [
                "APISPEC0163 4:15+13 'state is good' is not a condition; write 'name = value', 'name != value', 'list has value', 'name is given' or 'name "
                + "is missing', joined by 'and'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200, 200]

            """,
            [
                "APISPEC0142 3:15+3 200 is already in this table; remove one of the two rows",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              302 Found: elsewhere
              404 Not found: nothing

            """,
            [
                "APISPEC0143 3:1+6 This status table has no success; add the 2xx row, or '...: unknown' if the page does not show it",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
            200: Done
            ...: unknown

            """,
            [
                "APISPEC0117 4:1+3 '200' is not indented under 'status'; indent it by two spaces more than 'status'",
                "APISPEC0147 5:1+3 1 fact is open: status (further rows); fill them in when you see the full page",
            ]
        },
    };
}
