using ApiSpec.Testing;

namespace ApiSpec.Specs.Tests.Support;

/// <summary>The transcribed reference, read once.</summary>
internal static class Reference
{
    public static ExampleCatalog Catalog { get; } = ExampleCatalog.Load(Repository.JP1Specs);

    /// <summary>Returns the instance ID in the example of an operation; 1 if it has none.</summary>
    public static long IdOf(string operation)
        => Catalog.Examples.FirstOrDefault(example => example.OperationId == operation && example.Request is not null) is { } example
            ? IdIn(example.Request!.Target)
            : 1;

    /// <summary>Returns the instance ID in a path; 1 if it has none.</summary>
    public static long IdIn(string target)
        => target.Split('?')[0].Split('/').Select(static segment => long.TryParse(segment, out var id) ? id : (long?)null)
            .FirstOrDefault(static id => id is not null) ?? 1;
}
