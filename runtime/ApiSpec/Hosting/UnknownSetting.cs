using ApiSpec.Transport;

namespace ApiSpec.Hosting;

/// <summary>A key in the section of a client that is not an option. Its value can be a secret, so it is not kept.</summary>
internal sealed class UnknownSetting(string path, string? nearest)
{
    private const int LongestShown = 200;

    // Shown paths can be equal although the paths differ.
    private readonly string _path = path;

    /// <summary>The whole path of the key.</summary>
    public string Path { get; } = Printable.Clean(path, LongestShown);

    /// <summary>The key that was probably meant, or null.</summary>
    public string? Nearest { get; } = nearest is null ? null : Printable.Clean(nearest, LongestShown);

    /// <summary>Whether another one is the same key. Keys of a configuration compare without regard to case.</summary>
    public bool IsSameKey(UnknownSetting other) => _path.Equals(other._path, StringComparison.OrdinalIgnoreCase);
}
