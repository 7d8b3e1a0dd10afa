namespace ApiSpec.Package.Tests;

/// <summary>A way to use the package: a folder with projects of its own, and what becomes of them.</summary>
/// <param name="Name">Names the row, and its folder.</param>
/// <param name="Files">The text of each file, by its path below the folder of the row.</param>
/// <param name="Projects">The projects that are built, by their paths below the folder of the row.</param>
internal sealed record ConsumerRow(string Name, IReadOnlyDictionary<string, string> Files, params string[] Projects)
{
    /// <summary>The one error that the build must end with, as <c>id: message</c>; null where it must succeed.</summary>
    public string? ExpectedError { get; init; }

    /// <summary>The program that is run when everything is built, below the folder of the row; null where there is none.</summary>
    public string? Program { get; init; }

    /// <summary>The program is one for .NET Framework, and not every machine can run it.</summary>
    public bool IsForFramework { get; init; }

    /// <summary>The project whose tests are run when everything is built, below the folder of the row; null where there is none.</summary>
    public string? Tests { get; init; }

    /// <summary>Tells whether something is run when everything is built.</summary>
    public bool IsRun => (Program is not null && !(IsForFramework && FrameworkRuntime.Missing is not null)) || Tests is not null;

    /// <summary>Files that are copied from outside: what they are, by their path below the folder of the row.</summary>
    public IReadOnlyDictionary<string, string> Copies { get; init; } = new Dictionary<string, string>();
}
