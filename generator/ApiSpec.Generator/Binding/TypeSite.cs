using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>The position of a type, and the name of a type that is created for it.</summary>
internal sealed record TypeSite(
    TypePlace Place, string Pointer, string InlineName, EquatableArray<RowDeclaration> Members, Documentation Documentation, TypeArguments? TypeArguments)
{
    /// <summary>The file, for diagnostics.</summary>
    public string Path => Place.Path;

    /// <summary>Whether the type is the definition of a schema, so that a type created for it has the name of the schema.</summary>
    public bool IsSchema { get; init; }

    /// <summary>The alias of the API file that contains the type; null: the type is in the row itself.</summary>
    public TypeAlias? Alias { get; init; }

    /// <summary>Whether the value is sent as text, and not in JSON.</summary>
    public bool IsText { get; init; }

    /// <summary>The record that a filter in this place selects.</summary>
    public CodeType? FilteredRecord { get; init; }

    /// <summary>How often the alternatives of the type occur in a list.</summary>
    public EquatableArray<AlternativeNumber> Numbers { get; init; } = [];
}
