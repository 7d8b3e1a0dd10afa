namespace ApiSpec.Language.Declarations;

/// <summary>A spec file and where it is. The path is for diagnostics only; generated code does not depend on it.</summary>
internal sealed class SpecSource(string path, SpecFile file) : IEquatable<SpecSource>
{
    public string Path { get; } = path;

    public SpecFile File { get; } = file;

    /// <summary>The operation, <c>Group.Method</c>; empty for a file that is not a section.</summary>
    public string Operation { get; } = file.Section?.Id ?? "";

    /// <summary>The path of the request as a template; empty for a file that is not a section.</summary>
    public string RequestPath { get; } = file.Section?.Path.ToString() ?? "";

    /// <summary>The method and the path; empty for a file that is not a section.</summary>
    public string Request { get; } = file.Section is { } section ? section.HttpMethod + " " + section.Path : "";

    // The other properties follow from these.
    public bool Equals(SpecSource? other) => ReferenceEquals(this, other) || (other is not null && Path == other.Path && File.Equals(other.File));

    public override bool Equals(object? obj) => Equals(obj as SpecSource);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
