using ApiSpec.Testing;

namespace StubServerSample;

/// <summary>Writes what the server answers to, for a person to read.</summary>
internal static class RouteList
{
    public static void Write(TextWriter output, Uri address, IReadOnlyList<DocumentedOperation> operations)
    {
        output.WriteLine($"Listening on {address}, with a page for every operation. Ctrl+C ends it.");
        output.WriteLine();
        var width = operations.Max(static operation => operation.Method.Length + operation.PathTemplate.Length) + 2;
        foreach (var operation in operations.OrderBy(static operation => operation.PathTemplate, StringComparer.Ordinal).ThenBy(static operation => operation.Method, StringComparer.Ordinal))
        {
            var example = operation.Examples.Any(static example => example.Request is not null) ? ", example" : "";
            output.WriteLine($"{operation.Method} {operation.PathTemplate}".PadRight(width) + " " + operation + example);
        }
    }
}
