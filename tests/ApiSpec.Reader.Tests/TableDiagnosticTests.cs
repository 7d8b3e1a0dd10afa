using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in tables of parameters, and in the keys of a section around them. A tab is shown as →, U+0001 as ␁.</summary>
internal static class TableDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              start: int
            exactly-one: [start, stop]

            """,
            [
                "APISPEC0150 6:22+4 No parameter or body member of this section is named 'stop'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              start: int
            exactly-one: [start]
            requires:
              strat: [stop, nothing]

            """,
            [
                "APISPEC0151 6:15+5 'exactly-one' needs at least two names; add a name, or remove the rule",
                "APISPEC0135 8:3+5 This is a form of version 0.1; write 'stop?: string required when strat is given'",
                "APISPEC0135 8:3+5 This is a form of version 0.1; write 'nothing?: string required when strat is given'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              start: int
            response:
              data[]: any
            paging: { offset: strt, items: dat }

            """,
            [
                "APISPEC0150 8:19+4 No parameter of this section is named 'strt'; did you mean 'start'?",
                "APISPEC0150 8:32+3 No response member of this section is named 'dat'; did you mean 'data'?",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: {200: Done.}
            only: V1
            except: [V2]
            """,
            [
                "APISPEC0108 4:1+4 'only' and 'except' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x/{id}
            path:
              id: long required not stated
            status: [200]
            """,
            [
                "APISPEC0124 4:12+19 'required not stated' is not allowed here; it is for optional values, and a path parameter is always required",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              a: int required unknown
              b: int required?
              c: int required not state
            status: [200]
            """,
            [
                "APISPEC0121 4:10+16 'required unknown' has no meaning here; did you mean 'required not stated'?",
                "APISPEC0121 5:10+9 'required?' has no meaning here; did you mean 'required not stated'?",
                "APISPEC0121 6:10+18 'required not state' has no meaning here; did you mean 'required not stated'?",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            body:
              a: enum a|...|b
              b: unknown 1..5
              c: enum a|b...
            status: [200]
            """,
            [
                "APISPEC0120 4:17+1 The type cannot be read: '...' comes after the last value of an enum",
                "APISPEC0147 5:6+7 1 fact is open: body.b (type); fill them in when you see the full page",
                "APISPEC0123 5:14+4 Type 'unknown' cannot have a range; ranges are for strings, numbers and lists",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              503: Too many
            ...
            title: cut off
            """,
            [
                "APISPEC0010 5:1+3 '...' at the start of a line ends the file; write '...: unknown', indented like the rows above, or remove the line",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status:
              200: Done
            ...

            """,
            [
                "APISPEC0010 5:1+3 '...' at the start of a line ends the file; write '...: unknown', indented like the rows above, or remove the line",
            ]
        },
        {
            """
            request: unknown
            status: [200]

            """,
            [
                "APISPEC0116 1:10+7 The request line does not suggest a name; add 'operation: Group.Method'",
                "APISPEC0147 1:10+7 1 fact is open: request; fill them in when you see the full page",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            query:
              a?: int
              ...: unknown
            paging:
              offset: start
            status: [200]
            """,
            [
                "APISPEC0147 5:3+3 1 fact is open: query (further rows); fill them in when you see the full page",
                "APISPEC0150 7:11+5 No parameter of this section is named 'start'",
            ]
        },
    };
}
