using System.Collections.Immutable;
using System.Reflection;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Roslyn;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Generator;

/// <summary>
/// Reports diagnostics while you type. Editors run generators when a file is saved or the project is built, but analyzers all the time. So in an editor,
/// this analyzer reports the diagnostics that the generator reports in a build. <see cref="ProjectSettings.IsDesignTime"/> decides which of the two reports.
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
        context.RegisterCompilationStartAction(static context =>
        {
            var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (!ProjectSettings.IsDesignTime(options))
                return;
            var specs = context.Options.AdditionalFiles;
            specs = specs.All(static text => AdditionalSpec.IsSpec(text.Path)) ? specs : specs.RemoveAll(static text => !AdditionalSpec.IsSpec(text.Path));
            if (specs.IsEmpty)
                return;

            // An editor can analyze one file only, so each file has its own action. The first action to run analyzes the project for all.
            var analysis = new SharedAnalysis(specs, ProjectSettings.Read(options));
            var pages = ProjectSettings.HelpPages(options);
            context.RegisterAdditionalFileAction(context =>
            {
                if (AdditionalSpec.IsSpec(context.AdditionalFile.Path))
                    analysis.Get(context.CancellationToken).Report(context.AdditionalFile, context.ReportDiagnostic, pages, context.CancellationToken);
            });
        });
    }

    /// <summary>The analysis that the files of one compilation share. If it is cancelled, the next file starts it again.</summary>
    private sealed class SharedAnalysis(ImmutableArray<AdditionalText> specs, BindingOptions settings)
    {
        private readonly object _lock = new();
        private ProjectAnalysis? _analysis;

        public ProjectAnalysis Get(CancellationToken cancellationToken)
        {
            if (Volatile.Read(ref _analysis) is { } known)
                return known;
            lock (_lock)
                return _analysis ??= ProjectAnalysis.Of(specs, settings, cancellationToken);
        }
    }
}
