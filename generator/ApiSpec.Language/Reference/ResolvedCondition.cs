using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>How the values of a clause are compared: by the type of the row that it names.</summary>
internal enum ComparedAs
{
    /// <summary>As text.</summary>
    Text,

    /// <summary>As a number, in quotation marks or not.</summary>
    Number,

    /// <summary>As a Boolean, in any of the words that stand for one.</summary>
    Boolean,

    /// <summary>As text or as a number: the page does not show the type.</summary>
    Any,
}

/// <summary>A clause of a condition, and the row that it names.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Path">The names on the way to the row.</param>
/// <param name="Row">The row; null: the table continues where the page is cut off.</param>
/// <param name="ComparedAs">How values are compared.</param>
internal sealed record ResolvedClause(ConditionClause Clause, EquatableArray<string> Path, RowDeclaration? Row, ComparedAs ComparedAs)
{
    /// <summary>Whether the clause is true of a value that is not there or null. The default of the row is its value then.</summary>
    public bool WhenMissing => Clause.Operator switch
    {
        ConditionOperator.Is => Row?.Default is { } value && IsListed(value),
        ConditionOperator.IsNot => Row?.Default is { } value && !IsListed(value),
        ConditionOperator.IsMissing => true,
        _ => false,
    };

    /// <summary>Whether the clause is true of the body of a table.</summary>
    /// <param name="table">The body: an object.</param>
    public bool Holds(JsonText table)
    {
        var value = ValueIn(table);
        if (value is null or { Kind: JsonTextKind.Null })
            return WhenMissing;
        return value.StandsForAny || Clause.Operator switch
        {
            ConditionOperator.Is => value.Scalar is { } text && IsListed(text),
            ConditionOperator.IsNot => !(value.Scalar is { } text && IsListed(text)),
            ConditionOperator.Has => value.IsElided || value.Items.Any(item => item.StandsForAny || (item.Scalar is { } text && IsListed(text))),
            ConditionOperator.IsGiven => true,
            _ => false,
        };
    }

    /// <summary>Whether a value is one of those that the clause lists.</summary>
    public bool IsListed(string text) => Clause.Values.Any(value => AreEqual(value, text));

    private JsonText? ValueIn(JsonText table) => Find(table, Path);

    /// <summary>The value that a path leads to; of members with one name, the last. Null: there is none.</summary>
    public static JsonText? Find(JsonText table, EquatableArray<string> path)
    {
        JsonText? value = table;
        foreach (var name in path)
            value = value?.Members.LastOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal)).Value;
        return value;
    }

    private bool AreEqual(string expected, string text) => ComparedAs switch
    {
        ComparedAs.Boolean => BooleanWords.IsTrue(expected) == BooleanWords.IsTrue(text),
        ComparedAs.Text => string.Equals(expected, text, StringComparison.Ordinal),
        _ => string.Equals(expected, text, StringComparison.Ordinal) || (NumberOf(expected) is { } number && number == NumberOf(text)),
    };

    private static decimal? NumberOf(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How the values of a row are compared.</summary>
    public static ComparedAs FormOf(ValueTable table, RowPath row)
    {
        var forms = table.Types.Resolve(row.Row.Type, row.Scope, row.Row.Members);
        if (forms.IsAny || forms.Forms.Count != 1)
            return ComparedAs.Any;
        var form = forms.Forms[0];
        // Lists of themselves, which are reported elsewhere, have no end.
        for (var depth = 0; form is { Kind: TypeKind.List or TypeKind.Quoted or TypeKind.Comma or TypeKind.Repeat or TypeKind.Brackets or TypeKind.Pipe or TypeKind.Space }; depth++)
        {
            if (depth == RowPath.MaxDepth)
                return ComparedAs.Any;
            var inner = table.Types.Resolve(form.Type.Arguments[0], form.Scope, form.Rows);
            if (inner.IsAny || inner.Forms.Count != 1)
                return ComparedAs.Any;
            form = inner.Forms[0];
        }

        return form.Kind switch
        {
            TypeKind.Boolean or TypeKind.Flag => ComparedAs.Boolean,
            TypeKind.Int or TypeKind.Long or TypeKind.Double or TypeKind.Decimal or TypeKind.Epoch => ComparedAs.Number,
            _ => ComparedAs.Text,
        };
    }
}
