using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The words after <c>as</c>: the form of the values of a type.</summary>
internal static class WrittenForm
{
    private static readonly Dictionary<string, TypeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["comma"] = TypeKind.Comma,
        ["space"] = TypeKind.Space,
        ["pipe"] = TypeKind.Pipe,
        ["repeat"] = TypeKind.Repeat,
        ["brackets"] = TypeKind.Brackets,
        ["string"] = TypeKind.Quoted,
        ["json"] = TypeKind.Embedded,
    };

    /// <summary>The word for a number that is a sum of flags.</summary>
    public const string Sum = "sum";

    /// <summary>The word for an object that is written as an array, without the names of its members.</summary>
    public const string Array = "array";

    /// <summary>All words, as the end of a message.</summary>
    public const string Known = "'as comma', 'as space', 'as pipe', 'as repeat', 'as brackets', 'as string', 'as json', 'as sum', 'as array', "
        + "or a form of a date or list in quotation marks";

    /// <summary>All words.</summary>
    public static IEnumerable<string> Names => [.. Kinds.Keys, Sum, Array];

    /// <summary>Returns the kind of a type in this form; null: unknown form.</summary>
    public static TypeKind? KindOf(string form) => Kinds.TryGetValue(form, out var kind) ? kind : null;

    /// <summary>Returns the word of a kind, or null.</summary>
    public static string? Of(TypeKind kind) => Kinds.FirstOrDefault(pair => pair.Value == kind).Key;

    /// <summary>Returns the form of a list: its word, or how it is printed in brackets.</summary>
    public static string? Of(TypeReference list) => list.Enclosure is null ? Of(list.Kind) : "\"" + ListForm.Of(list) + "\"";

    /// <summary>Whether a kind is a list that is written in one string or as a repeated parameter.</summary>
    public static bool IsList(TypeKind kind) => kind is TypeKind.Comma or TypeKind.Space or TypeKind.Pipe or TypeKind.Repeat or TypeKind.Brackets;

    /// <summary>Returns what separates the items of a list in one string; null: the kind is not such a list.</summary>
    public static char? SeparatorOf(TypeKind kind) => kind switch
    {
        TypeKind.Comma => ',',
        TypeKind.Space => ' ',
        TypeKind.Pipe => '|',
        _ => null,
    };
}
