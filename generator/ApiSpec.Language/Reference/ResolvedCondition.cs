using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using ApiSpec.Transport;

namespace ApiSpec.Language.Reference;

/// <summary>How the values of a clause are compared: by the type of the row that it names.</summary>
internal enum ComparedAs
{
    /// <summary>As strings.</summary>
    Text,

    /// <summary>As numbers, in quotation marks or not.</summary>
    Number,

    /// <summary>As Booleans, in any of their spellings.</summary>
    Boolean,

    /// <summary>As strings or as numbers, because the page does not show the type.</summary>
    Any,

    /// <summary>As text in which words in braces stand for any characters.</summary>
    Pattern,
}

/// <summary>A clause of a condition, and the row that it names.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Path">The names on the way to the row.</param>
/// <param name="Row">The row; null: the table continues where the page is cut off.</param>
/// <param name="ComparedAs">How values are compared.</param>
internal sealed record ResolvedClause(ConditionClause Clause, EquatableArray<string> Path, RowDeclaration? Row, ComparedAs ComparedAs)
{
    /// <summary>For each name of the path, the other names of its row; empty: there are none.</summary>
    public EquatableArray<EquatableArray<string>> Aliases { get; init; } = [];

    /// <summary>The number of tables to go outwards, from the row with the condition, to the start of the path.</summary>
    public int Up { get; init; }

    /// <summary>Whether the row is a parameter, so that the path starts with the part of the request.</summary>
    public bool IsParameter { get; init; }

    /// <summary>The separator of a list that is sent as one string; null: the row is not such a list.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the clause is true if the value is missing or null. The default of the row then counts as its value.</summary>
    public bool WhenMissing => Clause.Operator switch
    {
        ConditionOperator.Is => Row?.Default is { } value && IsListed(value),
        ConditionOperator.IsNot => Row?.Default is { } value && !IsListed(value),
        ConditionOperator.IsMissing => true,
        _ => false,
    };

    /// <summary>Whether the clause is true for a body, or cannot be decided because the page leaves out the value.</summary>
    /// <param name="table">The body: an object.</param>
    public bool Holds(JsonText table) => Test(Find(table, Path, Aliases)) ?? true;

    /// <summary>Whether the clause is true for a value; null: the page prints a placeholder instead of the value that decides.</summary>
    /// <param name="value">The value; null: it is missing.</param>
    public bool? Test(JsonText? value)
    {
        if (value is null or { Kind: JsonTextKind.Null })
            return WhenMissing;
        switch (Clause.Operator)
        {
            case ConditionOperator.IsGiven or ConditionOperator.IsMissing:
                return Clause.Operator == ConditionOperator.IsGiven;
            case ConditionOperator.Has:
                var isListed = Separator is { } separator && value is { Kind: JsonTextKind.String, IsElided: false }
                    ? ListForm.Split(value.Text, separator).Any(IsListed)
                    : value.Items.Any(item => item.Scalar is { } text && !item.StandsForAny && IsListed(text));
                return isListed ? true : value.StandsForAny || value.IsElided || value.Items.Any(static item => item.StandsForAny) ? null : false;
            default:
                return value.StandsForAny ? null : (value.Scalar is { } scalar && IsListed(scalar)) == (Clause.Operator == ConditionOperator.Is);
        }
    }

    /// <summary>Whether the clause lists a value.</summary>
    public bool IsListed(string text) => Clause.Values.Any(value => AreEqual(value, text));

    /// <summary>Returns the value at a path. The last member with a name counts. Null: there is no such value.</summary>
    /// <param name="table">The body: an object.</param>
    /// <param name="path">The names on the way to the value.</param>
    /// <param name="aliases">For each of these names, the other names of its row; empty: there are none.</param>
    public static JsonText? Find(JsonText table, EquatableArray<string> path, EquatableArray<EquatableArray<string>> aliases)
    {
        JsonText? value = table;
        for (var i = 0; i < path.Count && value is not null; i++)
        {
            var name = path[i];
            EquatableArray<string> others = i < aliases.Count ? aliases[i] : [];
            value = value.Members.LastOrDefault(member => RowNames.IsAnyOf(member.Name, name, others)).Value;
        }

        return value;
    }

