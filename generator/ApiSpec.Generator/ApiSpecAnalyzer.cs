using System.Collections.Immutable;
using System.Reflection;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Project;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator;

/// <summary>
/// Shows mistakes while somebody types. Editors run generators when a file is saved or the project is built, and analyzers all the time; so in an editor this
/// reports what the generator reports in a build. Each mistake is reported by one of the two: <see cref="ProjectSettings.IsDesignTime"/> decides.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiSpecAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(
        typeof(SpecRules).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => DiagnosticAdapter.Descriptor((SpecRule)field.GetValue(null), HelpPages.None)));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(static context =>
        {
            var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (ProjectSettings.IsDesignTime(options))
                Report(context, ProjectSettings.Read(options), ProjectSettings.HelpPages(options));
        });
    }

    private static void Report(CompilationAnalysisContext context, BindingOptions settings, HelpPages pages)
    {
        var files = context.Options.AdditionalFiles
            .Where(static text => SpecText.IsSpec(text.Path))
            .Select(text => SpecText.Parse(text, context.CancellationToken))
            .ToImmutableArray();
        var sources = files.Where(static file => file.Spec.File is not null).Select(static file => new SpecSource(file.Path, file.Spec.File!)).ToList();
        var project = ProjectBinder.Bind(sources, settings, context.CancellationToken);

        foreach (var file in files)
            new LocatedDiagnostics(file.Path, file.Spec.Diagnostics).Report(context.ReportDiagnostic, pages);
        foreach (var located in LocatedDiagnostics.Locate(project.Diagnostics, files))
            located.Report(context.ReportDiagnostic, pages);
    }
}
