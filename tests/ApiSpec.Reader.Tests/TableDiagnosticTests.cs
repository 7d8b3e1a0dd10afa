using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in status tables, lists of names and API files. A tab is shown as →, U+0001 as ␁.</summary>
internal static class TableDiagnosticTests
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
            client: Foo
            authentication:
              - session: HSSO
                lifetime: 1000

            """,
            [
                "APISPEC0152 4:15+4 '1000' is not a duration; write one such as '1000s', '30m', '12h' or '7d'",
            ]
        },
        {
            """
            client: Foo
            base: localhost:22015

            """,
            [
                "APISPEC0153 2:7+15 'localhost:22015' is not a base address; write one such as 'http://localhost:22015', or a path that starts with '/'",
            ]
        },
        {
            """
            client: Foo
            date-time: "%"

            """,
            [
                "APISPEC0154 2:12+3 '%' is not a format of a date and time: the year is missing; write all of it, as in 'YYYY-MM-DD hh:mm:ss'",
            ]
        },
        {
            """
            client: Foo
            authentication: query a,

            """,
            [
                "APISPEC0155 2:17+8 'query a,' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with "
                + "'session:' or 'token:'",
            ]
        },
        {
            """
            client: Foo
            authentication: header A, a

            """,
            [
                "APISPEC0155 2:17+11 'header A, a' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping "
                + "with 'session:' or 'token:'",
            ]
        },
        {
            """
            client: Foo
            authentication: none

            """,
            [
                "APISPEC0155 2:17+4 'none' is not a way to log in here; write it only in a section; leave 'authentication:' out of an API file without a way "
                + "to log in",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            authentication: digest

            """,
            [
                "APISPEC0155 4:17+6 'digest' is not a way to log in here; write 'none', a way of the API file such as 'cookie', or 'basic', 'bearer', "
                + "'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            authentication: cookie from Session.Start

            """,
            [
                "APISPEC0155 4:1+14 'This' is not a way to log in here; write the whole entry in the API file, and only 'token', 'session' or 'cookie' here",
            ]
        },
        {
            """
            client: Foo
            authentication:
              - header X-Key
              - header X-Stamp, x-key computed
              - query x-key
              - body a.b
              - body a.b
              - header a, B
              - header b, A computed

            """,
            [
                "APISPEC0155 7:5+8 'a.b' is not a way to log in here; write other names; another way in this list already uses them in the same place",
                "APISPEC0155 9:5+20 'b, A' is not a way to log in here; write other names; another way in this list already uses them in the same place",
            ]
        },
        {
            """
            client: Foo
            authentication:
              - token: Sessions.Generate
                member: data.sid
                query: _sid
                cookie: sid
              - token: Sessions.Generate
                member: sid
                scheme: Session
                form: sid

            """,
            [
                "APISPEC0108 6:5+6 'cookie' and 'query' cannot be combined; remove one of the two",
                "APISPEC0108 10:5+4 'form' and 'header' cannot be combined; remove one of the two",
            ]
        },
        { "operation: T.X\nrequest: GET /x\nstatus: [200]\nauthentication: [basic, cookie, header X-Key computed]\n", [] },
        { "client: Foo\nauthentication: [cookie from A.B, 'form a, b', body a.b, cookie c]\n", [] },
        {
            """
            client: Foo
            authentication: header content-type

            """,
            [
                "APISPEC0155 2:17+19 'header content-type' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a "
                + "mapping with 'session:' or 'token:'",
            ]
        },
        { "client: Foo\nauthentication: query a, A\n", [] },
        {
            """
            client: Foo
            authentication: digest

            """,
            [
                "APISPEC0155 2:17+6 'digest' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with "
                + "'session:' or 'token:'",
            ]
        },
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
            api: x
            schemas:
              Rule:
                type: Task | string
                number: {Task: 1, Tsk: 2, string: 3 to 1}
              Other:
                type: Task
                number: {Task: 1}
              Third:
                type: Task | string
                number: 0 to n
              Task: {id: long}
            """,
            [
                "APISPEC0105 5:23+3 'Tsk' is not one of Task, string; did you mean 'Task'?",
                "APISPEC0161 5:39+6 '3 to 1' is not a number of occurrences; write '1', '0 to n', '1 to n' or '0 to 3'",
                "APISPEC0162 8:5+6 'number' says how often each alternative occurs in a list; write the item type as 'A | B'",
                "APISPEC0103 11:5+6 'number' takes a mapping such as '{ Schedule: 1, PropertyValue: 0 to n }', not text",
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
        {
            """
            schemas:
              unknown:
                a: int

            """,
            [
                "APISPEC0106 2:3+7 'unknown' cannot be the name of a schema: it is the name of a built-in type",
            ]
        },
        {
            """
            client: XClient
            types:
              unknown: string

            """,
            [
                "APISPEC0106 3:3+7 'unknown' cannot be a type name of the reference: it is the name of a built-in type",
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
