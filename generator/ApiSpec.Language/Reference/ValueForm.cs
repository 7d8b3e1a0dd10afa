using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>One form that a value of a type can have, with all names resolved: a table, a list, a number and so on.</summary>
internal sealed class ValueForm
{
    /// <summary>The type: not an alias, not nullable and not a union.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>The meaning of type parameters inside <see cref="Type"/> and <see cref="Rows"/>.</summary>
    public required TypeScope Scope { get; init; }

    /// <summary>The schema, if the form is a member table with a name; otherwise null.</summary>
    public SchemaDeclaration? Schema { get; init; }

    /// <summary>The member table of an object, or of the items or values of a list or map. Null: the reference shows none.</summary>
    public EquatableArray<RowDeclaration>? Rows { get; init; }

    /// <summary>The range of the values if their row has none; null: any.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>The kind; a schema is an object, or an array with its rows.</summary>
    public TypeKind Kind => Schema is null ? Type.Kind : Schema.IsTuple ? TypeKind.Tuple : TypeKind.Object;
}

/// <summary>All forms that a value of a type can have.</summary>
internal sealed class ValueForms
{
    /// <summary>The forms, in the order of the reference.</summary>
    public required IReadOnlyList<ValueForm> Forms { get; init; }

    /// <summary>The strings that can replace a value.</summary>
    public IReadOnlyList<string> Substitutes { get; init; } = [];

    /// <summary>Whether the value can be null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether every value fits, because the reference says <c>any</c>, or because the type cannot be resolved. The latter is reported
    /// elsewhere.</summary>
    public required bool IsAny { get; init; }
}
