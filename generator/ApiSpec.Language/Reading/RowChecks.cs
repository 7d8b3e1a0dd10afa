using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reading;

/// <summary>Checks that a table allows the type and the flags of a row.</summary>
internal static class RowChecks
{
    /// <summary>Reports a type that its table does not allow, at the part of the type that causes it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="table">The table.</param>
    /// <param name="report">Receives the part of the type, and the problem.</param>
    /// <param name="typeOf">Returns the type of an alias, so that an alias allows no more than its type; null: aliases are not resolved.</param>
    public static void CheckType(
        TypeReference type, TableKind table, Action<SpecRule, TypeReference, string[]> report, Func<string, TypeReference?>? typeOf = null)
        => new Check(table, report, typeOf).Run(type, shownAt: null, isTop: true);

    /// <summary>Whether a table allows a type.</summary>
    public static bool Allows(TypeReference type, TableKind table)
    {
        var isAllowed = true;
        CheckType(type, table, (_, _, _) => isAllowed = false);
        return isAllowed;
    }

    /// <summary>Whether a value in a table can be null.</summary>
    public static bool AllowsNull(TableKind table) => table is TableKind.Members or TableKind.Parts;

    /// <summary>Returns where the flag belongs if the table does not allow it; null if it does.</summary>
    public static string? FlagProblem(string flag, TableKind table) => flag switch
    {
        "filter" or "read-only" or "write-only" when table != TableKind.Members => "for body members",
        "slashes" when table != TableKind.Path => "for path parameters",
        RowText.RequiredNotStated when table == TableKind.Path => "for optional values, and a path parameter is always required",
        _ => null,
    };

    private static string DisplayName(TypeReference type) => "'" + TypeParser.NameOf(type) + "'";

    private static string? Problem(TypeReference type, TableKind table, bool isTop)
    {
        var kind = type.Kind;
        var isQuery = table == TableKind.Query;
        var isBody = table is TableKind.Members or TableKind.Parts;
        return kind switch
        {
            TypeKind.Flag when !isQuery || !isTop => "it is a query parameter without a value",
            TypeKind.HqlFilter or TypeKind.HqlSort or TypeKind.HqlFields when !isQuery || !isTop => "it is a query parameter",
            _ when type.Enclosure is not null => EnclosureProblem(table, isTop),
            TypeKind.Comma when isBody => null,
            TypeKind.Repeat or TypeKind.Brackets when table == TableKind.Parts && isTop => null,
            _ when WrittenForm.SeparatorOf(kind) is not null && type.Arguments[0].Kind == TypeKind.Embedded
                => "JSON can contain the separator; write 'as json' after the list",
            _ when WrittenForm.IsList(kind) && isBody => "it is for query parameters; write '[]' for a JSON list, or 'as comma' for one string",
            _ when WrittenForm.IsList(kind) && !isTop => "it is the type of a whole parameter",
            TypeKind.Space or TypeKind.Repeat or TypeKind.Pipe or TypeKind.Brackets when !isQuery => "it is for query parameters; write 'as comma'",
            TypeKind.List when !isBody => isQuery
                ? "write 'as repeat', 'as comma', 'as space' or 'as json' after it, as the server reads it"
                : table == TableKind.Headers ? "write 'as comma' or 'as json' after it, as the server reads it"
                : "write 'as comma' after it",
            TypeKind.Nullable when isTop && type.RefusesNull => null,
            TypeKind.Embedded when table == TableKind.Path => "it is for bodies, queries and headers; write 'string', and convert the value in the program",
            TypeKind.Nullable when table == TableKind.Path => "leave 'or null' out, because a path parameter always has a value",
            TypeKind.Nullable when !isBody => "write '?' after the name of an optional value",
            TypeKind.Union when type.AreRangesOfOneType => null,
            TypeKind.Union when !isBody && NumberOrWords.Of(type) is not null => null,
            TypeKind.Union when !isBody && NumberOrWords.FindNumberInWords(type) is { } word
                => "'" + word + "' is a number; write it in the range of the numbers, as in '(int 0..9) | enum all'",
            TypeKind.Union when !isBody && NumberOrWords.OfPrinted(type, static _ => false) is { } meant => "write '" + RowWriter.Write(meant) + "'",
            TypeKind.Union when !isBody && WordList.EnumOf(type) is { } words => WordList.Advice(words, "'string'"),
            TypeKind.Union when !isBody => "write 'string', and describe the possible values",
            TypeKind.Any when !isBody => "write 'string', or 'unknown' if the page shows no type",
            TypeKind.Object or TypeKind.Tuple or TypeKind.Map when table == TableKind.Path => "a path parameter is one value, or a list of values",
            TypeKind.Map when !isBody => "for JSON, write 'as json' after it; otherwise, write one row for each value",
            TypeKind.Tuple when !isBody => "for JSON, write 'type: object as array as json' and 'members:'; otherwise, write one row for each value",
            TypeKind.Object when !isBody => "for JSON, write 'type: object as json' and 'members:'; otherwise, write one row for each value",
            _ => null,
        };
    }

    private static string? EnclosureProblem(TableKind table, bool isTop) => table switch
    {
        TableKind.Members => "it is for paths, queries and forms; write '[]' for a JSON list, or 'as comma' for one string",
        TableKind.Headers => "it is for paths, queries and forms; write 'as comma'",
        _ when !isTop => "it is the type of a whole parameter",
        _ => null,
    };

    private sealed class Check(TableKind table, Action<SpecRule, TypeReference, string[]> report, Func<string, TypeReference?>? typeOf)
    {
        // A longer chain of aliases is reported where the type is bound.
        private const int MaxDepth = 64;

        // Aliases can refer to each other, and to types that use one another often. Each is checked once in each place.
        private readonly HashSet<(string Name, TableKind Place, bool IsTop)> _seen = [];

        public void Run(TypeReference type, TypeReference? shownAt, bool isTop) => Run(type, shownAt, table, isTop, depth: 0);

        private void Run(TypeReference type, TypeReference? shownAt, TableKind place, bool isTop, int depth)
        {
            if (type.IsUnread)
                return;
            if ((Problem(type, place, isTop) ?? ListForm.Clash(type, resolve: null, dateTimeFormat: null)) is { } problem)
            {
                report(SpecRules.TypeNotAllowed, shownAt ?? type, [DisplayName(type), problem]);
                return;
            }

            if (depth < MaxDepth && type is { Kind: TypeKind.Named, Name: { } name } && typeOf?.Invoke(name) is { } meant && _seen.Add((name, place, isTop)))
                Run(meant, shownAt ?? type, place, isTop, depth + 1);
            // JSON in a parameter has the types of a body.
            var inside = type.Kind == TypeKind.Embedded ? TableKind.Members : place;
            foreach (var argument in type.Arguments)
                Run(argument, shownAt, inside, isTop: false, depth);
        }
    }
}
