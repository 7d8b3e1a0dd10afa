using System.Reflection;
using Hitachi.JP1.AutomaticOperation;
using Hitachi.JP1.JobManagement;
using Xunit;

namespace ApiSpec.Specs.Tests;

/// <summary>The table in the <c>README.md</c> of each reference lists the methods of the compiled client.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Table_of_Automatic_Operation_has_the_compiled_methods()
        => AssertMethods(Repository.JP1Specs, typeof(IAutomaticOperationClient), AutomaticOperationApi.Operations);

    [Fact]
    public void Table_of_Job_Management_has_the_compiled_methods()
        => AssertMethods(Repository.JobManagementSpecs, typeof(IJobManagementClient), JobManagementApi.Operations);

    private static void AssertMethods(string folder, Type client, IReadOnlyList<ApiOperation> operations)
    {
        var rows = File.ReadLines(Path.Combine(folder, "README.md")).Where(static line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(static line => line.Split('|')[4].Trim().Split("<br>")).ToList();
        var compiled = operations.Select(static operation => operation.Group).Distinct(StringComparer.Ordinal)
            .SelectMany(group => MethodsOf(client.GetProperty(group)!));

        Assert.Equal(compiled.Order(StringComparer.Ordinal), rows.SelectMany(static row => row).Order(StringComparer.Ordinal));
        Assert.Equal(operations.Count, rows.Count);
        // A row starts with the method that is named after its operation.
        Assert.Equal(
            operations.Select(static operation => $"`{operation.Group}.{operation.Name}Async").Order(StringComparer.Ordinal),
            rows.Select(static row => row[0][..row[0].IndexOf('(', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    // The table leaves out methods that return the whole response, and overloads without optional values, whose token is required.
    private static IEnumerable<string> MethodsOf(PropertyInfo group)
        => group.PropertyType.GetMethods()
            .Where(static method => method.Name.EndsWith("Async", StringComparison.Ordinal)
                && !method.Name.EndsWith("WithResponseAsync", StringComparison.Ordinal) && method.GetParameters()[^1].IsOptional)
            .Select(method => $"`{group.Name}.{method.Name}("
                + $"{string.Join(", ", method.GetParameters().Where(static parameter => parameter.Name != "cancellationToken").Select(Parameter))})`");

    private static string Parameter(ParameterInfo parameter) => parameter.Name + (parameter.IsOptional ? "?" : "");
}
