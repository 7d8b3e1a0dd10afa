namespace ApiSpec.Generator.Tests.Running;

/// <summary>The specs that several tests generate from.</summary>
internal static class SpecFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Specs");

    /// <summary>Example section 9.6.8 as shipped, without its API file.</summary>
    public static SpecFile Founding => Read("jp1ao/tasks/2.7.14-get-rerun-start.apispec.yaml");

    /// <summary>
    /// The retry of a task: an API file, the files that its sections share, and two sections. The tests of the specs compile the whole reference.
    /// </summary>
    public static SpecFile[] Jp1Ao =>
    [
        Read("jp1ao/common.apispec.yaml"),
        Read("jp1ao/jp1ao.apispec.yaml"),
        Founding,
        Read("jp1ao/tasks/2.7.15-invoke-rerun-start.apispec.yaml"),
    ];

    /// <summary>Specs that cover every path through the emitters.</summary>
    public static SpecFile[] Kitchen => All("kitchen");

    /// <summary>Returns a short spec, in the same folder as all others.</summary>
    public static SpecFile Of(string name, string text) => new("/specs/" + name + ".apispec.yaml", text);

    /// <summary>Returns a minimal section.</summary>
    public static SpecFile Section(string operation, string keys = "", string? request = null)
        => Of(operation, "operation: " + operation + "\nrequest: " + (request ?? "GET /objects/" + operation.Replace('.', '/')) + "\nstatus: [200]\n" + keys);

    /// <summary>Returns all specs of a folder.</summary>
    public static SpecFile[] All(string folder)
        => [.. Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.apispec.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(static path => Read(Path.GetRelativePath(Folder, path)))];

    private static SpecFile Read(string path) => new("/specs/" + path.Replace('\\', '/'), File.ReadAllText(Path.Combine(Folder, path)));
}
