using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The names of types in other languages and formats.</summary>
internal static class ForeignTypeNames
{
    private const string List = "; write '[]' after the type of a list, as in 'string[]'";
    private const string Separated = "; write a list in one string as 'string[] as comma'";
    private const string Flagged = "; leave it out, because a row without '?' after its name is required";

    // Names that mean the same type in every manual. Names such as 'Date', 'Object' or 'File' can also be tables that are not transcribed yet.
    private static readonly Dictionary<string, TypeReference> Meanings = CreateMeanings();

    // Names that mean different types in different manuals, and the types that they can mean. The first type can hold the values of all others.
    private static readonly Dictionary<string, string[]> Candidates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = ["long", "int"],
        ["number"] = ["double", "decimal", "long", "int"],
        ["numeric"] = ["decimal", "double", "long", "int"],
        ["unsigned"] = ["long", "int"],
        ["uint64"] = ["long", "decimal"],
        ["ulong"] = ["long", "decimal"],
        ["byte"] = ["int", "bytes"],
        ["bit"] = ["boolean as 1|0", "boolean"],
        ["money"] = ["decimal", "string"],
        ["date"] = ["date-time", "date"],
        ["timestamp"] = ["date-time", "epoch", "epoch-ms"],
        ["TimeSpan"] = ["string", "duration"],
        ["link"] = ["url"],
        ["href"] = ["url"],
        ["file"] = ["bytes"],
        ["binary"] = ["bytes"],
        ["base64"] = ["bytes"],
        ["blob"] = ["bytes"],
        ["object"] = ["object"],
        ["struct"] = ["object"],
        ["dict"] = ["map<any>", "map<string>"],
        ["dictionary"] = ["map<any>", "map<string>"],
        ["hash"] = ["map<any>", "map<string>"],
        ["json"] = ["any", "object"],
    };

    // Words for which an alias does not help.
    private static readonly Dictionary<string, string> Hints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["password"] = "; write 'string secret'",
        ["true"] = "; did you mean 'boolean'?",
        ["false"] = "; did you mean 'boolean'?",
        ["comma"] = Separated,
        ["csv"] = Separated,
        ["array"] = List,
        ["list"] = List,
        ["collection"] = List,
        ["null"] = "; write 'or null' after the type, as in 'string or null'",
        ["none"] = "; write 'or null' after the type, as in 'string or null'",
        ["required"] = Flagged,
        ["mandatory"] = Flagged,
        ["optional"] = "; write '?' after the name of an optional row",
        ["field"] = "; write 'field[] as comma' for the names of members that the caller wants",
        ["const"] = "; write 'always' after the type, as in 'string always search'",
    };

    // Names of types in programming languages. Manuals write them as in 'List<String>', and no schema has such a name.
    private static readonly HashSet<string> Languages = new(StringComparer.Ordinal)
    {
        "String", "Boolean", "Bool", "Integer", "Int", "Int16", "Int32", "Int64", "UInt", "UInt32", "Short", "Long", "Float", "Double", "Decimal",
        "DateTime", "DateTimeOffset", "TimeSpan", "Guid", "Uuid", "UUID",
    };

    /// <summary>Returns the type that a name has in every manual, in letters of any case; null: it has no such type. A schema or an alias of the name takes
    /// precedence.</summary>
    public static TypeReference? Meaning(string name) => Meanings.TryGetValue(name, out var type) ? type : null;

    /// <summary>Returns the types that a name can have; empty: it is not known from manuals, or has one type in all of them.</summary>
    public static IReadOnlyList<string> Possible(string name) => Candidates.TryGetValue(name, out var types) ? types : [];

    /// <summary>Returns the hint about a word that is not a type, or null.</summary>
    public static string? Hint(string name) => Hints.TryGetValue(name, out var hint) ? hint : null;

    /// <summary>Whether the word is known from manuals.</summary>
    public static bool IsKnown(string name) => Meanings.ContainsKey(name) || Candidates.ContainsKey(name) || Hints.ContainsKey(name);

    /// <summary>Returns what to write for unknown types of one file, as the end of a message.</summary>
    /// <param name="names">The names, each with <see cref="Possible"/> types.</param>
    public static string Advice(IReadOnlyList<string> names)
    {
        var lines = names.Select(static name => name + ": " + Possible(name)[0]);
        var aliases = "add 'types: { " + string.Join(", ", lines) + " }' to the API file";
        return names is [var only]
            ? "; write '" + string.Join("' or '", Possible(only)) + "', or " + aliases
            : "; " + aliases + ", with the types that the reference means";
    }

    /// <summary>Whether a word means a list, as in 'list of strings'.</summary>
    public static bool IsList(string name) => Hint(name) == List;

    /// <summary>Whether a name with a type in angle brackets means a list. Schemas can have other such names.</summary>
    public static bool IsGenericList(string name) => name is "list" or "array" or "List" or "Array" or "IList" or "IEnumerable" or "IReadOnlyList";

    /// <summary>Returns the type of an item that is written as the item of a list, also in the plural. The name of a schema is not changed.</summary>
    public static TypeReference Singular(TypeReference type)
    {
        if (type is not { Kind: TypeKind.Named, Name: { } name, Arguments.Count: 0 })
            return type;
        var singular = SingularOf(name);
        if (BuiltIn(singular) is { } known)
            return known with { Start = type.Start, Length = type.Length };
        // The name of a type of another format would be reported as well. Names of schemas nearly always start with a capital letter.
        var isForeign = Languages.Contains(singular) || (!char.IsUpper(name[0]) && IsKnown(singular));
        return isForeign ? type with { Kind = TypeKind.Any, Name = null, IsUnread = true } : type;
    }

    /// <summary>Returns the type that a name most likely has; <c>string</c> if that is not known.</summary>
    public static string Suggestion(string name)
        => Meaning(SingularOf(name)) is { } type ? TypeParser.NameOf(type) : Possible(SingularOf(name)) is [var first, ..] ? first : "string";

    private static string SingularOf(string name)
    {
        var singular = name.EndsWith("s", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name;
        // The format writes its own types in lower case.
        return Languages.Contains(singular) && BuiltIn(singular.ToLowerInvariant()) is not null ? singular.ToLowerInvariant() : singular;
    }

    // The whole text as a type of the format.
    private static TypeReference? BuiltIn(string text)
        => TypeParser.ParseAt(text, 0, withSuffixes: false) is { Diagnostic: null, Type: { Kind: not TypeKind.Named, Arguments.Count: 0 } type } parse
            && parse.End == text.Length ? type : null;

    private static Dictionary<string, TypeReference> CreateMeanings()
    {
        var meanings = new Dictionary<string, TypeReference>(StringComparer.OrdinalIgnoreCase);
        Add(TypeKind.String, "string", "str", "text", "char", "nchar", "character", "varchar", "nvarchar");
        Add(TypeKind.Boolean, "boolean", "bool");
        Add(TypeKind.Int, "int", "int8", "int16", "int32", "integer8", "integer16", "integer32", "uint8", "uint16", "short", "ushort", "tinyint", "smallint");
        Add(TypeKind.Long, "long", "int64", "integer64", "uint", "uint32", "bigint");
        Add(TypeKind.Double, "double", "float", "float32", "float64", "real");
        Add(TypeKind.Decimal, "decimal");
        Add(TypeKind.DateTime, "date-time", "date_time", "datetime", "DateTimeOffset");
        Add(TypeKind.Uuid, "uuid", "guid");
        Add(TypeKind.Url, "url", "uri");
        return meanings;

        void Add(TypeKind kind, params string[] names)
        {
            var type = new TypeReference { Kind = kind };
            foreach (var name in names)
                meanings.Add(name, type);
        }
    }
}
