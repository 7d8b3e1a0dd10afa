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

    /// <summary>The keys that are read: those of the format, and those that only show how they are written now.</summary>
    public static string[] Read(SpecFileKind kind) => kind == SpecFileKind.Section ? [.. Section, SectionReader.OldParts, OldRequires.Key] : Of(kind);

    /// <summary>Where a key would be right, as the end of a message; null when nowhere.</summary>
    public static string? Elsewhere(SpecFileKind kind, string key)
    {
        if (kind != SpecFileKind.Api && Array.IndexOf(Api, key) >= 0)
            return "; it belongs in an API file, which has 'client:'";
        if (kind != SpecFileKind.Section && Array.IndexOf(Section, key) >= 0)
            return "; it belongs in a section, which has 'request:'";
        return null;
    }
}
