using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in the names, keys and links of rows.</summary>
internal static class RowNameDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string
              a?: string
              b:
                type: string
                alias: [a]

            """,
            [
                "APISPEC0129 6:3+2 'a' is already a row of this table; rename or remove one of the two",
                "APISPEC0129 7:3+1 'a' is already a row of this table; rename or remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            headers:
              X-Id: string
              x-id: string

            """,
            [
                "APISPEC0129 6:3+4 'x-id' is already a row of this table; rename or remove one of the two",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: url
                link: Tasks

            """,
            [
                "APISPEC0130 7:11+5 'Tasks' is not the name of an operation; write 'Group.Method', as in 'Tasks.Get'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response: same as Tasks

            """,
            [
                "APISPEC0130 4:19+5 'Tasks' is not the name of an operation; write 'Group.Method', as in 'Tasks.Get'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              label{}: string
              "{a}{b}": string
              a:
                type: string
                pattern: label*

            """,
            [
                "APISPEC0131 5:3+7 'label{}' does not have exactly one pair of braces around a name; write it as in 'labelbutton{X}'",
                "APISPEC0131 6:3+8 '{a}{b}' does not have exactly one pair of braces around a name; write it as in 'labelbutton{X}'",
                "APISPEC0135 9:5+7 This is a form of version 0.1; write 'label{X}: string'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            headers:
              X-Meta-{name}: string
              X Meta-{name}: string
              X-{a}-{b}: string
              "{name}": string

            """,
            [
                "APISPEC0106 6:3+13 'X Meta-{name}' cannot be the name of a header: write letters, digits and '-', without spaces",
                "APISPEC0131 7:3+9 'X-{a}-{b}' does not have exactly one pair of braces around a name; write it as in 'labelbutton{X}'",
                "APISPEC0106 8:3+8 '{name}' cannot be the name of a header: write the part that the names share, as in 'X-Meta-{name}'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              id:
                type: string
                format: date-time
              name:
                type: string
                required: false
                descripton: Name of it
              size?:
                type: int
                default: 100
                max: int
              tags:
                type: string
                items: string
                label: string
                number: 0 to n

            """,
            [
                "APISPEC0132 7:5+6 'format' is not a key of a row; write only the type, as in 'type: date-time'",
                "APISPEC0132 10:5+8 'required' is not a key of a row; leave it out, because a row without '?' after its name is required",
                "APISPEC0132 11:5+10 'descripton' is not a key of a row; did you mean 'description'?",
                "APISPEC0135 14:5+7 This is a form of version 0.1; write 'type: int default 100'",
                "APISPEC0132 15:5+3 'max' is not a key of a row; write a range after the type, as in 'type: string ..255'",
                "APISPEC0132 18:5+5 'items' is not a key of a row; write '[]' after the type of a list, as in 'type: string[]'",
                "APISPEC0132 19:5+5 'label' is not a key of a row; write rows of an object with a member 'type' under 'members:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              owner:
                description: The user who made it
                name: string
            schemas:
              Node:
                csharp: TreeNode
                notes: Printed twice
                children: Node[]
              Kind:
                type: enum
                values: [a, b]
                title: string

            """,
            [
                "APISPEC0133 6:5+11 'description' is read as a row here; put the other rows under 'members:'",
                "APISPEC0133 10:5+6 'csharp' is read as a row here; put the other rows under 'members:'",
                "APISPEC0133 11:5+5 'notes' is read as a row here; put the other rows under 'members:'",
                "APISPEC0132 16:5+5 'title' is not a key of a schema; write rows of an object with a member 'type' under 'members:'",
            ]
        },
        {
            """
            operation: T.X
            request: POST /x
            status: [200]
            query:
              size?: int always 100
            body:
              mode?: string always full

            """,
            [
                "APISPEC0134 5:21+3 'always 100' means that 'size' is always there; remove the '?', or write 'default 100' if the server assumes it",
                "APISPEC0134 7:24+4 'always full' means that 'mode' is always there; remove the '?', or write 'default full' if the server assumes it",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x/{id}
            status: [200]
            path:
              id?: long
            headers:
              X Bad: string
            body:
              a[][][][][]: int

            """,
            [
                "APISPEC0124 5:3+3 '?' is not allowed here; it is for optional values, and a path parameter is always required",
                "APISPEC0106 7:3+5 'X Bad' cannot be the name of a header: write letters, digits and '-', without spaces",
                "APISPEC0159 8:1+4 Servers can reject the body of a GET request; correct the method, or move the rows to 'query:'",
                "APISPEC0106 9:3+11 'a[][][][][]' cannot be the name of a row: a list can be nested at most four levels deep",
            ]
        },
    };
}
