using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Emit;
using ApiSpec.Generator.Project;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator;

/// <summary>
/// Text of a spec file, to model, to settled names and types, to C#. Two streams leave the first step and never meet again before the compiler: what the files
/// say, from which code is made, and where they say it, which diagnostics need. So a moved line reports anew and generates nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ApiSpecGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.AdditionalTextsProvider
            .Where(static text => SpecText.IsSpec(text.Path))
            .Select(static (text, cancellationToken) => SpecText.Parse(text, cancellationToken))
            .WithTrackingName(TrackingNames.Parse);

        var models = parsed
            .Where(static file => file.Spec.File is not null)
            .Select(static (file, _) => new SpecSource(file.Path, file.Spec.File!))
            .WithTrackingName(TrackingNames.Models);

        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectSettings.Read(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Settings);

        var target = context.ParseOptionsProvider
            .Select(static (options, _) => ProjectTarget.Read(options))
            .WithTrackingName(TrackingNames.Target);

        var project = models.Collect()
            .Combine(settings)
            .Select(static (input, cancellationToken) => ProjectBinder.Bind(input.Left, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Bind);

        var clients = project.SelectMany(static (project, _) => project.Clients).WithTrackingName(TrackingNames.Clients);
        context.RegisterSourceOutput(clients, static (output, client) => output.Add(client.HintName, ClientEmitter.Emit(client)));

        GenerateServices(context, clients);

        var fakes = project.SelectMany(static (project, _) => project.Fakes).WithTrackingName(TrackingNames.Fakes);
        context.RegisterSourceOutput(
            fakes.Combine(target.Select(static (target, _) => target.Framework)),
            static (output, input) => output.Add(input.Left.HintName, FakeEmitter.Emit(input.Left, input.Right)));

        // By file and not by position: where a section is added, those behind it are not generated anew. A file that is listed twice has no position of its own.
        var framework = target.Select(static (target, _) => target.Framework);
        var files = models.Combine(project).Select(static (input, _) => input.Right.FileOf(input.Left.Path)).WithTrackingName(TrackingNames.Files);
        var repeated = project.SelectMany(static (project, _) => project.Files.Where(static file => file.IsRepeated)).WithTrackingName(TrackingNames.Files);
        Generate(context, files, framework);
        Generate(context, repeated, framework);

        ReportDiagnostics(context, parsed, project, target, settings);
    }

    private static void Generate(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<BoundFile> files, IncrementalValueProvider<TargetFramework> framework)
    {
        var operations = files.SelectMany(static (file, _) => file.Operations).WithTrackingName(TrackingNames.Operations);
        var records = files.SelectMany(static (file, _) => file.Records).WithTrackingName(TrackingNames.Records);
        var openEnums = files.SelectMany(static (file, _) => file.OpenEnums).WithTrackingName(TrackingNames.OpenEnums);
        var unions = files.SelectMany(static (file, _) => file.Unions).WithTrackingName(TrackingNames.Unions);
        var filters = files.SelectMany(static (file, _) => file.Filters).WithTrackingName(TrackingNames.Filters);

        context.RegisterSourceOutput(operations.Combine(framework), static (output, input) => Emit(output, input.Left, input.Right));
        context.RegisterSourceOutput(
            records.Combine(framework), static (output, input) => output.Add(input.Left.HintName, RecordEmitter.Emit(input.Left, input.Right)));
        context.RegisterSourceOutput(
            unions.Combine(framework), static (output, input) => output.Add(input.Left.HintName, UnionEmitter.Emit(input.Left, input.Right)));
        context.RegisterSourceOutput(
            filters.Combine(framework), static (output, input) => output.Add(input.Left.HintName, FilterEmitter.Emit(input.Left, input.Right)));
        context.RegisterSourceOutput(openEnums, static (output, openEnum) => output.Add(openEnum.HintName, OpenEnumEmitter.Emit(openEnum)));
    }

    private static void GenerateServices(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ClientModel> clients)
    {
        var level = context.MetadataReferencesProvider.Where(HostingSupport.IsLibrary)
            .Select(static (reference, _) => HostingLibrary.Read(reference))
            .Collect()
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => HostingSupport.IsWanted(options.GlobalOptions)))
            .Select(static (input, _) => input.Right ? HostingSupport.LevelOf(input.Left) : HostingLevel.Nothing)
            .WithTrackingName(TrackingNames.HostingSupport);
        var services = clients.Combine(level)
            .Where(static input => input.Right != HostingLevel.Nothing)
            .Select(static (input, _) => ServiceModel.Of(input.Left, isResilient: input.Right == HostingLevel.ResilientClients))
            .WithTrackingName(TrackingNames.Services);
        context.RegisterSourceOutput(services, static (output, service) => output.Add(service.HintName, ServicesEmitter.Emit(service)));
    }

    private static void Emit(SourceProductionContext output, OperationModel operation, TargetFramework framework)
    {
        output.Add(operation.HintName, OperationEmitter.Emit(operation, framework));
        if (operation.Query is { } query)
            output.Add(query.HintName, QueryEmitter.Emit(operation, query, framework));
    }

    private static void ReportDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ParsedSpecFile> parsed,
        IncrementalValueProvider<BoundProject> project,
        IncrementalValueProvider<ProjectTarget> target,
        IncrementalValueProvider<BindingOptions> settings)
    {
        // In an editor, the analyzer reports these while somebody types.
        var isBuild = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => !ProjectSettings.IsDesignTime(options.GlobalOptions));
        var pages = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ProjectSettings.HelpPages(options.GlobalOptions));
        var reporting = isBuild.Combine(pages);

        var ofFile = parsed
            .Where(static file => file.Spec.Diagnostics.Count > 0)
            .Select(static (file, _) => new LocatedDiagnostics(file.Path, file.Spec.Diagnostics))
            .WithTrackingName(TrackingNames.ParseDiagnostics);
        context.RegisterSourceOutput(ofFile.Combine(reporting), static (output, input) => Report(output, input.Left, input.Right));

        var betweenFiles = project
            .Select(static (project, _) => project.Diagnostics)
            .Combine(parsed.Collect())
            .SelectMany(static (input, _) => LocatedDiagnostics.Locate(input.Left, input.Right))
            .WithTrackingName(TrackingNames.BindDiagnostics);
        context.RegisterSourceOutput(betweenFiles.Combine(reporting), static (output, input) => Report(output, input.Left, input.Right));

        var ofProject = parsed.Collect()
            .Select(static (files, _) => !files.IsEmpty)
            .Combine(target.Select(static (target, _) => target.LanguageVersion))
            .Combine(context.MetadataReferencesProvider.Where(ProjectTarget.IsRuntime).Collect().Select(static (references, _) => !references.IsEmpty))
            .Combine(settings.Select(static (settings, _) => settings.Parts != GeneratedParts.Client))
            .Combine(context.MetadataReferencesProvider.Where(ProjectTarget.IsTestingKit).Collect().Select(static (references, _) => !references.IsEmpty))
            .Select(static (input, _) => new ProjectState(input.Left.Left.Left.Left, input.Left.Left.Left.Right, input.Left.Left.Right, !input.Left.Right || input.Right))
            .WithTrackingName(TrackingNames.ProjectDiagnostics);
        context.RegisterSourceOutput(ofProject.Combine(pages), static (output, input) => input.Left.Report(output, input.Right));
    }

    private static void Report(SourceProductionContext output, LocatedDiagnostics located, (bool IsBuild, HelpPages Pages) reporting)
    {
        if (reporting.IsBuild)
            located.Report(output.ReportDiagnostic, reporting.Pages);
    }
}
