using System.Globalization;
using System.Text;
using ApiSpec.Generator.Binding;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Spec files, read and bound like in the pipeline.</summary>
internal sealed class SpecProject
{
    private static readonly BindingOptions Options = new("Example.App", null, "public") { Parts = GeneratedParts.ClientAndFake };

    private readonly IReadOnlyList<ParsedSpecFile> _files;

    private SpecProject(IReadOnlyList<ParsedSpecFile> files)
    {
        _files = files;
        Bound = ProjectBinder.Bind([.. files.SelectMany(static file => file.Sources)], Options, CancellationToken.None);
    }

    public BoundProject Bound { get; }

    /// <summary>The diagnostics of all files with their positions, by path.</summary>
    public IEnumerable<(string Path, SpecDiagnostic Diagnostic)> Diagnostics
    {
        get
        {
            foreach (var file in _files)
            {
                foreach (var diagnostic in file.Spec.Diagnostics)
                    yield return (file.Path, diagnostic);
            }

            foreach (var located in LocatedDiagnostics.Locate(Bound.Diagnostics, [.. _files]))
            {
                foreach (var diagnostic in located.Diagnostics)
                    yield return (located.Path, diagnostic);
            }
        }
    }

    public bool HasErrors => Diagnostics.Any(static found => found.Diagnostic.Rule.Severity == SpecSeverity.Error);

    public static SpecProject Of(params IEnumerable<ParsedSpecFile> files) => new([.. files]);

    public static ParsedSpecFile Read(string path, string text) => new(path, SpecReader.Read(path, text, CancellationToken.None));

    /// <summary>Returns all code that is generated for .NET 10, file by file.</summary>
    public string GeneratedText()
    {
        var all = new StringBuilder();
        foreach (var file in GeneratedCode.Of(Bound, GeneratedCode.Net100))
            all.Append("// ").AppendLine(file.HintName).AppendLine(file.Text);
        return all.ToString();
    }

    public static string Show(SpecDiagnostic diagnostic)
        => diagnostic.Rule.Id + " " + string.Format(CultureInfo.InvariantCulture, diagnostic.Rule.MessageFormat, [.. diagnostic.Arguments]);
}
