using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Reads short specs and formats their diagnostics.</summary>
internal static class Spec
{
    public static ParsedSpec Read(string text) => SpecReader.Read("test.apispec.yaml", text, CancellationToken.None);

    /// <summary>Formats a diagnostic like a compiler. Lines and columns count from one.</summary>
    public static string Show(SpecDiagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{diagnostic.Rule.Id} {diagnostic.Span.StartLine + 1}:{diagnostic.Span.StartColumn + 1}+{diagnostic.Span.Length} {Message(diagnostic)}");

    public static string Message(SpecDiagnostic diagnostic)
        => string.Format(CultureInfo.InvariantCulture, diagnostic.Rule.MessageFormat, [.. diagnostic.Arguments]);

    public static string[] Diagnostics(string text) => [.. Read(text).Diagnostics.Select(Show)];

    /// <summary>Returns the rules and arguments of errors and warnings.</summary>
    public static string[] Reported(string text) => Reported(Read(text));

    /// <inheritdoc cref="Reported(string)"/>
    public static string[] Reported(ParsedSpec parsed)
        => [.. parsed.Diagnostics.Where(static diagnostic => diagnostic.Rule.Severity != SpecSeverity.Info)
            .Select(static diagnostic => diagnostic.Rule.Id + ": " + string.Join(" ~ ", diagnostic.Arguments))];

    /// <summary>Returns the content of a text without errors.</summary>
    public static SpecFile File(string text)
    {
        var parsed = Read(text);
        Assert.Empty(parsed.Diagnostics.Where(static diagnostic => diagnostic.Rule.Severity != SpecSeverity.Info).Select(Show));
        return parsed.File!;
    }

    /// <summary>Returns a minimal section, followed by the given keys.</summary>
    public static string Section(string keys, string request = "GET /objects/Tasks")
        => "operation: Tasks.Test\nrequest: " + request + "\nstatus: [200]\n" + keys;

    /// <summary>Returns the content of a minimal section with the given keys.</summary>
    public static SectionDeclaration SectionOf(string keys, string request = "GET /objects/Tasks") => File(Section(keys, request)).Section!;
}
