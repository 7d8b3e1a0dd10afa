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
        var rows = File.ReadLines(Path.Combine(folder, "README.md")).Where(static line => line.StartsWith("| [", StringComparison.Ordinal)).ToList();
        Assert.Equal(operations.Count, rows.Count);
        foreach (var operation in operations)
        {
            var group = client.GetProperty(operation.Group)!;
            string[] names = [operation.Name + "Async", operation.Name + "ItemsAsync"];
            var methods = group.PropertyType.GetMethods()
                // The overload without optional values, whose token is required, is not in the table.
                .Where(method => names.Contains(method.Name, StringComparer.Ordinal) && method.GetParameters()[^1].IsOptional)
                .OrderBy(static method => method.Name, StringComparer.Ordinal)
                .ThenBy(static method => method.GetParameters().Length)
                .Select(method => $"`{group.Name}.{method.Name}("
                    + $"{string.Join(", ", method.GetParameters().Where(static parameter => parameter.Name != "cancellationToken").Select(Parameter))})`");
            Assert.Contains(rows, row => row.Contains($"| {string.Join("<br>", methods)} |", StringComparison.Ordinal));
        }
    }

    private static string Parameter(ParameterInfo parameter) => parameter.Name + (parameter.IsOptional ? "?" : "");
}
