using System.Globalization;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Answers;

/// <summary>Checks values that are sent as text, in a path, a query or a header.</summary>
internal static class TextCheck
{
    /// <summary>Why the text is no value of the row, as the rest of a sentence about it; null: it is one, or nobody can tell.</summary>
    public static string? FindMistake(StubApi api, RowDeclaration row, string text)
    {
        if (row.Constant is { } constant)
            return text == constant ? null : $"is not '{constant}', but '{text}'";
        return FindMistake(api, row.Type, row.Range, text, 0) is { } mistake ? $"has the value '{text}': {mistake}" : null;
    }

    public static bool IsRepeatable(TypeReference type) => type.Kind is TypeKind.Repeat or TypeKind.Brackets or TypeKind.List
        || (type.Kind is TypeKind.Nullable && IsRepeatable(type.Arguments[0]));

    /// <summary>What a member of a body says about its text or number, apart from its JSON type.</summary>
    public static string? FindMistake(TypeReference type, ValueRange? range, string text)
    {
        // Servers differ in the forms of dates that they take, and what a schema is cannot be told from here.
        if (type.Kind is TypeKind.DateTime or TypeKind.Date or TypeKind.Time or TypeKind.Duration or TypeKind.Named or TypeKind.Url)
            return null;
        return ValueText.Mismatch(type, text) ?? (range is null ? null : ValueText.OutsideRange(type, range, text));
    }

    private static string? FindMistake(StubApi api, TypeReference type, ValueRange? range, string text, int depth)
    {
        switch (type.Kind)
        {
            case TypeKind.Nullable or TypeKind.Repeat or TypeKind.Brackets or TypeKind.List:
                return FindMistake(api, type.Arguments[0], null, text, depth);
            case TypeKind.Comma or TypeKind.Csv or TypeKind.Space or TypeKind.Pipe:
                var items = text.Split(type.Kind switch { TypeKind.Space => ' ', TypeKind.Pipe => '|', _ => ',' }, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return items.Select(item => FindMistake(api, type.Arguments[0], null, item, depth)).FirstOrDefault(static mistake => mistake is not null);
            case TypeKind.Union:
                var mistakes = type.Arguments.Select(alternative => FindMistake(api, alternative, null, text, depth)).ToList();
                return mistakes.Contains(null) ? null : mistakes[0];
            case TypeKind.Flag:
                return text is "" or "true" or "false" ? null : "a flag has no value";
            case TypeKind.Boolean:
                // .NET and others write True; which spelling the server takes, the reference does not say.
                return bool.TryParse(text, out _) ? null : "a boolean is 'true' or 'false'";
            case TypeKind.Bytes or TypeKind.Any or TypeKind.Map or TypeKind.Object or TypeKind.HqlFilter or TypeKind.HqlSort or TypeKind.HqlFields:
                return null;
            case TypeKind.Named:
                // As many steps as names can follow each other; aliases that lead back to themselves end.
                var target = api.FindAlias(type.Name!) ?? api.FindSchema(type.Name!)?.Type;
                return target is null || depth == 16 ? null : FindMistake(api, target, range, text, depth + 1);
            case TypeKind.DateTime when api.DateTimeFormat is { } format
                && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _):
                return null;
            case TypeKind.DateTime or TypeKind.Date or TypeKind.Time:
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? null : ValueText.Mismatch(type, text);
            default:
                return FindMistake(type, range, text);
        }
    }
}
