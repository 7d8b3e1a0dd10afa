using System.Collections.Immutable;
using ApiSpec.Generator.Binding;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Roslyn;

/// <summary>Converts diagnostics to compiler diagnostics. No earlier step uses types of the compiler.</summary>
internal static class DiagnosticAdapter
{
    private const string Category = "ApiSpec";

    private static ImmutableDictionary<(string RuleId, string? Pages), DiagnosticDescriptor> s_descriptors =
        ImmutableDictionary<(string, string?), DiagnosticDescriptor>.Empty;

    public static void Report(this LocatedDiagnostics located, Action<Diagnostic> report, HelpPages pages)
    {
        foreach (var diagnostic in located.Diagnostics)
            report(Create(diagnostic, located.Path, pages));
    }

    public static Diagnostic Create(SpecDiagnostic diagnostic, string path, HelpPages pages)
    {
        var span = diagnostic.Span;
        var location = Location.Create(
            path,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
        return Diagnostic.Create(Descriptor(diagnostic.Rule, pages), location, [.. diagnostic.Arguments]);
    }

    public static Diagnostic Create(SpecRule rule, HelpPages pages, params object[] arguments)
        => Diagnostic.Create(Descriptor(rule, pages), Location.None, arguments);

    public static DiagnosticDescriptor Descriptor(SpecRule rule, HelpPages pages)
        => ImmutableInterlocked.GetOrAdd(
            ref s_descriptors, (rule.Id, pages.Folder), static (key, input) => Describe(input.Rule, input.Pages), (Rule: rule, Pages: pages));

    private static DiagnosticDescriptor Describe(SpecRule rule, HelpPages pages) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        Category,
        rule.Severity switch
        {
            SpecSeverity.Info => DiagnosticSeverity.Info,
            SpecSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Error,
        },
        isEnabledByDefault: true,
        helpLinkUri: pages.AddressOf(rule.Id));
}
