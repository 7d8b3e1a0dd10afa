using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in API files, and about how calls log in. A tab is shown as →, U+0001 as ␁.</summary>
internal static class ApiFileDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
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
            base: Automation/v1

            """,
            [
                "APISPEC0153 2:7+13 'Automation/v1' is not a base address; write one such as 'http://localhost:22015', or a path that starts with '/'",
            ]
        },
        {
            """
            client: Foo
            timezone: Japan

            """,
            [
                "APISPEC0164 2:11+5 'Japan' is not an area and a city; write a time zone such as 'Asia/Tokyo', or 'Etc/GMT-9', 'UTC' or 'GMT'",
            ]
        },
        {
            """
            client: Foo
            timezone: JST

            """,
            [
                "APISPEC0164 2:11+3 'JST' is not an area and a city; write a time zone such as 'Asia/Tokyo', or 'Etc/GMT-9', 'UTC' or 'GMT'",
            ]
        },
        {
            """
            client: Foo
            timezone: +09:00

            """,
            [
                "APISPEC0164 2:11+6 '+09:00' is not an area and a city; write a time zone such as 'Asia/Tokyo', or 'Etc/GMT-9', 'UTC' or 'GMT'",
            ]
        },
        {
            """
            client: Foo
            timezone: Tokyo Standard Time

            """,
            [
                "APISPEC0164 2:11+19 'Tokyo Standard Time' is not an area and a city; write a time zone such as 'Asia/Tokyo', or 'Etc/GMT-9', 'UTC' or 'GMT'",
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
            authentication: hawkish

            """,
            [
                "APISPEC0155 4:17+7 'hawkish' is not a way to log in here; write 'none', a way of the API file such as 'cookie', or 'basic', 'bearer', "
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
                "APISPEC0155 2:17+19 'header content-type' is not a way to log in here; write a row for 'content-type' under 'headers:' instead, because it "
                + "describes the message",
            ]
        },
        { "client: Foo\nauthentication: query a, A\n", [] },
        {
            """
            client: Foo
            authentication: hawkish

            """,
            [
                "APISPEC0155 2:17+7 'hawkish' is not a way to log in here; write 'basic', 'bearer', 'header X-Api-Key', 'query api_key', or a mapping with "
                + "'session:' or 'token:'",
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
    };
}
