using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>How a list in one string is written: the character between its values, and the characters around them, as in <c>[a|b]</c>.</summary>
internal static class ListForm
{
    /// <summary>The printed forms of lists in brackets, as the end of a message.</summary>
    public const string Known = "'\"[a,b]\"', '\"[a|b]\"' or '\"[a b]\"'";

    private const string Separators = ",| ";

    // The limit ends a hostile union. No real list has values of that many types.
    private const int MostTypes = 100;

    private static readonly string[] Enclosures = ["[]", "()", "{}"];

    /// <summary>Returns the kind and the enclosure of a list from its form, such as <c>[a|b]</c> or <c>[1,2,...]</c>; null: it is no such form.</summary>
    public static (TypeKind Kind, string Enclosure)? Parse(string form)
    {
        var enclosure = Array.Find(Enclosures, known => form.Length > 2 && form[0] == known[0] && form[form.Length - 1] == known[1]);
        if (enclosure is null)
            return null;
        var values = form.Substring(1, form.Length - 2);
        var used = Separators.Where(separator => values.IndexOf(separator) >= 0).ToList();
        return used is [var only] && values.Split(only).All(IsValue) ? (KindOf(only), enclosure) : null;
    }

    /// <summary>Whether the rest of a row starts with a form in brackets, without the quotation marks that it needs.</summary>
    public static bool IsUnquoted(string form) => Enclosures.Any(known => form.Length > 0 && form[0] == known[0]);

    /// <summary>Returns the printed form of a list in brackets.</summary>
    public static string Of(TypeReference list) => Enclose(list, "a" + WrittenForm.SeparatorOf(list.Kind) + "b");

    /// <summary>Returns the values of a list in one string; null: it lacks the characters that enclose the list.</summary>
    public static IEnumerable<string>? Items(TypeReference list, string text)
        => Contents(list, text) is { } contents ? Split(contents, WrittenForm.SeparatorOf(list.Kind)!.Value) : null;

    /// <summary>Returns a list in one string without the characters that enclose it; null: it lacks them.</summary>
    public static string? Contents(TypeReference list, string text)
        => list.Enclosure is not { } enclosure ? text
            : text.Length >= 2 && text[0] == enclosure[0] && text[text.Length - 1] == enclosure[1] ? text.Substring(1, text.Length - 2)
            : null;

    /// <summary>Returns the values of a list in one string with the characters that enclose them.</summary>
    public static string Enclose(TypeReference list, string values) => list.Enclosure is { } enclosure ? enclosure[0] + values + enclosure[1] : values;

    /// <summary>Returns why a string without the characters that enclose a list is not such a list.</summary>
    public static string Mismatch(TypeReference list) => "a list looks like '" + Of(list) + "' here";

    /// <summary>Returns the values between separators.</summary>
    public static IEnumerable<string> Split(string text, char separator)
        => text.Split(separator).Select(static item => item.Trim()).Where(static item => item.Length > 0);

    /// <summary>
    /// Returns why a list in one string cannot have all of its values, as the end of a message: one of them contains the separator or a bracket. Null: the list
    /// can have them, or the values are any text, which the client checks.
    /// </summary>
    /// <param name="type">The type. If it is not a list in one string, the result is null.</param>
    /// <param name="resolve">Returns the type that a name stands for; null: names are not known here.</param>
    /// <param name="dateTimeFormat">The format of dates and times without one in their row; null: ISO 8601.</param>
    public static string? Clash(TypeReference type, Func<TypeReference, TypeReference>? resolve, string? dateTimeFormat)
    {
        if (WrittenForm.SeparatorOf(type.Kind) is not { } separator)
            return null;
        var marks = separator + type.Enclosure;
        foreach (var text in Texts(type.Arguments[0], resolve, dateTimeFormat))
        {
            if (text.FirstOrDefault(c => marks.IndexOf(c) >= 0) is var mark and not '\0')
                return "the value '" + text + "' contains '" + mark + "', so write the form that the page shows";
        }

        return null;
    }

    // The values that are known from the type, or one that has the same punctuation as all of them.
    private static IEnumerable<string> Texts(TypeReference item, Func<TypeReference, TypeReference>? resolve, string? dateTimeFormat)
    {
        var types = new Queue<TypeReference>([item]);
        for (var i = 0; types.Count > 0 && i < MostTypes; i++)
        {
            var type = types.Dequeue();
            if (type is { Kind: TypeKind.Named, Arguments.Count: 0 } && resolve is not null)
                type = resolve(type);
            foreach (var text in type.Kind == TypeKind.Enum ? type.Values.Select(static value => value.Value) : type.Substitutes)
                yield return text;
            if (type.Kind is TypeKind.Nullable or TypeKind.Union)
            {
                foreach (var argument in type.Arguments.Take(MostTypes))
                    types.Enqueue(argument);
            }
            else if (type.Kind is TypeKind.Date or TypeKind.Time or TypeKind.DateTime
                && (type.Format ?? (type.Kind == TypeKind.DateTime ? dateTimeFormat : null)) is { } format)
            {
                yield return MomentForm.Example(format);
            }
        }
    }

    private static TypeKind KindOf(char separator) => separator switch { '|' => TypeKind.Pipe, ' ' => TypeKind.Space, _ => TypeKind.Comma };

    private static bool IsValue(string text) => text.Length > 0 && text.All(static c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-');
}
