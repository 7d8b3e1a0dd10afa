using ApiSpec.Generator.Binding;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Reads the project's properties that the package makes visible to the compiler.</summary>
internal static class ProjectSettings
{
    public static BindingOptions Read(AnalyzerConfigOptions options)
    {
        var accessibility = Property(options, "ApiSpecAccessibility");
        return new BindingOptions(
            Namespace(Property(options, "RootNamespace")),
            Namespace(Property(options, "ApiSpecNamespace")),
            string.Equals(accessibility, "internal", StringComparison.OrdinalIgnoreCase) ? "internal" : "public")
        {
            ListsTypes = !IsDesignTime(options),
            Parts = Property(options, "ApiSpecGenerateFake")?.ToLowerInvariant() switch
            {
                "true" => GeneratedParts.ClientAndFake,
                "only" => GeneratedParts.Fake,
                _ => GeneratedParts.Client,
            },
        };
    }

    /// <summary>Returns the folder of the pages that explain diagnostics.</summary>
    public static HelpPages HelpPages(AnalyzerConfigOptions options) => new(Property(options, "ApiSpecHelpPages"));

    /// <summary>Whether the compilation runs in an editor and not in a build.</summary>
    public static bool IsDesignTime(AnalyzerConfigOptions options)
        => string.Equals(Property(options, "DesignTimeBuild"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether someone can see the generated code: in an editor, or in files that a build writes.</summary>
    public static bool ShowsCode(AnalyzerConfigOptions options)
        => IsDesignTime(options) || string.Equals(Property(options, "EmitCompilerGeneratedFiles"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether generated records can have required members. Programs in other languages cannot create such records.</summary>
    public static bool WantsRequiredMembers(AnalyzerConfigOptions options) => !IsFalse(options, "ApiSpecRequiredMembers");

    /// <summary>Whether a property that is on by default is turned off.</summary>
    public static bool IsFalse(AnalyzerConfigOptions options, string name)
        => string.Equals(Property(options, name), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the roles with which the project calls APIs; null: the project does not check its calls.</summary>
    public static CallerRoles? CallerRoles(AnalyzerConfigOptions options)
        => Property(options, "ApiSpecCallerRoles") is { } text ? Language.Reference.CallerRoles.Parse(text) : null;

    private static string? Property(AnalyzerConfigOptions options, string name)
        => options.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    // A project can be called 3rd-party. The SDK converts such a name to an identifier in the same way.
    private static string? Namespace(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split('.')
            .Select(static part => part.StartsWith("@", StringComparison.Ordinal) ? part.Substring(1) : part)
            .Select(static part => SyntaxFacts.IsValidIdentifier(part) ? CSharpName.EscapeKeyword(part) : CSharpName.OfDeclared(part))
            .Where(static part => part is not null);
        return string.Join(".", parts) is { Length: > 0 } repaired ? repaired : null;
    }
}
