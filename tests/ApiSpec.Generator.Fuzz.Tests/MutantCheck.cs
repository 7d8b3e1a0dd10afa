using System.Diagnostics;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Project;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>What has to be true of any text whatsoever that is dropped into a project as a spec.</summary>
internal sealed class MutantCheck
{
    /// <summary>On a machine that does nothing else an input takes about a millisecond; this leaves room for a busy one.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    private readonly Dictionary<CorpusFile, ParsedSpecFile> _read = [];
    private readonly Dictionary<string, SortedSet<string>> _declared = new(StringComparer.Ordinal);

    public int Compiled { get; private set; }

    public int WithoutError { get; private set; }

    /// <summary>The first thing that is wrong; null: nothing.</summary>
    public string? Check(Mutant mutant)
    {
        try
        {
            return CheckAll(mutant);
        }
#pragma warning disable CA1031 // Whatever is thrown is the finding.
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
        var time = Stopwatch.StartNew();
        var parsed = SpecProject.Read(path, mutant.Text);
        var alone = SpecProject.Of(parsed);
        var beside = SpecProject.Of([parsed, .. mutant.Source.Beside.Select(Read)]);
        var generated = new List<GeneratedText>();
        foreach (var project in new[] { alone, beside })
        {
            foreach (var target in new[] { GeneratedCode.Net100, GeneratedCode.NetStandard20 })
            {
                var files = GeneratedCode.Of(project.Bound, target);
                if (files.GroupBy(static file => file.HintName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static same => same.Skip(1).Any()) is { } repeated)
                    return "Two files are called " + repeated.Key;
                generated.AddRange(files);
            }
        }

        var text = SourceText.From(mutant.Text);
        foreach (var project in new[] { alone, beside })
        {
            foreach (var (place, diagnostic) in project.Diagnostics)
            {
                if (CheckDiagnostic(diagnostic, place, place == path ? text : null) is { } wrong)
                    return wrong;
            }
        }

        if (time.Elapsed > TimeLimit)
            return "It takes too long";
        foreach (var file in generated)
        {
            if (CheckFile(file) is { } wrong)
                return wrong;
        }

        if (alone.HasErrors)
            return null;
        WithoutError++;
        return mutant.Number % 500 == 0 || mutant.Number % 37 == 0 ? Compile(path, mutant) : null;
    }

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
        DiagnosticAdapter.Create(diagnostic, path);
        if (text is null)
            return null;
        var span = diagnostic.Span;
        if (span.Start < 0 || span.Length < 0 || span.Start + span.Length > text.Length)
            return diagnostic.Rule.Id + " has a span outside of the text";
        return IsInside(text, span.StartLine, span.StartColumn) && IsInside(text, span.EndLine, span.EndColumn) ? null : diagnostic.Rule.Id + " stands outside of the lines of the text";
    }

    private static bool IsInside(SourceText text, int line, int column)
        => line >= 0 && line < text.Lines.Count && column >= 0 && column <= text.Lines[line].SpanIncludingLineBreak.Length;

    private string? CheckFile(GeneratedText file)
    {
        // Most mutants leave most files as they are.
        if (!_declared.TryGetValue(file.Text, out var declared))
        {
            var tree = CSharpSyntaxTree.ParseText(file.Text);
            if (tree.GetDiagnostics().FirstOrDefault() is { } wrong)
                return "A generated file is not C#: " + wrong.Id;
            if (_declared.Count > 20_000)
                _declared.Clear();
            _declared.Add(file.Text, declared = DeclaredNames.In(tree.GetRoot()));
        }

        return DeclaredNames.Difference(declared, file.Allowed(), file.IsSubset) is { } difference ? "A generated file " + difference : null;
    }

    private string? Compile(string path, Mutant mutant)
    {
        Compiled++;
        return ProjectCompiler.Compile([(path, mutant.Text)]) is { } wrong ? "Does not compile: " + wrong : null;
    }
}
