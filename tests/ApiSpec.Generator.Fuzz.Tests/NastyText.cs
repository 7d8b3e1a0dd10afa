namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Text from an attacker who wants to break out of a comment, a literal or a line, or to exhaust the reader.</summary>
internal static class NastyText
{
    public static readonly string[] Tokens =
    [
        "*/", "/*", "//", "///", "\"\"\"", "\"", "'", "\\", "\\\"", "\\u000a", "\\n", "{{", "}}", "{", "}", "[", "]", "${", "$\"", "@\"", "#", " #", "#if",
        "\n#error x\n", "#pragma",
        "\u2028", "\u2029", "\u0085", "\0", "\u0001", "\u001B", "\u007F", "\u00A0", "\u00AD", "\u200B", "\u202E", "\u2066", "\u2069", "\uFEFF", "\uFFFE",
        "\uFFFF", "\uD800", "\uDC00",
        "\uD83D\uDE00", "\u0130", "\u0131", "\u01C5", "\u3007", "\u0660", "\u0301", "e\u0301", "\u212B", "\u1E9E", "\u02B0",
        "\t", "\r", "\r\n", "\n", "\n\n", "  ", ": ", " - ", "- ", "? ", "&a ", "*a", "<<", "<<: *a", "!!str ", "!<tag> ", "!", "|", "|2-", ">", ">+",
        "%YAML 1.2\n", "---\n", "...\n", "@", "`", ",",
        "</summary>",
        "<!--",
        "]]>",
        "&lt;",
        "&",
        "<",
        ">",
        ";",
        "=",
        "(",
        ")",
        "::",
        "..",
        "...",
        "...: unknown\n",
        "unknown",
        "<id>",
        "${id}",
        "{{id}}",
        "<URL>/",
        "base-URL/",
        "user:secret@",
        " httpVersion",
        "curl -d '",
        "curl -X POST -H \"a: b\" ",
        "ERR {code}",
        "text = \"OK {message}\"",
        "text has OK",
        "Content-Range",
        "HTTP/1.1 200 OK\n\n",
        "\\\n",
        "\\_",
        "*",
        "?",
        "?*",
        "~",
        "null",
        "true",
        "no",
        "2.10",
        "1_000",
        "0x1F",
        ".inf",
        ".nan",
        "-0",
        "1e999",
        "9223372036854775808", "-2147483649", "79228162514264337593543950336", "1..0", "0..", "..5", "5..1", "-1..1", "1.5..2.5",
    ];

    public static readonly string[] Names =
    [
        "class", "record", "value", "file", "scoped", "required", "await", "async", "var", "dynamic", "nameof", "field", "partial", "where", "global", "System",
        "ApiSpec", "String", "Object",
        "Task", "Equals", "GetHashCode", "ToString", "GetType", "Clone", "PrintMembers", "EqualityContract", "Json", "JsonContract", "AdditionalMembers",
        "Other", "Known", "Unlisted", "Undocumented",
        "Operation", "Operations", "Call", "CreateRequest", "Roles", "None", "Description", "With", "Dispose", "Client", "Members", "Read", "Write", "reader",
        "next", "seen", "seen2", "unknown",
        "query", "body", "cancellationToken", "request", "target", "item", "options", "connection", "_connection", "_present", "_", "__", "_1", "1", "a", "A",
        "\u00E4", "\u0416", "\u00AA", "\u2160",
        "a-b", "a_b", "a.b", "a:b", "$a", "@a", "a b", "a?", "a??", "a[]", "a*", "*", "a/b", "a{X}", "{x}-a", "{x}", "{", "a{}b", "<T>", "T", "T?", "Page<T>",
        "ActionObject", "constructor", "AsOther", "asA", "Values", "Names", "Contract1",
    ];

    /// <summary>The types that are inserted, apart from maps and enums.</summary>
    public static readonly string[] TypeNames =
    [
        "string", "boolean", "int", "long", "double", "decimal", "date", "time", "date-time", "epoch", "epoch-ms", "duration", "url", "uuid", "bytes", "object",
        "any", "unknown", "flag", "hql-filter", "hql-sort", "hql-fields",
        "field[] as comma",
        "ActionObject", "OperationResult", "ErrorInfo", "Part", "State", "Problem", "Node", "Missing", "T",
    ];

    /// <summary>The forms and remarks that are inserted after a type.</summary>
    public static readonly string[] Tails =
    [
        "",
        "",
        "",
        "[]",
        "?",
        "[]?",
        "?[]",
        " = 1",
        " = true",
        " = x",
        " = 2026-01-01",
        " 1..5",
        " as string",
        " as 1|0",
        " as yes|no",
        " as \"YYYY-MM-DD hh:mm\"",
        " as DD.MM.YYYY",
        " as json",
        " as comma",
        "[] as comma",
        "[] as space",
        "[] as pipe",
        "[] as repeat",
        "[] as brackets",
        "[] as \"[a|b]\"",
        " or null",
        " or epoch",
        " or epoch-ms or null",
        " always x",
        " always \"on or off\"",
        " default 1",
        " since V1",
        " until V12",
        " before V12",
        " as sum",
        " as array",
        " only V10",
        " except V1, V10",
        " when created",
        " required when a = 1|2",
        " only when b is given and c != x",
        " required when list has a",
        " only when a is missing",
        " 1..5 bytes",
        "[1..5]",
        " or \"\"",
        " or null or '-'",
        " 0..9223372036854775807",
        " filter",
        " secret",
        " read-only",
        " write-only",
        " slashes",
        " required not stated",
        " required not",
        "|...",
        " ...",
        " - text",
        " - link Tasks.Get",
    ];

    /// <summary>Returns a type for a row, usually a valid one.</summary>
    public static string Type(SpecRandom random, int depth = 0)
    {
        var inner = depth > 3 ? "string" : "";
        var kind = depth > 3 ? 0 : random.Below(12);
        return kind switch
        {
            0 or 1 or 2 or 3 or 4 => random.Pick(TypeNames),
            5 => "map<" + Inner() + ">",
            6 => random.Pick(["csv", "comma", "space", "repeat"]) + "<" + Inner() + ">",
            7 => Inner() + random.Pick(["[]", "?", "[][]", "?[]"]),
            8 => "(" + Inner() + " | " + Inner() + ")",
            9 => Inner() + " | " + Inner(),
            10 => random.Pick(["Page", "Pair", "Box"]) + "<" + Inner() + (random.OneIn(3) ? ", " + Inner() : "") + ">",
            _ => "enum "
                + string.Join("|", Enumerable.Range(0, 1 + random.Below(4)).Select(_ => random.OneIn(3) ? random.Pick(Names) : random.Pick(Corpus.Words)))
                + random.Pick(["", "", "|..."]),
        };

        string Inner() => inner.Length > 0 ? inner : Type(random, depth + 1);
    }

    public static string Row(SpecRandom random)
        => random.OneIn(12)
            ? "...: unknown"
            : (random.OneIn(3) ? random.Pick(Names) : random.Pick(Corpus.Words)) + random.Pick(["", "", "?", "[]"]) + ": " + Type(random) + random.Pick(Tails);

    public static string Any(SpecRandom random) => random.Below(8) switch
    {
        0 => random.Pick(Names),
        1 => Type(random) + random.Pick(Tails),
        2 => new string(random.Pick(["a", "[", "{", "<", "(", "\"", "- ", "? ", " ", "\uD800", "*", "|", "a: ", "map<", "]"])[0], 1 + random.Below(200)),
        3 => random.Pick(Corpus.Values),
        _ => random.Pick(Tokens),
    };
}
