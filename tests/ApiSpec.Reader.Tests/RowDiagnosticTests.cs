using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Diagnostics in the types and remarks of rows. A tab is shown as →, U+0001 as ␁.</summary>
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
              l: string[] as "[a|b]"

            """,
            [
                "APISPEC0125 5:6+8 Type 'list' is not allowed here; write 'as comma' after it",
                "APISPEC0125 6:6+14 Type 'or null' is not allowed here; leave 'or null' out, because a path parameter always has a value",
                "APISPEC0125 7:6+6 Type 'object' is not allowed here; a path parameter is one value, or a list of values",
                "APISPEC0125 9:6+8 Type 'list' is not allowed here; write 'as repeat', 'as comma', 'as space' or 'as json' after it, as the server reads it",
                "APISPEC0125 10:6+8 Type 'map' is not allowed here; for JSON, write 'as json' after it; otherwise, write one row for each value",
                "APISPEC0125 12:6+4 Type 'flag' is not allowed here; it is a query parameter without a value",
                "APISPEC0125 13:6+17 Type 'as space' is not allowed here; it is for query parameters; write 'as comma'",
                "APISPEC0125 16:6+10 Type 'hql-filter' is not allowed here; it is a query parameter",
                "APISPEC0125 17:6+4 Type 'flag' is not allowed here; it is a query parameter without a value",
                "APISPEC0125 18:6+16 Type 'field[] as comma' is not allowed here; it is a query parameter",
                "APISPEC0125 19:6+19 Type 'as \"[a|b]\"' is not allowed here; it is for paths, queries and forms; write '[]' for a JSON list, or 'as "
                    + "comma' for one string",
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
              a: int(11)
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
              l: and, or, not
              m: or, and

            """,
            [
                "APISPEC0121 5:9+4 '(11)' has no meaning here; leave out the number of digits",
                "APISPEC0121 6:14+5 '1-255' has no meaning here; write a range as '1..255'",
                "APISPEC0121 7:10+8 '1 to 100' has no meaning here; write a range as '1..100'",
                "APISPEC0121 8:13+8 'optional' has no meaning here; write '?' after the name of an optional row",
                "APISPEC0121 9:13+8 '(max 64)' has no meaning here; write a range as '..64'",
                "APISPEC0121 10:13+10 '[nullable]' has no meaning here; write 'or null', as in 'string or null'",
                "APISPEC0121 11:10+14 'link Tasks.Get' has no meaning here; write ' - link Tasks.Get', at the start of the description",
                "APISPEC0120 12:6+14 The type cannot be read: write a link after a type, as in 'url - link Tasks.Get'",
                "APISPEC0120 13:15+4 The type cannot be read: write 'or null' after the type, as in 'string or null'",
                "APISPEC0120 14:18+4 The type cannot be read: write 'or null' after the values, or the text null in quotation marks",
                "APISPEC0103 15:3+1 'k' takes a type, as in 'string[]', or rows under it, not a list",
                "APISPEC0120 16:6+12 The type cannot be read: write 'enum and|or|not'",
                "APISPEC0120 17:6+7 The type cannot be read: write 'enum or|and'",
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
    };
}
