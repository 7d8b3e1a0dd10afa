using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Names that cannot be used, and parts that cannot be combined. A tab is shown as →, U+0001 as ␁.</summary>
internal static class NameDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            client: 2Client

            """,
            [
                "APISPEC0106 1:9+7 '2Client' cannot be a C# name: a name must start with a letter",
            ]
        },
        {
            """
            client: Foo
            namespace: Foo..Bar

            """,
            [
                "APISPEC0106 2:12+8 'Foo..Bar' cannot be a namespace: write names of letters and digits, joined by dots",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            csharp: get-task

            """,
            [
                "APISPEC0106 4:9+8 'get-task' cannot be a C# name: a name can only have letters, digits and '_'",
            ]
        },
        {
            """
            operation: GetTask
            request: GET /x
            status: [200]

            """,
            [
                "APISPEC0106 1:12+7 'GetTask' cannot be the name of an operation: write 'Group.Method', as in 'Tasks.Get'",
            ]
        },
        {
            """
            api: my api
            request: GET /objects
            operation: A.B
            status: [200]

            """,
            [
                "APISPEC0106 1:6+6 'my api' cannot be the id of an API: write letters, digits, '-', '_' and '.', a letter first",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            roles: [Admin, Develop, Admin]

            """,
            [
                "APISPEC0107 4:25+5 'Admin' is repeated; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            roles: Admin, Develop, Admin

            """,
            [
                "APISPEC0107 4:24+5 'Admin' is repeated; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            since: V10
            only: V11

            """,
            [
                "APISPEC0108 5:1+4 'only' and 'since' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string secret secret

            """,
            [
                "APISPEC0107 5:20+6 'secret' is repeated; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string read-only write-only

            """,
            [
                "APISPEC0108 5:23+10 'read-only' and 'write-only' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: int
                values: { 0: Off, on: On }
              b:
                type: long[]
                values: [1, 1.5]

            """,
            [
                "APISPEC0126 7:23+2 'on' is not valid: an int is a whole number of 32 bits",
                "APISPEC0126 10:13+8 '1.5' is not valid: a long is a whole number of 64 bits",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: string
                values: [x, y]

            """,
            [
                "APISPEC0108 7:5+6 'values' and a type other than 'enum', 'int' and 'long' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: string
                members:
                  b: string

            """,
            [
                "APISPEC0108 7:5+7 'members' and a type other than 'object' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: string
                constant: x
                default: y

            """,
            [
                "APISPEC0108 6:11+6 'always' and 'default' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              "?": string

            """,
            [
                "APISPEC0106 5:3+3 '?' cannot be the name of a row: a name is missing before its suffix",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            schemas:
              string:
                a: int
              Page<T:
                a: int
              Page<T, T>:
                a: int
              my-schema:
                a: int
              field:
                a: int

            """,
            [
                "APISPEC0106 5:3+6 'string' cannot be the name of a schema: it is the name of a built-in type",
                "APISPEC0106 7:3+6 'Page<T' cannot be the name of a schema: '>' is missing",
                "APISPEC0106 9:3+10 'Page<T, T>' cannot be the name of a schema: a type parameter is repeated",
                "APISPEC0106 11:3+9 'my-schema' cannot be the name of a schema: a name can only have letters, digits and '_'",
                "APISPEC0106 13:3+5 'field' cannot be the name of a schema: it is a part of the type 'field[] as comma'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            schemas:
              State:
                type: string
                values: [a]

            """,
            [
                "APISPEC0108 7:5+6 'values' and a type other than 'enum', 'int' and 'long' cannot be combined; remove one of the two",
            ]
        },
        {
            """
            client: Foo
            types:
              string: int
              my type: int
              field: string

            """,
            [
                "APISPEC0106 3:3+6 'string' cannot be a type name of the reference: it is the name of a built-in type",
                "APISPEC0106 4:3+7 'my type' cannot be a type name of the reference: it would make rows ambiguous",
                "APISPEC0106 5:3+5 'field' cannot be a type name of the reference: it is a part of the type 'field[] as comma'",
            ]
        },
    };
}
