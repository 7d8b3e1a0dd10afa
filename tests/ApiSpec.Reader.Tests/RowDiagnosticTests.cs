using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in rows and types. A tab stands as →, U+0001 as ␁.</summary>
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
                "APISPEC0120 5:6+1 The type cannot be read: a type stands before '='",
                "APISPEC0120 6:6+10 The type cannot be read: '>' is missing behind 'map<'",
                "APISPEC0120 7:13+1 The type cannot be read: write 'or null' once, as in 'string or null'",
                "APISPEC0120 8:7+1 The type cannot be read: a list is written behind its type, as in 'string[]'",
                "APISPEC0120 9:6+12 The type cannot be read: a list is written behind its type, as in 'string[]'",
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
                "APISPEC0120 4:16+10 The type cannot be read: '- the task' is no part of a type",
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
                "APISPEC0121 5:13+8 'The name' means nothing here; a description begins with ' - '",
                "APISPEC0121 6:13+5 'filtr' means nothing here; did you mean 'filter'; a description begins with ' - '",
                "APISPEC0121 7:18+4 '1..6' means nothing here, since the row already has a range; a description begins with ' - '",
                "APISPEC0121 8:13+1 '-' means nothing here, since no text follows; a description begins with ' - '",
                "APISPEC0121 9:13+1 '=' means nothing here, since no value follows; a description begins with ' - '",
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
                "APISPEC0122 5:13+4 '5..1' is no range: its smallest value is larger than its largest",
                "APISPEC0122 6:13+2 '-1..5' is no range: a length or count is a whole number from 0",
                "APISPEC0122 7:13+1 '1..x' is no range: 'x' is no number; leave an open side empty, as in '0..'",
                "APISPEC0122 8:10+2 '..' is no range: write the smallest and the largest value, as in '1..255', '0..' or '..100'",
                "APISPEC0122 9:13+10 '1..9999999999' is no range: an int is a whole number of 32 bits",
                "APISPEC0121 11:11+3 '1-5' means nothing here; a range is written '1..5'; a description begins with ' - '",
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
                "APISPEC0123 5:14+4 The type boolean has no range; ranges limit the length of a string, the value of a number and the count of a list",
                "APISPEC0123 6:11+4 The type date has no range; ranges limit the length of a string, the value of a number and the count of a list",
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
                "APISPEC0124 5:13+6 'filter' cannot stand here; it is for members of a body",
                "APISPEC0124 6:13+7 'slashes' cannot stand here; it is for path values",
                "APISPEC0124 8:13+7 'slashes' cannot stand here; it is for path values",
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

            """,
            [
                "APISPEC0125 5:6+8 The type 'list' cannot stand here; write 'as comma' after it",
                "APISPEC0125 6:6+14 The type 'or null' cannot stand here; put '?' behind the name of a value that may be left out",
                "APISPEC0125 7:6+6 The type 'object' cannot stand here; a path, query or header value is a text, a number or a list of them",
                "APISPEC0125 9:6+8 The type 'list' cannot stand here; write 'as repeat', 'as comma' or 'as space' after it, as the server reads it",
                "APISPEC0125 10:6+8 The type 'map' cannot stand here; a path, query or header value is a text, a number or a list of them",
                "APISPEC0125 12:6+4 The type 'flag' cannot stand here; it is a query parameter without a value",
                "APISPEC0125 13:6+17 The type 'as space' cannot stand here; it is for query parameters; write 'as comma'",
                "APISPEC0125 16:6+10 The type 'hql-filter' cannot stand here; it is a query parameter",
                "APISPEC0125 17:6+4 The type 'flag' cannot stand here; it is a query parameter without a value",
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
                "APISPEC0126 5:17+3 'one' does not fit: an int is a whole number of 32 bits",
                "APISPEC0126 6:21+3 'yes' does not fit: a boolean is 'true' or 'false'",
                "APISPEC0126 7:22+1 'd' does not fit: the enum does not have this value",
                "APISPEC0126 8:25+4 'four' does not fit: it is outside the range 1..3",
                "APISPEC0126 9:22+1 '6' does not fit: it is outside the range 1..5",
                "APISPEC0126 10:19+1 'x' does not fit: the type list has no value that can be written in a row",
                "APISPEC0126 11:19+10 '2026-13-01' does not fit: a date looks like '2026-01-31'",
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
                "APISPEC0127 5:6+4 An enum without values takes any; list those of the page, as in 'enum debug|release' or under 'values:'",
                "APISPEC0127 6:6+4 An enum without values takes any; list those of the page, as in 'enum debug|release' or under 'values:'",
                "APISPEC0127 7:6+6 An enum without values takes any; list those of the page, as in 'enum debug|release' or under 'values:'",
                "APISPEC0127 9:11+4 An enum without values takes any; list those of the page, as in 'enum debug|release' or under 'values:'",
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
                "APISPEC0128 5:15+1 The value 'a' already stands in this enum",
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
                "APISPEC0129 6:3+2 'a' is already a row of this table",
                "APISPEC0129 7:3+1 'a' is already a row of this table",
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
                "APISPEC0129 6:3+4 'x-id' is already a row of this table",
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
                "APISPEC0130 7:11+5 'Tasks' names no operation; write 'Group.Method', as in 'Tasks.Get'",
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
                "APISPEC0130 4:19+5 'Tasks' names no operation; write 'Group.Method', as in 'Tasks.Get'",
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
                "APISPEC0131 5:3+7 'label{}' does not have one pair of braces with a word in it; write it as in 'labelbutton{X}'",
                "APISPEC0131 6:3+8 '{a}{b}' does not have one pair of braces with a word in it; write it as in 'labelbutton{X}'",
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
                "APISPEC0124 5:3+8 '{...}' cannot stand here; it is for names of members and of query parameters",
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
                "APISPEC0121 5:17+4 '1..5' means nothing here, since a schema has no range: write it in each row; a description begins with ' - '",
                "APISPEC0121 5:29+1 'x' means nothing here, since a schema has a type and a description only; a description begins with ' - '",
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
                "APISPEC0121 5:12+5 '(255)' means nothing here; a range is written '..255'; a description begins with ' - '",
                "APISPEC0121 6:14+5 '1-255' means nothing here; a range is written '1..255'; a description begins with ' - '",
                "APISPEC0121 7:10+8 '1 to 100' means nothing here; a range is written '1..100'; a description begins with ' - '",
                "APISPEC0121 8:13+8 'optional' means nothing here; what may be left out has '?' behind its name; a description begins with ' - '",
                "APISPEC0121 9:13+8 '(max 64)' means nothing here; a range is written '..64'; a description begins with ' - '",
                "APISPEC0121 10:13+10 '[nullable]' means nothing here; write 'or null', as in 'string or null'; a description begins with ' - '",
                "APISPEC0121 11:10+14 'link Tasks.Get' means nothing here; a description begins with ' - '",
                "APISPEC0120 12:6+14 The type cannot be read: a link stands behind a type, as in 'url - link Tasks.Get'",
                "APISPEC0120 13:15+4 The type cannot be read: write 'or null' after the type, as in 'string or null'",
                "APISPEC0120 14:18+4 The type cannot be read: write 'or null' after the values, or the text null in quotation marks",
                "APISPEC0103 15:3+1 'k' takes a type, as in 'string[]', or rows below it, not a list",
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
                "APISPEC0125 5:6+3 The type 'any' cannot stand here; write 'string', or 'unknown' if the page shows no type",
                "APISPEC0125 6:6+10 The type 'type with alternatives' cannot stand here; write 'string', and say in the description what the text may be",
                "APISPEC0120 8:6+12 The type cannot be read: a list is written behind its type, as in 'string[]'",
                "APISPEC0120 9:6+1 The type cannot be read: a type stands before '='",
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
                "APISPEC0132 7:5+6 'format' is no key of a row; the type alone says it, as in 'type: date-time'",
                "APISPEC0132 10:5+8 'required' is no key of a row; a row is required unless '?' stands behind its name",
                "APISPEC0132 11:5+10 'descripton' is no key of a row; did you mean 'description'?",
                "APISPEC0135 14:5+7 This is a form of version 0.1; write 'type: int default 100'",
                "APISPEC0132 15:5+3 'max' is no key of a row; write a range after the type, as in 'type: string ..255'",
                "APISPEC0132 18:5+5 'items' is no key of a row; a list is written behind its type, as in 'type: string[]'",
                "APISPEC0132 19:5+5 'label' is no key of a row; rows of an object that has a member 'type' stand under 'members:'",
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
                "APISPEC0133 6:5+11 'description' stands among rows here, and so it is one; put the rows below 'members:', and 'description' beside that",
                "APISPEC0133 10:5+6 'csharp' stands among rows here, and so it is one; put the rows below 'members:', and 'csharp' beside that",
                "APISPEC0133 11:5+5 'notes' stands among rows here, and so it is one; put the rows below 'members:', and 'notes' beside that",
                "APISPEC0132 16:5+5 'title' is no key of a schema; rows of an object that has a member 'type' stand under 'members:'",
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
                "APISPEC0134 5:21+3 'always 100' says that 'size' never has another value; write 'default 100' for the value that the server uses when none is given",
                "APISPEC0134 7:24+4 'always full' says that 'mode' never has another value; write 'default full' for the value that the server uses when none is given",
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
                "APISPEC0124 5:3+3 '?' cannot stand here; it is for what may be left out, and a path value never is",
                "APISPEC0106 7:3+5 'X Bad' cannot be the name of a header: it holds letters, digits and '-', and no spaces",
                "APISPEC0159 8:1+4 The body of a GET request means nothing in HTTP, and servers may refuse it; is this another method, or are these query parameters?",
                "APISPEC0106 9:3+11 'a[][][][][]' cannot be the name of a row: a list nests four levels deep at most",
            ]
        },
    };
}
