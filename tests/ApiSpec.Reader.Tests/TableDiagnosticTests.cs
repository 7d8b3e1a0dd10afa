using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in status tables, lists of names and what an API file holds. A tab stands as →, U+0001 as ␁.</summary>
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
                "APISPEC0140 3:9+6 '200 OK' is no status; beside a code alone no message can stand; write rows below 'status:', one a line and without dashes, as in '404 Not found: text'",
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
                "APISPEC0140 4:5+6 '- 200 OK' is no status; write rows below 'status:', one a line and without dashes, as in '404 Not found: text'",
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
                "APISPEC0140 4:3+2 'OK' is no status; write its code first, as in '404 Not found'",
                "APISPEC0140 5:3+3 '2xy' is no status; write its code first, as in '404 Not found'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200, 700, 99, abc]

            """,
            [
                "APISPEC0141 3:15+3 700 is no HTTP status code; they run from 100 to 599",
                "APISPEC0141 3:20+2 99 is no HTTP status code; they run from 100 to 599",
                "APISPEC0140 3:24+3 'abc' is no status; write its code first, as in '404 Not found'",
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
                "APISPEC0142 5:3+7 200 ok already stands in this table",
                "APISPEC0141 6:3+3 600 is no HTTP status code; they run from 100 to 599",
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
                "APISPEC0163 4:15+13 'state is good' is not a condition; write 'name = value', 'name != value', 'list has value', 'name is given' or 'name is missing', joined by 'and'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200, 200]

            """,
            [
                "APISPEC0142 3:15+3 200 already stands in this table",
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
                "APISPEC0143 3:1+6 No row of this status table is a success; add the 2xx row, or '...: unknown' if the page does not show it",
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
                "APISPEC0150 6:22+4 No parameter or body member of this section is called 'stop'",
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
                "APISPEC0151 6:15+5 'exactly-one' chooses among two names or more",
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
                "APISPEC0150 8:19+4 No parameter of this section is called 'strt'; did you mean 'start'?",
                "APISPEC0150 8:32+3 No response member of this section is called 'dat'; did you mean 'data'?",
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
                "APISPEC0152 4:15+4 '1000' is no length of time; write '1000s', '30m', '12h' or '7d'",
            ]
        },
        {
            """
            client: Foo
            base: localhost:22015

            """,
            [
                "APISPEC0153 2:7+15 'localhost:22015' is no address; write one such as 'http://localhost:22015', or a path that begins with '/'",
            ]
        },
        {
            """
            client: Foo
            date-time: "%"

            """,
            [
                "APISPEC0154 2:12+3 '%' is no form of a date and time: the year is missing; write all of it, as in 'YYYY-MM-DD hh:mm:ss'",
            ]
        },
        {
            """
            client: Foo
            authentication: query a,

            """,
            [
                "APISPEC0155 2:17+8 'query a,' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'",
            ]
        },
        {
            """
            client: Foo
            authentication: header A, a

            """,
            [
                "APISPEC0155 2:17+11 'header A, a' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'",
            ]
        },
        {
            """
            client: Foo
            authentication: none

            """,
            [
                "APISPEC0155 2:17+4 'none' is not a way to log in here; write it in a section; an API file without a way to log in has no 'authentication:'",
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
                "APISPEC0155 4:17+6 'digest' is not a way to log in here; write 'none', a way of the API file such as 'cookie', or 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'",
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
                "APISPEC0155 4:1+14 'This' is not a way to log in here; write the way itself in the API file, and 'token', 'session' or 'cookie' here",
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
                "APISPEC0155 7:5+8 'a.b' is not a way to log in here; write other names; another way in this list has them in the same place",
                "APISPEC0155 9:5+20 'b, A' is not a way to log in here; write other names; another way in this list has them in the same place",
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
                "APISPEC0108 6:5+6 'cookie' and 'query' exclude each other",
                "APISPEC0108 10:5+4 'form' and 'header' exclude each other",
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
                "APISPEC0155 2:17+19 'header content-type' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'",
            ]
        },
        { "client: Foo\nauthentication: query a, A\n", [] },
        {
            """
            client: Foo
            authentication: digest

            """,
            [
                "APISPEC0155 2:17+6 'digest' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with 'session:' or 'token:'",
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
                "APISPEC0157 6:1+4 'with' says what this page prints for a shared table; name one with 'body:' or 'response:', or put the constants into the rows",
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
                "APISPEC0160 6:1+8 'required' says which members of a shared table must be given; name one with 'body:', or put a '?' behind the name of each row that may be left out",
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
                "APISPEC0160 4:1+8 'required' says which members of a shared table must be given; name one with 'body:', or put a '?' behind the name of each row that may be left out",
                "APISPEC0107 4:19+5 'notes' already stands in this list",
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
                "APISPEC0105 5:23+3 'Tsk' is none of Task, string; did you mean 'Task'?",
                "APISPEC0161 5:39+6 '3 to 1' is no number of occurrences; write '1', '0 to n', '1 to n' or '0 to 3'",
                "APISPEC0162 8:5+6 'number' says how often each alternative occurs in a list; the type is 'A | B'",
                "APISPEC0103 11:5+6 'number' takes a mapping such as '{ Schedule: 1, PropertyValue: 0 to n }', not a text",
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
                "APISPEC0108 4:1+4 'only' and 'except' exclude each other",
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
                "APISPEC0158 6:9+10 'rerunStart' is neither 'always value' nor 'link Group.Method'",
                "APISPEC0121 8:11+1 '=' means nothing here, since no value follows; a description begins with ' - '",
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
                "APISPEC0124 4:3+3 '...' cannot stand here; it is the last row of a table",
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
                "APISPEC0108 4:15+19 'required not stated' and '?' after the name exclude each other",
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
                "APISPEC0107 4:34+19 'required not stated' already stands in this list",
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
                "APISPEC0124 4:12+19 'required not stated' cannot stand here; it is for values that may be left out, and a path value never is",
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
                "APISPEC0121 4:10+16 'required unknown' means nothing here; did you mean 'required not stated'; a description begins with ' - '",
                "APISPEC0121 5:10+9 'required?' means nothing here; did you mean 'required not stated'; a description begins with ' - '",
                "APISPEC0121 6:10+18 'required not state' means nothing here; did you mean 'required not stated'; a description begins with ' - '",
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
                "APISPEC0123 5:14+4 The type unknown has no range; ranges limit the length of a string, the value of a number and the count of a list",
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
                "APISPEC0010 5:1+3 '...' at the start of a line ends the file; indent it like the rows above it and write '...: unknown', or remove it",
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
                "APISPEC0010 5:1+3 '...' at the start of a line ends the file; indent it like the rows above it and write '...: unknown', or remove it",
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
                "APISPEC0117 4:1+3 '200' is not indented below 'status'; indent it by two spaces more than 'status'",
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
                "APISPEC0106 3:3+7 'unknown' cannot be the vendor's name of a type: it is the name of a built-in type",
            ]
        },
        {
            """
            request: unknown
            status: [200]

            """,
            [
                "APISPEC0116 1:10+7 No name for this operation follows from its request line; give it one with 'operation: Group.Method'",
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
                "APISPEC0150 7:11+5 No parameter of this section is called 'start'",
            ]
        },
    };
}
