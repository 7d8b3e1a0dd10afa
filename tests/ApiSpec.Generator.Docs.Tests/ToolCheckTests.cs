using System.Globalization;
using ApiSpec.Generator.Binding;
using ApiSpec.Tool.Check;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The tool reports the same as a build: the same ids, positions, severities and messages.</summary>
public sealed class ToolCheckTests
{
    public static TheoryData<string> Pages => [.. DiagnosticPage.All.Where(static page => page.Wrong.Count > 0).Select(static page => page.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_examples_of_a_page_are_checked_as_they_are_built(string id)
    {
        var page = DiagnosticPage.Find(id);
        foreach (var files in new[] { page.Wrong, page.Right })
            Assert.Equal(Build(files), Check(files));
    }

    private static List<string> Build(IReadOnlyList<SpecFileText> files)
    {
        return [.. SpecCompiler.Compile(files).Where(static diagnostic => diagnostic.Location != Location.None).Select(Show).Order(StringComparer.Ordinal)];

        static string Show(Diagnostic diagnostic)
        {
            var place = diagnostic.Location.GetLineSpan();
            return Line(
                place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Line, place.EndLinePosition.Character,
                SpecCompiler.SeverityOf(diagnostic), diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        }
    }

    private static List<string> Check(IReadOnlyList<SpecFileText> files)
    {
        var parsed = files.Select(static file => ParsedSpecFile.Read(file.Name, () => file.Text, TestContext.Current.CancellationToken)).ToList();
        return [.. SpecCheck.Run(parsed, SeverityOverrides.Nothing, TestContext.Current.CancellationToken).Findings.Select(Show).Order(StringComparer.Ordinal)];

        static string Show(Finding finding) => Line(
            finding.File, finding.Line - 1, finding.Column - 1, finding.EndLine - 1, finding.EndColumn - 1,
            SeverityOverrides.NameOf(finding.Severity), finding.Id, finding.Diagnostic.Message);
    }

    private static string Line(string file, int line, int column, int endLine, int endColumn, string severity, string id, string message)
        => string.Create(CultureInfo.InvariantCulture, $"{file}({line},{column},{endLine},{endColumn}): {severity} {id}: {message}");
}
