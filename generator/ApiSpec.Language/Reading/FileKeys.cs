using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reading;

/// <summary>The keys at the top of each kind of file.</summary>
internal static class FileKeys
{
    public static readonly string[] Section = FormatWords.SectionKeys;

    public static readonly string[] Api = FormatWords.ApiKeys;

    public static readonly string[] Schemas = ["api", "section", "title", "source", "notes", "schemas"];

    public static string[] Of(SpecFileKind kind) => kind switch
    {
        SpecFileKind.Api => Api,
        SpecFileKind.Section => Section,
        _ => Schemas,
    };

    /// <summary>The keys that readers handle: the keys of the format, and old keys that only cause a diagnostic with the new form.</summary>
    public static string[] Read(SpecFileKind kind) => kind == SpecFileKind.Section ? [.. Section, SectionReader.OldParts, OldRequires.Key] : Of(kind);

    /// <summary>Returns where a key is valid, as the end of a message; null if it is valid nowhere.</summary>
    public static string? Elsewhere(SpecFileKind kind, string key)
    {
        if (kind != SpecFileKind.Api && Array.IndexOf(Api, key) >= 0)
            return "; it belongs in an API file, which has 'client:'";
        if (kind != SpecFileKind.Section && Array.IndexOf(Section, key) >= 0)
            return "; it belongs in a section, which has 'request:'";
        return null;
    }
}
