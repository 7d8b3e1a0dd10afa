namespace ApiSpec.Language.Declarations;

/// <summary>
/// A spec file and where it is. The path is for diagnostics only; generated code does not depend on it. A section whose request or response has several
/// formats has a source for each.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="file">Its content.</param>
/// <param name="form">The name of another format; null: the file itself, or its first format.</param>
internal sealed class SpecSource(string path, SpecFile file, string? form = null) : IEquatable<SpecSource>
{
    private readonly string? _form = form;

    public string Path { get; } = path;

    /// <summary>Distinguishes the sources of a project. No path has the character before the format.</summary>
    public string Key { get; } = form is null ? path : path + "\0" + form;

    /// <summary>Whether it is the file itself, or its first format. Facts of the whole file are checked in it.</summary>
    public bool IsFirstForm => _form is null;

    public SpecFile File { get; } = file;

    /// <summary>The operation, <c>Group.Method</c>; empty for a file that is not a section.</summary>
    public string Operation { get; } = file.Section?.Id ?? "";

    /// <summary>The path of the request as a template; empty for a file that is not a section.</summary>
    public string RequestPath { get; } = file.Section?.Path.ToString() ?? "";

    /// <summary>The method and the path; empty for a file that is not a section.</summary>
    public string Request { get; } = file.Section is { } section ? section.HttpMethod + " " + section.Path : "";

    /// <summary>Returns the source with another content.</summary>
    public SpecSource With(SpecFile content) => new(Path, content, _form);

    // The other properties follow from these.
    public bool Equals(SpecSource? other) => ReferenceEquals(this, other) || (other is not null && Key == other.Key && File.Equals(other.File));

    public override bool Equals(object? obj) => Equals(obj as SpecSource);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
