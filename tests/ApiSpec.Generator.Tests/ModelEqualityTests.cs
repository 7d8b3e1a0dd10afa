using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using ApiSpec.Generator.Tests.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ApiSpec.Generator.Tests;

/// <summary>Values that steps pass on compare by value, are immutable, and do not keep a compilation alive.</summary>
public sealed class ModelEqualityTests
{
    private static readonly SpecFile[] Files = [.. SpecFiles.Kitchen, SpecFiles.Section("Bad.Get", "nonsense: 1\nresponse: Strng\n")];

    [Fact]
    public void Models_hold_values_alone()
    {
        var reached = new HashSet<Type>();
        foreach (var (step, value) in Outputs(GeneratorRun.Of(Files).Result))
            Walk(value, step, new HashSet<object>(ReferenceEqualityComparer.Instance), reached);

        // The search reached every level, from the project to the last member of a record.
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(Binding.BoundProject), typeof(Code.GeneratedOperation), typeof(Code.RecordMember), typeof(Code.CodeType), typeof(Code.OpenEnumValue),
                typeof(Language.Declarations.RowDeclaration), typeof(Language.Diagnostics.SpecSpan), typeof(Language.Diagnostics.SpecRule),
            },
            reached);
    }

    [Theory]
    [InlineData(typeof(ImmutableArray<int>))]
    [InlineData(typeof(List<int>))]
    [InlineData(typeof(Dictionary<int, int>))]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(ISymbol))]
    [InlineData(typeof(SyntaxNode))]
    [InlineData(typeof(Location))]
    [InlineData(typeof(Diagnostic))]
    [InlineData(typeof(AdditionalText))]
    [InlineData(typeof(SourceText))]
    [InlineData(typeof(TextSpan))]
    [InlineData(typeof(YamlDotNet.RepresentationModel.YamlNode))]
    public void The_check_of_models_finds_types_without_value_equality(Type type) => Assert.NotNull(Refusal(type));

    [Fact]
    public void Two_runs_give_equal_models_that_are_not_the_same_object()
    {
        var first = Outputs(GeneratorRun.Of(Files).Result).ToList();
        // Different objects, like in another compiler, because the same object is not read again.
        var second = Outputs(GeneratorRun.Of([.. Files.Select(static file => new SpecFile(file.Path, file.Text))]).Result).ToList();
        Assert.Equal(first.Count, second.Count);
        foreach (var ((step, one), (_, other)) in first.Zip(second))
        {
            Assert.True(one.Equals(other), step);
            Assert.True(one.GetHashCode() == other.GetHashCode(), step);
            // Empty lists share one object.
            if (!one.GetType().IsValueType && !(one is System.Collections.IEnumerable list && !list.Cast<object>().Any()))
                Assert.NotSame(one, other);
        }
    }

    [Fact]
    public void Another_word_anywhere_gives_another_model()
    {
        var section = SpecFiles.Section("Parts.Get", "function: One.\nresponse: {name: string}\n");
        var one = Outputs(GeneratorRun.Of(section).Result).Single(static output => output.Step == TrackingNames.Bind).Value;
        foreach (var edit in new[] { ("One.", "Two."), ("name", "label"), ("string", "long"), ("200", "201") })
        {
            var edited = section.With(section.Text!.Replace(edit.Item1, edit.Item2, StringComparison.Ordinal));
            var other = Outputs(GeneratorRun.Of(edited).Result).Single(static output => output.Step == TrackingNames.Bind).Value;
            Assert.False(one.Equals(other), edit.ToString());
        }
    }

    private static IEnumerable<(string Step, object Value)> Outputs(GeneratorRunResult result)
        => from name in RunReasons.StepNames
           where result.TrackedSteps.ContainsKey(name)
           from step in result.TrackedSteps[name]
           from output in step.Outputs
           select (name, output.Value);

    private static void Walk(object? value, string path, HashSet<object> visited, HashSet<Type> reached)
    {
        if (value is null)
            return;
        var type = value.GetType();
        Assert.True(Refusal(type) is null, path + ": " + Refusal(type));
        reached.Add(type);
        if (type.IsPrimitive || type.IsEnum || value is string || (!type.IsValueType && !visited.Add(value)))
            return;

        Assert.True(OverridesEquals(type), path + ": " + type + " compares by reference");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", visited, reached);
            return;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Assert.True(field.IsInitOnly || type.IsValueType, path + "." + field.Name + " can be changed");
            Walk(field.GetValue(value), path + "." + field.Name, visited, reached);
        }
    }

    private static bool OverridesEquals(Type type) => type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType != typeof(object);

    private static string? Refusal(Type type)
    {
        var assembly = type.Assembly.GetName().Name!;
        if (assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || assembly == "YamlDotNet")
            return type + " belongs to " + assembly;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return type + " compares by reference";
        var isOurs = type.Assembly == typeof(ApiSpecGenerator).Assembly || type.Assembly == typeof(Language.Declarations.RowDeclaration).Assembly;
        return !isOurs && type != typeof(string) && !typeof(ITuple).IsAssignableFrom(type) && typeof(IEnumerable).IsAssignableFrom(type)
            ? type + " can be changed"
            : null;
    }
}
