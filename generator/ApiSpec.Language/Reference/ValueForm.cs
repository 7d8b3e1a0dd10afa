using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>One form that a value of a type can have, with all names followed: a table, a list, a number and so on.</summary>
internal sealed class ValueForm
{
    /// <summary>The type: neither a name that leads to another type, nor nullable, nor a union.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>What type parameters inside <see cref="Type"/> and <see cref="Rows"/> mean.</summary>
    public required TypeScope Scope { get; init; }

    /// <summary>The schema, if the form is a member table with a name; otherwise null.</summary>
    public SchemaDeclaration? Schema { get; init; }

    /// <summary>The member table of an object; the one of its items or values for a list or map. Null: the reference shows none.</summary>
    public EquatableArray<RowDeclaration>? Rows { get; init; }

    /// <summary>The range of the values, where their row has none; null: any.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>The kind, where a schema is an object.</summary>
    public TypeKind Kind => Schema is null ? Type.Kind : TypeKind.Object;
}

/// <summary>All forms that a value of a type can have.</summary>
internal sealed class ValueForms
{
    /// <summary>The forms, in the order of the reference.</summary>
    public required IReadOnlyList<ValueForm> Forms { get; init; }

    /// <summary>The texts that may be in place of a value.</summary>
    public IReadOnlyList<string> Substitutes { get; init; } = [];

    /// <summary>Whether the value may be null.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether every value fits: the reference says <c>any</c>, or the type cannot be resolved, which is reported elsewhere.</summary>
    public required bool IsAny { get; init; }
}
