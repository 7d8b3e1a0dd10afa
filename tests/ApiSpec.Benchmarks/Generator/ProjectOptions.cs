using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>The properties of a project, as a build or an editor passes them to the compiler.</summary>
internal sealed class ProjectOptions(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    private static readonly ImmutableDictionary<string, string> Properties
        = ImmutableDictionary<string, string>.Empty.Add("build_property.RootNamespace", "Project");

    public static ProjectOptions OfBuild { get; } = new(Properties);

    public static ProjectOptions OfEditor { get; } = new(Properties.Add("build_property.DesignTimeBuild", "true"));

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
