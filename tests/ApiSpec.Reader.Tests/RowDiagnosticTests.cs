using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in rows and types. A tab is shown as →, U+0001 as ␁.</summary>
internal static class RowDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: =x
              b: map<string
              c: string?? - text
              d: "[string]"
              e: list<string>
              f: string<int>
              g: map<string, int>
              h: (string

            """,
            [
                "APISPEC0120 5:6+1 The type cannot be read: write a type before '='",
                "APISPEC0120 6:6+10 The type cannot be read: '>' is missing after 'map<'",
                "APISPEC0120 7:13+1 The type cannot be read: write 'or null' once, as in 'string or null'",
                "APISPEC0120 8:7+1 The type cannot be read: write '[]' after the type of a list, as in 'string[]'",
                "APISPEC0120 9:6+12 The type cannot be read: write '[]' after the type of a list, as in 'string[]'",
                "APISPEC0120 10:12+1 The type cannot be read: 'string' takes no type in '<>'",
                "APISPEC0120 11:6+16 The type cannot be read: 'map' takes one type",
                "APISPEC0120 12:6+1 The type cannot be read: ')' is missing",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response: Task - the task

            """,
            [
                "APISPEC0120 4:16+10 The type cannot be read: '- the task' is not part of a type",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string The name
              b: string filtr
              c: string 1..5 1..6
              d: string -
              e: string =

            """,
            [
                "APISPEC0121 5:13+8 'The name' has no meaning here; start a description with ' - '",
                "APISPEC0121 6:13+5 'filtr' has no meaning here; did you mean 'filter'?",
                "APISPEC0121 7:18+4 '1..6' has no meaning here; the row already has a range",
                "APISPEC0121 8:13+1 '-' has no meaning here; write a description after it",
                "APISPEC0121 9:13+1 '=' has no meaning here; write a value after it",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string 5..1
              b: string -1..5
              c: int 1..x
              d: int ..
              e: int 1..9999999999
              f:
                type: int
                range: 1-5

            """,
            [
                "APISPEC0122 5:13+4 '5..1' is not a range: its smallest value is larger than its largest",
                "APISPEC0122 6:13+2 '-1..5' is not a range: a length or count is a whole number from 0",
                "APISPEC0122 7:13+1 '1..x' is not a range: 'x' is not a number; leave an open side empty, as in '0..'",
                "APISPEC0122 8:10+2 '..' is not a range: write the smallest and the largest value, as in '1..255', '0..' or '..100'",
                "APISPEC0122 9:13+10 '1..9999999999' is not a range: an int is a whole number of 32 bits",
                "APISPEC0121 11:11+3 '1-5' has no meaning here; write a range as '1..5'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: boolean 1..2
              b: date 1..2

            """,
            [
                "APISPEC0123 5:14+4 Type 'boolean' cannot have a range; ranges are for strings, numbers and lists",
                "APISPEC0123 6:11+4 Type 'date' cannot have a range; ranges are for strings, numbers and lists",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              a: string filter
              b: string slashes
            response:
              c: string slashes

            """,
            [
                "APISPEC0124 5:13+6 'filter' is not allowed here; it is for body members",
                "APISPEC0124 6:13+7 'slashes' is not allowed here; it is for path parameters",
                "APISPEC0124 8:13+7 'slashes' is not allowed here; it is for path parameters",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x/{a}/{b}/{c}
            status: [200]
            path:
              a: string[]
              b: string or null
              c: object
            query:
              d: string[]
              e: map<int>
            headers:
              f: flag
              g: string[] as space
            response:
              h: string[] as comma
              i: hql-filter
              j: flag[] as comma
              k: field[] as comma

            """,
            [
                "APISPEC0125 5:6+8 Type 'list' is not allowed here; write 'as comma' after it",
                "APISPEC0125 6:6+14 Type 'or null' is not allowed here; leave 'or null' out, because a path parameter always has a value",
                "APISPEC0125 7:6+6 Type 'object' is not allowed here; a path, query or header parameter is one value, or a list of values",
                "APISPEC0125 9:6+8 Type 'list' is not allowed here; write 'as repeat', 'as comma' or 'as space' after it, as the server reads it",
                "APISPEC0125 10:6+8 Type 'map' is not allowed here; a path, query or header parameter is one value, or a list of values",
                "APISPEC0125 12:6+4 Type 'flag' is not allowed here; it is a query parameter without a value",
                "APISPEC0125 13:6+17 Type 'as space' is not allowed here; it is for query parameters; write 'as comma'",
                "APISPEC0125 16:6+10 Type 'hql-filter' is not allowed here; it is a query parameter",
                "APISPEC0125 17:6+4 Type 'flag' is not allowed here; it is a query parameter without a value",
                "APISPEC0125 18:6+16 Type 'field[] as comma' is not allowed here; it is a query parameter",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              a: field[1..3] as comma
              c: field[] as comma always name

            """,
            [
                "APISPEC0123 5:12+4 Type 'field[] as comma' cannot have a range; ranges are for strings, numbers and lists",
                "APISPEC0126 6:30+4 'name' is not valid: a value of type field[] as comma cannot be written in a row",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: int always one
              b: boolean always yes
              c: enum a|b always d
              d: string 1..3 always four
              e: int 1..5 always 6
              f: any[] always x
              g: date default 2026-13-01

            """,
            [
                "APISPEC0126 5:17+3 'one' is not valid: an int is a whole number of 32 bits",
                "APISPEC0126 6:21+3 'yes' is not valid: a boolean is 'true' or 'false'",
                "APISPEC0126 7:22+1 'd' is not valid: the enum does not have this value",
                "APISPEC0126 8:25+4 'four' is not valid: it is outside the range 1..3",
                "APISPEC0126 9:22+1 '6' is not valid: it is outside the range 1..5",
                "APISPEC0126 10:19+1 'x' is not valid: a value of type list cannot be written in a row",
                "APISPEC0126 11:19+10 '2026-13-01' is not valid: a date looks like '2026-01-31'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: enum
              b: enum - text
              c: (enum)[] as comma
              d:
                type: enum

            """,
            [
                "APISPEC0127 5:6+4 An enum without values accepts any value; list the printed ones, as in 'enum debug|release' or under 'values:'",
                "APISPEC0127 6:6+4 An enum without values accepts any value; list the printed ones, as in 'enum debug|release' or under 'values:'",
                "APISPEC0127 7:6+6 An enum without values accepts any value; list the printed ones, as in 'enum debug|release' or under 'values:'",
                "APISPEC0127 9:11+4 An enum without values accepts any value; list the printed ones, as in 'enum debug|release' or under 'values:'",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: enum a|b|a

            """,
            [
                "APISPEC0128 5:15+1 Value 'a' is already in this enum; remove one of the two",
            ]
        },
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
              label{X}: string

            """,
            [
                "APISPEC0124 5:3+8 '{...}' is not allowed here; it is for names of members, form fields and query parameters",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a:
                type: string - text

            """,
            [
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            schemas:
              State: string 1..5 always x

            """,
            [
                "APISPEC0121 5:17+4 '1..5' has no meaning here; write the range in each row that has the type",
                "APISPEC0121 5:29+1 'x' has no meaning here; a schema only has a type and a description",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            response:
              a: string(255)
              b: varchar 1-255
              c: int 1 to 100
              d: string optional
              e: string (max 64)
              f: string [nullable]
              g: url link Tasks.Get
              h: link Tasks.Get
              i: string | null
              j: enum On|Off|null
              k: [string]

            """,
            [
                "APISPEC0121 5:12+5 '(255)' has no meaning here; write a range as '..255'",
                "APISPEC0121 6:14+5 '1-255' has no meaning here; write a range as '1..255'",
                "APISPEC0121 7:10+8 '1 to 100' has no meaning here; write a range as '1..100'",
                "APISPEC0121 8:13+8 'optional' has no meaning here; write '?' after the name of an optional row",
                "APISPEC0121 9:13+8 '(max 64)' has no meaning here; write a range as '..64'",
                "APISPEC0121 10:13+10 '[nullable]' has no meaning here; write 'or null', as in 'string or null'",
                "APISPEC0121 11:10+14 'link Tasks.Get' has no meaning here; start a description with ' - '",
                "APISPEC0120 12:6+14 The type cannot be read: write a link after a type, as in 'url - link Tasks.Get'",
                "APISPEC0120 13:15+4 The type cannot be read: write 'or null' after the type, as in 'string or null'",
                "APISPEC0120 14:18+4 The type cannot be read: write 'or null' after the values, or the text null in quotation marks",
                "APISPEC0103 15:3+1 'k' takes a type, as in 'string[]', or rows under it, not a list",
            ]
        },
        {
            """
            operation: T.X
            request: GET /x
            status: [200]
            query:
              a: any
              b: int|string
              c: string[] as comma
              d: List<string>
              e: = search

            """,
            [
                "APISPEC0125 5:6+3 Type 'any' is not allowed here; write 'string', or 'unknown' if the page shows no type",
                "APISPEC0125 6:6+10 Type 'type with alternatives' is not allowed here; write 'string', and describe the possible values",
                "APISPEC0120 8:6+12 The type cannot be read: write '[]' after the type of a list, as in 'string[]'",
                "APISPEC0120 9:6+1 The type cannot be read: write a type before '='",
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
                "APISPEC0133 6:5+11 'description' is read as a row here; put the rows under 'members:', and 'description' next to 'members:'",
                "APISPEC0133 10:5+6 'csharp' is read as a row here; put the rows under 'members:', and 'csharp' next to 'members:'",
                "APISPEC0133 11:5+5 'notes' is read as a row here; put the rows under 'members:', and 'notes' next to 'members:'",
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
                "APISPEC0134 5:21+3 'always 100' means that 'size' has no other value; if the server assumes it, write 'default 100'",
                "APISPEC0134 7:24+4 'always full' means that 'mode' has no other value; if the server assumes it, write 'default full'",
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