    private bool AreEqual(string expected, string text) => ComparedAs switch
    {
        ComparedAs.Boolean => BooleanWords.AreSame(expected, text),
        ComparedAs.Text => string.Equals(expected, text, StringComparison.Ordinal),
        ComparedAs.Pattern => TextForm.Parse(expected).IsMatch(text),
        ComparedAs.Number when PrintedNumber.InJson(expected) is var number && number != expected => AreEqual(number, text),
        _ => string.Equals(expected, text, StringComparison.Ordinal) || (NumberOf(expected) is { } number && number == NumberOf(text)),
    };

    /// <summary>All strings that the clause covers as JSON has them: its values, and for a Boolean also the other spellings.</summary>
    public EquatableArray<string> Listed => ComparedAs switch
    {
        ComparedAs.Boolean => Clause.Values.SelectMany(BooleanWords.SameAs).Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray(),
        ComparedAs.Number => Clause.Values.Select(PrintedNumber.InJson).ToEquatableArray(),
        _ => Clause.Values,
    };

    private static decimal? NumberOf(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Returns how the values of a row are compared.</summary>
    public static ComparedAs FormOf(ValueTable table, RowPath row) => FormOf(ScalarOf(table, row));

    /// <summary>Returns how the values of a form are compared. Null, if there are several forms or none, compares as <see cref="ComparedAs.Any"/>.</summary>
    public static ComparedAs FormOf(ValueForm? form) => form?.Kind switch
    {
        null => ComparedAs.Any,
        TypeKind.Boolean or TypeKind.Flag => ComparedAs.Boolean,
        TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal or TypeKind.Epoch => ComparedAs.Number,
        _ => ComparedAs.Text,
    };

    /// <summary>Returns the separator of a row that is a list in one string; null: it is not such a list.</summary>
    public static char? SeparatorOf(ValueTable table, RowPath row)
        => table.Types.Resolve(row.Row.Type, row.Scope, row.Row.Members).Forms is [var form] ? WrittenForm.SeparatorOf(form.Kind) : null;

    /// <summary>Whether the values of a row are lists, also lists in one string.</summary>
    public static bool IsList(ValueTable table, RowPath row)
        => table.Types.Resolve(row.Row.Type, row.Scope, row.Row.Members).Forms is [{ Kind: not TypeKind.Quoted } form] && IsOfItems(form);

    /// <summary>Returns the only form of the values of a row, or of the items of its lists; null: the reference shows several forms, or none.</summary>
    public static ValueForm? ScalarOf(ValueTable table, RowPath row) => ScalarOf(table, row, []);

    /// <summary>Returns the only form of the values of a row, or of the items of its lists; null: the reference shows several forms, or none.</summary>
    /// <param name="table">A table of the reference.</param>
    /// <param name="row">The row.</param>
    /// <param name="substitutes">Receives the strings that can replace a value.</param>
    public static ValueForm? ScalarOf(ValueTable table, RowPath row, List<string> substitutes)
    {
        var forms = table.Types.Resolve(row.Row.Type, row.Scope, row.Row.Members);
        // A list that contains itself has no end. It is reported elsewhere.
        for (var depth = 0; depth <= RowPath.MaxDepth; depth++)
        {
            substitutes.AddRange(forms.Substitutes);
            if (forms.IsAny || forms.Forms.Count != 1)
                return null;
            var form = forms.Forms[0];
            if (!IsOfItems(form))
                return form;
            forms = table.Types.Resolve(form.Type.Arguments[0], form.Scope, form.Rows);
        }

        return null;
    }

    // A number in quotation marks is compared like the number.
    private static bool IsOfItems(ValueForm form) => form.Kind
        is TypeKind.List or TypeKind.Quoted or TypeKind.Comma or TypeKind.Repeat or TypeKind.Brackets or TypeKind.Pipe or TypeKind.Space;
}
