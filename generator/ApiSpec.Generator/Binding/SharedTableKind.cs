namespace ApiSpec.Generator.Binding;

/// <summary>The tables that the files of an API fill together while they are bound. What is not in one of them, no file learns from another.</summary>
internal enum SharedTableKind
{
    Diagnostics,
    LostNames,
    TypeNames,
    Schemas,
    Sections,
    Roles,
    BoundTypes,
    Records,
    SentTypes,
    OpenEnums,
    Unions,
    Filters,
    Selections,
    Requests,
    Responses,
    ErrorBody,
    Links,
    LinkedOperations,
}
