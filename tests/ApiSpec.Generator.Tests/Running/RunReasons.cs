using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Generator.Tests.Running;

/// <summary>The reasons why steps of a run ran or did not run.</summary>
internal static class RunReasons
{
    /// <summary>The names of the pipeline's steps.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
    [
        .. typeof(TrackingNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (string)field.GetRawConstantValue()!),
    ];

    public static void AssertNothingRan(GeneratorRunResult result)
    {
        foreach (var name in result.TrackedSteps.Keys.Where(StepNames.Contains))
            Assert.All(Of(
                result, name), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, name + ": " + reason));
        Assert.All(OfOutputs(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>Returns the reasons of one step, one per item.</summary>
    public static IEnumerable<IncrementalStepRunReason> Of(GeneratorRunResult result, string step)
        => result.TrackedSteps.TryGetValue(step, out var steps) ? steps.SelectMany(static run => run.Outputs).Select(static output => output.Reason) : [];

    public static IEnumerable<IncrementalStepRunReason> OfOutputs(GeneratorRunResult result)
        => result.TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static run => run.Outputs).Select(static output => output.Reason);

    /// <summary>Returns the files in the value of an output step, which is a pair of sources and diagnostics.</summary>
    public static IEnumerable<string> HintNames(object outputValue)
    {
        var tuple = (System.Runtime.CompilerServices.ITuple)outputValue;
        return ((System.Collections.IEnumerable)tuple[0]!).Cast<object>()
            .Select(static source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!);
    }
}
