using System.Collections.Immutable;
using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Emit;
using ApiSpec.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator;

/// <summary>
/// Turns the text of spec files into a model, then into names and types, and then into C#. Two separate streams leave the first step: the content of the files,
/// from which code is generated, and the positions, which only diagnostics need. So a moved line only reports diagnostics again and generates no code.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ApiSpecGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.AdditionalTextsProvider
            .SelectMany(static (text, cancellationToken) => Optional(AdditionalSpec.IsSpec(text.Path) ? AdditionalSpec.Parse(text, cancellationToken) : null))
            .WithTrackingName(TrackingNames.Parse);

        var models = parsed
            .SelectMany(static (file, _) => file.Sources)
            .WithTrackingName(TrackingNames.Models);

        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Settings);

        var target = context.ParseOptionsProvider
            .Select(static (options, _) => ProjectTarget.Read(options))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _)
                => (ProjectSettings.WantsRequiredMembers(options.GlobalOptions), ProjectSettings.ShowsCode(options.GlobalOptions))))
            .Select(static (input, _) => input.Left.With(input.Right.Item1, input.Right.Item2))
            .WithTrackingName(TrackingNames.Target);

        // All files together, because a name, a link or a table in one file can change the meaning of the others. A file whose lookups have not changed repeats
        // its earlier result.
        var project = models.Collect()
            .Combine(settings)
            .Select(static (input, cancellationToken) => ProjectBinder.Bind(input.Left, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Bind);

        var clients = project.SelectMany(static (project, _) => project.Clients).WithTrackingName(TrackingNames.Clients);
        context.RegisterSourceOutput(clients, static (output, client) => output.Add(client.HintName, ClientEmitter.Emit(client)));

        GenerateServices(context, clients);
        GenerateLogs(context, clients);
        GenerateOpenApi(context, clients);

        var fakes = project.SelectMany(static (project, _) => project.Fakes).WithTrackingName(TrackingNames.Fakes);
        context.RegisterSourceOutput(
            fakes.Combine(target.Select(static (target, _) => target.Framework)),
            static (output, input) => output.Add(input.Left.HintName, FakeEmitter.Emit(input.Left, input.Right)));

        // By position: a step for each file, combined with the project, would run for every file after each edit. If a section is added, the sections after it
        // have another position, so the code that was written for them is kept with their models.
        var sources = project.Combine(target.Select(static (target, _) => target.Framework))
            .SelectMany(static (input, _) => Sources(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Sources);
        context.RegisterSourceOutput(
            sources, static (output, input) => output.AddSource(input.Source.HintName, WrittenSources.Of(input.Source, input.Framework)));

        var files = parsed.Collect();
        ReportDiagnostics(context, files, project, target, settings);
        ReportOwnTypes(context, files, project);
    }

    // In an editor there are no types to look for, because only a build lists them. No code is generated from the result.
    private static void ReportOwnTypes(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ImmutableArray<ParsedSpecFile>> files,
        IncrementalValueProvider<BoundProject> project)
    {
        var pages = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectSettings.HelpPages(options.GlobalOptions));
        var clashes = project
            .Select(static (project, _) => project.Types)
            .Combine(context.CompilationProvider)
            .Select(static (input, cancellationToken) => OwnTypes.FindClashes(input.Left, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.OwnTypes);
        context.RegisterSourceOutput(clashes.Combine(files).Combine(pages), static (output, input) =>
        {
            foreach (var located in LocatedDiagnostics.Locate(input.Left.Left, input.Left.Right))
                located.Report(output.ReportDiagnostic, input.Right);
        });
    }

    private static IEnumerable<LocatedDiagnostics> OfFiles(ImmutableArray<ParsedSpecFile> files)
    {
        foreach (var file in files)
        {
            if (file.Spec.Diagnostics.Count > 0)
                yield return new LocatedDiagnostics(file.Path, file.Spec.Diagnostics);
        }
    }

    // One step instead of a filter and a selection. With a thousand files, the cost of an edit of C# is the steps that have nothing to do.
    private static ImmutableArray<T> Optional<T>(T? value)
        where T : class
        => value is null ? ImmutableArray<T>.Empty : ImmutableArray.Create(value);

    private static ImmutableArray<(GeneratedSource Source, TargetFramework Framework)> Sources(BoundProject project, TargetFramework framework)
    {
        var count = 0;
        foreach (var file in project.Files)
            count += file.Sources.Count;
        var sources = ImmutableArray.CreateBuilder<(GeneratedSource, TargetFramework)>(count);
        foreach (var file in project.Files)
        {
            foreach (var source in file.Sources)
                sources.Add((source, framework));
        }

        return sources.MoveToImmutable();
    }

    private static void GenerateServices(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedClient> clients)
    {
        var level = context.MetadataReferencesProvider.Where(HostingSupport.IsLibrary)
            .Select(static (reference, _) => HostingLibrary.Read(reference))
            .Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => HostingSupport.IsWanted(options.GlobalOptions)))
            .Select(static (input, _) => input.Right ? HostingSupport.LevelOf(input.Left) : HostingLevel.Nothing)
            .WithTrackingName(TrackingNames.HostingSupport);
        var services = clients.Combine(level)
            .Where(static input => input.Right != HostingLevel.Nothing)
            .Select(static (input, _) => ServiceRegistration.Of(input.Left, isResilient: input.Right == HostingLevel.ResilientClients))
            .WithTrackingName(TrackingNames.Services);
        context.RegisterSourceOutput(services, static (output, service) => output.Add(service.HintName, ServicesEmitter.Emit(service)));
    }

    private static void GenerateLogs(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedClient> clients)
    {
        var hasLogging = context.MetadataReferencesProvider.Where(HostingSupport.IsLogging)
            .Collect()
            .Select(static (references, _) => !references.IsEmpty)
            .WithTrackingName(TrackingNames.LoggingSupport);
        var logs = clients.Combine(hasLogging)
            .Where(static input => input.Right)
            .Select(static (input, _) => GeneratedLog.Of(input.Left))
            .WithTrackingName(TrackingNames.Logs);
        context.RegisterSourceOutput(logs, static (output, log) => output.Add(log.HintName, LogEmitter.Emit(log)));
    }

    private static void GenerateOpenApi(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedClient> clients)
    {
        var level = context.MetadataReferencesProvider.Where(OpenApiSupport.IsLibrary)
            .Select(static (reference, _) => OpenApiLibrary.Read(reference))
            .Collect()
            .Select(static (libraries, _) => OpenApiSupport.LevelOf(libraries))
            .WithTrackingName(TrackingNames.OpenApiSupport);
        var methods = clients.Combine(level)
            .Where(static input => input.Right != OpenApiLevel.Nothing)
            .Select(static (input, _) => GeneratedOpenApi.Of(input.Left, input.Right))
            .WithTrackingName(TrackingNames.OpenApi);
        context.RegisterSourceOutput(methods, static (output, method) => output.Add(method.HintName, OpenApiEmitter.Emit(method)));
    }

    private static void ReportDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ImmutableArray<ParsedSpecFile>> files,
        IncrementalValueProvider<BoundProject> project,
        IncrementalValueProvider<ProjectTarget> target,
        IncrementalValueProvider<BindingOptions> settings)
    {
        // In an editor, the analyzer reports these diagnostics while you type.
        var isBuild = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => !ProjectSettings.IsDesignTime(options.GlobalOptions));
        var pages = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectSettings.HelpPages(options.GlobalOptions));
        var reporting = isBuild.Combine(pages);

        // Few files have diagnostics. A step for each file would cost more at every edit than one step for all.
        var ofFile = files
            .SelectMany(static (files, _) => OfFiles(files))
            .WithTrackingName(TrackingNames.ParseDiagnostics);
        context.RegisterSourceOutput(ofFile.Combine(reporting), static (output, input) => Report(output, input.Left, input.Right));

        var betweenFiles = project
            .Select(static (project, _) => project.Diagnostics)
            .Combine(files)
            .SelectMany(static (input, _) => LocatedDiagnostics.Locate(input.Left, input.Right))
            .WithTrackingName(TrackingNames.BindDiagnostics);
        context.RegisterSourceOutput(betweenFiles.Combine(reporting), static (output, input) => Report(output, input.Left, input.Right));

        var references = Has(context, ProjectTarget.IsRuntime)
            .Combine(Has(context, ProjectTarget.IsTestingKit))
            .Select(static (has, _) => (Runtime: has.Left, TestingKit: has.Right));
        var ofProject = files
            .Select(static (files, _) => !files.IsEmpty)
            .Combine(target.Combine(settings))
            .Select(static (input, _) => new ProjectState(input.Left, input.Right.Left.LanguageVersion, input.Right.Right.Parts != GeneratedParts.Client))
            .Combine(references)
            .Select(static (input, _) => input.Left with { HasRuntime = input.Right.Runtime, HasTestingKit = input.Right.TestingKit })
            .WithTrackingName(TrackingNames.ProjectDiagnostics);
        context.RegisterSourceOutput(ofProject.Combine(pages), static (output, input) => input.Left.Report(output, input.Right));
    }

    private static IncrementalValueProvider<bool> Has(IncrementalGeneratorInitializationContext context, Func<MetadataReference, bool> isReference)
        => context.MetadataReferencesProvider.Where(isReference).Collect().Select(static (references, _) => !references.IsEmpty);

    private static void Report(SourceProductionContext output, LocatedDiagnostics located, (bool IsBuild, HelpPages Pages) reporting)
    {
        if (reporting.IsBuild)
            located.Report(output.ReportDiagnostic, reporting.Pages);
    }
}
