namespace ApiSpec.Package.Tests;

/// <summary>A way to use the package: a folder with projects, and the expected result.</summary>
/// <param name="Name">The name of the row and of its folder.</param>
/// <param name="Files">The text of each file, by its path in the folder of the row.</param>
/// <param name="Projects">The projects that are built, by their paths in the folder of the row.</param>
internal sealed record ConsumerRow(string Name, IReadOnlyDictionary<string, string> Files, params string[] Projects)
{
    /// <summary>The only error of the build, as <c>id: message</c>; null: the build must succeed.</summary>
    public string? ExpectedError { get; init; }

    /// <summary>The program to run after the build, in the folder of the row; null: none.</summary>
    public string? Program { get; init; }

    /// <summary>Whether the program is for .NET Framework, which not every machine can run.</summary>
    public bool IsForFramework { get; init; }

    /// <summary>The project whose tests are run after the build, in the folder of the row; null: none.</summary>
    public string? Tests { get; init; }

    /// <summary>Whether something is run after the build.</summary>
    public bool IsRun => (Program is not null && !(IsForFramework && FrameworkRuntime.Missing is not null)) || Tests is not null;

    /// <summary>Files that are copied from elsewhere: their sources, by their path in the folder of the row.</summary>
    public IReadOnlyDictionary<string, string> Copies { get; init; } = new Dictionary<string, string>();
}
