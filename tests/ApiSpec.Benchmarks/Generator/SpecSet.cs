using System.Globalization;

namespace ApiSpec.Benchmarks.Generator;

/// <summary>
/// Specs of a given size: the 79 sections of the reference, or the given number of similar sections, each with a response record of eight members.
/// </summary>
internal static class SpecSet
{
    public const int Reference = 79;

    public static IReadOnlyList<MemoryText> Of(int sections) => sections == Reference ? OfReference() : [Api, .. Enumerable.Range(0, sections).Select(Section)];

    /// <summary>The section that an edit changes.</summary>
    public static MemoryText Edited(IReadOnlyList<MemoryText> specs)
        => specs.Count == 2 ? specs[1] : specs.First(static spec => spec.Path.EndsWith("list-tasks.apispec.yaml", StringComparison.Ordinal)
            || spec.Path.EndsWith("7.apispec.yaml", StringComparison.Ordinal));

    private static MemoryText Api { get; } = new(
        "specs/large.apispec.yaml",
        """
        api: large
        title: A large reference
        client: LargeClient
        namespace: Large
        error: LargeError
        schemas:
          LargeError:
            message: string
            messageID: string

        """);

    public static string SectionText(int index)
    {
        var name = index.ToString("D4", CultureInfo.InvariantCulture);
        return $"""
            api: large
            section: 9.{name}
            title: Acquisition of resource {name}
            operation: Group{index / 20}.GetResource{name}
            function: Acquires the resource of kind {name} by its identifier.
            version: v1
            request: GET http://host:port/Large/{"{version}"}/objects/Resources{name}/{"{id}"}

            path:
              id: long - instanceID of the resource

            status:
              200 OK: Processing has been successfully completed.
              401 Unauthorized: The user does not have login permission.
              404 Not found: The resource does not exist.
              412 Precondition failed: The server is not available.

            response:
              instanceID: long - Identifies the resource
              name: string - The name of the resource
              description?: string - What it is for
              state: string - How far it is
              created: date-time - When it was made
              size: int - Its size in MB
              isShared: boolean - Whether others see it
              href: url - Where it is

            """;
    }

    private static MemoryText Section(int index)
        => new("specs/section" + index.ToString("D4", CultureInfo.InvariantCulture) + ".apispec.yaml", SectionText(index));

    public static string ApiText => Api.Text;

    private static MemoryText[] OfReference()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "jp1ao");
        return [.. Directory.EnumerateFiles(folder, "*.apispec.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(static path => new MemoryText(path, File.ReadAllText(path)))];
    }
}
