namespace ApiSpec.Generator.Binding;

/// <summary>The tables that all files of an API fill while they are bound. Files exchange information only through these tables.</summary>
internal enum SharedTableKind
{
    LostNames,
    TypeNames,
    Schemas,
    Sections,
    Roles,
    BoundTypes,
    Records,
    Unions,
    Filters,
    Selections,
    Requests,
    Responses,
    ErrorBody,
    Links,
    LinkedOperations,
}
