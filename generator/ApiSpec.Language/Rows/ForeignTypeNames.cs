using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The names of types in other languages and formats.</summary>
internal static class ForeignTypeNames
{
    private const string List = "; write '[]' after the type of a list, as in 'string[]'";
    private const string Separated = "; write a list in one string as 'string[] as comma'";
    private const string Flagged = "; leave it out, because a row without '?' after its name is required";

    private static readonly Dictionary<string, string> Hints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bool"] = Meant("boolean"),
        ["bit"] = Meant("boolean"),
        ["true"] = Meant("boolean"),
        ["false"] = Meant("boolean"),
        ["str"] = Meant("string"),
        ["text"] = Meant("string"),
        ["char"] = Meant("string"),
        ["character"] = Meant("string"),
        ["varchar"] = Meant("string"),
        ["nvarchar"] = Meant("string"),
        ["password"] = "; did you mean 'string secret'?",
        ["integer"] = "; did you mean 'int', or 'long'?",
        ["int32"] = Meant("int"),
        ["short"] = Meant("int"),
        ["smallint"] = Meant("int"),
        ["int16"] = Meant("int"),
        ["int8"] = Meant("int"),
        ["uint8"] = Meant("int"),
        ["uint16"] = Meant("int"),
        ["ushort"] = Meant("int"),
        ["byte"] = "; did you mean 'int', or 'bytes' for Base64?",
        ["int64"] = Meant("long"),
        ["bigint"] = Meant("long"),
        ["uint"] = Meant("long"),
        ["uint32"] = Meant("long"),
        ["uint64"] = Meant("long"),
        ["ulong"] = Meant("long"),
        ["unsigned"] = Meant("long"),
        ["number"] = "; did you mean 'int', 'long', 'decimal' or 'double'?",
        ["numeric"] = "; did you mean 'int', 'long', 'decimal' or 'double'?",
        ["real"] = Meant("double"),
        ["float"] = "; write 'double'",
        ["float32"] = Meant("double"),
        ["float64"] = Meant("double"),
        ["money"] = Meant("decimal"),
        ["datetime"] = Meant("date-time"),
        ["date_time"] = Meant("date-time"),
        ["timestamp"] = "; did you mean 'date-time', or 'long' for a count of seconds?",
        ["DateTimeOffset"] = Meant("date-time"),
        ["TimeSpan"] = Meant("duration"),
        ["guid"] = Meant("uuid"),
        ["uri"] = Meant("url"),
        ["link"] = "; did you mean 'url', as in 'url - link Tasks.Get'?",
        ["href"] = Meant("url"),
        ["file"] = "; did you mean 'bytes'?",
        ["binary"] = Meant("bytes"),
        ["base64"] = Meant("bytes"),
        ["blob"] = Meant("bytes"),
        ["comma"] = Separated,
        ["csv"] = Separated,
        ["array"] = List,
        ["list"] = List,
        ["collection"] = List,
        ["dict"] = Meant("map<string>"),
        ["dictionary"] = Meant("map<string>"),
        ["hash"] = Meant("map<string>"),
        ["json"] = "; did you mean 'object', or 'any'?",
        ["struct"] = Meant("object"),
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

    /// <summary>Returns the hint about an unknown type, or null.</summary>
    public static string? Hint(string name) => Hints.TryGetValue(name, out var hint) ? hint : null;

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
        var isForeign = Languages.Contains(singular) || (!char.IsUpper(name[0]) && Hint(singular) is not null);
        return isForeign ? type with { Kind = TypeKind.Any, Name = null, IsUnread = true } : type;
    }

    /// <summary>Returns the first type that the hint about a type of another format suggests; <c>string</c> if it suggests none.</summary>
    public static string Suggestion(string name)
    {
        var parts = Hint(SingularOf(name))?.Split('\'') ?? [];
        return parts.Length > 1 && BuiltIn(parts[1]) is not null ? parts[1] : "string";
    }

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

    private static string Meant(string type) => "; did you mean '" + type + "'?";
}
