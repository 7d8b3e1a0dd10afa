using ApiSpec.Generator.Code;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Binding;

/// <summary>Everything to generate for a project, with every name and type settled.</summary>
internal sealed record BoundProject(
    EquatableArray<ClientModel> Clients,
    EquatableArray<OperationModel> Operations,
    EquatableArray<RecordModel> Records,
    EquatableArray<OpenEnumModel> OpenEnums,
    EquatableArray<UnionModel> Unions,
    EquatableArray<FilterModel> Filters,
    EquatableArray<BindingDiagnostic> Diagnostics);

/// <summary>A spec file and where it is. The path is for diagnostics only: nothing that is generated depends on it.</summary>
internal sealed record SpecSource(string Path, SpecFile File);

/// <summary>What the project's properties say about the generated code.</summary>
/// <param name="RootNamespace">The project's root namespace; null: unknown.</param>
/// <param name="Namespace">The namespace of every generated type, whatever the API files say; null: as they say.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
internal sealed record BindingOptions(string? RootNamespace, string? Namespace, string Accessibility);
