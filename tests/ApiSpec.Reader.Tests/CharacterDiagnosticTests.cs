using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Characters from PDF files in names, types and values, written as C# escapes because they would be invisible here.</summary>
internal static class CharacterDiagnosticTests
{
    public static TheoryData<string, string[]> Table { get; } = new()
    {
        {
            "request\uFF1AGET /x\nstatus:\n  200 OK: Done.\n",
            ["APISPEC0032 1:8+1 'request\uFF1AGET' contains U+FF1A FULLWIDTH COLON; write 'request: GET'"]
        },
        {
            "request\uFF1AGET /x\n",
            ["APISPEC0032 1:8+1 'request\uFF1AGET' contains U+FF1A FULLWIDTH COLON; write 'request: GET'"]
        },
        {
            "operation: T.X\nrequest: GET /x\nquery\uFF1A\n  a?: int\nstatus: [200]\n",
            ["APISPEC0032 3:6+1 'query\uFF1A' contains U+FF1A FULLWIDTH COLON; write 'query:'"]
        },
        {
            "operation: T.X\nrequest: GET /x\nquery:\n  a\uFF1Aint\n  b\uFF1Along - the \u201Cb\u201D\nstatus: [200]\n",
            [
                "APISPEC0032 4:4+1 'a\uFF1Aint' contains U+FF1A FULLWIDTH COLON; write 'a: int'",
                "APISPEC0032 5:4+1 'b\uFF1Along' contains U+FF1A FULLWIDTH COLON; write 'b: long'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n  \u210Eref: url\n  item\uD835\uDFD9: int\n  \u217Dount: int\n  \u2022 size: int\n"
            + "  state: enum on\u2502off\n",
            [
                "APISPEC0032 5:3+1 '\u210Eref' contains U+210E PLANCK CONSTANT; write 'href'",
                "APISPEC0032 6:7+2 'item\uD835\uDFD9' contains U+1D7D9 MATHEMATICAL DOUBLE-STRUCK DIGIT ONE; write 'item1'",
                "APISPEC0033 7:3+1 '\u217Dount' contains U+217D SMALL ROMAN NUMERAL ONE HUNDRED and is read as 'count'; write 'count'",
                "APISPEC0032 8:3+1 '\u2022' contains U+2022 BULLET; remove it",
                "APISPEC0032 9:17+1 'on\u2502off' contains U+2502 BOX DRAWINGS LIGHT VERTICAL; write 'on|off'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n  \uF001le: string\n  na\uFFFDme: string\n  a\uFE0Fb: string\n  c\u3164d: string\n"
            + "  range: int 1\u20255\n",
            [
                "APISPEC0032 5:3+1 '\uF001le' contains U+F001 PRIVATE USE CHARACTER; write the character that the page shows",
                "APISPEC0032 6:5+1 'na\uFFFDme' contains U+FFFD REPLACEMENT CHARACTER; write the character that the page shows",
                "APISPEC0032 7:4+1 'a\uFE0Fb' contains U+FE0F VARIATION SELECTOR-16; write 'ab'",
                "APISPEC0032 8:4+1 'c\u3164d' contains U+3164 HANGUL FILLER; write 'cd'",
                "APISPEC0032 9:15+1 '1\u20255' contains U+2025 TWO DOT LEADER; write '1..5'",
            ]
        },
        {
            "operation: Devices.GetCon\uFB01g\nrequest: GET /x\nstatus: [200]\n",
            ["APISPEC0032 1:26+1 'Devices.GetCon\uFB01g' contains U+FB01 LATIN SMALL LIGATURE FI; write 'Devices.GetConfig'"]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n  inst\u00ADanceId: long\n  na\u200Bme: string\n"
            + "  state: enum \u201Cwaiting\u201D|\u201Crunning\u201D\n",
            [
                "APISPEC0032 5:7+1 'inst\u00ADanceId' contains U+00AD SOFT HYPHEN; write 'instanceId'",
                "APISPEC0032 6:5+1 'na\u200Bme' contains U+200B ZERO WIDTH SPACE; write 'name'",
                "APISPEC0032 7:15+1 '\u201Cwaiting\u201D|\u201Crunning\u201D' contains U+201C LEFT DOUBLE QUOTATION MARK; write '\"waiting\"|\"running\"'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\u2013y\nstatus:\n  200 OK: Done.\n  404 Not\u00A0found: x\nresponse:\n"
            + "  a: int \u22125..5 \u2013 from \u20135 on\n",
            [
                "APISPEC0032 2:16+1 '/x\u2013y' contains U+2013 EN DASH; write '/x-y'",
                "APISPEC0032 5:10+1 'Not\u00A0found' contains U+00A0 NO-BREAK SPACE; write 'Not found'",
                "APISPEC0032 7:10+1 '\u22125..5' contains U+2212 MINUS SIGN; write '-5..5'",
                "APISPEC0032 7:16+1 '\u2013' contains U+2013 EN DASH; write '-'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus: [200]\nresponse:\n  a: string\u2014the name\n  b: url - link T.G\u200Bet, of \u201Cb\u201D\n"
            + "  c: string always \u201Ca b\u201D\n",
            [
                "APISPEC0032 5:12+1 'string\u2014' contains U+2014 EM DASH; write 'string -'",
                "APISPEC0032 6:20+1 'T.G\u200Bet,' contains U+200B ZERO WIDTH SPACE; write 'T.Get,'",
                "APISPEC0032 7:20+1 '\u201Ca' contains U+201C LEFT DOUBLE QUOTATION MARK; write '\"a'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x/{id}\npath:\n\u2003\u2003id: long\nstatus:\n  200 OK: Done.\nresponse:\n  a:\u3000string\n",
            [
                "APISPEC0032 4:1+1 'id: long' contains U+2003 EM SPACE; use spaces (U+0020)",
                "APISPEC0032 8:5+1 'a:\u3000string' contains U+3000 IDEOGRAPHIC SPACE; use spaces (U+0020)",
            ]
        },
        {
            "operation: T.X\nrequest\uFF1AGET /x\nstatus: [200]\n",
            ["APISPEC0032 2:8+1 'request\uFF1AGET' contains U+FF1A FULLWIDTH COLON; write 'request: GET'"]
        },
        {
            "operation: T.X\nrequest: GET /x/{id}\npath:\n  id\uFF1Along\nstatus:\n  200 OK\uFF1ADone.\n",
            [
                "APISPEC0032 4:5+1 'id\uFF1Along' contains U+FF1A FULLWIDTH COLON; write 'id: long'",
                "APISPEC0032 6:9+1 'OK\uFF1ADone.' contains U+FF1A FULLWIDTH COLON; write 'OK: Done.'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus:\n  \uFF12\uFF10\uFF10 OK: Done.\nroles: [Ad\u2011min, \u201CSubmit\u201D]\nresponse:\n"
            + "  \uD835\uDC5Bame: string\n",
            [
                "APISPEC0032 4:3+1 '\uFF12\uFF10\uFF10' contains U+FF12 FULLWIDTH DIGIT TWO; write '200'",
                "APISPEC0032 5:11+1 'Ad\u2011min' contains U+2011 NON-BREAKING HYPHEN; write 'Ad-min'",
                "APISPEC0032 5:17+1 '\u201CSubmit\u201D' contains U+201C LEFT DOUBLE QUOTATION MARK; write '\"Submit\"'",
                "APISPEC0032 7:3+2 '\uD835\uDC5Bame' contains U+1D45B MATHEMATICAL ITALIC SMALL N; write 'name'",
            ]
        },
        {
            "operation: T.X\nrequest: GET /x\nstatus:\n  200 \u041E\u041A: Done.\nresponse:\n  n\u0430me: l\u043Eng\n  \u039Fffset: int\n",
            [
                "APISPEC0033 4:7+1 '\u041E\u041A' contains U+041E CYRILLIC CAPITAL LETTER O and is read as 'OK'; write 'OK'",
                "APISPEC0033 6:4+1 'n\u0430me' contains U+0430 CYRILLIC SMALL LETTER A and is read as 'name'; write 'name'",
                "APISPEC0033 6:10+1 'l\u043Eng' contains U+043E CYRILLIC SMALL LETTER O and is read as 'long'; write 'long'",
                "APISPEC0033 7:3+1 '\u039Fffset' contains U+039F GREEK CAPITAL LETTER OMICRON and is read as 'Offset'; write 'Offset'",
            ]
        },
    };
}
