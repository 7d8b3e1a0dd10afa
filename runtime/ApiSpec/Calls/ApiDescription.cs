using ApiSpec.Transport;

namespace ApiSpec;

/// <summary>The API that operations belong to.</summary>
public sealed class ApiDescription
{
    private readonly string[] _editions;
    private readonly ServerTimeZone? _zone;

    /// <summary>Describes an API.</summary>
    /// <param name="id">The short name that spec files give the API, such as <c>jp1ao</c>.</param>
    /// <param name="title">The printed name of the product, or null if the specs do not have it.</param>
    /// <param name="editions">The editions of the reference, the oldest first; null when the specs name none.</param>
    /// <param name="basePath">The path with which the paths of its operations start, such as <c>/api</c>; empty: they need not have one in common.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty, or the path does not start with a slash or ends with one.</exception>
    public ApiDescription(string id, string? title = null, IReadOnlyList<string>? editions = null, string basePath = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(basePath);
        if (basePath.Length > 0 && (basePath[0] != '/' || basePath[basePath.Length - 1] == '/'))
            throw new ArgumentException("A base path must start with a slash and must not end with one.", nameof(basePath));
        Id = id;
        BasePath = basePath;
        Title = title;
        _editions = ListCopy.Of(editions);
    }

    /// <summary>The short name that spec files give the API.</summary>
    public string Id { get; }

    /// <summary>The printed name of the product, or null if the specs do not have it.</summary>
    public string? Title { get; }

    /// <summary>The editions of the reference, the oldest first; empty when the specs name none.</summary>
    public IReadOnlyList<string> Editions => field ??= Array.AsReadOnly(_editions);

    /// <summary>Whether the specs name editions.</summary>
    internal bool HasEditions => _editions.Length > 0;

    /// <summary>
    /// The path of the printed base address, or empty. The paths of the operations include it, so it is removed
    /// from the end of the
    /// address that a client is made for.
    /// </summary>
    public string BasePath { get; }

    /// <summary>
    /// The IANA id of the zone of dates and times that the server sends and takes without one, such as <c>Asia/Tokyo</c>; null: UTC. The options of a client
    /// can name another one.
    /// </summary>
    public string? TimeZone
    {
        get => _zone?.Id;
        init => _zone = value is null ? null : new ServerTimeZone(value);
    }

    /// <summary>Refuses options that do not fit the reference: an edition that it does not have, or no time zone where its own is unknown here.</summary>
    /// <exception cref="ArgumentException">The options do not fit.</exception>
    internal void Check(ApiClientOptions options, string parameterName)
    {
        CheckEdition(options.Edition, parameterName);
        if (options.TimeZone is null)
            _zone?.Check(parameterName);
    }

    private void CheckEdition(string? edition, string parameterName)
    {
        if (edition is not null && _editions.Length > 0 && Array.IndexOf(_editions, edition) < 0)
            throw new ArgumentException(
                "The reference has no edition '" + Printable.Clean(edition) + "'; the editions are " + string.Join(", ", _editions) + ".",
                parameterName);
    }

    /// <summary>The title, or the id without a title.</summary>
    public override string ToString() => Title ?? Id;
}
