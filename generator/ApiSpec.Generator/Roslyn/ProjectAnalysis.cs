using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ApiSpec.Generator.Binding;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Roslyn;

/// <summary>
/// The diagnostics of a project's specs. They are kept until a spec or a setting changes, so that an analysis after an edit of C# only reports them again.
/// </summary>
internal sealed class ProjectAnalysis
{
    // The key is the first spec of the project, because one analyzer object serves all projects of a solution.
    private static readonly ConditionalWeakTable<AdditionalText, Latest> Analyses = new();

    private readonly ImmutableArray<ParsedSpecFile> _files;
    private readonly BindingOptions _settings;
    private readonly Dictionary<string, Located> _betweenFiles = new(StringComparer.Ordinal);

    private ProjectAnalysis(
        ImmutableArray<AdditionalText> texts, ImmutableArray<ParsedSpecFile> files, BindingOptions settings, CancellationToken cancellationToken)
    {
        _files = files;
        _settings = settings;
        var betweenFiles = LocatedDiagnostics.BetweenFiles(files, settings, cancellationToken).ToList();
        if (betweenFiles.Count == 0)
            return;
        var firsts = new Dictionary<string, AdditionalText>(StringComparer.Ordinal);
        for (var i = texts.Length - 1; i >= 0; i--)
            firsts[texts[i].Path] = texts[i];
        foreach (var located in betweenFiles)
            _betweenFiles.Add(located.Path, new Located(firsts[located.Path], located));
    }

    /// <summary>Analyzes the specs of a project, or returns the last analysis if it would be the same.</summary>
    /// <param name="texts">The specs.</param>
    /// <param name="settings">The project's settings.</param>
    /// <param name="cancellationToken">Cancels the analysis.</param>
    public static ProjectAnalysis Of(ImmutableArray<AdditionalText> texts, BindingOptions settings, CancellationToken cancellationToken)
    {
        var latest = Analyses.GetValue(texts[0], static _ => new Latest());
        if (latest.Analysis is { } known && known.IsOf(texts, settings, cancellationToken))
            return known;
        var files = ImmutableArray.CreateRange(texts, static (text, cancellationToken) => AdditionalSpec.Parse(text, cancellationToken), cancellationToken);
        return latest.Analysis = new ProjectAnalysis(texts, files, settings, cancellationToken);
    }

    /// <summary>Reports the diagnostics of one file.</summary>
    public void Report(AdditionalText text, Action<Diagnostic> report, HelpPages pages, CancellationToken cancellationToken)
    {
        var file = AdditionalSpec.Parse(text, cancellationToken);
        if (file.Spec.Diagnostics.Count > 0)
            new LocatedDiagnostics(file.Path, file.Spec.Diagnostics).Report(report, pages);
        // A project can list a file twice. Diagnostics that depend on several files are reported once.
        if (_betweenFiles.TryGetValue(file.Path, out var located) && ReferenceEquals(located.Text, text))
            located.Diagnostics.Report(report, pages);
    }

    private bool IsOf(ImmutableArray<AdditionalText> texts, BindingOptions settings, CancellationToken cancellationToken)
    {
        if (texts.Length != _files.Length || settings != _settings)
            return false;
        for (var i = 0; i < texts.Length; i++)
        {
            if (!ReferenceEquals(AdditionalSpec.Parse(texts[i], cancellationToken), _files[i]))
                return false;
        }

        return true;
    }

    private sealed record Located(AdditionalText Text, LocatedDiagnostics Diagnostics);

    private sealed class Latest
    {
        private ProjectAnalysis? _analysis;

        public ProjectAnalysis? Analysis
        {
            get => Volatile.Read(ref _analysis);
            set => Volatile.Write(ref _analysis, value);
        }
    }
}
