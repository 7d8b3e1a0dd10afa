using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Diagnostics;

/// <summary>The usual ways to report a diagnostic of an element.</summary>
internal static class DiagnosticSinkExtensions
{
    /// <summary>Reports a diagnostic of a whole element.</summary>
    public static void Add(this IDiagnosticSink sink, SpecRule rule, string path, string pointer, params string[] arguments)
        => sink.AddPart(rule, path, pointer, 0, 0, arguments);

    /// <summary>Reports a diagnostic of some characters of an element.</summary>
    public static void AddPart(this IDiagnosticSink sink, SpecRule rule, string path, string pointer, int offset, int length, params string[] arguments)
        => sink.Add(new ElementDiagnostic(rule, path, pointer, 0, offset, length, arguments.ToEquatableArray()));
}
