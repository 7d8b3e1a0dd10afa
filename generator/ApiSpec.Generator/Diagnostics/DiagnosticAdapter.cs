using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Diagnostics;

/// <summary>Makes the compiler's diagnostics of our own. Everything before this step is free of the compiler's types.</summary>
internal static class DiagnosticAdapter
{
    private const string Category = "ApiSpec";

    private static ImmutableDictionary<string, DiagnosticDescriptor> s_descriptors = ImmutableDictionary<string, DiagnosticDescriptor>.Empty;

    public static Diagnostic Create(SpecDiagnostic diagnostic, string path)
    {
        var span = diagnostic.Span;
        var location = Location.Create(
            path,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
        return Diagnostic.Create(Descriptor(diagnostic.Rule), location, [.. diagnostic.Arguments]);
    }

    public static Diagnostic Create(SpecRule rule, params object[] arguments) => Diagnostic.Create(Descriptor(rule), Location.None, arguments);

    public static DiagnosticDescriptor Descriptor(SpecRule rule)
        => ImmutableInterlocked.GetOrAdd(ref s_descriptors, rule.Id, static (id, rule) => new DiagnosticDescriptor(
            id,
            rule.Title,
            rule.MessageFormat,
            Category,
            rule.Severity switch
            {
                SpecSeverity.Info => DiagnosticSeverity.Info,
                SpecSeverity.Warning => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Error,
            },
            // A compiler prints the link behind the message. A path inside this repository would lead nowhere in anybody else's.
            isEnabledByDefault: true), rule);
}
