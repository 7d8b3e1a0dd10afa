using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Binding;

/// <summary>What is different after an edit of one section.</summary>
internal sealed class SectionChanges
{
    /// <summary>The elements that replace those of the same names, each with the key of its file.</summary>
    public List<(string Key, GeneratedElement Model)> Elements { get; } = [];

    /// <summary>The operation that replaces the one of the section, without its actions; null: it is the same, or there is none.</summary>
    public GeneratedOperation? Operation { get; set; }

    /// <summary>Whether the section has other diagnostics.</summary>
    public bool HasDiagnostics { get; set; }
}
