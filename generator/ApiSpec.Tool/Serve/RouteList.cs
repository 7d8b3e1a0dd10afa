using ApiSpec.Testing;

namespace ApiSpec.Tool.Serve;

/// <summary>Writes the operations that the server supports, for people to read.</summary>
internal static class RouteList
{
    public static void Write(TextWriter output, Uri address, IReadOnlyList<DocumentedOperation> operations)
    {
        output.WriteLine($"Listening on {address}, with a page for every operation. Press Ctrl+C to stop.");
        output.WriteLine();
        var width = operations.Max(static operation => operation.Method.Length + operation.PathTemplate.Length) + 2;
        var ordered = operations
            .OrderBy(static operation => operation.PathTemplate, StringComparer.Ordinal)
            .ThenBy(static operation => operation.Method, StringComparer.Ordinal);
        foreach (var operation in ordered)
        {
            var example = operation.Examples.Any(static example => example.Request is not null) ? ", example" : "";
            output.WriteLine(PlainLine.Of($"{operation.Method} {operation.PathTemplate}".PadRight(width) + " " + operation + example));
        }
    }
}
