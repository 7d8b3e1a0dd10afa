using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Roslyn;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Checks rules that hold for any text that is added to a project as a spec.</summary>
internal sealed class MutantCheck
{
    /// <summary>The limit in processor time, so that a busy machine does not matter. An input takes a few milliseconds.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    // Documentation declares nothing, and it takes a fifth of the time to parse a file.
    private static readonly CSharpParseOptions s_parsing = new(documentationMode: DocumentationMode.None);

    private readonly Dictionary<CorpusFile, ParsedSpecFile> _read = [];
    private readonly KnownModels _known = new();
    private readonly Dictionary<string, SortedSet<string>> _declared = new(StringComparer.Ordinal);

    public int Compiled { get; private set; }

    public int WithoutError { get; private set; }

    /// <summary>Returns the first problem; null: none.</summary>
    public string? Check(Mutant mutant)
    {
        try
        {
            return CheckAll(mutant);
        }
#pragma warning disable CA1031 // Any exception is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var place = exception.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("ApiSpec.Generator.", StringComparison.Ordinal)) ?? "";
            return exception.GetType().Name + ": " + exception.Message + " " + place.Trim();
        }
    }

    private string? CheckAll(Mutant mutant)
    {
        var path = mutant.Source.Path;
        var start = Environment.CpuUsage.TotalTime;
        var parsed = SpecProject.Read(path, mutant.Text);
        if (parsed.Spec.File is null)
            return CheckDiagnostics(SpecProject.Of(parsed), path, SourceText.From(mutant.Text));
        var alone = SpecProject.Of(parsed);
        var beside = SpecProject.Of([parsed, .. mutant.Source.Beside.Select(Read)]);
        var generated = new List<GeneratedText>();
        foreach (var project in new[] { alone, beside })
        {
            generated.AddRange(GeneratedCode.Of(project.Bound, GeneratedCode.Net100, _known, path));
            generated.AddRange(GeneratedCode.Of(project.Bound, GeneratedCode.NetStandard20, _known, path));
            if (GeneratedCode.HintNames(project.Bound).GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault(static same => same.Skip(1).Any()) is { } repeated)
                return "Two files are called " + repeated.Key;
        }

        var text = SourceText.From(mutant.Text);
        if ((CheckDiagnostics(alone, path, text) ?? CheckDiagnostics(beside, path, text)) is { } misplaced)
            return misplaced;
        if (Environment.CpuUsage.TotalTime - start > TimeLimit)
            return "It takes too long";
        foreach (var file in generated)
        {
            if (CheckFile(file) is { } wrong)
                return wrong;
        }

        if (alone.HasErrors)
            return null;
        WithoutError++;
        return mutant.Number % 500 == 0 || mutant.Number % 61 == 0 ? Compile(path, mutant) : null;
    }

    private static string? CheckDiagnostics(SpecProject project, string path, SourceText text)
        => project.Diagnostics.Select(found => CheckDiagnostic(found.Diagnostic, found.Path, found.Path == path ? text : null))
            .FirstOrDefault(static wrong => wrong is not null);

    private ParsedSpecFile Read(CorpusFile file)
    {
        if (!_read.TryGetValue(file, out var parsed))
            _read.Add(file, parsed = SpecProject.Read(file.Path, file.Text));
        return parsed;
    }

    private static string? CheckDiagnostic(SpecDiagnostic diagnostic, string path, SourceText? text)
    {
        var shown = SpecProject.Show(diagnostic);
        if (shown.Contains('\n', StringComparison.Ordinal) && diagnostic.Arguments.All(static argument => !argument.Contains('\n', StringComparison.Ordinal)))
            return diagnostic.Rule.Id + " has a message of several lines";
        DiagnosticAdapter.Create(diagnostic, path, HelpPages.None);
        if (text is null)
            return null;
        var span = diagnostic.Span;
        if (span.Start < 0 || span.Length < 0 || span.Start + span.Length > text.Length)
            return diagnostic.Rule.Id + " has a span outside of the text";
        return IsInside(text, span.StartLine, span.StartColumn) && IsInside(text, span.EndLine, span.EndColumn)
            ? null
            : diagnostic.Rule.Id + " stands outside of the lines of the text";
    }

    private static bool IsInside(SourceText text, int line, int column)
        => line >= 0 && line < text.Lines.Count && column >= 0 && column <= text.Lines[line].SpanIncludingLineBreak.Length;

    private string? CheckFile(GeneratedText file)
    {
        // Most mutants do not change most files.
        if (!_declared.TryGetValue(file.Text, out var declared))
        {
            var tree = CSharpSyntaxTree.ParseText(file.Text, s_parsing);
            if (tree.GetDiagnostics().FirstOrDefault() is { } wrong)
                return "A generated file is not C#: " + wrong.Id;
            if (_declared.Count > 5_000)
                _declared.Clear();
            _declared.Add(file.Text, declared = DeclaredNames.In(tree.GetRoot()));
        }

        return DeclaredNames.Difference(declared, file.Allowed(), file.Optional()) is { } difference ? "A generated file " + difference : null;
    }

    private string? Compile(string path, Mutant mutant)
    {
        Compiled++;
        return ProjectCompiler.Compile([(path, mutant.Text)]) is { } wrong ? "Does not compile: " + wrong : null;
    }
}
