using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Binding;

/// <summary>Where a type stands, and what a type made for that place is called.</summary>
internal sealed record TypeSite(
    TypePlace Place, string Pointer, string InlineName, EquatableArray<RowDeclaration> Members, Documentation Documentation, TypeArguments? TypeArguments)
{
    /// <summary>The file, for diagnostics.</summary>
    public string Path => Place.Path;

    /// <summary>The type is what a schema stands for, so a type made for it takes the schema's name.</summary>
    public bool IsSchema { get; init; }

    /// <summary>The alias of the API file that holds the type; null: the type is written at the place itself.</summary>
    public TypeAlias? Alias { get; init; }

    /// <summary>The value is sent as text, and not in JSON.</summary>
    public bool IsText { get; init; }

    /// <summary>The record that a filter in this place is about.</summary>
    public CodeType? FilteredRecord { get; init; }

    /// <summary>How often the alternatives of the type occur in a list.</summary>
    public EquatableArray<AlternativeNumber> Numbers { get; init; } = [];
}
