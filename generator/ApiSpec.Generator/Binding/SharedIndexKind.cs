namespace ApiSpec.Generator.Binding;

/// <summary>The indexes over all files, which are complete before the steps that look something up in them.</summary>
internal enum SharedIndexKind
{
    LostNames,
    Schemas,
    Sections,
    Roles,
    Links,
    LinkedOperations,
    Spellings,
}
